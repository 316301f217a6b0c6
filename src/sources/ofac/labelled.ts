import { addUnique, type Draft } from '../record-draft.ts';
import { readExactDay } from '../written-day.ts';
import { addFact, type OfacFact } from './fact.ts';
import type { RemarkDate } from './remarks.ts';

const datedLabel = /^(Listing Date|Effective Date|Purchase\/Sales For Divestment Date) ?\(([^)]+)\):?$/;

/**
 * Adds a labelled value of the XML forms; days that belong to a regime go to `dates`, values that cannot be used stay
 * as remarks.
 */
export function addLabelled(draft: Draft, fact: OfacFact, dates: RemarkDate[]): void {
  const dated = datedLabel.exec(fact.label);
  const day = dated && readExactDay(fact.value);
  if (dated && day) dates.push({ what: dated[1]!, of: dated[2]!, day });
  else if (!addFact(draft, fact)) addUnique(draft.remarks, `${fact.label} ${fact.value}`.trim());
}
