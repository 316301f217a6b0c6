import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactShare,
  onePercent,
  percentText,
  shareBetween,
  shareSchema,
  shareText,
  wholeShare,
} from './share.ts';

describe('shares', () => {
  it('are exact where floats are not: 16.65 + 33.35 is 50', () => {
    expect(exactShare('16.65').min + exactShare('33.35').min).toBe(50 * onePercent);
    expect(exactShare('49.9999999999').min).toBeLessThan(50 * onePercent);
  });

  it('come back as the text they were read from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (units) => {
        expect(exactShare(percentText(units)).min).toBe(units);
      }),
    );
  });

  it('with more decimals than are kept become an interval around the true value, its ends excluded', () => {
    expect(exactShare('33.33333333333')).toEqual({
      min: 333_333_333_333,
      max: 333_333_333_334,
      minInclusive: false,
      maxInclusive: false,
    });
  });

  it.each(['-1', '100.00000000001', '101', 'fifty', '', '1e2', 'NaN', '5 0'])('refuse %j', (text) =>
    expect(() => exactShare(text)).toThrow(),
  );

  it('refuse an interval that is inverted or empty', () => {
    expect(() => shareBetween('50', '25')).toThrow(/empty/);
    expect(() => shareBetween('25', '25', false, true)).toThrow(/empty/);
  });

  it.each([
    [null, 'unknown share'],
    ['42.50', '42.5 %'],
    [{ min: 25, max: 50, minInclusive: false }, 'more than 25 and at most 50 %'],
    [{ min: '25', max: '50' }, '25 to 50 %'],
    [{}, 'unknown share'],
  ])('read %j as "%s"', (input, text) => expect(shareText(shareSchema.parse(input))).toBe(text));

  it('know the whole', () => expect(exactShare('100').max).toBe(wholeShare));
});
