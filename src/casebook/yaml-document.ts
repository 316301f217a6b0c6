import type { z } from 'zod';
import type { YamlPath } from '../formats/yaml-lines.ts';
import { readYamlText } from '../formats/yaml-text.ts';
import type { Origin, Problems } from './problem.ts';

/** One YAML file of the casebook, read and held against its schema. */
export class YamlDocument<Output> {
  readonly file: string;
  readonly #lineOf: (path: YamlPath) => number;
  /** Missing where the file broke its schema; the problems say why. */
  readonly value: Output | undefined;

  constructor(file: string, text: string, schema: z.ZodType<Output>, problems: Problems) {
    this.file = file;
    const { value, lineOf } = readYamlText(text, file, 'AS_CASEBOOK');
    this.#lineOf = lineOf;
    const parsed = schema.safeParse(value);
    this.value = parsed.success ? parsed.data : undefined;
    for (const issue of parsed.error?.issues ?? []) {
      const inner = issue.code === 'invalid_union' ? undefined : issue.path.at(-1);
      problems.add(
        this.at(issue.path),
        `${issue.path.join('.') || 'the file'}: ${issue.message}.`,
        inner === undefined ? undefined : String(inner),
      );
    }
  }

  /** The place of a node, for messages. */
  at(path: YamlPath): Origin {
    return { file: this.file, line: () => this.#lineOf(path) };
  }
}
