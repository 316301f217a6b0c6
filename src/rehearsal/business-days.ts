import { addDays, type Day, dayNumber } from '../model/day.ts';

/** 0 for Sunday to 6 for Saturday. */
function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

function nth(year: number, month: number, wanted: number, count: number): Day {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as Day;
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (count - 1));
}

function lastMonday(year: number, month: number): Day {
  const last = addDays(`${year}-${String(month + 1).padStart(2, '0')}-01` as Day, -1);
  return addDays(last, -((weekday(last) + 6) % 7));
}

/** A holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after (5 U.S.C. 6103(b), EO 11582). */
function observed(day: Day): Day {
  return weekday(day) === 6 ? addDays(day, -1) : weekday(day) === 0 ? addDays(day, 1) : day;
}

/** US federal holidays as observed that belong to a year (5 U.S.C. 6103(a)); Juneteenth since 2021 (Pub. L. 117-17). */
export function federalHolidays(year: number): Day[] {
  const fixed = [`${year}-01-01`, `${year}-07-04`, `${year}-11-11`, `${year}-12-25`];
  if (year >= 2021) fixed.push(`${year}-06-19`);
  return [
    ...fixed.map((day) => observed(day as Day)),
    nth(year, 1, 1, 3),
    nth(year, 2, 1, 3),
    lastMonday(year, 5),
    nth(year, 9, 1, 1),
    nth(year, 10, 1, 2),
    nth(year, 11, 4, 4),
  ].sort();
}

/** Whether a US federal office is open: neither weekend nor federal holiday. */
export function isBusinessDay(day: Day): boolean {
  const number = weekday(day);
  if (number === 0 || number === 6) return false;
  const year = Number(day.slice(0, 4));
  // New Year's Day of a year that begins on a Saturday is observed on 31 December of the year before.
  return !federalHolidays(year).includes(day) && !federalHolidays(year + 1).includes(day);
}

/** The day `count` business days after `day`; the day itself does not count. */
export function addBusinessDays(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isBusinessDay(at)) left--;
  }
  return at;
}
