import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces, writeJsonPieces } from './json-pieces.ts';

it('is the text that JSON gives, whatever the value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
    }),
  );
  const odd = { left: undefined, list: [undefined, 'a\nb', []], none: [], empty: {} };
  expect([...jsonPieces(odd)].join('')).toBe(JSON.stringify(odd, null, 2));
  expect([...jsonPieces({})].join('')).toBe('{}');
});

it('waits for a slow reader and loses nothing', async () => {
  const value = {
    list: Array.from({ length: 20_000 }, (_, at) => ({ at, words: 'a thing of some length' })),
  };
  const output = new PassThrough({ highWaterMark: 1000 });
  const read = text(output);
  await writeJsonPieces(value, output);
  output.end();
  expect(await read).toBe(`${JSON.stringify(value, null, 2)}\n`);
});
