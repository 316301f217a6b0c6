import { z } from 'zod';
import { type Day, daySchema, parseApproximateDay } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import {
  type Address,
  type Identifier,
  identifierKinds,
  type Link,
  type Listing,
  linkKinds,
  type Name,
  nameKinds,
  type Party,
  type PartyId,
  partySchemas,
  type RegimeId,
} from '../model/party.ts';
import { type Provenance, verificationSchema } from '../model/provenance.ts';
import { exactShare, type Share, shareBetween } from '../model/share.ts';
import type { Origin } from './problem.ts';
import type { YamlDocument } from './yaml-document.ts';

/** Every fact has these two; a fact without either is refused. */
const fact = { source: z.string().min(1), verified: verificationSchema, note: z.string().min(1).optional() };
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'an id is lower-case words with hyphens' });
const country = z.string().regex(/^[a-z]{2}$/, { error: 'a country is two lower-case letters' });
const approximateDay = z.string().refine(isApproximateDay, { error: 'not a year, month or day' });
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?$/, { error: "a share is a quoted percentage, such as '36.55'" });

/** A share: quoted percent, `unknown`, or an interval. */
const share = z
  .union([percent, z.literal('unknown'), z.strictObject({ min: percent, max: percent })])
  .transform((input, context): Share | null => {
    try {
      if (input === 'unknown') return null;
      return typeof input === 'string' ? exactShare(input) : shareBetween(input.min, input.max);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      context.addIssue({ code: 'custom', message: error.message.replace(/\.$/, '') });
      return z.NEVER;
    }
  });

function isApproximateDay(text: string): boolean {
  try {
    parseApproximateDay(text);
    return true;
  } catch {
    return false;
  }
}

const listingSchema = z.strictObject({
  regime: id,
  from: daySchema.optional(),
  until: daySchema.optional(),
  /** Day of a published list that has the entry, where the list gives no first day. */
  seen: daySchema.optional(),
  citation: z.string().min(1),
  basis: z.enum(['named', 'derived']).default('named'),
  programs: z.array(z.string().min(1)).default([]),
  requirement: z.string().optional(),
  policy: z.string().optional(),
  dates: z.record(z.string(), daySchema).optional(),
  remarks: z.string().optional(),
  source: z.string().min(1),
  verified: verificationSchema,
  flags: z
    .partialRecord(
      z.enum(['from', 'until', 'citation', 'programs', 'policy', 'dates', 'requirement']),
      z.strictObject(fact),
    )
    .optional(),
});

const ownerSchema = z.strictObject({
  owner: id,
  kind: z.enum(linkKinds).default('ownership'),
  share: share.optional(),
  basis: z.enum(['voting', 'economic', 'unstated']).optional(),
  from: daySchema.optional(),
  until: daySchema.optional(),
  asOf: z.string().min(1).optional(),
  disputed: id.optional(),
  ...fact,
});

const partySchema = z.strictObject({
  id,
  schema: z.enum(partySchemas),
  names: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        kind: z.enum(nameKinds),
        script: z
          .string()
          .regex(/^[A-Z][a-z]{3}$/)
          .optional(),
        language: z.string().optional(),
        ...fact,
      }),
    )
    .min(1),
  identifiers: z
    .array(
      z.strictObject({
        kind: z.enum(identifierKinds),
        value: z.string().min(1),
        issuer: z.string().optional(),
        label: z.string().optional(),
        ...fact,
      }),
    )
    .default([]),
  countries: z.array(z.strictObject({ value: country, ...fact })).default([]),
  addresses: z
    .array(
      z.strictObject({
        full: z.string().min(1),
        street: z.string().optional(),
        city: z.string().optional(),
        region: z.string().optional(),
        postalCode: z.string().optional(),
        country: country.optional(),
        ...fact,
      }),
    )
    .default([]),
  births: z
    .array(z.strictObject({ value: approximateDay, place: z.string().optional(), ...fact }))
    .default([]),
  nationalities: z.array(z.strictObject({ value: country, ...fact })).default([]),
  gender: z.strictObject({ value: z.enum(['male', 'female', 'other']), ...fact }).optional(),
  founded: z.strictObject({ value: approximateDay, ...fact }).optional(),
  listings: z.array(listingSchema).default([]),
  /** Regimes on which somebody looked and found that the party does not stand. */
  absent: z.array(z.strictObject({ regime: id, asOf: daySchema.optional(), ...fact })).default([]),
  owners: z.array(ownerSchema).default([]),
  notes: z
    .array(
      z.strictObject({ text: z.string().min(1), source: z.string().min(1), verified: verificationSchema }),
    )
    .default([]),
});

export const partyFileSchema = z.array(partySchema);
type PartyInput = z.output<typeof partySchema>;

/** Something read, with the place it stands at. */
export interface Placed<Item> {
  readonly item: Item;
  readonly origin: Origin;
}

/** A statement that a party is not on a regime. */
export interface Absence {
  readonly party: PartyId;
  readonly regime: RegimeId;
  readonly asOf: Day | undefined;
  readonly provenance: Provenance;
}

export interface PartyFacts {
  readonly parties: Placed<Party>[];
  readonly listings: Placed<Listing>[];
  readonly links: Placed<Link>[];
  readonly absences: Placed<Absence>[];
  /** Every provenance of the files, for the check of source codes and flags. */
  readonly provenances: Placed<Provenance>[];
}

/** Turns the parties of one file into the model's words and adds them to `into`. */
export function addParties(
  document: YamlDocument<PartyInput[]>,
  into: PartyFacts,
  regimeTitle: (id: string) => string,
): void {
  document.value?.forEach((input, at) => {
    const flag = (row: FactInput, ...path: (string | number)[]): Provenance => {
      const provenance = provenanceOf(row);
      into.provenances.push({ item: provenance, origin: document.at([at, ...path]) });
      return provenance;
    };
    into.parties.push({ item: partyOf(input, flag, regimeTitle), origin: document.at([at]) });
    input.listings.forEach((row, index) => {
      const origin = document.at([at, 'listings', index]);
      into.listings.push({ item: listingOf(input.id, row, flag, index), origin });
    });
    input.owners.forEach((row, index) => {
      const origin = document.at([at, 'owners', index]);
      into.links.push({ item: linkOf(input.id, row, flag(row, 'owners', index)), origin });
    });
    input.absent.forEach((row, index) => {
      into.absences.push({
        item: {
          party: input.id as PartyId,
          regime: row.regime as RegimeId,
          asOf: row.asOf,
          provenance: flag(row, 'absent', index),
        },
        origin: document.at([at, 'absent', index]),
      });
    });
  });
}

interface FactInput {
  readonly source: string;
  readonly verified: Provenance['verified'];
  readonly note?: string | undefined;
}
type Flag = (row: FactInput, ...path: (string | number)[]) => Provenance;

function provenanceOf({ source, verified, note }: FactInput): Provenance {
  return { source, verified, ...(note === undefined ? {} : { note }) };
}

// Ids are branded here, where the schema has checked their form; whether they exist is checked over all files.
function partyOf(input: PartyInput, flag: Flag, regimeTitle: (id: string) => string): Party {
  const names = input.names.map(
    (row, index): Name => ({
      text: row.text,
      kind: row.kind,
      ...optional('script', row.script),
      ...optional('language', row.language),
      provenance: flag(row, 'names', index),
    }),
  );
  const covering = (what: string, row: FactInput, ...path: (string | number)[]): Provenance => {
    const { source, verified, note } = flag(row, ...path);
    return { source, verified, note: note === undefined ? what : `${what}: ${note}` };
  };
  const provenance: Provenance[] = [
    ...input.countries.map((row, index) => covering(`country ${row.value}`, row, 'countries', index)),
    ...input.nationalities.map((row, index) =>
      covering(`nationality ${row.value}`, row, 'nationalities', index),
    ),
    ...input.births.map((row, index) => covering(`born ${row.value}`, row, 'births', index)),
    ...(input.gender ? [covering('gender', input.gender, 'gender')] : []),
    ...(input.founded ? [covering(`founded ${input.founded.value}`, input.founded, 'founded')] : []),
  ];
  const notes = [
    ...input.notes.map((row, index) => flagged(row.text, flag(row, 'notes', index))),
    ...input.absent.map((row) => flagged(absenceText(row, regimeTitle), row)),
  ];
  const primary = names.find((name) => name.kind === 'primary');
  return {
    id: input.id as PartyId,
    schema: input.schema,
    caption: (primary ?? names[0]!).text,
    names,
    identifiers: input.identifiers.map(
      (row, index): Identifier => ({
        kind: row.kind,
        value: row.value,
        ...optional('issuer', row.issuer),
        ...optional('label', row.label),
        provenance: flag(row, 'identifiers', index),
      }),
    ),
    countries: input.countries.map((row) => row.value),
    addresses: input.addresses.map(
      ({ full, street, city, region, postalCode, country: land, ...row }, index): Address => ({
        full,
        ...optional('street', street),
        ...optional('city', city),
        ...optional('region', region),
        ...optional('postalCode', postalCode),
        ...optional('country', land),
        provenance: flag(row, 'addresses', index),
      }),
    ),
    birthDates: input.births.map((row) => parseApproximateDay(row.value)),
    birthPlaces: input.births.flatMap((row) => (row.place === undefined ? [] : [row.place])),
    nationalities: input.nationalities.map((row) => row.value),
    ...(input.gender ? { gender: input.gender.value } : {}),
    ...(input.founded ? { founded: parseApproximateDay(input.founded.value) } : {}),
    notes,
    provenance,
  };
}

/** A note with its flag in the text, so that no screen can show the one without the other. */
function flagged(text: string, { source, verified }: FactInput): string {
  return verified === 'from memory' ? `${text} [from memory]` : `${text} [${verified}: ${source}]`;
}

function absenceText(row: PartyInput['absent'][number], regimeTitle: (id: string) => string): string {
  const when = row.asOf === undefined ? '' : `, as of ${row.asOf}`;
  return `Not on ${regimeTitle(row.regime)}${when}.${row.note === undefined ? '' : ` ${row.note}`}`;
}

function listingOf(party: string, row: PartyInput['listings'][number], flag: Flag, index: number): Listing {
  const fields = Object.entries(row.flags ?? {}).map(([field, flags]): [string, Provenance] => [
    field,
    flag(flags!, 'listings', index, 'flags', field),
  ]);
  return {
    id: `casebook:${party}:${row.regime}:${row.from ?? 'undated'}`,
    party: party as PartyId,
    regime: row.regime as RegimeId,
    ...optional('from', row.from),
    ...optional('until', row.until),
    ...optional('seen', row.seen),
    citation: row.citation,
    programs: row.programs,
    ...optional('requirement', row.requirement),
    ...optional('policy', row.policy),
    ...optional('dates', row.dates),
    basis: row.basis,
    ...optional('remarks', row.remarks),
    provenance: flag(row, 'listings', index),
    ...(fields.length > 0 ? { fieldProvenance: Object.fromEntries(fields) } : {}),
  };
}

function linkOf(owned: string, row: PartyInput['owners'][number], provenance: Provenance): Link {
  const { note, ...flags } = provenance;
  const held = row.share ?? (row.kind === 'ownership' ? null : undefined);
  const parts = [row.owner, owned, row.kind, row.from, row.until, row.asOf].map((part) => part ?? '-');
  return {
    id: `casebook:${parts.join(':')}`,
    kind: row.kind,
    owner: row.owner as PartyId,
    owned: owned as PartyId,
    ...optional('share', held),
    ...optional('basis', row.basis),
    ...optional('from', row.from),
    ...optional('until', row.until),
    ...optional('disputed', row.disputed),
    ...optional('asOf', row.asOf),
    ...optional('note', note),
    provenance: flags,
  };
}

/** A property only where there is a value: the model has no undefined fields. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}
