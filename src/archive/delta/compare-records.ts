import type { ApproximateDay } from '../../model/day.ts';
import type { Identifier } from '../../model/party.ts';
import type { RecordListing, SourceRecord } from '../../model/source-record.ts';

/** What changed in an entry, in the words of those who act on it. */
export const changeKinds = [
  'added',
  'removed',
  'renamed',
  'alias added',
  'alias removed',
  'alias changed',
  'regime added',
  'regime removed',
  'programme added',
  'programme removed',
  'dates changed',
  'requirement changed',
  'policy changed',
  'citation changed',
  'identifier added',
  'identifier removed',
  'identifier changed',
  'address added',
  'address removed',
  'address changed',
  'country changed',
  'birth changed',
  'kind changed',
  'relation added',
  'relation removed',
  'details changed',
  'remarks changed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One change, with what stood before and what stands now. */
export interface Change {
  readonly kind: ChangeKind;
  /** What it is about, where the kind does not say it: the regime, the kind of identifier. */
  readonly about?: string;
  readonly before?: string;
  readonly after?: string;
}

/** All that differs between two states of one entry; empty where only its place in the file does. */
export function compareRecords(before: SourceRecord, after: SourceRecord): Change[] {
  return [
    ...changed('renamed', primaryName(before), primaryName(after)),
    ...aliasChanges(before, after),
    ...regimeChanges(before.listings, after.listings),
    ...paired('identifier', identifiersByKind(before), identifiersByKind(after)),
    ...paired('address', one(before.addresses.map(addressText)), one(after.addresses.map(addressText))),
    ...changed('country changed', countryText(before), countryText(after)),
    ...changed('birth changed', birthText(before), birthText(after)),
    ...changed('kind changed', before.schema, after.schema),
    ...addedAndRemoved(
      'relation',
      before.relations.map((relation) => relation.text),
      after.relations.map((relation) => relation.text),
    ),
    ...attributeChanges(before, after),
    ...changed('remarks changed', before.remarks.join(' '), after.remarks.join(' ')),
  ];
}

/** The name that an entry goes by. */
export function primaryName(record: SourceRecord): string {
  return (record.names.find((name) => name.kind === 'primary') ?? record.names[0])?.text ?? record.entry;
}

function changed(kind: ChangeKind, before: string, after: string, about?: string): Change[] {
  if (before === after) return [];
  return [
    {
      kind,
      ...(about === undefined ? {} : { about }),
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    },
  ];
}

/** An alias that only became stronger or weaker is changed; the former primary name among the aliases is not new. */
function aliasChanges(before: SourceRecord, after: SourceRecord): Change[] {
  const old = aliases(before);
  const now = aliases(after);
  const changes: Change[] = [];
  for (const [text, kind] of now) {
    const was = old.get(text);
    if (was === undefined) changes.push({ kind: 'alias added', about: kind, after: text });
    else if (was !== kind) changes.push({ kind: 'alias changed', about: text, before: was, after: kind });
  }
  for (const [text, kind] of old)
    if (!now.has(text)) changes.push({ kind: 'alias removed', about: kind, before: text });
  return changes;
}

function aliases(record: SourceRecord): Map<string, string> {
  const primary = primaryName(record);
  return new Map(record.names.filter((name) => name.text !== primary).map((name) => [name.text, name.kind]));
}

function regimeChanges(before: readonly RecordListing[], after: readonly RecordListing[]): Change[] {
  const old = Map.groupBy(before, (listing) => listing.regime);
  const now = Map.groupBy(after, (listing) => listing.regime);
  const changes: Change[] = [];
  for (const regime of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(regime) ?? [];
    const is = now.get(regime) ?? [];
    if (was.length === 0) changes.push({ kind: 'regime added', after: regime });
    if (is.length === 0) changes.push({ kind: 'regime removed', before: regime });
    changes.push(
      ...addedAndRemoved(
        'programme',
        was.flatMap((listing) => listing.programs),
        is.flatMap((listing) => listing.programs),
        regime,
      ),
    );
    if (was.length === 0 || is.length === 0) continue;
    const text = (listings: readonly RecordListing[], read: (listing: RecordListing) => string) =>
      listings.map(read).join('; ');
    changes.push(
      ...changed('dates changed', text(was, datesText), text(is, datesText), regime),
      ...changed(
        'requirement changed',
        text(was, (listing) => listing.requirement ?? ''),
        text(is, (listing) => listing.requirement ?? ''),
        regime,
      ),
      ...changed(
        'policy changed',
        text(was, (listing) => listing.policy ?? ''),
        text(is, (listing) => listing.policy ?? ''),
        regime,
      ),
      ...changed(
        'citation changed',
        text(was, (listing) => listing.citation ?? ''),
        text(is, (listing) => listing.citation ?? ''),
        regime,
      ),
      ...changed(
        'remarks changed',
        text(was, (listing) => listing.remarks ?? ''),
        text(is, (listing) => listing.remarks ?? ''),
        regime,
      ),
    );
  }
  return changes;
}

function datesText(listing: RecordListing): string {
  const dates = [
    ['from', listing.from],
    ['until', listing.until],
    ...Object.entries(listing.dates ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return dates.flatMap(([what, day]) => (day === undefined ? [] : [`${what} ${day}`])).join(', ');
}

function addedAndRemoved(
  what: 'programme' | 'relation',
  before: readonly string[],
  after: readonly string[],
  about?: string,
): Change[] {
  const on = about === undefined ? {} : { about };
  const old = new Set(before);
  const now = new Set(after);
  return [
    ...[...now]
      .filter((text) => !old.has(text))
      .map((text): Change => ({ kind: `${what} added`, ...on, after: text })),
    ...[...old]
      .filter((text) => !now.has(text))
      .map((text): Change => ({ kind: `${what} removed`, ...on, before: text })),
  ];
}

/** One gone and one new of the same kind are one that changed. */
function paired(
  what: 'identifier' | 'address',
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): Change[] {
  const changes: Change[] = [];
  for (const about of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const old = before.get(about) ?? [];
    const now = after.get(about) ?? [];
    const gone = old.filter((text) => !now.includes(text));
    const come = now.filter((text) => !old.includes(text));
    const on = about === '' ? {} : { about };
    if (gone.length === 1 && come.length === 1) {
      changes.push({ kind: `${what} changed`, ...on, before: gone[0]!, after: come[0]! });
      continue;
    }
    for (const text of come) changes.push({ kind: `${what} added`, ...on, after: text });
    for (const text of gone) changes.push({ kind: `${what} removed`, ...on, before: text });
  }
  return changes;
}

function one(texts: readonly string[]): Map<string, string[]> {
  return new Map([['', [...new Set(texts)]]]);
}

function identifiersByKind(record: SourceRecord): Map<string, string[]> {
  const byKind = Map.groupBy(record.identifiers, kindText);
  return new Map(
    [...byKind].map(([kind, all]) => [kind, [...new Set(all.map((identifier) => identifier.value))]]),
  );
}

function kindText({ kind, issuer, label }: Identifier): string {
  const name = kind === 'other' ? (label ?? kind) : kind;
  return issuer === undefined ? name : `${name} (${issuer})`;
}

function addressText(address: { readonly full: string; readonly country?: string }): string {
  return address.country === undefined ? address.full : `${address.full} [${address.country}]`;
}

function countryText(record: SourceRecord): string {
  const parts = [...new Set([...record.countries, ...record.nationalities])].sort();
  return parts.join(', ');
}

function birthText(record: SourceRecord): string {
  const days = record.birthDates.map((day: ApproximateDay) => day.text);
  return [...days, ...record.birthPlaces, ...(record.gender ? [record.gender] : [])].join('; ');
}

function attributeChanges(before: SourceRecord, after: SourceRecord): Change[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  const changes = [...names].sort().flatMap((name) => {
    const [old, now] = [before, after].map((record) => (record.attributes[name] ?? []).join('; '));
    return changed('details changed', old!, now!, name);
  });
  return [
    ...changes,
    ...changed('details changed', before.titles.join('; '), after.titles.join('; '), 'title'),
  ];
}
