import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteTexts, byteTextAt } from './byte-pool.ts';

test('gives back any strings as they were, broken surrogates too', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (given) => {
      const texts = [...given, '\ud800', 'Ольга', '海康威视', ''];
      const pool = new ByteTexts();
      for (const text of texts) pool.push(text);
      const packed = pool.packed();
      expect(pool.length).toBe(texts.length);
      expect(texts.map((_, at) => byteTextAt(packed, at))).toEqual(texts);
    }),
  );
});
