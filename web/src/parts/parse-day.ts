const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** Whether a text is a day that exists, as `2022-06-03`. */
export function isDay(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/**
 * The day that somebody wrote: `2022-06-03`, `3 June 2022`, `June 3, 2022`, `2022年6月3日`. Nothing for `06/03/2022`, which
 * is read as June by some and as March by others.
 */
export function parseDay(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const byNumber =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(plain);
  if (byNumber) return dayFrom(byNumber[1]!, byNumber[2]!, byNumber[3]!);
  const dayFirst = /^(\d{1,2})\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(plain);
  if (dayFirst) return dayFrom(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(plain);
  if (monthFirst) return dayFrom(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!);
  return undefined;
}

function monthNumber(word: string): string {
  return String(months.findIndex((month) => month.startsWith(word)) + 1);
}

function dayFrom(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** So many months later, on the last day of the month where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}
