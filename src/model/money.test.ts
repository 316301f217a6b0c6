import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText, parseMoney, sumMoney, wholeMoneyText } from './money.ts';

describe('money', () => {
  it.each([
    ['1234.5', 'USD', 123450, '1,234.50 USD'],
    ['-0.07', 'EUR', -7, '−0.07 EUR'],
    ['1000000', 'JPY', 1_000_000, '1,000,000 JPY'],
    ['1.234', 'KWD', 1234, '1.234 KWD'],
    ['2.500', 'USD', 250, '2.50 USD'],
    ['5000', 'XPF', 5000, '5,000 XPF'],
    ['1.2345', 'CLF', 12345, '1.2345 CLF'],
  ])('reads %s %s as %d minor units, shown as %s', (text, currency, minor, shown) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency });
    expect(moneyText({ minor, currency })).toBe(shown);
  });

  it.each([
    ['1.234', 'USD'],
    ['1,5', 'USD'],
    ['', 'USD'],
    ['5', 'usd'],
    ['99999999999999999', 'USD'],
  ])('refuses %j %j', (text, currency) => expect(() => parseMoney(text, currency)).toThrow());

  it('rounds whole units half away from zero', () => {
    expect(wholeMoneyText({ minor: 150, currency: 'USD' })).toBe('2 USD');
    expect(wholeMoneyText({ minor: -150, currency: 'USD' })).toBe('−2 USD');
  });

  it('never adds up different currencies, in whatever order they come', () => {
    const amount = fc.record({
      minor: fc.integer({ min: -1e9, max: 1e9 }),
      currency: fc.constantFrom('USD', 'EUR', 'CNY'),
    });
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const sums = sumMoney(amounts);
        expect(sums).toEqual(sumMoney([...amounts].reverse()));
        for (const { currency, minor } of sums) {
          expect(minor).toBe(
            amounts.filter((one) => one.currency === currency).reduce((total, one) => total + one.minor, 0),
          );
        }
      }),
    );
  });
});
