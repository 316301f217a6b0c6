import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditPattern } from './edit-pattern.ts';
import { isWithinEdits } from './word-similarity.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ə'), maxLength: 40 });

test('says of any two words what the table of edits says, one word after the other', () => {
  const pattern = new EditPattern();
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, edits) => {
      const units = Uint16Array.from(`x${b}x`, (letter) => letter.charCodeAt(0));
      pattern.set(a);
      expect(pattern.isWithin(units, 1, units.length - 1, edits)).toBe(isWithinEdits(a, b, edits));
    }),
    { numRuns: 2000 },
  );
});

test('counts neighbours exchanged as one edit', () => {
  const pattern = new EditPattern();
  const units = Uint16Array.from('ivnaov', (letter) => letter.charCodeAt(0));
  pattern.set('ivanov');
  expect(pattern.isWithin(units, 0, 6, 1)).toBe(true);
  expect(pattern.isWithin(units, 0, 6, 0)).toBe(false);
});
