import type { AssumedLicence, AssumedRule } from '../law/index.ts';
import {
  type Assumption,
  addDays,
  type Link,
  type Listing,
  type PartyId,
  type Regime,
  type RegimeId,
  type RegisterView,
} from '../model/index.ts';

/** The register's listings and links under a scenario's assumptions. */
export interface SupposedRegister {
  listingsOf(party: PartyId): readonly Listing[];
  linksOf(party: PartyId): readonly Link[];
  links(): Iterable<Link>;
  readonly licences: readonly AssumedLicence[];
  readonly rules: readonly AssumedRule[];
}

/** The regime that a listing belongs to: a programme of its own where its tag has one, else that of the list. */
export function createRegimeOf(regimes: readonly Regime[]): (listing: Listing) => RegimeId {
  const parts = regimes.filter((regime) => regime.partOf !== undefined);
  return (listing) =>
    parts.find(
      ({ partOf }) =>
        partOf!.regime === listing.regime && listing.programs.some((tag) => partOf!.programs.includes(tag)),
    )?.id ?? listing.regime;
}

const supposedProvenance = { source: 'assumption', verified: 'invented' } as const;

/** Applies the assumptions. Assumed listings carry ids that begin with `assumed:`. */
export function suppose(view: RegisterView, assumptions: readonly Assumption[]): SupposedRegister {
  const added = new Map<PartyId, Listing[]>();
  const delistings = assumptions.filter((one) => one.kind === 'delisting');
  const divestments = assumptions.filter((one) => one.kind === 'divestment');
  const belowOf = new Map<PartyId, ReadonlySet<PartyId>>();
  const below = (party: PartyId) => {
    const known = belowOf.get(party) ?? partiesBelow(view, party);
    belowOf.set(party, known);
    return known;
  };
  const licences: AssumedLicence[] = [];
  const rules: AssumedRule[] = [];
  for (const one of assumptions) {
    if (one.kind === 'listing') append(added, one.party, supposedListing(one));
    else if (one.kind === 'licence') licences.push(one);
    else if (one.kind === 'rule') rules.push(one);
  }
  const cutListing = (listing: Listing): Listing => {
    const end = delistings.find(
      (one) =>
        sameRegime(one.regime, listing) &&
        // What is listed only as belonging to somebody else goes with that listing; ownership is then asked anew.
        (one.party === listing.party || (listing.basis === 'derived' && below(one.party).has(listing.party))),
    );
    if (!end) return listing;
    const until = addDays(end.from, -1);
    return listing.until !== undefined && listing.until <= until ? listing : { ...listing, until };
  };
  // A supposed listing can be ended by a supposed delisting: applying and undoing gives nothing.
  for (const [party, list] of added) {
    added.set(
      party,
      list
        .map(cutListing)
        .filter(({ from, until }) => from === undefined || until === undefined || from <= until),
    );
  }
  const moved = divestments.flatMap((one) => movedLinks(view, one));
  const cutLink = (link: Link): Link => {
    const end = divestments.find((one) => one.owner === link.owner && one.owned === link.owned);
    if (!end || (link.until !== undefined && link.until < end.from)) return link;
    return { ...link, until: addDays(end.from, -1) };
  };
  const plain = assumptions.length === 0;
  return {
    listingsOf: (party) =>
      plain
        ? view.listingsOf(party)
        : [...view.listingsOf(party).map(cutListing), ...(added.get(party) ?? [])],
    linksOf: (party) =>
      divestments.length === 0
        ? view.linksOf(party)
        : [
            ...view.linksOf(party).map(cutLink),
            ...moved.filter((link) => link.owner === party || link.owned === party),
          ],
    *links() {
      for (const link of view.links()) yield divestments.length === 0 ? link : cutLink(link);
      yield* moved;
    },
    licences,
    rules,
  };
}

/** Everybody whom links lead to from an owner downward, whatever the share and the day. */
function partiesBelow(view: RegisterView, owner: PartyId): Set<PartyId> {
  const below = new Set<PartyId>();
  const open = [owner];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const link of view.linksOf(at)) {
      if (link.owner !== at || below.has(link.owned) || link.owned === owner) continue;
      below.add(link.owned);
      open.push(link.owned);
    }
  }
  return below;
}

function sameRegime(regime: RegimeId, listing: Listing): boolean {
  return regime === listing.regime || (regime.startsWith('us-ofac-sdn') && listing.regime === 'us-ofac-sdn');
}

function supposedListing(one: Extract<Assumption, { kind: 'listing' }>): Listing {
  return {
    id: `assumed:${one.party}:${one.regime}:${one.from}`,
    party: one.party,
    regime: one.regime,
    from: one.from,
    ...(one.until === undefined ? {} : { until: one.until }),
    citation: 'assumed listing',
    programs: one.program === undefined ? [] : [one.program],
    basis: 'named',
    provenance: supposedProvenance,
  };
}

/** What remains with the seller, and what the buyer gets, from the day of a divestment. */
function movedLinks(view: RegisterView, one: Extract<Assumption, { kind: 'divestment' }>): Link[] {
  const held = view
    .linksOf(one.owner)
    .find((link) => link.owner === one.owner && link.owned === one.owned && link.share !== undefined);
  const links: Link[] = [];
  const base = {
    kind: 'ownership',
    owned: one.owned,
    from: one.from,
    provenance: supposedProvenance,
  } as const;
  const keeps = one.share === null || one.share.max > 0;
  if (keeps)
    links.push({ ...base, id: `assumed:${one.owner}:${one.owned}`, owner: one.owner, share: one.share });
  if (one.to !== undefined)
    links.push({
      ...base,
      id: `assumed:${one.to}:${one.owned}`,
      owner: one.to,
      share: keeps ? null : (held?.share ?? null),
    });
  return links;
}

function append<T>(map: Map<PartyId, T[]>, key: PartyId, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
