// Not through the room's index, which opens everything: a command has to start quickly.
import { namesakeLikeness } from '../exposure/namesake-likeness.ts';
import { queryKindOfSchema } from '../match/index.ts';
import { type Day, listingState, type PartyId } from '../model/index.ts';
import type { Engine } from './engine.ts';

/** Somebody listed under the same or nearly the same name, who may be the same party and is kept apart. */
export interface Namesake {
  readonly party: string;
  readonly caption: string;
  readonly score: number;
  /** Short names of the regimes whose listings are in force on the day, or may be. */
  readonly listedOn: readonly string[];
}

/** Many lists may have the name, and the one that bars need not come first. */
const mostNamesakes = 50;

/**
 * Who else is listed on a day under the name of a party or one that is like it, or under the name by which it was asked
 * for; best first. Entries of lists that share no identifier are not brought together, since a name alone identifies
 * nobody; but what one entry is free of another may bar, and that has to be said beside it. Those that ownership links
 * with the party are left out: they are known to be others.
 */
export function namesakesOf(
  { register, names, regimeTitle }: Pick<Engine, 'register' | 'names' | 'regimeTitle'>,
  id: PartyId,
  on: Day,
  asked?: string,
): Namesake[] {
  const party = register.party(id);
  if (!party) return [];
  const linked = new Set(register.linksOf(id).flatMap(({ owner, owned }) => [owner, owned]));
  // Whoever asks by an identifier asks for the name of its holder, too.
  const called = new Set([...(asked === undefined ? [] : [asked]), party.caption]);
  const query = { names: [...called], kind: queryKindOfSchema(party.schema) };
  const found: Namesake[] = [];
  for (const match of names.search(query, { threshold: namesakeLikeness })) {
    // Ids of the index are ids of the register it was made from.
    const other = match.id as PartyId;
    if (other === id || linked.has(other) || match.score < namesakeLikeness) continue;
    const listings = register
      .listingsOf(other)
      .filter((listing) => ['in force', 'not known'].includes(listingState(listing, on)));
    if (listings.length === 0) continue;
    found.push({
      party: other,
      caption: register.party(other)?.caption ?? other,
      score: match.score,
      listedOn: [...new Set(listings.map(({ regime }) => regimeTitle(regime)))].sort(),
    });
    if (found.length === mostNamesakes) break;
  }
  return found;
}
