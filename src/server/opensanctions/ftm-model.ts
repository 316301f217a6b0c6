import { Fault, lookUp, nearWords } from '../../model/index.ts';
import table from './tables/ftm-model.json' with { type: 'json' };

/** A schema or property by its name and as people read it. */
export interface Labelled {
  readonly id: string;
  readonly name: string;
}

const schemata: Readonly<Record<string, { readonly label: string; readonly extends: readonly string[] }>> =
  table.schemata;
const properties: Readonly<Record<string, { readonly label: string; readonly of: string }>> =
  table.properties;

/** Whether a schema is another or a kind of it; `Vessel` is a `Vehicle` and a `Thing`. */
export function isSchema(schema: string, wanted: string): boolean {
  return (
    schema === wanted || (lookUp(schemata, schema)?.extends ?? []).some((parent) => isSchema(parent, wanted))
  );
}

/** Throws 400 with near words for a schema that FollowTheMoney, as far as it is about parties, has not. */
export function requireSchema(name: string): string {
  if (lookUp(schemata, name)) return name;
  throw new Fault('AS_UNKNOWN_WORD', `There is no schema “${name}” of parties.`, {
    remedy: didYouMean(name, Object.keys(schemata)),
  });
}

export function labelledSchema(id: string): Labelled {
  return { id, name: lookUp(schemata, id)?.label ?? id };
}

/** Schemata in the order of the table, from the general to the special. */
export function allSchemata(): Labelled[] {
  return Object.keys(schemata).map(labelledSchema);
}

/** Properties of a schema, those of its parents included; all of them where no schema is named. */
export function propertiesOf(schema?: string): (Labelled & { readonly of: string })[] {
  return Object.entries(properties)
    .filter(([, property]) => schema === undefined || isSchema(schema, property.of))
    .map(([id, { label, of }]) => ({ id, name: label, of }));
}

export function labelOfProperty(id: string): string {
  return lookUp(properties, id)?.label ?? id;
}

/** What to do about a word that is none: the near ones, or all. */
export function didYouMean(text: string, words: readonly string[]): string {
  const near = nearWords(text, words);
  return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are: ${words.join(', ')}.`;
}
