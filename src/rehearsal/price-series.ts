import { csvRecords, oneChunk } from '../formats/index.ts';
import { Fault, type Issue, isDay } from '../model/index.ts';
import type { PriceDay } from './event-study.ts';

export interface PriceColumns {
  readonly date?: string;
  readonly share?: string;
  readonly index?: string;
}

/**
 * Reads a CSV of closing prices: a day, a share and an index. With three columns they are taken in that order; with more,
 * they have to be named. Rows without a day or with a price that is no positive number are reported and left out; days are put
 * in order. Throws a `Fault` for a day that stands twice with different prices and for a file without usable rows.
 */
export function readPrices(
  bytes: Uint8Array,
  file: string,
  columns: PriceColumns = {},
): { prices: PriceDay[]; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const lost = (line: number, message: string) =>
    issues.push({ code: 'AS_ROW', message, file, line, lost: true });
  const days = new Map<string, PriceDay & { line: number }>();
  let names: readonly [string, string, string] | undefined;
  for (const { line, values } of csvRecords(oneChunk(bytes), {
    file,
    report: (issue) => issues.push(issue),
  })) {
    names ??= columnNames(Object.keys(values), columns, file);
    const [day, share, index] = [
      values[names[0]]!.trim(),
      price(values[names[1]]!),
      price(values[names[2]]!),
    ];
    if (!isDay(day)) {
      lost(line, `"${day}" is not a day; write days as 2022-06-01.`);
      continue;
    }
    if (share === undefined || index === undefined) {
      const name = share === undefined ? names[1] : names[2];
      lost(line, `"${values[name]!}" in ${name} is not a price; the day is left out.`);
      continue;
    }
    const known = days.get(day);
    if (known && (known.share !== share || known.index !== index)) {
      throw new Fault('AS_CONTRADICTION', `${day} has two different prices, first on line ${known.line}.`, {
        place: { file, line },
        remedy: 'Keep one row for a day.',
      });
    }
    days.set(day, { day, share, index, line });
  }
  if (days.size === 0) {
    throw new Fault('AS_FILE_EMPTY', 'There is no usable row of prices.', {
      place: { file, ...(issues[0]?.line === undefined ? {} : { line: issues[0].line }) },
      remedy: 'The file needs a header and rows of day, share price, index value.',
    });
  }
  const prices = [...days.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, share, index }) => ({ day, share, index }));
  return { prices, issues };
}

function price(text: string): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

function columnNames(
  header: readonly string[],
  { date, share, index }: PriceColumns,
  file: string,
): readonly [string, string, string] {
  const named = [date ?? header[0], share ?? header[1], index ?? header[2]] as const;
  const isGuess = share === undefined || index === undefined;
  const missing = named.find((name) => name === undefined || !header.includes(name));
  if ((isGuess && header.length > 3) || missing !== undefined || named.includes(undefined)) {
    throw new Fault(
      'AS_FIELD',
      missing === undefined
        ? 'It cannot be told which columns are the share and the index.'
        : `There is no column "${missing}".`,
      {
        place: { file, line: 1 },
        remedy: `Name the columns; the header has: ${header.join(', ')}.`,
      },
    );
  }
  // Checked above: none of the three is undefined.
  return named as unknown as readonly [string, string, string];
}
