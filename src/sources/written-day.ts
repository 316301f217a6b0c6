import { type ApproximateDay, type Day, isDay, parseApproximateDay } from '../model/day.ts';

/** Which number comes first in `03/04/2020`: the day (Europe, Australia, UN notes) or the month (United States). */
export type NumberOrder = 'day first' | 'month first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const circaPattern =
  /^(?:circa|approximately|approx\.?|about|around|c\.|ca\.|between approximately|between circa|between)\s+|\(approximative\)|\(approximately\)|\(approx\.?\)|\(circa\)/i;

/**
 * A day as lists write it, with the precision that the text has: `circa 1961`, `1955 to 1957`, `Between 1963 and 1968`,
 * `05 Jun 1950`, `September 1965`, `June 21, 2022`, `dd/mm/1945`, `00/00/1962`, `2021-03-12T00:00:00`. The text stays as
 * written. Nothing where it is not a date.
 */
export function readWrittenDay(text: string, order: NumberOrder = 'day first'): ApproximateDay | undefined {
  const written = text.trim().replace(/\s+/g, ' ');
  if (written === '') return undefined;
  const circa = circaPattern.test(written) && !/^between (?!approximately|circa)/i.test(written);
  const bare = written
    .replace(/^(?:between )?(?:circa|approximately|approx\.?|about|around|c\.|ca\.) |^between /i, '')
    .replace(/\s*\((?:approximative|approximately|approx\.?|circa)\)/i, '')
    .trim();
  const span = readSpan(bare, order) ?? readOne(bare, order);
  if (!span) return undefined;
  return { earliest: span[0], latest: span[1], text: written, ...(circa ? { circa: true } : {}) };
}

/** The exact day in a text, or nothing where it is not written to the day. */
export function readExactDay(text: string | undefined, order: NumberOrder = 'day first'): Day | undefined {
  if (!text) return undefined;
  const day = readWrittenDay(text, order);
  return day && day.earliest === day.latest && !day.circa ? day.earliest : undefined;
}

/** Whether a text is one day read day first and another read month first, such as `03/04/2020`. */
export function hasTwoReadings(text: string): boolean {
  const [dayFirst, monthFirst] = [readExactDay(text, 'day first'), readExactDay(text, 'month first')];
  return dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
}

type Span = readonly [Day, Day];

function readSpan(text: string, order: NumberOrder): Span | undefined {
  const parts =
    /^(.+?)(?: to | and | until |–| - )(?:circa |approximately )?(.+)$/i.exec(text) ??
    /^(\d{4})[-/](\d{4})$/.exec(text);
  if (!parts) return undefined;
  const to = readOne(parts[2]!.trim(), order);
  if (!to) return undefined;
  // "10 to 12 Jan 1960" and "Jan to Mar 1960" leave the rest to the second half.
  const from = readOne(parts[1]!.trim(), order) ?? readOne(`${parts[1]!.trim()} ${to[1].slice(0, 4)}`, order);
  return from && from[0] <= to[1] ? [from[0], to[1]] : undefined;
}

function readOne(text: string, order: NumberOrder): Span | undefined {
  const iso = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:[T ]\d{2}:\d{2}.*|Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (iso) return spanOf(iso[1], iso[2], iso[3]);
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -.])?\.?([A-Za-z]{3,9})\.?,?[ -.](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(
      text,
    );
  if (named) {
    const month = months.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1;
    if (month > 0) return spanOf(named[4], String(month), named[1] ?? named[3]);
  }
  const numbers = /^(\d{1,2}|dd|mm)[/.-](\d{1,2}|dd|mm)[/.-](\d{4}|\d{2})$/i.exec(text);
  if (numbers) {
    const [first, second] = [numberOf(numbers[1]!), numberOf(numbers[2]!)];
    const year = numbers[3]!.length === 4 ? numbers[3]! : centuryOf(numbers[3]!);
    return order === 'day first' ? spanOf(year, second, first) : spanOf(year, first, second);
  }
  const monthYear = /^(\d{1,2}|mm)\/(\d{4})$/i.exec(text);
  if (monthYear) return spanOf(monthYear[2], numberOf(monthYear[1]!), undefined);
  const decade = /^(?:(early|mid|late)[ -])?(\d{3})0'?s$/i.exec(text);
  if (decade) {
    const [from, to] = { early: ['0', '4'], mid: ['3', '7'], late: ['5', '9'] }[
      decade[1]?.toLowerCase() ?? ''
    ] ?? ['0', '9'];
    return [`${decade[2]}${from}-01-01` as Day, `${decade[2]}${to}-12-31` as Day];
  }
  return undefined;
}

/** Publishers write an unknown day or month as `00`, `dd` or `mm`. */
function numberOf(text: string): string | undefined {
  return /^\d+$/.test(text) && Number(text) > 0 ? text : undefined;
}

/** Two-digit years stand in Federal Register citations only: the series began in 1936. */
function centuryOf(year: string): string {
  return Number(year) >= 36 ? `19${year}` : `20${year}`;
}

function spanOf(year: string | undefined, month?: string, day?: string): Span | undefined {
  if (!year || Number(year) < 1000) return undefined;
  const text = [year, ...(month && Number(month) > 0 ? [month.padStart(2, '0')] : [])];
  if (text.length === 2 && day && Number(day) > 0) text.push(day.padStart(2, '0'));
  const written = text.join('-');
  if (text.length === 3) return isDay(written) ? [written, written] : undefined;
  if (text.length === 2 && Number(text[1]) > 12) return undefined;
  const { earliest, latest } = parseApproximateDay(written);
  return [earliest, latest];
}
