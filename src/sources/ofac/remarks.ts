import type { Day } from '../../model/day.ts';
import { addAttribute, addName, addUnique, type Draft } from '../record-draft.ts';
import { readExactDay } from '../written-day.ts';
import { addFact, splitLabel } from './fact.ts';

const datePattern =
  /^(Listing Date|Effective Date|Purchase\/Sales For Divestment Date) ?\(([^)]+)\):? ?(\d{1,2} \w{3} \d{4})$/;
const dayText = '(?:\\d{1,2} )?(?:[A-Z][a-z]{2} )?\\d{4}';
const documentPattern = new RegExp(
  `^(.*?)(?: \\(([^()]*)\\))?(?: issued (${dayText}))?(?: expires (${dayText}))?$`,
);

/** A day that the remarks tie to a regime: `Effective Date`, `CMIC`, 2021-08-02. */
export interface RemarkDate {
  readonly what: string;
  readonly of: string;
  readonly day: Day;
}

/**
 * Reads the remarks of the legacy files, in which OFAC writes all that has no column of its own: birth, nationality,
 * documents, weak aliases, wallets, vessels, links, directives. What no rule knows stays in `remarks`, as written.
 */
export function readRemarks(draft: Draft, text: string): RemarkDate[] {
  const dates: RemarkDate[] = [];
  for (const clause of splitClauses(text)) {
    const date = datePattern.exec(clause);
    const day = date && readExactDay(date[3]);
    if (date && day) {
      dates.push({ what: date[1]!, of: date[2]!, day });
      continue;
    }
    if (!readClause(draft, clause)) addUnique(draft.remarks, clause);
  }
  return dates;
}

/** Clauses end in `;`, but not inside a quoted alias, and the whole ends in a full stop. */
export function splitClauses(text: string): string[] {
  const clauses: string[] = [];
  for (const piece of text.trim().replace(/\.$/, '').split(/;\s*/)) {
    const last = clauses.at(-1);
    if (last !== undefined && aliasStart.test(last) && !last.endsWith("'") && piece.endsWith("'")) {
      clauses[clauses.length - 1] = `${last}; ${piece}`;
    } else if (piece.trim() !== '') clauses.push(piece.trim());
  }
  return clauses;
}

const aliasStart = /^(?:alt\. )?[afn]\.k\.a\. '/;

function readClause(draft: Draft, clause: string): boolean {
  const bare = clause.replace(/^\((Linked To: .*)\)$/, '$1').replace(/^alt\. /, '');
  const alias = /^([afn])\.k\.a\. '(.+)'\.?$/.exec(bare) ?? /^([afn])\.k\.a\. "(.+)"\.?$/.exec(bare);
  if (alias) {
    addName(draft, alias[2], 'weak alias');
    if (alias[1] === 'f') addAttribute(draft, 'former name', alias[2]);
    return true;
  }
  const split = splitLabel(bare);
  if (!split) return false;
  const document = documentPattern.exec(split.rest);
  const isDocument = document?.[1] && (document[2] || document[3] || document[4]);
  if (!isDocument || isProse(split.label)) {
    return addFact(draft, { label: split.label, value: split.rest });
  }
  return addFact(draft, {
    label: split.label,
    value: document[1]!,
    country: document[2],
    issued: document[3],
    expires: document[4],
  });
}

/** Values in which a bracket at the end belongs to the value: names, places, sentences. */
function isProse(label: string): boolean {
  return /^(?:POB|DOB|Linked To:|nationality|citizen|.*(?:Information|Determination|risk|Type|Operator|Owner|Model).*)$/i.test(
    label,
  );
}
