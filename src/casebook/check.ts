import type { BrandFact, CaseEvent, DeviceSignature, Observation } from '../model/casebook.ts';
import type { Day } from '../model/day.ts';
import { isWithin } from '../model/day.ts';
import type { Link, Listing, Party } from '../model/party.ts';
import { percentText, shareText, wholeShare } from '../model/share.ts';
import { identifierDefect } from './identifier-checksum.ts';
import type { Absence, PartyFacts, Placed } from './party-file.ts';
import type { Problems } from './problem.ts';

/** Everything of the casebook that refers to something else in it. */
export interface Checked extends PartyFacts {
  readonly brands: readonly Placed<BrandFact>[];
  readonly signatures: readonly Placed<DeviceSignature>[];
  readonly events: readonly Placed<CaseEvent>[];
  readonly observations: readonly Placed<Observation>[];
  readonly regimes: ReadonlySet<string>;
}

/** Finds what no single file can show: doubled and dangling ids, impossible days, statements that contradict. */
export function checkCasebook(book: Checked, problems: Problems): void {
  const parties = new Map(book.parties.map(({ item }) => [item.id as string, item]));
  refuseDoubled(book, problems);
  refuseDangling(book, parties, problems);
  for (const { item, origin } of book.parties) checkParty(item, origin, problems);
  refuseSharedIdentifiers(book.parties, problems);
  for (const placed of book.listings) checkListing(placed, parties, problems);
  refuseDoubleListings(book.listings, book.absences, problems);
  refuseContradictingLinks(book.links, problems);
  refuseOverfullOwnership(book.links, problems);
  for (const { item, origin } of book.brands) {
    if (item.models !== undefined && !isPattern(item.models)) {
      problems.add(origin, `"${item.models}" is no regular expression.`, 'models');
    }
    if (isInverted(item))
      problems.add(origin, `It would end (${item.until}) before it begins (${item.from}).`, 'until');
  }
}

/** Checks of the signature tables, which are read only when they are asked for. */
export function checkSignatures(
  signatures: readonly Placed<DeviceSignature>[],
  parties: ReadonlySet<string>,
  problems: Problems,
): void {
  refuseDoubledIds(signatures, 'signature', problems);
  for (const { item, origin } of signatures) {
    if (item.maker !== undefined && !parties.has(item.maker)) {
      problems.add(origin, `There is no party "${item.maker}".`, 'maker');
    }
    const isText = item.kind === 'mac prefix' || item.kind === 'cpe' || item.kind === 'favicon';
    if (!isText && !isPattern(item.pattern)) {
      problems.add(origin, `"${item.pattern}" is no regular expression.`, 'pattern');
    }
  }
}

function refuseDoubled(book: Checked, problems: Problems): void {
  refuseDoubledIds(book.parties, 'party', problems);
  refuseDoubledIds(book.listings, 'listing', problems);
  refuseDoubledIds(book.links, 'link', problems);
  refuseDoubledIds(book.brands, 'brand', problems);
  refuseDoubledIds(book.events, 'event', problems);
  refuseDoubledIds(book.observations, 'observation', problems);
}

function refuseDoubledIds(
  rows: readonly Placed<{ readonly id: string }>[],
  what: string,
  problems: Problems,
): void {
  const seen = new Map<string, Placed<unknown>['origin']>();
  for (const { item, origin } of rows) {
    const first = seen.get(item.id);
    if (first) {
      problems.add(
        origin,
        `The ${what} "${item.id}" stands twice; first at ${first.file}:${first.line()}.`,
        'id',
      );
    } else seen.set(item.id, origin);
  }
}

function refuseDangling(book: Checked, parties: ReadonlyMap<string, Party>, problems: Problems): void {
  for (const { item, origin } of book.links) {
    if (!parties.has(item.owner)) problems.add(origin, `There is no party "${item.owner}".`, 'owner');
    if (item.owner === item.owned) problems.add(origin, `"${item.owner}" cannot own itself.`, 'owner');
  }
  for (const { item, origin } of [...book.listings, ...book.absences]) {
    if (!book.regimes.has(item.regime))
      problems.add(origin, `There is no regime "${item.regime}".`, 'regime');
  }
  for (const { item, origin } of book.brands) {
    if (!parties.has(item.maker)) problems.add(origin, `There is no party "${item.maker}".`, 'maker');
  }
  const known = (id: string) => parties.has(id) || book.regimes.has(id);
  for (const { item, origin } of book.events) {
    for (const id of item.subjects) {
      if (!known(id)) problems.add(origin, `There is no party or regime "${id}".`, 'subjects');
    }
    for (const id of item.regimes) {
      if (!book.regimes.has(id)) problems.add(origin, `There is no regime "${id}".`, 'regimes');
    }
  }
  for (const { item, origin } of book.observations) {
    for (const id of item.subject.split(';')) {
      if (id !== '' && !known(id)) problems.add(origin, `There is no party or regime "${id}".`, 'subject');
    }
  }
}

function checkParty(party: Party, origin: Placed<Party>['origin'], problems: Problems): void {
  const primaries = party.names.filter((name) => name.kind === 'primary').length;
  if (primaries !== 1)
    problems.add(origin, `"${party.id}" has ${primaries} primary names; it needs one.`, 'names');
  const texts = new Set<string>();
  for (const { text } of party.names) {
    if (texts.has(text)) problems.add(origin, `"${party.id}" has the name "${text}" twice.`, 'names');
    texts.add(text);
  }
  for (const identifier of party.identifiers) {
    const defect = identifierDefect(identifier);
    if (defect) problems.add(origin, `${identifier.value}: ${defect}.`, 'identifiers');
  }
}

function refuseSharedIdentifiers(parties: readonly Placed<Party>[], problems: Problems): void {
  const holders = new Map<string, string>();
  for (const { item, origin } of parties) {
    for (const { kind, value, issuer } of item.identifiers) {
      const key = `${kind} ${issuer ?? ''} ${value}`;
      const holder = holders.get(key);
      if (holder)
        problems.add(
          origin,
          `The ${kind} ${value} of "${item.id}" is also that of "${holder}".`,
          'identifiers',
        );
      else holders.set(key, item.id);
    }
  }
}

function checkListing(
  { item, origin }: Placed<Listing>,
  parties: ReadonlyMap<string, Party>,
  problems: Problems,
): void {
  if (isInverted(item))
    problems.add(origin, `It would end (${item.until}) before it begins (${item.from}).`, 'until');
  const founded = parties.get(item.party)?.founded;
  if (founded && item.from !== undefined && item.from < founded.earliest) {
    problems.add(
      origin,
      `"${item.party}" would be listed (${item.from}) before it was founded (${founded.text}).`,
      'from',
    );
  }
  for (const [what, day] of Object.entries(item.dates ?? {})) {
    if (item.from !== undefined && day < item.from) {
      problems.add(origin, `"${what}" (${day}) lies before the listing (${item.from}).`, 'dates');
    }
  }
}

function refuseDoubleListings(
  listings: readonly Placed<Listing>[],
  absences: readonly Placed<Absence>[],
  problems: Problems,
): void {
  const byPair = Map.groupBy(listings, ({ item }) => `${item.party} ${item.regime}`);
  for (const rows of byPair.values()) {
    rows.forEach(({ item, origin }, index) => {
      for (const { item: other } of rows.slice(0, index)) {
        if (overlap(item, other)) {
          problems.add(
            origin,
            `"${item.party}" would be listed twice on ${item.regime} at one time.`,
            'from',
          );
        }
      }
    });
  }
  for (const { item: absence, origin } of absences) {
    const rows = byPair.get(`${absence.party} ${absence.regime}`) ?? [];
    if (rows.some(({ item }) => absence.asOf === undefined || isWithin(absence.asOf, item))) {
      problems.add(
        origin,
        `"${absence.party}" is said to be absent from ${absence.regime} and listed on it.`,
        'regime',
      );
    }
  }
}

/**
 * Two statements of ownership about one pair at one time, or of any other kind with shares, would be counted twice. They
 * stand only under one `disputed` tag; a tag that holds a single statement, or statements about different pairs, is an error.
 */
function refuseContradictingLinks(links: readonly Placed<Link>[], problems: Problems): void {
  const byPair = Map.groupBy(links, ({ item }) => `${item.owner} ${item.owned} ${item.kind}`);
  for (const rows of byPair.values()) {
    rows.forEach(({ item, origin }, index) => {
      if (isInverted(item)) {
        problems.add(origin, `It would end (${item.until}) before it begins (${item.from}).`, 'until');
      }
      for (const { item: other } of rows.slice(0, index)) {
        if (!overlap(item, other) || (item.disputed !== undefined && item.disputed === other.disputed))
          continue;
        problems.add(
          origin,
          `Two statements about ${item.owner} and ${item.owned} (${shareText(other.share ?? null)}, ${shareText(item.share ?? null)}) hold at one time. Give both the same "disputed" tag, or periods that do not overlap.`,
          'disputed',
        );
      }
    });
  }
  const byTag = Map.groupBy(
    links.filter(({ item }) => item.disputed !== undefined),
    ({ item }) => item.disputed!,
  );
  for (const [tag, rows] of byTag) {
    const { item, origin } = rows[0]!;
    if (rows.length === 1)
      problems.add(origin, `Nothing else is marked "${tag}"; a dispute needs two statements.`, 'disputed');
    if (
      rows.some(
        (row) =>
          row.item.owner !== item.owner || row.item.owned !== item.owned || row.item.kind !== item.kind,
      )
    ) {
      problems.add(origin, `The tag "${tag}" stands on statements about different pairs.`, 'disputed');
    }
  }
}

/** The least shares of the owners of one party, disputed statements aside, cannot be more than the whole on any day. */
function refuseOverfullOwnership(links: readonly Placed<Link>[], problems: Problems): void {
  const counted = links.filter(
    ({ item }) => item.kind === 'ownership' && item.share && item.disputed === undefined,
  );
  for (const [owned, rows] of Map.groupBy(counted, ({ item }) => item.owned)) {
    const starts = new Set(rows.map(({ item }) => item.from ?? ('0001-01-01' as Day)));
    for (const day of [...starts].sort()) {
      const held = rows.filter(({ item }) => isWithin(day, item));
      const total = held.reduce((sum, { item }) => sum + item.share!.min, 0);
      if (total > wholeShare) {
        problems.add(
          held.at(-1)!.origin,
          `The owners of "${owned}" together hold ${percentText(total)} percent on ${day}.`,
          'share',
        );
        break;
      }
    }
  }
}

interface Span {
  readonly from?: Day;
  readonly until?: Day;
}

function overlap(a: Span, b: Span): boolean {
  return (
    (a.from === undefined || b.until === undefined || a.from <= b.until) &&
    (b.from === undefined || a.until === undefined || b.from <= a.until)
  );
}

function isInverted({ from, until }: Span): boolean {
  return from !== undefined && until !== undefined && until < from;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
