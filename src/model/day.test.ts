import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Day,
  dayFromNumber,
  dayInWords,
  dayNumber,
  daysBetween,
  daysInWords,
  isDay,
  isWithin,
  parseApproximateDay,
} from './day.ts';

/** From the year 0 to 9999, with room to count from. */
const day = fc.integer({ min: -714_000, max: 2_927_000 }).map(dayFromNumber);

describe('days', () => {
  it.each(['2022-06-31', '2021-02-29', '1900-02-29', '2022-13-01', '2022-6-1', '2022-06-01T00:00', ''])(
    'refuses %j',
    (text) => expect(isDay(text)).toBe(false),
  );
  it.each(['2020-02-29', '2000-02-29', '2022-12-31'])('accepts %s', (text) => expect(isDay(text)).toBe(true));

  it('count up and back to the same day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (start, count) => {
        const later = addDays(start, count);
        expect(isDay(later)).toBe(true);
        expect(daysBetween(start, later)).toBe(count);
        expect(dayFromNumber(dayNumber(start))).toBe(start);
        expect(start < later).toBe(count > 0);
      }),
    );
  });

  it.each(['0000-01-01', '0001-01-01', '0099-12-31', '1899-12-31', '9999-12-31'])(
    'of far years are counted like others: %s',
    (text) => expect(dayFromNumber(dayNumber(text as Day))).toBe(text),
  );

  it('stay days of four digits at both ends, so that an end that is open stays the last', () => {
    expect(addDays('9999-12-31' as Day, 1)).toBe('9999-12-31');
    expect(addDays('0000-01-01' as Day, -400)).toBe('0000-01-01');
  });

  it('read in words as on a page', () => expect(dayInWords('2022-06-03' as Day)).toBe('3 June 2022'));

  it.each([
    ['2022-06-03', '3 June 2022'],
    ['2022-05 (week before article)', 'May 2022 (week before article)'],
    ['whether it applied on 2022-08-30: not before', 'whether it applied on 30 August 2022: not before'],
    ['2021 vs 2020, 2017-2021, order 12-2022-06-031', '2021 vs 2020, 2017-2021, order 12-2022-06-031'],
  ])('are told in words in the text %s', (text, words) => expect(daysInWords(text)).toBe(words));

  it('lie within a period with both ends included, and open ends', () => {
    const period = { from: '2020-08-13' as Day, until: '2022-09-30' as Day };
    expect(isWithin('2020-08-13' as Day, period)).toBe(true);
    expect(isWithin('2022-09-30' as Day, period)).toBe(true);
    expect(isWithin('2022-10-01' as Day, period)).toBe(false);
    expect(isWithin('1990-01-01' as Day, {})).toBe(true);
  });

  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-06-03', '2022-06-03', '2022-06-03'],
  ])('known as %s run from %s to %s', (text, earliest, latest) =>
    expect(parseApproximateDay(text)).toEqual({ earliest, latest, text }),
  );
});
