import { dayInWords } from '../model/index.ts';
import { meantWords } from './meant-words.ts';
import { assume, type Entry, type ScenarioDraft } from './scenario-draft.ts';
import { regimeNamed, titleOf } from './scenario-names.ts';
import { at, contradiction, type Place } from './scenario-place.ts';

/** A provision that an entry of `rules` lets begin or end on other days. */
export function assumeRule(draft: ScenarioDraft, entry: Entry<'rules'>, place: Place): void {
  const regime = regimeNamed(draft.words, entry.regime, place);
  const known = draft.words.regime(entry.regime)?.provisions;
  if (known && !known.includes(entry.provision)) {
    throw contradiction(
      at(place, 'provision'),
      `${entry.regime} has no provision "${entry.provision}".`,
      meantWords(entry.provision, known, 'Provisions'),
    );
  }
  const { from, until } = entry;
  if (from === undefined && until === undefined)
    throw contradiction(place, 'The rule change changes nothing.', 'Add from, until or both.');
  if (from !== undefined && until !== undefined && until < from)
    throw contradiction(at(place, 'until'), 'The rule would end before it begins.', 'Swap the days.');
  const days = [
    ...(from === undefined ? [] : [`begins on ${dayInWords(from)}`]),
    ...(until === undefined ? [] : [`ends on ${dayInWords(until)}`]),
  ];
  assume(
    draft,
    'rule',
    `${titleOf(draft.words, regime)}, provision ${entry.provision}, ${days.join(' and ')}`,
    {
      kind: 'rule',
      regime,
      provision: entry.provision,
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    },
  );
}
