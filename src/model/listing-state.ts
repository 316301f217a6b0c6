import type { Day } from './day.ts';

/** What is known of the period of a listing. */
export interface ListingPeriod {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly seen?: Day | undefined;
  readonly absent?: Day | undefined;
}

/** How a listing stands on a day. */
export const listingStates = ['in force', 'ended', 'not yet', 'not known'] as const;
export type ListingState = (typeof listingStates)[number];

/**
 * How a listing stands on a day. Many lists give no day of listing: from the first version that has the entry on it is in
 * force, up to the last version that lacked it it had not begun, and in between, or where no earlier version is held,
 * that is not known. Not known is never taken for not listed.
 */
export function listingState({ from, until, seen, absent }: ListingPeriod, on: Day): ListingState {
  if (until !== undefined && until < on) return 'ended';
  if (from !== undefined) return from <= on ? 'in force' : 'not yet';
  if (seen === undefined || seen <= on) return 'in force';
  return absent !== undefined && on <= absent ? 'not yet' : 'not known';
}

/** Why it is not known whether a listing was in force, and what would settle it. */
export function unknownStart({ seen, absent }: ListingPeriod, inWords: (day: Day) => string): string {
  const first =
    seen === undefined ? 'no day of listing' : `no day of listing; first seen on ${inWords(seen)}`;
  return absent === undefined ? first : `${first}, not there on ${inWords(absent)}`;
}
