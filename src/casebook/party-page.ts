import type { BrandFact, CaseEvent } from '../model/casebook.ts';
import { type Day, isDay, isWithin } from '../model/day.ts';
import { type ListingState, listingState } from '../model/listing-state.ts';
import type { Link, Listing, Party, PartyId } from '../model/party.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Merge, RegisterView } from '../model/register.ts';
import { shareText } from '../model/share.ts';
import type { Casebook } from './casebook.ts';
import { sourceCodes } from './source-book.ts';

/** A listing with what its regime is called and what lies ahead of it on the day. */
export interface ShownListing {
  readonly listing: Listing;
  readonly regime: string;
  /** Days that the regime attached to the entry and that are still to come. */
  readonly ahead: Readonly<Record<string, Day>>;
  /** Days that have come. */
  readonly come: Readonly<Record<string, Day>>;
}

/** A link seen from one of its ends. */
export interface ShownLink {
  readonly link: Link;
  readonly other: PartyId;
  readonly caption: string;
  /** `36.55 %`, or nothing where the kind of link has no share. */
  readonly share?: string;
  /** The source states it for a day after the one shown, so that it may not have held yet. */
  readonly statedLater: boolean;
}

/** Everything that stood about a party on a day, and nothing later. */
export interface PartyPage {
  readonly party: Party;
  readonly on: Day;
  readonly known: Day;
  readonly inForce: readonly ShownListing[];
  /** Listings of which it is not known whether they were in force: the list gives no day, and was seen only later. */
  readonly notKnown: readonly ShownListing[];
  /** Listings that had ended by the day. */
  readonly ended: readonly ShownListing[];
  readonly owners: readonly ShownLink[];
  readonly owned: readonly ShownLink[];
  readonly brands: readonly BrandFact[];
  readonly marks: Readonly<Record<string, number>>;
  readonly timeline: readonly CaseEvent[];
  /** Deadlines after the day; only where the day is not in the past. */
  readonly ahead: readonly CaseEvent[];
  /** Notes have no day of their own and are left out for a day in the past. */
  readonly notes: readonly string[];
  readonly merges: readonly Merge[];
  /** Titles of the sources named on the page, by code. */
  readonly sources: Readonly<Record<string, string>>;
}

export interface PageQuestion {
  readonly party: PartyId;
  readonly on: Day;
  readonly today: Day;
}

/** Gathers the page of a party from the register and the casebook. */
export function partyPage(
  register: RegisterView,
  casebook: Casebook,
  { party: id, on, today }: PageQuestion,
): PartyPage {
  const stored = register.party(id)!;
  const isPast = on < today;
  const party = isPast ? { ...stored, notes: [] } : stored;
  const listings = register.listingsOf(party.id);
  const shownOf = (state: ListingState) =>
    listings
      .filter((listing) => listingState(listing, on) === state)
      .map((listing) => shownListing(listing, on, isPast, casebook))
      .sort(byDay);
  const links = register.linksOf(party.id).filter((link) => isWithin(on, link));
  const seenFrom = (end: 'owner' | 'owned') =>
    links
      .filter((link) => link[end === 'owner' ? 'owned' : 'owner'] === party.id)
      .map((link) => shownLink(link, link[end], register, on))
      .sort(byWeight);
  const owners = seenFrom('owner');
  const owned = seenFrom('owned');
  const brands = casebook.brands.filter((brand) => brand.maker === party.id && isWithin(on, brand));
  const about = casebook.events.filter((event) => event.subjects.includes(party.id));
  const isKnown = (event: CaseEvent) => event.day.latest <= register.known;
  const timeline = about.filter((event) => event.day.latest <= on && isKnown(event)).sort(byEarliest);
  const ahead = isPast
    ? []
    : about.filter((event) => event.day.latest > on && event.status === 'deadline').sort(byEarliest);
  const page = {
    party,
    on,
    known: register.known,
    inForce: shownOf('in force').map((shown) => withoutLaterEnd(shown, on, isPast)),
    notKnown: shownOf('not known').map((shown) => withoutLaterEnd(shown, on, isPast)),
    ended: shownOf('ended'),
    owners,
    owned,
    brands,
    marks: countMarks(casebook, party.id),
    timeline,
    ahead,
    notes: party.notes,
    merges: register.mergesOf(party.id),
  };
  return { ...page, sources: sourcesOf(page, casebook) };
}

function shownListing(listing: Listing, on: Day, isPast: boolean, casebook: Casebook): ShownListing {
  const dates = Object.entries(listing.dates ?? {});
  // A footnote that came later was no part of the entry yet: its day is kept as `<programme> from`.
  const later = new Set(dates.filter(([, day]) => day > on).map(([what]) => what));
  const programs = listing.programs.filter((program) => !later.has(`${program} from`));
  const added = new Set(listing.programs.map((program) => `${program} from`));
  const ahead = dates.filter(([what]) => later.has(what) && !added.has(what));
  const come = dates.filter(([what]) => !later.has(what));
  const { remarks: _undated, ...dated } = listing;
  return {
    listing: { ...(isPast ? dated : listing), programs },
    regime: casebook.regimes.find((regime) => regime.id === listing.regime)?.short ?? listing.regime,
    ahead: Object.fromEntries(ahead),
    come: Object.fromEntries(come),
  };
}

/** On a day in the past nobody could say yet when the listing would end. */
function withoutLaterEnd(shown: ShownListing, on: Day, isPast: boolean): ShownListing {
  const { until, ...rest } = shown.listing;
  return isPast && until !== undefined && until >= on ? { ...shown, listing: rest } : shown;
}

function shownLink(link: Link, other: PartyId, register: RegisterView, on: Day): ShownLink {
  return {
    link,
    other,
    caption: register.party(other)?.caption ?? other,
    ...(link.share === undefined ? {} : { share: shareText(link.share) }),
    statedLater: statedAfter(link.asOf, on),
  };
}

/** Whether `2025-02` or `2021 to 2023` begins after the day. Words without a year at their beginning say nothing. */
function statedAfter(asOf: string | undefined, on: Day): boolean {
  const [, year, month = '01', date = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(asOf ?? '') ?? [];
  const first = `${year}-${month}-${date}`;
  return isDay(first) && first > on;
}

function countMarks(casebook: Casebook, party: PartyId): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { maker, kind } of casebook.signatures) {
    if (maker === party) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function sourcesOf(page: Omit<PartyPage, 'sources'>, casebook: Casebook): Record<string, string> {
  const facts: (Provenance | undefined)[] = [
    ...page.party.provenance,
    ...[...page.party.names, ...page.party.identifiers, ...page.party.addresses].map(
      (fact) => fact.provenance,
    ),
    ...[...page.inForce, ...page.notKnown, ...page.ended].flatMap(({ listing }) => [
      listing.provenance,
      ...Object.values(listing.fieldProvenance ?? {}),
      ...(listing.alsoStatedBy ?? []),
    ]),
    ...[...page.owners, ...page.owned].map(({ link }) => link.provenance),
    ...page.brands.map((brand) => brand.provenance),
    ...[...page.timeline, ...page.ahead].map((event) => event.provenance),
  ];
  const codes = new Set(facts.flatMap((fact) => (fact ? sourceCodes(fact.source) : [])));
  const number = (code: string) => Number(/\d+$/.exec(code)?.[0] ?? 0);
  const inOrder = [...codes].sort((a, b) =>
    a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : number(a) - number(b) || (a < b ? -1 : 1),
  );
  const titles = inOrder.flatMap((code) => {
    const title = casebook.sources[code];
    return title === undefined ? [] : [[code, title] as const];
  });
  return Object.fromEntries(titles);
}

function byDay(a: ShownListing, b: ShownListing): number {
  const [left, right] = [a, b].map(({ listing }) => `${listing.from ?? listing.seen ?? ''} ${listing.id}`);
  return left! < right! ? -1 : 1;
}

function byEarliest(a: CaseEvent, b: CaseEvent): number {
  return a.day.earliest < b.day.earliest ? -1 : a.day.earliest > b.day.earliest ? 1 : a.id < b.id ? -1 : 1;
}

/** Ownership before other kinds, larger shares first. */
function byWeight(a: ShownLink, b: ShownLink): number {
  const isOther = (shown: ShownLink) => (shown.link.kind === 'ownership' ? 0 : 1);
  return (
    isOther(a) - isOther(b) ||
    (b.link.share?.max ?? 0) - (a.link.share?.max ?? 0) ||
    (a.link.id < b.link.id ? -1 : 1)
  );
}
