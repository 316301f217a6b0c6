import type { Match } from '../../match/index.ts';
import type { PartyId } from '../../model/index.ts';
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

/**
 * Whom of a portfolio the changed parties may be. Changed names are run against the index of the portfolio; those whom
 * that finds, and those whose names only a query can read, are then asked as `screen` asks: the same names, the same
 * index of all lists, the same scores. In the order of the portfolio.
 */
export function rescreen(
  shelf: PartyShelf,
  changed: ChangedParties['parties'],
  names: PartyNames,
): RescreenResult {
  if (changed.size === 0 || shelf.count === 0) return { found: [], compared: 0 };
  const numbers = candidates(shelf, changed);
  const found: Rescreened[] = [];
  for (const number of numbers) {
    const watched = shelf.read(number);
    for (const match of names.search(watched.query)) {
      // Ids of the name index are ids of the register it was made from.
      const party = match.id as PartyId;
      if (changed.has(party)) found.push({ watched, party, match });
    }
  }
  return { found, compared: numbers.length };
}

function candidates(shelf: PartyShelf, changed: ChangedParties['parties']): number[] {
  if (!shelf.matcher) return Array.from({ length: shelf.count }, (_, number) => number);
  const numbers = new Set(shelf.odd);
  for (const [one] of changed.values())
    for (const number of mayBe(shelf.matcher, one!.party)) numbers.add(number);
  return [...numbers].sort((a, b) => a - b);
}
