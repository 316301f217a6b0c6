import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, isDay, parseDay } from './parse-day.ts';

describe('reading a day that somebody wrote', () => {
  it.each([
    ['2022-06-03', '2022-06-03'],
    ['2022-6-3', '2022-06-03'],
    [' 3 June 2022 ', '2022-06-03'],
    ['3 jun 2022', '2022-06-03'],
    ['03. Sept. 2022', '2022-09-03'],
    ['June 3, 2022', '2022-06-03'],
    ['2022年6月3日', '2022-06-03'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    '06/03/2022',
    '3.6.2022',
    '2022-02-30',
    '31 June 2022',
    '3 Juno 202',
    '3 Xyz 2022',
    '3 marbles 2022',
    '2022',
    '',
  ])('takes “%s” for no day', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('reads every day that it is given', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
          expect(isDay(day)).toBe(true);
          expect(parseDay(day)).toBe(day);
          expect(parseDay(words)).toBe(day);
        },
      ),
    );
  });
});

it('stays within the month when it goes on by months', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  expect(addMonths('2024-12-15', 1)).toBe('2025-01-15');
});
