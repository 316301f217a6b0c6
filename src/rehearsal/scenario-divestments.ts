import { dayInWords } from '../model/index.ts';
import { assume, type Entry, type ScenarioDraft } from './scenario-draft.ts';
import { captionOf, partyNamed } from './scenario-names.ts';
import { at, contradiction, type Place } from './scenario-place.ts';

/** A share that an entry of `divest` sells. */
export function assumeDivestment(draft: ScenarioDraft, entry: Entry<'divest'>, place: Place): void {
  const owner = partyNamed(draft.words, entry.owner, at(place, 'owner'));
  const owned = partyNamed(draft.words, entry.owned, at(place, 'owned'));
  const to = entry.to === undefined ? {} : { to: partyNamed(draft.words, entry.to, at(place, 'to')) };
  if (owner === owned || to.to === owner) {
    throw contradiction(
      place,
      `${entry.owner} cannot sell to or hold itself.`,
      'Name seller, buyer and company.',
    );
  }
  const from = entry.from ?? draft.on;
  const left = entry.share === undefined ? 'its share' : 'part of its share';
  assume(
    draft,
    'divestment',
    `${captionOf(draft.words, owner)} sells ${left} of ${captionOf(draft.words, owned)} on ${dayInWords(from)}`,
    {
      kind: 'divestment',
      owner,
      owned,
      from,
      share: entry.share ?? null,
      ...to,
    },
  );
}
