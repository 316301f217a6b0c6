import type { Listing, Regime } from '../../model/index.ts';
import { namesList, sources } from '../../sources/index.ts';

/**
 * Whether a listing is on one of the lists that a screening is confined to: by the entries that state it; where only the
 * casebook does, by the regimes that those lists are about.
 */
export function isOnLists(
  lists: readonly string[],
  regimes: readonly Regime[],
): (listing: Listing) => boolean {
  const about = new Set(sources.filter(({ id }) => namesList(lists, id)).flatMap((source) => source.regimes));
  for (const { id, partOf } of regimes) if (partOf && about.has(partOf.regime)) about.add(id);
  return ({ sourceEntry, otherEntries = [], regime }) =>
    sourceEntry === undefined
      ? about.has(regime)
      : [sourceEntry, ...otherEntries].some(({ source }) => namesList(lists, source));
}
