import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { yamlLine } from '../formats/yaml-lines.ts';
import { daySchema, Fault, shareSchema } from '../model/index.ts';
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

/** Reads the form of a scenario file. Throws a `Fault` with file, line and remedy for broken YAML and unknown fields. */
export function readScenarioFile(text: string, file: string): ScenarioFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const broken = document.errors[0];
  if (broken) {
    throw new Fault('AS_FILE_FORMAT', `The YAML is broken: ${broken.message.split('\n')[0]}`, {
      place: { file, line: lines.linePos(broken.pos[0]).line },
      remedy: 'Check indentation and quotes on this line.',
    });
  }
  const lineOf = (path: readonly PropertyKey[]) => yamlLine(document.contents, lines, path);
  const parsed = scenarioSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    // The line of an unknown word is its own, not that of what holds it.
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    throw new Fault('AS_FIELD', `${issue.path.join('.') || 'scenario'}: ${issue.message}.`, {
      place: { file, line: lineOf(path) },
      remedy: 'See docs/scenarios.md for the words that can stand here.',
    });
  }
  return { file, input: parsed.data, lineOf };
}
