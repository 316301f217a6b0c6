import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTexts } from './text-pool.ts';
import { inOrder } from './vocabulary.ts';
import { placeAfter } from './word-order.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'я'), maxLength: 5 });

test('finds exactly the longer words that begin with a text', () => {
  fc.assert(
    fc.property(fc.array(letters), letters, (words, text) => {
      const { texts } = inOrder({
        texts: words,
        folds: words,
        groups: words.map(() => ''),
        flags: new Uint8Array(words.length),
      }).vocabulary;
      const pool = packTexts(texts);
      const found = texts.slice(
        placeAfter(pool, texts.length, text, false),
        placeAfter(pool, texts.length, text, true),
      );
      const expected = words.filter((word) => word.startsWith(text) && word !== text);
      expect(found).toEqual(expected.sort());
    }),
  );
});
