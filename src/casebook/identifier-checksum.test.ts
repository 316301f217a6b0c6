import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierDefect } from './identifier-checksum.ts';

describe('identifierDefect', () => {
  it.each([
    ['ISIN', 'CNE100000PM8', 'Hikvision A shares'],
    ['ISIN', 'US0378331005', 'Apple'],
    ['ISIN', 'KYG8020E1199', 'a Cayman issuer with letters inside'],
    ['USCC', '91330000733796106P', 'Hikvision'],
    ['USCC', '91110000710929498G', 'CETC'],
    ['USCC', '914403001922038216', 'Huawei'],
    ['LEI', '253400WSS48YWMBUA688', 'a bank on the OFAC list'],
  ] as const)('takes the %s %s of %s', (kind, value, _of) => {
    expect(identifierDefect({ kind, value })).toBeUndefined();
  });

  it.each([
    ['ISIN', 'CNE100000PM7', /check digit/],
    ['ISIN', 'CNE100000PM', /is two letters/],
    ['USCC', '91330000733796106Q', /check digit/],
    ['USCC', '9133000073379610OP', /without I, O/],
    ['LEI', '253400WSS48YWMBUA689', /check digits/],
    ['LEI', '253400WSS48YWMBUA6', /is 18/],
  ] as const)('refuses the %s %s', (kind, value, why) => {
    expect(identifierDefect({ kind, value })).toMatch(why);
  });

  it('sees every single wrong digit of an ISIN, a USCC and an LEI', () => {
    const valid = [
      ['ISIN', 'CNE100000PM8'],
      ['USCC', '91330000733796106P'],
      ['LEI', '253400WSS48YWMBUA688'],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...valid),
        fc.nat(),
        fc.integer({ min: 0, max: 9 }),
        ([kind, value], at, digit) => {
          const place = at % value.length;
          fc.pre(/\d/.test(value[place]!) && value[place] !== String(digit));
          const wrong = value.slice(0, place) + digit + value.slice(place + 1);
          expect(identifierDefect({ kind, value: wrong })).toBeDefined();
        },
      ),
    );
  });

  it('says nothing of kinds without check digits', () => {
    expect(identifierDefect({ kind: 'ticker', value: 'x' })).toBeUndefined();
  });
});
