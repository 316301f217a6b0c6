import type { Listing, Party } from '../../model/party.ts';
import type { Merge, Register } from '../../model/register.ts';

/** A party with its listings, and why its entries were brought together. */
export type PartyBundle = readonly [Party, readonly Listing[], readonly Merge[]];

/** A register whose parties are made when they are asked for, to be written without ever being held all at once. */
export interface RegisterParts extends Omit<Register, 'parties' | 'listings' | 'merges' | 'doubts'> {
  /** Number of parties. */
  readonly size: number;
  readonly doubts: NonNullable<Register['doubts']>;
  /** In order of party ids; each call makes them anew. */
  bundles(): Iterable<PartyBundle>;
}

export function registerOfParts(parts: RegisterParts): Register {
  const { size: _size, bundles, ...rest } = parts;
  const all = [...bundles()];
  return {
    ...rest,
    parties: all.map(([party]) => party),
    listings: all.flatMap(([, listings]) => listings),
    merges: all.flatMap(([, , merges]) => merges).sort((a, b) => (a.member < b.member ? -1 : 1)),
  };
}

/** A plain register in parts, as it is to be written. */
export function partsOf(register: Register): RegisterParts {
  const { parties, listings, merges = [], doubts = [], ...rest } = register;
  const listingsOf = Map.groupBy(listings, (listing) => listing.party);
  const mergesOf = Map.groupBy(merges, (merge) => merge.party);
  return {
    ...rest,
    doubts,
    size: parties.length,
    *bundles() {
      for (const party of parties)
        yield [party, listingsOf.get(party.id) ?? [], mergesOf.get(party.id) ?? []];
    },
  };
}
