import { Fault, type PartyId, parseDay, type RegimeId, type Verification } from '../model/index.ts';
import type { Standing } from './standing.ts';

/** A listing as a program of one's own knows it: at least the regime. */
export interface OwnListing {
  readonly regime: string;
  /** First and last day, such as `2019-10-09`; without them the listing counts as always in force. */
  readonly from?: string;
  readonly until?: string;
  readonly citation?: string;
  readonly programs?: readonly string[];
  /** How far the listing may be trusted; `secondary` where nothing is said. */
  readonly verified?: Verification;
}

/**
 * Where a party stands by listings that the caller knows, for asking the law without an archive: no owners are looked at.
 * Throws `AS_DAY` for a day that is none, and `AS_CONTRADICTION` where a listing ends before it begins.
 */
export function listedUnder(
  party: { readonly name: string; readonly countries?: readonly string[]; readonly individual?: boolean },
  listings: readonly OwnListing[],
): Standing {
  // The party is known by its name alone, and every listing is its own.
  const id = party.name as PartyId;
  return {
    party: id,
    name: party.name,
    countries: (party.countries ?? []).map((country) => country.toLowerCase()),
    individual: party.individual ?? false,
    entries: listings.map((listing, index) => {
      const from = listing.from === undefined ? {} : { from: parseDay(listing.from, { field: 'from' }) };
      const until = listing.until === undefined ? {} : { until: parseDay(listing.until, { field: 'until' }) };
      if (from.from !== undefined && until.until !== undefined && until.until < from.from)
        throw new Fault(
          'AS_CONTRADICTION',
          `The listing under ${listing.regime} ends on ${until.until}, before it begins on ${from.from}.`,
          { remedy: 'Give the first day as "from" and the last as "until".' },
        );
      return {
        listing: `${listing.regime}:${index + 1}`,
        regime: listing.regime as RegimeId,
        listed: id,
        listedName: party.name,
        ...from,
        ...until,
        citation: listing.citation ?? 'as stated by the caller',
        programs: listing.programs ?? [],
        certainty: 'certain',
        path: [],
        verified: listing.verified ?? 'secondary',
        assumed: false,
      };
    }),
  };
}
