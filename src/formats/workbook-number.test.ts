import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellNumber, cellPercent } from './workbook-number.ts';

describe('numbers of cells', () => {
  it.each([
    ['0.28999999999999998', '0.29'],
    ['1234.5599999999999', '1234.56'],
    ['9.9999999999999996', '10'],
    ['1.0000000000000001E-5', '0.00001'],
    ['4.1280000000000001E7', '41280000'],
    ['-1.5e3', '-1500'],
    ['12.50', '12.5'],
    // Numbers of articles, not amounts: every digit and every nought stays.
    ['00123', '00123'],
    ['12345678901234567', '12345678901234567'],
    ['DS-2CD2143', 'DS-2CD2143'],
    ['', ''],
  ])('shows %j as %j', (stored, shown) => expect(cellNumber(stored)).toBe(shown));

  it.each([
    ['0.25', '25%'],
    ['0.125', '12.5%'],
    ['0.070000000000000007', '7%'],
    ['1', '100%'],
    ['0', '0%'],
    ['3.0000000000000001E-4', '0.03%'],
    ['n/a', 'n/a'],
  ])('shows %j of a percent format as %j', (stored, shown) => expect(cellPercent(stored)).toBe(shown));

  it('gives every number to fifteen digits, without exponent', () => {
    const double = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(double, (number) => {
        const shown = cellNumber(String(number));
        expect(shown).not.toMatch(/e/i);
        expect(Math.abs(Number(shown) - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-14);
      }),
    );
  });
});
