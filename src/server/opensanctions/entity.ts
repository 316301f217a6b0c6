import type { Engine } from '../../engine/index.ts';
import {
  type ApproximateDay,
  addDays,
  type Day,
  type IdentifierKind,
  isWithin,
  type Link,
  type Listing,
  type NameKind,
  type Party,
  percentText,
  type RegimeFamily,
} from '../../model/index.ts';

/** An entity in the form of FollowTheMoney, as clients of OpenSanctions' services read it. */
export interface Entity {
  readonly id: string;
  readonly caption: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
  readonly datasets: readonly string[];
  readonly referents: readonly string[];
  readonly target: boolean;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly last_change: string | null;
}

const propertyOfName: Readonly<Record<NameKind, string>> = {
  primary: 'name',
  alias: 'alias',
  transliteration: 'alias',
  brand: 'alias',
  'weak alias': 'weakAlias',
  former: 'previousName',
};

const propertyOfIdentifier: Partial<Record<IdentifierKind, string>> = {
  LEI: 'leiCode',
  ISIN: 'isinCode',
  USCC: 'uscCode',
  IMO: 'imoNumber',
  MMSI: 'mmsi',
  'call sign': 'callSign',
  passport: 'passportNumber',
  'national id': 'idNumber',
  'tax number': 'taxNumber',
  'registration number': 'registrationNumber',
  BIC: 'swiftBic',
  ticker: 'ticker',
  wallet: 'publicKey',
  UEI: 'uniqueEntityId',
  CAGE: 'cageCode',
  DUNS: 'dunsCode',
  'aircraft serial': 'serialNumber',
  phone: 'phone',
  email: 'email',
  website: 'website',
};

/** Topics say what a listing is about; a list that restricts nothing by itself is only a warning. */
const topicOfFamily: Partial<Record<RegimeFamily, string>> = {
  blocking: 'sanction',
  investment: 'invest.ban',
  'export control': 'export.control',
  debarment: 'debarment',
};

/** The dataset of what no list says but the casebook. */
export const casebookDataset = 'casebook';

/** The lists that say something of a party: those of its listings, and the casebook where it knows it. */
export function datasetsOf(engine: Engine, id: string): string[] {
  const sources = engine.register
    .listingsOf(id)
    .flatMap(({ sourceEntry, otherEntries = [] }) =>
      sourceEntry ? [sourceEntry, ...otherEntries].map((entry) => entry.source) : [casebookDataset],
    );
  const isOfCasebook = !id.includes(':');
  return [...new Set([...sources, ...(isOfCasebook ? [casebookDataset] : [])])].sort();
}

/** A party with what is known of it today; `target` where a listing is in force. */
export function entityOf(engine: Engine, party: Party): Entity {
  const properties = new Map<string, Set<string>>();
  const add = (property: string, ...values: readonly (string | undefined)[]) => {
    for (const value of values) {
      if (!value) continue;
      const known = properties.get(property);
      if (known) known.add(value);
      else properties.set(property, new Set([value]));
    }
  };
  for (const { text, kind } of party.names) add(propertyOfName[kind], text);
  for (const { kind, value } of party.identifiers) add(propertyOfIdentifier[kind] ?? 'idNumber', value);
  add('country', ...party.countries);
  add('nationality', ...party.nationalities);
  add('address', ...party.addresses.map(({ full }) => full));
  add('birthDate', ...party.birthDates.map(dateOf));
  add('birthPlace', ...party.birthPlaces);
  add('gender', party.gender);
  add('incorporationDate', party.schema === 'Person' ? undefined : party.founded && dateOf(party.founded));
  add('position', ...(party.titles ?? []));
  add('notes', ...party.notes);
  const listings = engine.register.listingsOf(party.id);
  const inForce = listings.filter((listing) =>
    isWithin(engine.today, { from: listing.from ?? listing.seen, until: listing.until }),
  );
  const families = new Map(engine.casebook.regimes.map(({ id, family }) => [id, family]));
  add('topics', ...inForce.map(({ regime }) => topicOfFamily[families.get(regime)!] ?? 'reg.warn'));
  add('program', ...inForce.map(({ regime }) => engine.regimeTitle(regime)));
  add('programId', ...inForce.map(({ regime }) => regime));
  const days = listings.flatMap((listing) => dayOf(listing));
  return {
    id: party.id,
    caption: party.caption,
    schema: party.schema,
    properties: Object.fromEntries(
      [...properties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, values]) => [name, [...values]]),
    ),
    datasets: datasetsOf(engine, party.id),
    referents: engine.register.mergesOf(party.id).map(({ member }) => member),
    target: inForce.length > 0,
    first_seen: firstOf(days),
    last_seen: lastOf([
      ...listings.flatMap(publishedOf(engine)),
      ...days.filter((day) => day <= engine.known),
    ]),
    last_change: lastOf(days),
  };
}

/** The days of the list versions that state a listing: nobody was seen on a list after the last one that is held. */
function publishedOf({ versions }: Engine): (listing: Listing) => Day[] {
  const published = new Map(versions.map((version) => [version.sha256, version.published]));
  return ({ sourceEntry, otherEntries = [] }) =>
    [...(sourceEntry ? [sourceEntry] : []), ...otherEntries]
      .map(({ version }) => published.get(version))
      .filter((day) => day !== undefined);
}

function firstOf(days: readonly Day[]): Day | null {
  return days.toSorted()[0] ?? null;
}

function lastOf(days: readonly Day[]): Day | null {
  return days.toSorted().at(-1) ?? null;
}

function dayOf({ from, seen, until }: Listing): Day[] {
  return [from ?? seen, until].filter((day) => day !== undefined);
}

/** Links by the property of FollowTheMoney under which they hang on the party. */
export function adjacentOf(engine: Engine, party: Party): Map<string, Entity[]> {
  const adjacent = new Map<string, Entity[]>();
  for (const link of engine.register.linksOf(party.id)) {
    const isOwner = link.owner === party.id;
    const property = propertyOfLink(link, isOwner);
    const entity = linkEntity(engine, link, isOwner ? 'asset' : 'owner');
    const known = adjacent.get(property);
    if (known) known.push(entity);
    else adjacent.set(property, [entity]);
  }
  return adjacent;
}

/** The entity of a link between parties, by the link's id; both ends are ids. */
export function linkEntityOf(engine: Engine, id: string): Entity | undefined {
  for (const link of engine.register.links()) if (link.id === id) return linkEntity(engine, link, undefined);
  return undefined;
}

/** As FollowTheMoney writes it: a day, a month or a year; what is none of them as the list has it. */
function dateOf({ earliest, latest, text }: ApproximateDay): string {
  if (earliest === latest) return earliest;
  const month = earliest.slice(0, 7);
  if (earliest.endsWith('-01') && latest.startsWith(month) && addDays(latest, 1).endsWith('-01'))
    return month;
  const year = earliest.slice(0, 4);
  return earliest === `${year}-01-01` && latest === `${year}-12-31` ? year : text;
}

function isOwnership({ kind }: Link): boolean {
  return kind === 'ownership' || kind === 'investor' || kind === 'subsidiary' || kind === 'control';
}

/** Every name that `propertyOfLink` gives. */
export const linkProperties: readonly string[] = [
  'ownershipOwner',
  'ownershipAsset',
  'unknownLinkFrom',
  'unknownLinkTo',
];

function propertyOfLink(link: Link, isOwner: boolean): string {
  if (isOwnership(link)) return isOwner ? 'ownershipOwner' : 'ownershipAsset';
  return isOwner ? 'unknownLinkFrom' : 'unknownLinkTo';
}

/** `otherEnd` is the end that is shown whole. */
function linkEntity(engine: Engine, link: Link, otherEnd: 'owner' | 'asset' | undefined): Entity {
  const other = engine.register.party(otherEnd === 'owner' ? link.owner : link.owned);
  const ends = isOwnership(link) ? (['owner', 'asset'] as const) : (['subject', 'object'] as const);
  const end = (id: string, name: 'owner' | 'asset'): unknown =>
    name === otherEnd && other ? entityOf(engine, other) : id;
  const exact = link.share && link.share.min === link.share.max ? percentText(link.share.min) : undefined;
  const properties: Record<string, readonly unknown[]> = {
    [ends[0]]: [end(link.owner, 'owner')],
    [ends[1]]: [end(link.owned, 'asset')],
    role: [link.kind],
    ...(exact === undefined ? {} : { percentage: [exact] }),
    ...(link.from === undefined ? {} : { startDate: [link.from] }),
    ...(link.until === undefined ? {} : { endDate: [link.until] }),
  };
  return {
    id: link.id,
    caption: link.kind,
    schema: isOwnership(link) ? 'Ownership' : 'UnknownLink',
    properties,
    datasets: [casebookDataset],
    referents: [],
    target: false,
    first_seen: link.from ?? null,
    last_seen: link.until ?? null,
    last_change: link.from ?? null,
  };
}
