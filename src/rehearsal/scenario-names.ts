import { Fault, type PartyId, type RegimeId } from '../model/index.ts';
import { meantWords } from './meant-words.ts';
import type { ScenarioWords } from './scenario.ts';
import { at, contradiction, type Place, placeOf } from './scenario-place.ts';

/** The parties that an entry is about: those it names, or those that meet a criterion but for some. */
export function partiesNamed(
  words: ScenarioWords,
  entry: { party?: string[] | undefined; all?: string | undefined; except?: string[] | undefined },
  place: Place,
): { party: PartyId; name: string }[] {
  if ((entry.party === undefined) === (entry.all === undefined)) {
    throw contradiction(
      place,
      'Say whom it concerns: either party or all.',
      'Add party: hikvision, or all: a criterion.',
    );
  }
  if (entry.party)
    return entry.party.map((name) => ({ party: partyNamed(words, name, at(place, 'party')), name }));
  const parties = words.criterion(entry.all!);
  if (!parties)
    throw contradiction(
      at(place, 'all'),
      `There is no criterion "${entry.all}".`,
      meantWords(entry.all!, words.criteria, 'Criteria'),
    );
  const left = new Set((entry.except ?? []).map((name) => partyNamed(words, name, at(place, 'except'))));
  for (const party of left) {
    if (!parties.includes(party))
      throw contradiction(
        at(place, 'except'),
        `${party} does not meet "${entry.all}" anyway.`,
        'Leave it out.',
      );
  }
  return parties.filter((party) => !left.has(party)).map((party) => ({ party, name: party }));
}

/** Throws what finding the party throws, with the place in the scenario. */
export function partyNamed(words: ScenarioWords, text: string, place: Place): PartyId {
  try {
    return words.party(text);
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    throw new Fault(cause.code, cause.message, {
      place: placeOf(place),
      ...(cause.remedy ? { remedy: cause.remedy } : {}),
      cause,
    });
  }
}

/** Throws `AS_UNKNOWN_REGIME` with the ids that may have been meant. */
export function regimeNamed(words: ScenarioWords, id: string, place: Place): RegimeId {
  if (words.regime(id)) return id as RegimeId;
  throw new Fault('AS_UNKNOWN_REGIME', `There is no regime "${id}".`, {
    place: placeOf(at(place, 'regime')),
    remedy: meantWords(id, words.regimes, 'Regimes'),
  });
}

export function captionOf(words: ScenarioWords, party: PartyId): string {
  return words.caption?.(party) ?? party;
}

export function titleOf(words: ScenarioWords, regime: RegimeId): string {
  return words.regime(regime)?.title ?? regime;
}
