import { type Match, type MatchQuery, NameMatcher } from '../../match/index.ts';
import type { PartyId } from '../../model/index.ts';
import { listedParties } from '../names/listed-parties.ts';
import type { PartyNames } from '../names/party-names.ts';
import type { ChangedParties } from './changed-parties.ts';
import { mayBe } from './party-index.ts';
import type { PartyShelf } from './party-shelf.ts';
import type { WatchedParty } from './watched-parties.ts';

/** A watched party that matches the party of a changed entry. */
export interface Rescreened {
  readonly watched: WatchedParty;
  readonly party: PartyId;
  readonly match: Match;
}

export interface RescreenResult {
  readonly found: readonly Rescreened[];
  /** Watched parties that were compared one by one. */
  readonly compared: number;
}

/** From about so many changed parties on, asking the index about them takes as long as comparing everybody. */
const manyChanged = 200;

/**
 * Whom of a portfolio the changed parties may be, in the order of the portfolio. Who matches is asked as `screen` asks it:
 * the same names, the same index of all lists, the same scores. Of few parties everyone is asked. Of many, those who are
 * near a changed party when compared with these alone, which takes a sixth of the time; and where not many changed, those
 * are compared whom the index of the portfolio finds for the changed names, and those whose names only a query can read.
 */
export function rescreen(
  shelf: PartyShelf,
  changed: ChangedParties['parties'],
  names: PartyNames,
): RescreenResult {
  if (changed.size === 0 || shelf.count === 0) return { found: [], compared: 0 };
  const numbers = candidates(shelf, changed);
  const isNear = shelf.matcher ? nearnessTo(changed) : () => true;
  const found: Rescreened[] = [];
  for (const number of numbers) {
    const watched = shelf.read(number);
    if (!isNear(watched.query)) continue;
    for (const match of names.search(watched.query)) {
      // Ids of the name index are ids of the register it was made from.
      const party = match.id as PartyId;
      if (changed.has(party)) found.push({ watched, party, match });
    }
  }
  return { found, compared: numbers.length };
}

function candidates(shelf: PartyShelf, changed: ChangedParties['parties']): number[] {
  if (!shelf.matcher || changed.size >= manyChanged)
    return Array.from({ length: shelf.count }, (_, number) => number);
  const numbers = new Set(shelf.odd);
  for (const [one] of changed.values())
    for (const number of mayBe(shelf.matcher, one!.party)) numbers.add(number);
  return [...numbers].sort((a, b) => a - b);
}

/**
 * Below this nobody matches: facts lift a score of 0.44 to the threshold at most. Words are rarer in the index of all lists
 * than in one of few parties, which moves a score a little; hence the distance.
 */
const leastNear = 0.4;

/** Whether a query is near one of the changed parties, by name or identifier. */
function nearnessTo(changed: ChangedParties['parties']): (query: MatchQuery) => boolean {
  const parties = [...changed.values()].map(([one]) => one!.party);
  const sorted = parties.sort((a, b) => (a.id < b.id ? -1 : 1));
  const matcher = NameMatcher.of([...listedParties(sorted)]);
  return ({ names, kind = 'any', identifiers = [] }) =>
    names.some((name) => matcher.hits(name, kind, leastNear).length > 0) ||
    (identifiers.length > 0 && matcher.search({ names: [], identifiers }).length > 0);
}
