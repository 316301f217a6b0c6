import {
  type Day,
  type ListingState,
  listingState,
  type PartyId,
  type RegisterView,
} from '../model/index.ts';

/**
 * Titles of the regimes under which a party is listed on a day, in order. Where a list gives no first day, so that it is not
 * known whether that was so by then, the title says it and is not left out.
 */
export function listedOn(
  register: Pick<RegisterView, 'listingsOf'>,
  regimeTitle: (id: string) => string,
  party: PartyId,
  on: Day,
): string[] {
  const listings = register.listingsOf(party);
  const titles = (state: ListingState) =>
    listings
      .filter((listing) => listingState(listing, on) === state)
      .map(({ regime }) => regimeTitle(regime));
  const inForce = new Set(titles('in force'));
  const open = new Set(titles('not known').filter((title) => !inForce.has(title)));
  return [...inForce, ...[...open].map((title) => `${title} (not known whether by then)`)].sort();
}
