import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { Fault, lookUp, parseDay } from '../../model/index.ts';
import { datasetNamed } from './datasets.ts';
import type { Entity } from './entity.ts';
import { didYouMean, isSchema, propertiesOf, requireSchema } from './ftm-model.ts';

/** A parameter that may be given many times. */
export const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given));

const moment = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2}([T ]\d{2}(:\d{2}(:\d{2})?)?)?)?)?/)
  .optional()
  .describe('Only entities that changed on this day or later.');

/** Parameters of `/match` and `/search` that narrow what is found. */
export const filterQuery = {
  topics: many,
  include_dataset: many,
  exclude_dataset: many,
  exclude_schema: many,
  changed_since: moment,
};

export interface FilterOptions {
  readonly topics: readonly string[];
  readonly include_dataset: readonly string[];
  readonly exclude_dataset: readonly string[];
  readonly exclude_schema: readonly string[];
  readonly changed_since?: string | undefined;
  readonly schema?: string;
  readonly countries?: readonly string[];
  readonly datasets?: readonly string[];
  /** `field:value`, such as `gender:female`. */
  readonly filter?: readonly string[];
  /** Whether a field has to hold one of the values asked for, or all. Fields all have to fit. */
  readonly filter_op?: 'OR' | 'AND';
}

/** What an entity holds under the name of a field: a group of properties, or one property. */
export function valuesOf(entity: Entity, field: string): readonly string[] {
  const texts = (property: string) =>
    (lookUp(entity.properties, property) ?? []).filter((value) => typeof value === 'string');
  switch (field) {
    case 'countries':
      return [...new Set([...texts('country'), ...texts('nationality')])];
    case 'datasets':
      return entity.datasets;
    case 'schema':
      return [entity.schema];
    default:
      return texts(field);
  }
}

/** The name of a field, with or without `properties.` before it. Throws 400 with near names where there is none. */
export function requireField(name: string): string {
  const bare = name.replace(/^properties\./, '');
  const known = ['countries', 'datasets', 'schema', ...propertiesOf().map(({ id }) => id)];
  if (known.includes(bare)) return bare;
  throw new Fault('AS_UNKNOWN_WORD', `There is no field “${name}” to filter by.`, {
    remedy: didYouMean(bare, known),
  });
}

/**
 * The test that a request makes on entities; undefined where it makes none. Throws 400 and 404 for words that nobody
 * has: a filter that cannot be read must not let everything or nothing through.
 */
export function entityFilter(
  engine: Engine,
  options: FilterOptions,
): ((entity: Entity) => boolean) | undefined {
  const tests: ((entity: Entity) => boolean)[] = [];
  const wanted = new Map<string, string[]>();
  const want = (field: string, values: readonly string[]) => {
    if (values.length > 0) wanted.set(field, [...(wanted.get(field) ?? []), ...values]);
  };
  want('topics', options.topics);
  want('countries', options.countries ?? []);
  want('datasets', options.datasets ?? []);
  for (const given of options.filter ?? []) {
    const colon = given.indexOf(':');
    if (colon < 1)
      throw new Fault('AS_USAGE', `“${given}” is no filter.`, { remedy: 'Write it as field:value.' });
    want(requireField(given.slice(0, colon)), [given.slice(colon + 1)]);
  }
  for (const [field, values] of wanted) {
    const asked = field === 'datasets' ? datasets(engine, values) : values.map(folded);
    if (asked === undefined) continue;
    tests.push((entity) => {
      const has = new Set(valuesOf(entity, field).map(folded));
      return options.filter_op === 'AND'
        ? asked.every((value) => has.has(value))
        : asked.some((value) => has.has(value));
    });
  }
  const included = datasets(engine, options.include_dataset);
  if (included && included.length > 0)
    tests.push((entity) => entity.datasets.some((one) => included.includes(one)));
  const excluded = datasets(engine, options.exclude_dataset);
  if (excluded === undefined) tests.push(() => false);
  else if (excluded.length > 0)
    tests.push((entity) => !entity.datasets.some((one) => excluded.includes(one)));
  const without = options.exclude_schema.map(requireSchema);
  if (without.length > 0) tests.push((entity) => !without.some((schema) => isSchema(entity.schema, schema)));
  if (options.schema !== undefined) {
    const schema = requireSchema(options.schema);
    if (schema !== 'Thing') tests.push((entity) => isSchema(entity.schema, schema));
  }
  if (options.changed_since !== undefined) {
    const since = firstDayOf(options.changed_since);
    tests.push(({ last_change }) => last_change !== null && last_change >= since);
  }
  return tests.length === 0 ? undefined : (entity) => tests.every((test) => test(entity));
}

/** Ids of datasets; undefined where one of them stands for everything. */
function datasets(engine: Engine, names: readonly string[]): string[] | undefined {
  const ids = names.map((name) => datasetNamed(engine, name));
  return ids.includes('default') ? undefined : ids;
}

/** `2024` and `2024-03` mean their first day; a time of day says nothing here, since listings have days. */
function firstDayOf(text: string): string {
  const [year, month = '01', day = '01'] = text.slice(0, 10).split('-');
  return parseDay(`${year}-${month}-${day}`, { field: 'changed_since' });
}

function folded(text: string): string {
  return text.toLowerCase();
}
