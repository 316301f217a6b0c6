import { type Match, type MatchQuery, NameMatcher } from '../../match/index.ts';
import type { PartyId, RegisterView } from '../../model/index.ts';
import { listedParties } from '../names/listed-parties.ts';
import type { PartyNames } from '../names/party-names.ts';
import { withIdentifiersNamed } from '../screening/by-identifier.ts';
import type { ChangedParties } from './changed-parties.ts';
import type { WatchedParty } from './watched-parties.ts';

/** A watched party that matches the party of a changed entry. */
export interface Rescreened {
  readonly watched: WatchedParty;
  readonly party: PartyId;
  readonly match: Match;
}

export interface RescreenQuestion {
  readonly parties: AsyncIterable<WatchedParty> | Iterable<WatchedParty>;
  readonly changed: ChangedParties['parties'];
  readonly register: RegisterView;
  /** The index of all lists; opened when somebody is named. */
  readonly names: () => PartyNames;
  /** Ask for every party as `screen` does, however many there are. */
  readonly thorough?: boolean;
  /** So many parties are all asked. */
  readonly few?: number;
}

export interface RescreenResult {
  readonly found: readonly Rescreened[];
  /** Parties read. */
  readonly count: number;
}

/** So many are all asked in a few seconds. */
const usuallyFew = 5_000;

/**
 * Whom of a portfolio the changed parties may be, in the order of the portfolio. Who matches is asked as `screen` asks it:
 * the same names, the same index of all lists, the same scores. Of few parties everyone is asked; of many, those who are
 * near a changed party when compared with these alone, which takes a third of the time. `bench/watch.ts` counts what that
 * loses.
 */
export async function rescreen(question: RescreenQuestion): Promise<RescreenResult> {
  const { parties, changed, register, names, thorough = false, few = usuallyFew } = question;
  const found: Rescreened[] = [];
  const ask = (watched: WatchedParty): void => {
    for (const match of names().search(watched.query)) {
      // Ids of the name index are ids of the register it was made from.
      const party = match.id as PartyId;
      if (changed.has(party)) found.push({ watched, party, match });
    }
  };
  const first: WatchedParty[] = [];
  let isNear: ((query: MatchQuery) => boolean) | undefined = thorough ? () => true : undefined;
  let count = 0;
  for await (const given of parties) {
    count++;
    if (changed.size === 0) continue;
    const watched = { ...given, query: withIdentifiersNamed(given.query, register) };
    if (isNear) {
      if (isNear(watched.query)) ask(watched);
      continue;
    }
    first.push(watched);
    if (first.length <= few) continue;
    isNear = nearnessTo(changed);
    for (const one of first.splice(0)) if (isNear(one.query)) ask(one);
  }
  for (const watched of first) ask(watched);
  return { found, count };
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
