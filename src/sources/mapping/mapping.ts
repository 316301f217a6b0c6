import { z } from 'zod';
import { readYamlText } from '../../formats/yaml-text.ts';
import { Fault } from '../../model/fault.ts';
import { identifierKinds, partySchemas } from '../../model/party.ts';

const text = z.string().min(1);

/** What a column holds. `split` is the sign between several values in one cell. */
const columnSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('entry id') }),
  z.strictObject({
    to: z.literal('name'),
    kind: z.enum(['primary', 'alias', 'weak alias', 'former', 'native']).default('primary'),
    split: text.optional(),
    /** Take `(a.k.a. X; Y)`, `[also known as X]`, `(formerly known as Z)` at the end as further names. */
    bracketed: z.boolean().default(false),
  }),
  z.strictObject({
    to: z.literal('schema'),
    values: z.record(z.string(), z.enum(partySchemas)),
  }),
  z.strictObject({ to: z.literal('country'), split: text.optional() }),
  z.strictObject({ to: z.literal('nationality'), split: text.optional() }),
  z.strictObject({
    to: z.literal('address'),
    part: z.enum(['full', 'street', 'city', 'region', 'postal code', 'country']).default('full'),
    split: text.optional(),
  }),
  z.strictObject({ to: z.literal('birth date'), split: text.optional() }),
  z.strictObject({ to: z.literal('birth place'), split: text.optional() }),
  z.strictObject({ to: z.literal('gender') }),
  z.strictObject({ to: z.literal('title'), split: text.optional() }),
  z.strictObject({
    to: z.literal('identifier'),
    kind: z.enum(identifierKinds),
    issuer: text.optional(),
    label: text.optional(),
    split: text.optional(),
  }),
  z.strictObject({ to: z.literal('program'), split: text.optional() }),
  z.strictObject({ to: z.literal('from') }),
  z.strictObject({
    to: z.literal('until'),
    /** Words that say that there is no end, such as `Indefinite`. */
    lasting: z.array(text).default([]),
  }),
  z.strictObject({ to: z.literal('date'), name: text }),
  z.strictObject({ to: z.literal('citation') }),
  z.strictObject({ to: z.literal('requirement') }),
  z.strictObject({ to: z.literal('policy') }),
  z.strictObject({ to: z.literal('listing remark') }),
  z.strictObject({ to: z.literal('remark') }),
  z.strictObject({ to: z.literal('attribute'), name: text, split: text.optional() }),
]);
export type MappedColumn = z.infer<typeof columnSchema>;

const mappingSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
    title: text,
    publisher: text.default('own list'),
    /** Regime under which every entry is listed. */
    regime: text,
    licence: text.default('not stated'),
    /** Days after which the list counts as stale. */
    freshnessDays: z.number().int().positive().default(365),
    mayLosePercent: z.number().min(0).max(100).default(20),
    /** File name pattern (regular expression, case ignored). */
    file: text.default('\\.(csv|txt|tsv|xlsx|ods)$').refine(isPattern, 'no regular expression'),
    delimiter: text.optional(),
    schema: z.enum(partySchemas).default('LegalEntity'),
    /** Of days such as 03/04/2020; day first where nothing is said. */
    numberOrder: z.enum(['day first', 'month first']).optional(),
    /** Put rows of the same name and country together as one entry with several addresses, aliases and listings. */
    group: z.boolean().default(false),
    /** Citation where the rows give none. */
    citation: text.optional(),
    columns: z.record(text, columnSchema),
    /** Words that stand alone in a cell for nothing, such as `None`; the primary name is taken as it is. */
    empty: z.array(text).default([]),
    /** Columns that may be missing. */
    optional: z.array(text).default([]),
    /** Columns that are not read, with the reason. */
    leftOut: z.record(text, text).default({}),
  })
  .refine(
    (mapping) =>
      Object.values(mapping.columns).some((column) => column.to === 'name' && column.kind === 'primary'),
    {
      error: 'no column is mapped to the primary name',
      path: ['columns'],
    },
  );
export type Mapping = z.infer<typeof mappingSchema>;
export type MappingInput = z.input<typeof mappingSchema>;

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'i');
    return true;
  } catch {
    return false;
  }
}

/** A mapping written as data in the program. */
export function defineMapping(input: MappingInput): Mapping {
  return mappingSchema.parse(input);
}

/**
 * Reads a mapping file (YAML or JSON), as described in `docs/mapping.md`. Throws `AS_FILE_FORMAT` naming each
 * place that is wrong.
 */
export function parseMapping(source: string, file = 'mapping.yaml'): Mapping {
  const { value, lineOf } = readYamlText(source, file);
  const result = mappingSchema.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.') || 'mapping'}: ${issue.message}`);
  throw new Fault('AS_FILE_FORMAT', `The mapping cannot be used: ${wrong.join('; ')}.`, {
    place: { file, line: lineOf(result.error.issues[0]!.path) },
    remedy: 'Compare it with the example in docs/mapping.md.',
  });
}
