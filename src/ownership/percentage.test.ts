import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareText } from '../model/share.ts';
import { parsePercentage } from './percentage.ts';

const read = (text: string) => {
  const share = parsePercentage(text);
  return share ? shareText(share) : 'none';
};

describe('a percentage in free text', () => {
  it.each([
    ['51', '51 %'],
    ['51,3 %', '51.3 %'],
    ['51.30 percent', '51.3 %'],
    ['５１％', '51 %'],
    ['100%', '100 %'],
    ['25-50', '25 to 50 %'],
    ['25 – 50 %', '25 to 50 %'],
    ['25% to 50%', '25 to 50 %'],
    ['between 25 and 50 per cent', '25 to 50 %'],
    ['zwischen 25 und 50 Prozent', '25 to 50 %'],
    ['>25 %', 'more than 25 and at most 100 %'],
    ['>=25', '25 to 100 %'],
    ['≥ 75', '75 to 100 %'],
    ['75% or more', '75 to 100 %'],
    ['75+', '75 to 100 %'],
    ['<10', 'at least 0 and less than 10 %'],
    ['up to 25 %', '0 to 25 %'],
    ['no more than 25', '0 to 25 %'],
    ['mehr als 50', 'more than 50 and at most 100 %'],
    ['Plus de 50 %', 'more than 50 and at most 100 %'],
    ['more than 25% but not more than 50%', 'more than 25 and at most 50 %'],
    ['more than 50% but less than 75%', 'more than 50 and less than 75 %'],
    ['wholly owned', '100 %'],
    ['Wholly-owned subsidiary', '100 %'],
    ['majority', 'more than 50 and at most 100 %'],
    ['Minderheit', 'at least 0 and less than 50 %'],
    ['1/2', '50 %'],
    ['1/3', 'more than 33.3333333333 and less than 33.3333333334 %'],
  ])('%s is read as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    '',
    'n/a',
    'about 30',
    'ca. 30',
    '~30',
    '130',
    '-5',
    '50-25',
    '1.234,5',
    '25 or 30',
    'NaN',
    '5/4',
    '50 or',
    '1/0',
  ])('states nothing that can be relied on in "%s"', (text) => expect(read(text)).toBe('none'));

  it('never throws, and never gives an empty or impossible interval', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: fc.constantFrom(...'0123456789.,-<>=%+/ tobisund'.split('')) }),
        ),
        (text) => {
          const share = parsePercentage(text);
          if (share) expect(0 <= share.min && share.min <= share.max && share.max <= 1e12).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
