import { z } from 'zod';
import { readYamlText } from '../formats/index.ts';
import { daySchema, Fault, shareSchema } from '../model/index.ts';
import { meantWords } from './meant-words.ts';
import { ownPriceSchema } from './price-list.ts';

const textOrList = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const who = { party: textOrList.optional(), all: z.string().optional(), except: textOrList.optional() };

const scenarioSchema = z.strictObject({
  extends: textOrList.optional(),
  title: z.string().min(1).optional(),
  note: z.string().optional(),
  on: daySchema.optional(),
  list: z
    .array(
      z.strictObject({
        ...who,
        regime: z.string(),
        from: daySchema.optional(),
        until: daySchema.optional(),
        program: z.string().optional(),
      }),
    )
    .default([]),
  delist: z.array(z.strictObject({ ...who, regime: z.string(), from: daySchema.optional() })).default([]),
  allies: z
    .array(
      z.strictObject({ regime: textOrList, after: z.int().min(0).optional(), from: daySchema.optional() }),
    )
    .default([]),
  licences: z
    .array(
      z.strictObject({
        party: textOrList.optional(),
        name: z.string().optional(),
        template: z.string().optional(),
        regime: z.string().optional(),
        covers: z.enum(['parties', 'owned entities only']).optional(),
        activities: z.array(z.string()).optional(),
        days: z.int().positive().optional(),
        from: daySchema.optional(),
        until: daySchema.optional(),
        conditions: z.string().optional(),
      }),
    )
    .default([]),
  divest: z
    .array(
      z.strictObject({
        owner: z.string(),
        owned: z.string(),
        to: z.string().optional(),
        share: shareSchema.optional(),
        from: daySchema.optional(),
      }),
    )
    .default([]),
  rules: z
    .array(
      z.strictObject({
        regime: z.string(),
        provision: z.string(),
        from: daySchema.optional(),
        until: daySchema.optional(),
      }),
    )
    .default([]),
  prices: z.array(ownPriceSchema).default([]),
  volumeShare: z.number().positive().max(100).optional(),
});

export type ScenarioInput = z.output<typeof scenarioSchema>;
export type FieldPath = readonly (string | number)[];

/** One scenario file as written, with the line of each of its parts. */
export interface ScenarioFile {
  readonly file: string;
  readonly input: ScenarioInput;
  lineOf(path: FieldPath): number;
}

/** The schema of a scenario file, for editors (JSON Schema 2020-12). */
export function scenarioJsonSchema(): unknown {
  return z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' });
}

/** No scenario is so long; what is, is another file. */
const mostSigns = 1_000_000;

/** Reads the form of a scenario file. Throws a `Fault` with file, line and remedy for broken YAML and unknown fields. */
export function readScenarioFile(text: string, file: string): ScenarioFile {
  if (text.length > mostSigns) {
    throw new Fault('AS_FILE_TOO_LARGE', 'The file is too large for a scenario.', {
      place: { file },
      remedy: 'Give a scenario: a YAML file of some lines.',
    });
  }
  const { value, lineOf } = readYamlText(text, file);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const empty = value === null;
    throw new Fault(
      empty ? 'AS_FILE_EMPTY' : 'AS_FILE_FORMAT',
      empty ? 'The scenario is empty.' : 'This is no scenario.',
      {
        place: { file, line: 1 },
        remedy: 'Begin with title, on and list; docs/scenarios.md has an example.',
      },
    );
  }
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) throw fieldFault(parsed.error.issues, file, lineOf);
  return { file, input: parsed.data, lineOf };
}

/** A word that is not known comes before what seems to be missing: the one is mostly the other, misspelt. */
function fieldFault(
  issues: readonly z.core.$ZodIssue[],
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Fault {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!;
  const place = issue.path.length === 0 ? 'The scenario' : issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    return new Fault('AS_FIELD', `${place} has no field "${key}".`, {
      // The line of an unknown word is its own, not that of what holds it.
      place: { file, line: lineOf([...issue.path, key]) },
      remedy: meantWords(key, fieldsAt(issue.path), 'Fields'),
    });
  }
  const isMissing =
    issue.code === 'invalid_type' && issue.input === undefined && /undefined$/.test(issue.message);
  return new Fault(
    'AS_FIELD',
    isMissing ? `${place} is missing.` : `${place}: ${issue.message.replace(/\.$/, '')}.`,
    {
      place: { file, line: lineOf(issue.path) },
      remedy: 'See docs/scenarios.md for what can stand here.',
    },
  );
}

/** The fields of the scenario, or of the entries of one of its lists. */
function fieldsAt(path: readonly PropertyKey[]): string[] {
  const fields = scenarioSchema.shape;
  const [list] = path;
  if (typeof list !== 'string' || !(list in fields)) return Object.keys(fields);
  const json: unknown = z.toJSONSchema(fields[list as keyof typeof fields], {
    io: 'input',
    unrepresentable: 'any',
  });
  const items = json as { items?: { properties?: Record<string, unknown> } };
  return Object.keys(items.items?.properties ?? {});
}
