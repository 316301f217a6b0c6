import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTexts } from './text-pool.ts';
import { orderWords, placeAfter } from './word-order.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'я'), maxLength: 5 });

test('finds exactly the longer words that begin with a text', () => {
  fc.assert(
    fc.property(fc.array(letters), letters, (words, text) => {
      const pool = packTexts(words);
      const order = orderWords(pool);
      const found = order.slice(placeAfter(order, pool, text, false), placeAfter(order, pool, text, true));
      const expected = words.flatMap((word, at) => (word.startsWith(text) && word !== text ? [at] : []));
      expect([...found].sort((a, b) => a - b)).toEqual(expected);
    }),
  );
});
