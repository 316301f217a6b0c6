import type { RecordListing } from '../../model/source-record.ts';
import type { Draft } from '../record-draft.ts';

/**
 * Adds a listing, or, where the entry has one of the same regulation and day, what the new one says beyond it: the rows of
 * a designation repeat its listing, but not every row has the measures and reasons.
 */
export function mergeListing(draft: Draft, listing: RecordListing): void {
  const at = draft.listings.findIndex(
    (known) => known.programs[0] === listing.programs[0] && known.from === listing.from,
  );
  const known = draft.listings[at];
  if (!known) {
    draft.listings.push(listing);
    return;
  }
  const requirement = joined(known.requirement, listing.requirement);
  const remarks = joined(known.remarks, listing.remarks);
  draft.listings[at] = {
    ...listing,
    ...known,
    ...(requirement ? { requirement } : {}),
    ...(remarks ? { remarks } : {}),
  };
}

function joined(known: string | undefined, more: string | undefined): string | undefined {
  if (!known || !more) return known ?? more;
  return known.includes(more) ? known : `${known}; ${more}`;
}
