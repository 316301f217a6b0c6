import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * The text of `JSON.stringify(value, null, 2)` in pieces, the items of its lists one by one: the text of a million findings
 * is longer than a string can be.
 */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{';
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (Array.isArray(field) && field.length > 0) yield* listPieces(field);
    else yield indented(field, '  ');
  }
  yield before === '{' ? '{}' : '\n}';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const item of list) {
    yield `${before}\n    ${indented(item, '    ')}`;
    before = ',';
  }
  yield '\n  ]';
}

function indented(value: unknown, by: string): string {
  return (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${by}`);
}

const batchLength = 2 ** 16;

/** Writes the pieces and a line end, waiting where the reader is slower. */
export async function writeJsonPieces(
  value: Readonly<Record<string, unknown>>,
  output: Writable = process.stdout,
): Promise<void> {
  let batch = '';
  for (const piece of jsonPieces(value)) {
    batch += piece;
    if (batch.length < batchLength) continue;
    if (!output.write(batch)) await once(output, 'drain');
    batch = '';
  }
  output.write(`${batch}\n`);
}
