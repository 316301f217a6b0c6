import { z } from 'zod';
import { csvRecords } from '../formats/csv.ts';
import {
  type BrandFact,
  type CaseEvent,
  type DeviceSignature,
  type Observation,
  signatureKinds,
} from '../model/casebook.ts';
import { daySchema, parseApproximateDay } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import type { PartyId, RegimeId } from '../model/party.ts';
import { type Provenance, verificationSchema } from '../model/provenance.ts';
import type { Placed } from './party-file.ts';
import type { Problems } from './problem.ts';

/** A blank cell is no value. */
const blank = z.literal('').transform(() => undefined);
const optionalText = z.union([blank, z.string()]);
const optionalDay = z.union([blank, daySchema]);
const filled = z.string().min(1, { error: 'this cell must not be blank' });
const fact = { source: filled, verified: verificationSchema, note: optionalText };
const list = z.string().transform((text) => (text === '' ? [] : text.split(';').map((part) => part.trim())));

export const brandColumns = z.strictObject({
  id: filled,
  brand: filled,
  maker: filled,
  relation: filled,
  grade: z.enum(['A', 'B', 'C', 'D']),
  from: optionalDay,
  until: optionalDay,
  models: optionalText,
  status: filled,
  ...fact,
  where: optionalText,
});

export const signatureColumns = z.strictObject({
  id: filled,
  kind: z.enum(signatureKinds),
  pattern: filled,
  makerName: filled,
  maker: optionalText,
  confidence: z.enum(['high', 'medium', 'low']),
  ...fact,
  where: optionalText,
});

export const prefixColumns = z.strictObject({
  prefix: z.string().regex(/^([0-9A-F]{6}|[0-9A-F]{7}|[0-9A-F]{9})$/, {
    error: 'a prefix is 6, 7 or 9 upper-case hex digits',
  }),
  makerName: filled,
  maker: optionalText,
  registrant: filled,
  bits: z.enum(['24', '28', '36']),
  confidence: z.enum(['high', 'medium', 'low']),
  ...fact,
});

export const eventColumns = z.strictObject({
  id: filled,
  day: filled,
  subjects: list,
  regimes: list,
  status: z.enum(['reported', 'considered', 'proposed', 'designated', 'delisted', 'effective', 'deadline']),
  text: filled,
  ...fact,
  where: optionalText,
});

export const observationColumns = z.strictObject({
  id: filled,
  claim: filled,
  value: filled,
  unit: filled,
  subject: z.string(),
  place: z.string(),
  asOf: filled,
  whoSays: filled,
  system: z.string(),
  caution: optionalText,
  ...fact,
});

/**
 * The rows of a CSV file of the casebook. Its header must be the columns of the schema, in any order; a row that breaks
 * the schema is reported with its line.
 */
export function readTable<Output>(
  file: string,
  bytes: Uint8Array,
  columns: z.ZodType<Output> & { readonly shape: Readonly<Record<string, unknown>> },
  problems: Problems,
): Placed<Output>[] {
  const wanted = Object.keys(columns.shape);
  const rows: Placed<Output>[] = [];
  let headerChecked = false;
  for (const { line, values } of csvRecords([bytes], { file })) {
    const origin = { file, line: () => line };
    if (!headerChecked) {
      headerChecked = true;
      const missing = wanted.filter((name) => !(name in values));
      if (missing.length > 0) {
        throw new Fault(
          'AS_CASEBOOK',
          `The column ${missing.map((name) => `"${name}"`).join(', ')} is missing.`,
          {
            place: { file, line: 1 },
            remedy: `The header is ${wanted.join(',')}.`,
          },
        );
      }
    }
    const parsed = columns.safeParse(values);
    if (parsed.success) rows.push({ item: parsed.data, origin });
    for (const issue of parsed.error?.issues ?? []) {
      const field = issue.path.length > 0 ? issue.path.join('.') : undefined;
      problems.add(origin, `${field ?? 'the row'}: ${issue.message}.`, field);
    }
  }
  return rows;
}

interface FactRow {
  readonly source: string;
  readonly verified: Provenance['verified'];
  readonly note?: string | undefined;
  readonly where?: string | undefined;
}

function provenanceOf({ source, verified, note, where }: FactRow): Provenance {
  const text = [where, note].filter((part) => part !== undefined).join('. ');
  return { source, verified, ...(text === '' ? {} : { note: text }) };
}

// Party and regime ids are branded here and looked up in the check over all files.
export function brandOf(row: z.output<typeof brandColumns>): BrandFact {
  return {
    id: row.id,
    brand: row.brand,
    maker: row.maker as PartyId,
    relation: row.relation,
    grade: row.grade,
    ...(row.from === undefined ? {} : { from: row.from }),
    ...(row.until === undefined ? {} : { until: row.until }),
    ...(row.models === undefined ? {} : { models: row.models }),
    status: row.status,
    provenance: provenanceOf(row),
  };
}

export function signatureOf(row: z.output<typeof signatureColumns>): DeviceSignature {
  return {
    id: row.id,
    kind: row.kind,
    pattern: row.pattern,
    maker: row.maker as PartyId | undefined,
    makerName: row.makerName,
    confidence: row.confidence,
    provenance: provenanceOf(row),
  };
}

export function prefixOf(row: z.output<typeof prefixColumns>): DeviceSignature {
  return {
    id: `mac-${row.prefix}`,
    kind: 'mac prefix',
    pattern: row.prefix,
    maker: row.maker as PartyId | undefined,
    makerName: row.makerName,
    confidence: row.confidence,
    provenance: provenanceOf({ ...row, where: `registered to ${row.registrant}, ${row.bits} bits` }),
  };
}

/** An event; its day is checked by the caller, who knows the place. */
export function eventOf(row: z.output<typeof eventColumns>): CaseEvent {
  const regime = row.regimes[0] as RegimeId | undefined;
  return {
    id: row.id,
    day: parseApproximateDay(row.day),
    subject: row.subjects.join(';'),
    subjects: row.subjects,
    text: row.text,
    ...(regime === undefined ? {} : { regime }),
    regimes: row.regimes as RegimeId[],
    status: row.status,
    provenance: provenanceOf(row),
  };
}

export function observationOf(row: z.output<typeof observationColumns>): Observation {
  const { caution, source: _source, verified: _verified, note: _note, ...rest } = row;
  return { ...rest, ...(caution === undefined ? {} : { caution }), provenance: provenanceOf(row) };
}
