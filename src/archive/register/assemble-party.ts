import type { Address, Identifier, Name, NameKind, Party, PartySchema } from '../../model/party.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import type { EntryHistory, Stated } from './entry-history.ts';
import type { Member } from './member.ts';
import type { Cluster } from './merge-parties.ts';

/** The party that the members together describe: every name, identifier and address once, in order of members. */
export function assembleParty(cluster: Cluster): Party {
  const members = cluster.members.map(withRecord);
  if (members.length === 1) return partyOfOne(members[0]!);
  const described = members.map(descriptionOf);
  const gender = described.find((facts) => facts.gender)?.gender;
  const founded = described.find((facts) => facts.founded)?.founded;
  const titles = unique(
    described.flatMap((facts) => facts.titles ?? []),
    (title) => title,
  );
  const attributes = joinAttributes(described.map((facts) => facts.attributes ?? {}));
  return {
    id: cluster.id,
    schema: schemaOf(described.map((facts) => facts.schema)),
    caption: captionOf(members),
    names: joinNames(described.flatMap((facts) => facts.names)),
    identifiers: unique(
      described.flatMap((facts) => facts.identifiers),
      identifierKey,
    ),
    countries: unique(
      described.flatMap((facts) => facts.countries),
      (country) => country,
    ),
    addresses: unique(
      described.flatMap((facts) => facts.addresses),
      addressKey,
    ),
    birthDates: unique(
      described.flatMap((facts) => facts.birthDates),
      (day) => `${day.earliest} ${day.latest}`,
    ),
    birthPlaces: unique(
      described.flatMap((facts) => facts.birthPlaces),
      (place) => place,
    ),
    nationalities: unique(
      described.flatMap((facts) => facts.nationalities),
      (country) => country,
    ),
    ...(gender ? { gender } : {}),
    ...(founded ? { founded } : {}),
    ...(titles.length > 0 ? { titles } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    notes: unique(
      described.flatMap((facts) => facts.notes),
      (note) => note,
    ),
    provenance: unique(
      members.flatMap((member) => provenanceOf(member)),
      (provenance) => JSON.stringify(provenance),
    ),
  };
}

/** A member with what its entry states, read once. */
type Described =
  | Extract<Member, { kind: 'casebook' }>
  | (Extract<Member, { kind: 'entry' }> & { readonly record: SourceRecord });

function withRecord(member: Member): Described {
  return member.kind === 'casebook' ? member : { ...member, record: member.history.record() };
}

function partyOfOne(member: Described): Party {
  if (member.kind === 'casebook') return member.party;
  const { record } = member;
  const relations = record.relations.map((relation) => relation.text);
  return {
    id: member.id,
    schema: record.schema,
    caption: captionOf([member]),
    names: record.names,
    identifiers: record.identifiers,
    countries: record.countries,
    addresses: record.addresses,
    birthDates: record.birthDates,
    birthPlaces: record.birthPlaces,
    nationalities: record.nationalities,
    ...(record.gender ? { gender: record.gender } : {}),
    ...(record.titles.length > 0 ? { titles: record.titles } : {}),
    ...(Object.keys(record.attributes).length > 0 ? { attributes: record.attributes } : {}),
    notes: relations.length > 0 ? [...record.remarks, ...relations] : record.remarks,
    provenance: provenanceOf(member),
  };
}

type Description = Omit<Party, 'id' | 'caption' | 'provenance'>;

function descriptionOf(member: Described): Description {
  if (member.kind === 'casebook') return member.party;
  const { record } = member;
  return { ...record, notes: [...record.remarks, ...record.relations.map((relation) => relation.text)] };
}

/** The casebook's caption, else the primary name of the entry that is listed still, else of the first. */
function captionOf(members: readonly Described[]): string {
  const [first] = members;
  if (first!.kind === 'casebook') return first!.party.caption;
  const entries = members.flatMap((member) => (member.kind === 'entry' ? [member] : []));
  const { history, record } = entries.find((entry) => entry.history.gone === undefined) ?? entries[0]!;
  const { names } = record;
  return (
    (names.find((name) => name.kind === 'primary') ?? names[0])?.text ?? `${history.source} ${history.entry}`
  );
}

/** The first that says more than that it is a legal entity. */
function schemaOf(schemas: readonly PartySchema[]): PartySchema {
  return schemas.find((schema) => schema !== 'LegalEntity') ?? 'LegalEntity';
}

const strength: readonly NameKind[] = [
  'primary',
  'alias',
  'former',
  'transliteration',
  'brand',
  'weak alias',
];

/** Each text once, under the strongest kind that any source gives it. */
function joinNames(names: readonly Name[]): Name[] {
  const byText = new Map<string, Name>();
  for (const name of names) {
    const known = byText.get(name.text);
    if (!known) byText.set(name.text, name);
    else if (strength.indexOf(name.kind) < strength.indexOf(known.kind))
      byText.set(name.text, { ...known, kind: name.kind });
  }
  return [...byText.values()];
}

function joinAttributes(all: readonly NonNullable<Party['attributes']>[]): Record<string, readonly string[]> {
  const joined: Record<string, readonly string[]> = {};
  for (const attributes of all) {
    for (const [name, values] of Object.entries(attributes)) {
      joined[name] = unique([...(joined[name] ?? []), ...values], (value) => value);
    }
  }
  return joined;
}

function identifierKey({ kind, value, issuer }: Identifier): string {
  return [kind, value, issuer].join('|');
}

function addressKey({ full, country }: Address): string {
  return `${full}|${country}`;
}

function provenanceOf(member: Member): readonly Provenance[] {
  if (member.kind === 'casebook') return member.party.provenance;
  return [entryProvenance(member.history, member.history.version)];
}

/** What a list says is verified in the list; what a third party's extract says of it is secondary. */
export function entryProvenance(history: EntryHistory, stated: Stated, note = ''): Provenance {
  const isExtract = stated.completeness === 'extract';
  const version = `entry ${history.entry}, ${isExtract ? 'extract' : 'version'} of ${stated.published}`;
  return {
    source: history.source,
    verified: isExtract ? 'secondary' : 'verified',
    note: note ? `${version}; ${note}` : version,
  };
}

/** Each once, in order. What is short by itself is given back as it is: most parties are one entry. */
function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  if (items.length < 2) return items;
  const kept = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!kept.has(key)) kept.set(key, item);
  }
  return [...kept.values()];
}
