import { describe, expect, it } from 'vitest';
import type { Day } from '../model/day.ts';
import { addBusinessDays, federalHolidays, isBusinessDay } from './business-days.ts';

describe('US federal business days', () => {
  it('know the holidays of 2022 as OPM observed them', () => {
    expect(federalHolidays(2022)).toEqual([
      '2021-12-31',
      '2022-01-17',
      '2022-02-21',
      '2022-05-30',
      '2022-06-20',
      '2022-07-04',
      '2022-09-05',
      '2022-10-10',
      '2022-11-11',
      '2022-11-24',
      '2022-12-26',
    ]);
  });

  it('know no Juneteenth before 2021', () => {
    expect(isBusinessDay('2020-06-19' as Day)).toBe(true);
    expect(isBusinessDay('2026-06-19' as Day)).toBe(false);
  });

  it.each([
    ['2022-06-01', 10, '2022-06-15'],
    ['2022-06-10', 10, '2022-06-27'],
    ['2021-12-30', 1, '2022-01-03'],
    ['2022-12-23', 1, '2022-12-27'],
  ])('%s plus %d is %s', (from, count, to) => expect(addBusinessDays(from as Day, count)).toBe(to));
});
