import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKey } from '../text/index.ts';
import { deletionHashes, editsAllowed } from './deletions.ts';
import { type ComparableWord, isWithinEdits, wordSimilarity } from './word-similarity.ts';

const word = (text: string, group = '', flags = 0): ComparableWord => ({
  text,
  fold: foldKey(text),
  group,
  flags,
});
const letters = fc.string({ unit: fc.constantFrom(...'abcdenrst'), minLength: 1, maxLength: 9 });

/** Optimal string alignment by its textbook definition. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, at) => (row === 0 ? at : at === 0 ? row : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

describe('words alike', () => {
  it('counts edits as the definition does', () => {
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 3 }), (a, b, edits) => {
        expect(isWithinEdits(a, b, edits)).toBe(editDistance(a, b) <= edits);
      }),
      { numRuns: 2_000 },
    );
  });

  it('share a deletion hash whenever they are within the edits allowed', () => {
    const edit = fc.record({ kind: fc.nat(3), at: fc.nat(11), letter: fc.constantFrom(...'abcdenrst') });
    const long = fc.string({ unit: fc.constantFrom(...'abcdenrst'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(long, fc.array(edit, { maxLength: 2 }), (a, changes) => {
        let b = a;
        for (const { kind, at, letter } of changes) {
          const place = at % (b.length + 1);
          if (kind === 0) b = b.slice(0, place) + letter + b.slice(place);
          else if (kind === 1) b = b.slice(0, place) + b.slice(place + 1);
          else if (kind === 2) b = b.slice(0, place) + letter + b.slice(place + 1);
          else if (place + 1 < b.length) b = b.slice(0, place) + b[place + 1] + b[place] + b.slice(place + 2);
        }
        const edits = Math.min(editsAllowed(a.length), editsAllowed(b.length));
        if (edits === 0 || editDistance(a, b) > edits) return;
        const ours = new Set(deletionHashes(a, editsAllowed(a.length)));
        expect(deletionHashes(b, editsAllowed(b.length)).some((hash) => ours.has(hash))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are as alike one way as the other', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(wordSimilarity(word(a), word(b), 0.5)).toBe(wordSimilarity(word(b), word(a), 0.5));
      }),
    );
  });

  it.each([
    ['a letter put in between two that are one sound', 'cqhaliy', 'chaliy'],
    ['a letter left out between two that are one sound then', 'podoed', 'podobed'],
  ])('count one slip as one: %s', (_what, asked, listed) => {
    expect(wordSimilarity(word(asked), word(listed), 0.5)).toBeGreaterThan(0.84);
  });

  it.each([
    ['two given names of the tables', word('jamil', 'name:jamil'), word('jamal', 'name:jamal')],
    ["a man's and a woman's name", word('nadir'), word('nadira')],
  ])('are two names where they are known as two: %s', (_what, asked, listed) => {
    expect(wordSimilarity(asked, listed, 0.62)).toBe(0);
  });

  it('are as near as usual where they are translated, and far where neither is English', () => {
    const ivan = word('ivan', 'name:ivan');
    expect(wordSimilarity(word('ioann', 'name:ivan'), ivan, 0.5)).toBe(0.95);
    expect(wordSimilarity(word('john', 'name:ivan'), ivan, 0.5)).toBe(0.9);
    expect(wordSimilarity(word('hans', 'name:ivan'), ivan, 0.5)).toBeLessThan(0.8);
  });

  it('are never fuzzy where they have digits', () => {
    expect(wordSimilarity(word('m23'), word('m25'), 0.1)).toBe(0);
    expect(wordSimilarity(word('7625'), word('7626'), 0.1)).toBe(0);
  });

  it('meet as short form and full name', () => {
    expect(wordSimilarity(word('misha', 'nick:michael'), word('mikhail', 'name:michael'), 0.5)).toBe(0.9);
  });
});
