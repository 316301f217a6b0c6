import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber } from '../model/day.ts';
import { type NumberOrder, readExactDay, readWrittenDay } from './written-day.ts';

const cases: readonly (readonly [string, NumberOrder, string, string, boolean?])[] = [
  ['10 Dec 1948', 'day first', '1948-12-10', '1948-12-10'],
  ['29 Feb. 2016', 'day first', '2016-02-29', '2016-02-29'],
  ['September 1965', 'day first', '1965-09-01', '1965-09-30'],
  ['Feb 2000', 'day first', '2000-02-01', '2000-02-29'],
  ['1961', 'day first', '1961-01-01', '1961-12-31'],
  ['circa 1961', 'day first', '1961-01-01', '1961-12-31', true],
  ['c. 1961', 'day first', '1961-01-01', '1961-12-31', true],
  ['Approximately 1955-1958', 'day first', '1955-01-01', '1958-12-31', true],
  ['1955 to 1957', 'day first', '1955-01-01', '1957-12-31'],
  ['Between 1963 and 1968', 'day first', '1963-01-01', '1968-12-31'],
  ['01 Jan 1961 to 31 Dec 1963', 'day first', '1961-01-01', '1963-12-31'],
  ['Between Aug. and Sep 1977', 'day first', '1977-08-01', '1977-09-30'],
  ['1970s', 'day first', '1970-01-01', '1979-12-31'],
  ['early 1970s', 'day first', '1970-01-01', '1974-12-31'],
  ['03/04/2020', 'day first', '2020-04-03', '2020-04-03'],
  ['03/04/2020', 'month first', '2020-03-04', '2020-03-04'],
  ['10/9/19', 'month first', '2019-10-09', '2019-10-09'],
  ['9/17/81', 'month first', '1981-09-17', '1981-09-17'],
  ['dd/mm/1945', 'day first', '1945-01-01', '1945-12-31'],
  ['00/00/1962', 'day first', '1962-01-01', '1962-12-31'],
  ['00/05/1962', 'day first', '1962-05-01', '1962-05-31'],
  ['June 21, 2022', 'month first', '2022-06-21', '2022-06-21'],
  ['08-Oct-2026', 'day first', '2026-10-08', '2026-10-08'],
  ['1964-07-17', 'day first', '1964-07-17', '1964-07-17'],
  ['1960-01-01-05:00', 'day first', '1960-01-01', '1960-01-01'],
  ['2026-07-27T00:00:00', 'day first', '2026-07-27', '2026-07-27'],
];

describe('readWrittenDay', () => {
  it.each(cases.map(([text, order, earliest, latest, circa]) => ({ text, order, earliest, latest, circa })))(
    'reads $text ($order)',
    ({ text, order, earliest, latest, circa }) => {
      expect(readWrittenDay(text, order)).toEqual({ earliest, latest, text, ...(circa ? { circa } : {}) });
    },
  );

  it.each([
    '',
    'na',
    '31 Feb 1960',
    '13/13/2020',
    '1965 to 1960',
    'Jan',
    'about noon',
    '12345',
    '32/01/1960',
  ])('takes %j for no date', (text) => {
    expect(readWrittenDay(text)).toBeUndefined();
  });

  it('reads back every day in every layout', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 40_000 }), (number) => {
        const day = dayFromNumber(number);
        const [year, month, date] = day.split('-');
        const name = new Date(`${day}T00:00:00Z`).toUTCString().slice(8, 11);
        expect(readExactDay(day)).toBe(day);
        expect(readExactDay(`${date} ${name} ${year}`)).toBe(day);
        expect(readExactDay(`${date}/${month}/${year}`, 'day first')).toBe(day);
        expect(readExactDay(`${month}/${date}/${year}`, 'month first')).toBe(day);
      }),
    );
  });

  it('never fails, and never gives an end before its beginning', () => {
    const words = fc.constantFrom(
      '1960',
      'Jan',
      'to',
      'circa',
      '12',
      '/',
      '-',
      'or',
      '31',
      'Dec 1999',
      ' ',
      'and',
      '0',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const day = readWrittenDay(parts.join(' '));
        if (day) expect(day.earliest <= day.latest).toBe(true);
      }),
    );
  });
});

it('readExactDay gives nothing for what is not known to the day', () => {
  expect([readExactDay('circa 1961-01-01'), readExactDay('1961'), readExactDay(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
