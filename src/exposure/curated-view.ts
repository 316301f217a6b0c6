import type { Listing, Party, RegisterView } from '../model/index.ts';

/**
 * The register with the casebook's days and citations on the listings that it knows. A list prints the day of
 * publication of an entry, or none; the casebook states the day from which it has effect, and the rule that it rests
 * on. Both citations are kept; what the list says of policy and programmes stays.
 */
export function curatedView(view: RegisterView, ofCasebook: readonly Listing[]): RegisterView {
  const known = new Map(ofCasebook.map((listing) => [listing.id, listing]));
  if (known.size === 0) return view;
  const curate = (listing: Listing): Listing => {
    const stated = known.get(listing.id);
    return stated === undefined || stated === listing ? listing : together(listing, stated);
  };
  const remembered = new Map<string, readonly Listing[]>();
  // The words of a proof name the same parties again and again, and each is decoded from the archive when asked for.
  const rememberedParties = new Map<string, Party | undefined>();
  return {
    known: view.known,
    hash: view.hash,
    versions: view.versions,
    size: view.size,
    resolve: (id) => view.resolve(id),
    party(id) {
      if (rememberedParties.has(id)) return rememberedParties.get(id);
      const party = view.party(id);
      if (rememberedParties.size > 20_000) rememberedParties.clear();
      rememberedParties.set(id, party);
      return party;
    },
    listingsOf(id) {
      let listings = remembered.get(id);
      if (!listings) {
        listings = view.listingsOf(id).map(curate);
        if (remembered.size > 20_000) remembered.clear();
        remembered.set(id, listings);
      }
      return listings;
    },
    linksOf: (id) => view.linksOf(id),
    mergesOf: (id) => view.mergesOf(id),
    parties: () => view.parties(),
    names: () => view.names(),
    *listings() {
      for (const listing of view.listings()) yield curate(listing);
    },
    links: () => view.links(),
    redirects: view.redirects,
    doubts: view.doubts,
  };
}

function together(listing: Listing, stated: Listing): Listing {
  const { untilInferred: _, ...rest } = listing;
  // A list that no longer has the entry may end it only where the casebook does not say that it lasts.
  const until = stated.until ?? listing.until;
  const citation = listing.citation.includes(stated.citation)
    ? listing.citation
    : `${stated.citation}; ${listing.citation}`;
  return {
    ...rest,
    ...(stated.from === undefined ? {} : { from: stated.from }),
    ...(until === undefined ? {} : { until }),
    citation,
    programs: [...new Set([...stated.programs, ...listing.programs])],
    ...(stated.dates || listing.dates ? { dates: { ...listing.dates, ...stated.dates } } : {}),
  };
}
