import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consonantKey,
  foldKey,
  LetterPattern,
  letterCount,
  letterDistance,
  letterSimilarity,
  letterUnits,
  mayBeginKey,
} from './index.ts';

describe('LetterPattern', () => {
  test('says of a word in a row of units what letterSimilarity says of the word', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aeiouschtzkvwdj9ß'), maxLength: 70 });
    const pattern = new LetterPattern();
    fc.assert(
      fc.property(letters, letters, letters, (word, before, other) => {
        const units = Uint16Array.from([...letterUnits(before), ...letterUnits(other)]);
        pattern.set(word);
        const found = pattern.similarity(units, letterUnits(before).length, units.length, 0);
        expect(found).toBe(letterSimilarity(word, other));
      }),
    );
  });
});

describe('letterDistance', () => {
  test.each([
    ['ivanov', 'ivanov', 0],
    ['ivanov', 'iwanow', 0.4],
    ['ivanov', 'ivonov', 0.5],
    ['ivanov', 'ivanof', 0.2],
    ['chen', 'shen', 0.62],
    ['bravo', 'bravos', 1],
    ['hassan', 'hasan', 0.2],
    ['gusev', 'goussev', 0.4],
    ['abcd', 'acbd', 0.5],
    ['vladimirovna', 'vlaclimirovna', 0.5],
    ['kharlamov', 'kharlarnov', 0.5],
    ['7625', '7626', 2],
  ])('of %s and %s is %d', (left, right, expected) => {
    expect(letterDistance(left, right)).toBeCloseTo(expected, 2);
  });

  test('charges more for the first letter', () => {
    expect(letterDistance('tarent', 'marent')).toBeGreaterThan(letterDistance('arentk', 'arentm') * 1.2);
  });

  const word = fc.string({ unit: fc.constantFrom(...'abcdehiklmnorstuvwyz05海م'), maxLength: 14 });
  test('is symmetric, zero for equal words and bounded by the letters there are', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const apart = letterDistance(left, right);
        expect(letterDistance(right, left)).toBe(apart);
        expect(letterDistance(left, left)).toBe(0);
        expect(apart).toBeGreaterThanOrEqual(0);
        expect(apart).toBeLessThanOrEqual(letterCount(left) + letterCount(right) + 0.5);
        expect(letterSimilarity(left, right)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test('says the same within a limit and more than the limit beyond it', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0.2, 0.5, 1, 1.5, 2, 3), (left, right, limit) => {
        const apart = letterDistance(left, right);
        const limited = letterDistance(left, right, limit);
        if (apart <= limit) expect(limited).toBe(apart);
        else expect(limited).toBeGreaterThan(limit);
      }),
      { numRuns: 3_000 },
    );
  });

  test('gives an end to words of ten thousand letters', () => {
    expect(letterDistance('a'.repeat(10_000), 'b'.repeat(9_000))).toBeGreaterThan(9_000);
  });
});

describe('foldKey', () => {
  // One Russian or Arabic name in the romanisations that lists and papers use.
  test.each([
    ['kovalchuk', 'kovaltchouk', 'kowaltschuk', 'kovalczuk'],
    ['prokopyev', 'prokopew', 'prokopjev', 'prokopiev'],
    ['sergeevich', 'sergeewitsch', 'sergejewicz', 'sergeevitch'],
    ['mikhail', 'michail', 'mihail'],
    ['yuri', 'juri', 'iouri', 'youri'],
    ['fyodor', 'fedor', 'fjodor'],
    ['timoshenko', 'timoschenko', 'timoszenko'],
    ['smirnov', 'smirnoff', 'smirnow'],
    ['muhammad', 'muhamad'],
    ['younus', 'yunus', 'yoonus'],
    ['georgiy', 'georgij', 'georgii', 'georgy'],
    ['valyaev', 'valjaev', 'valiaev'],
  ])('holds the spellings of %s together', (first, ...others) => {
    for (const other of others) expect(foldKey(other), other).toBe(foldKey(first));
  });

  test.each([
    ['petrov', 'pavlov'],
    ['ivanov', 'ivanova'],
    ['hassan', 'hussein'],
    ['7625', '7626'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(foldKey(left)).not.toBe(foldKey(right));
  });

  test('of the consonants alone meets what a script without vowels gives', () => {
    expect(consonantKey('muhammad')).toBe(consonantKey('mhmd'));
    expect(consonantKey('takriti')).toBe(consonantKey('tikriti'));
    expect(consonantKey('hassan')).not.toBe(consonantKey('salim'));
  });

  test('never throws and is never longer than twice its word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldKey(text).length).toBeLessThanOrEqual(text.length * 2);
      }),
    );
  });

  test('begins with no letter that mayBeginKey rules out', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz7ж'), minLength: 3 });
    const clusters = fc.constantFrom('sch', 'ouali', 'xal', 'tch', 'dzh', 'ts', 'ck', 'szcz', 'sjtsj');
    fc.assert(
      fc.property(
        fc.oneof(
          letters,
          fc.tuple(clusters, letters).map((parts) => parts.join('')),
        ),
        (word) => {
          const key = foldKey(word);
          fc.pre(key.length > 2);
          expect(mayBeginKey(word.charCodeAt(0), key.charCodeAt(0))).toBe(true);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
