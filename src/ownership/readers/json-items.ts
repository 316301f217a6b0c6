import { type Chunks, type JsonLine, jsonLines, parseJson } from '../../formats/index.ts';

/** The items of a file that is one JSON array, one object, or one JSON object a line; with line or position from 1. */
export function* jsonItems(chunks: Chunks, file: string): Generator<JsonLine> {
  const iterator = chunks[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return;
  const rest = { [Symbol.iterator]: () => iterator };
  const all = (function* () {
    yield first.value;
    yield* rest;
  })();
  const start = String.fromCharCode(...first.value.subarray(0, 64))
    .replace(/^ï»¿/, '')
    .trimStart();
  if (!start.startsWith('[')) {
    yield* jsonLines(all, file);
    return;
  }
  const whole = parseJson(all, file);
  if (Array.isArray(whole)) for (const [index, value] of whole.entries()) yield { line: index + 1, value };
}
