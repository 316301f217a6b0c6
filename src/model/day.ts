import { z } from 'zod';
import { Fault, type Place } from './fault.ts';

/** A calendar day as `YYYY-MM-DD`; compares as text. Never a timestamp. */
export type Day = string & { readonly __brand: 'Day' };

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that exists in the (proleptic Gregorian) calendar. */
export function isDay(text: string): text is Day {
  const match = dayPattern.exec(text);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || date < 1) return false;
  return date <= monthLengths[month - 1]! + (month === 2 && isLeapYear(year) ? 1 : 0);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day written in `text`. Throws `AS_DAY` otherwise. */
export function parseDay(text: string, place: Place = {}): Day {
  if (isDay(text)) return text;
  throw new Fault('AS_DAY', `"${text}" is not a calendar day.`, {
    place,
    remedy: 'Write days as 2022-06-01.',
  });
}

/** Days since 1970-01-01 (negative before). */
export function dayNumber(day: Day): number {
  // Not Date.UTC, which takes the years 0 to 99 for those of the twentieth century.
  return Date.parse(`${day}T00:00:00Z`) / millisecondsOfDay;
}

const millisecondsOfDay = 86_400_000;
const firstNumber = -719_528;
const lastNumber = 2_932_896;

/**
 * The day that is `number` days after 1970-01-01; the first or last day of four digits (0000-01-01, 9999-12-31) where it
 * lies beyond, so that days compare as text: lists write 9999-12-31 for an end that is open.
 */
export function dayFromNumber(number: number): Day {
  const within = Math.min(lastNumber, Math.max(firstNumber, number));
  return new Date(within * millisecondsOfDay).toISOString().slice(0, 10) as Day;
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** `to - from` in days. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `3 June 2022`, for pages and reports. */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** Days and months in a text, not years and not the parts of longer numbers. */
const writtenDays = /(?<![\d-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])/g;

/** The days (`3 June 2022`) and months (`June 2022`) of a text in words. */
export function daysInWords(text: string): string {
  return text.replace(writtenDays, (written) =>
    written.length > 7
      ? dayInWords(written as Day)
      : `${monthNames[Number(written.slice(5, 7)) - 1]} ${written.slice(0, 4)}`,
  );
}

/** A period, both ends included; a missing end is open. */
export interface Period {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** Whether `day` lies in the period, both ends included. */
export function isWithin(day: Day, period: Period): boolean {
  return (
    (period.from === undefined || period.from <= day) && (period.until === undefined || day <= period.until)
  );
}

/**
 * A day known only roughly: somewhere from `earliest` to `latest` (both included), as the source wrote it.
 * An exact day has both ends equal.
 */
export interface ApproximateDay {
  readonly earliest: Day;
  readonly latest: Day;
  readonly text: string;
  readonly circa?: boolean;
}

/** Reads `2022`, `2022-06` or `2022-06-01`. Throws `AS_DAY` for anything else. */
export function parseApproximateDay(text: string, place: Place = {}): ApproximateDay {
  const trimmed = text.trim();
  if (isDay(trimmed)) return { earliest: trimmed, latest: trimmed, text: trimmed };
  const month = /^(\d{4})-(\d{2})$/.exec(trimmed);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    const length =
      monthLengths[Number(month[2]) - 1]! + (month[2] === '02' && isLeapYear(Number(month[1])) ? 1 : 0);
    return { earliest: parseDay(`${trimmed}-01`), latest: parseDay(`${trimmed}-${length}`), text: trimmed };
  }
  if (/^\d{4}$/.test(trimmed)) {
    return { earliest: parseDay(`${trimmed}-01-01`), latest: parseDay(`${trimmed}-12-31`), text: trimmed };
  }
  throw new Fault('AS_DAY', `"${text}" is not a year, month or day.`, {
    place,
    remedy: 'Write 2022, 2022-06 or 2022-06-01.',
  });
}

/** Schema of a day at the edge. */
export const daySchema = z
  .string()
  .refine(isDay, { error: 'not a calendar day; write days as 2022-06-01' })
  .transform((text) => text as Day);
