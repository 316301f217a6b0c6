import { type Chunks, csvRows } from '../formats/index.ts';
import { dayNumber } from '../model/day.ts';
import { Fault, type Issue } from '../model/fault.ts';
import { unknownShare } from '../model/share.ts';
import type { OwnershipGraph } from './graph.ts';
import { GraphBuilder, openFrom, openUntil } from './graph-builder.ts';
import { parsePercentage } from './percentage.ts';
import { readPeriod } from './readers/period.ts';

const newline = 10;
const carriageReturn = 13;
const comma = 44;
const quote = 34;
const dot = 46;
const zero = 48;
const columns = ['owner', 'owned', 'share', 'from', 'until'];
const issuesUpTo = 1_000;

/**
 * The graph of a large CSV with the columns `owner,owned,share` and, optionally, `from,until`: read as bytes, without
 * making strings of ids. Rows with quotes, bands or other free text take a slower path; rows that cannot be used are
 * kept out and reported (the first thousand one by one). Throws `AS_FILE_FORMAT` for other columns.
 */
export function loadOwnershipCsv(chunks: Chunks, file: string, expectedLinks = 1_000_000): OwnershipGraph {
  const loader = new CsvLoader(file, expectedLinks);
  let rest = new Uint8Array(0);
  for (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : joined(rest, chunk);
    const used = loader.lines(bytes);
    rest = bytes.slice(used);
  }
  if (rest.length > 0) loader.lines(joined(rest, Uint8Array.of(newline)));
  return loader.graph();
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

class CsvLoader {
  readonly #file: string;
  readonly #builder: GraphBuilder;
  readonly #unknown: number;
  readonly #issues: Issue[] = [];
  /** Shares by the text of their band: registers have a few, in millions of rows. */
  readonly #texts = new Map<string, number>();
  #lost = 0;
  #line = 0;
  #width = 0;

  constructor(file: string, expectedLinks: number) {
    this.#file = file;
    this.#builder = new GraphBuilder(expectedLinks);
    this.#unknown = this.#builder.shares.add(unknownShare);
  }

  /** Takes in all complete lines and says how many bytes they are. */
  lines(bytes: Uint8Array): number {
    let start = 0;
    for (;;) {
      const end = bytes.indexOf(newline, start);
      if (end < 0) return start;
      this.#line++;
      const last = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
      if (this.#width === 0) this.#header(new TextDecoder().decode(bytes.subarray(start, last)));
      else if (last > start && !this.#fast(bytes, start, last)) this.#slow(bytes.subarray(start, last));
      start = end + 1;
    }
  }

  graph(): OwnershipGraph {
    if (this.#width === 0)
      throw new Fault('AS_FILE_EMPTY', 'The file is empty.', { place: { file: this.#file } });
    if (this.#lost > this.#issues.length) {
      this.#issues.push({
        code: 'AS_ROW',
        file: this.#file,
        message: `${this.#lost - this.#issues.length} more rows have problems of these kinds.`,
        lost: true,
      });
    }
    return this.#builder.build({ issues: this.#issues });
  }

  #header(text: string): void {
    const given = text
      .replace(/^\ufeff/, '')
      .toLowerCase()
      .split(',')
      .map((title) => title.trim());
    const isKnown = given.every((title, index) => title === columns[index]);
    if (!isKnown || (given.length !== 3 && given.length !== 5)) {
      throw new Fault('AS_FILE_FORMAT', `The columns are ${given.join(', ')}.`, {
        place: { file: this.#file, line: 1 },
        remedy: 'Name them owner,owned,share or owner,owned,share,from,until.',
      });
    }
    this.#width = given.length;
  }

  /** A row without quotes whose share can be read; false for any other. */
  #fast(bytes: Uint8Array, start: number, end: number): boolean {
    const first = commaFrom(bytes, start, end);
    const second = first < 0 ? -1 : commaFrom(bytes, first + 1, end);
    if (
      second < 0 ||
      first === start ||
      second === first + 1 ||
      bytes[start] === quote ||
      bytes[first + 1] === quote
    )
      return false;
    const third = this.#width === 3 ? end : commaFrom(bytes, second + 1, end);
    if (third < 0) return false;
    const share = this.#share(bytes, second + 1, third);
    if (share < 0) return false;
    let from = openFrom;
    let until = openUntil;
    if (this.#width === 5) {
      const fourth = commaFrom(bytes, third + 1, end);
      if (fourth < 0) return false;
      const readFrom = readDay(bytes, third + 1, fourth, openFrom);
      const readUntil = readDay(bytes, fourth + 1, end, openUntil);
      if (readFrom === undefined || readUntil === undefined || readFrom > readUntil) return false;
      from = readFrom;
      until = readUntil;
    } else if (commaFrom(bytes, second + 1, end) >= 0) return false;
    const owner = this.#builder.parties.internBytes(bytes, start, first);
    const owned = this.#builder.parties.internBytes(bytes, first + 1, second);
    const link = this.#builder.add(owner, owned, share, 0, this.#line);
    if (from !== openFrom || until !== openUntil) this.#builder.setPeriod(link, from, until);
    return true;
  }

  /** The number of the share in these bytes; -1 where they take the slower path, for quotes or a report. */
  #share(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return this.#unknown;
    const hundredths = readHundredths(bytes, start, end);
    if (hundredths >= 0) return this.#builder.shares.addHundredths(hundredths);
    let text = '';
    for (let at = start; at < end; at++) {
      // Quotes and other letters than ASCII need the decoder.
      if (bytes[at] === quote || bytes[at]! > 126 || end - start > 40) return -1;
      text += String.fromCharCode(bytes[at]!);
    }
    let number = this.#texts.get(text);
    if (number === undefined) {
      const share = parsePercentage(text);
      if (!share) return -1;
      number = this.#builder.shares.add(share);
      if (this.#texts.size < 10_000) this.#texts.set(text, number);
    }
    return number;
  }

  #slow(bytes: Uint8Array): void {
    let cells: readonly string[];
    try {
      cells = [...csvRows([bytes], { file: this.#file, delimiter: ',' })][0]?.cells ?? [];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#report(error.message, true);
      return;
    }
    const [owner, owned, shareText, start, end] = cells.map((cell) => cell.trim());
    if (!owner || !owned || cells.length > this.#width) {
      this.#report(
        cells.length > this.#width
          ? 'The row has more cells than columns.'
          : 'The row lacks an owner or an owned party.',
        true,
      );
      return;
    }
    const { period, problem, isInverted } = readPeriod(start, end);
    if (problem) this.#report(problem, isInverted);
    if (isInverted) return;
    const share = shareText ? parsePercentage(shareText) : undefined;
    if (shareText && !share)
      this.#report(`"${shareText}" is no percentage; the share counts as unknown.`, false);
    const { parties, shares } = this.#builder;
    const number = share ? shares.add(share) : this.#unknown;
    const link = this.#builder.add(parties.intern(owner), parties.intern(owned), number, 0, this.#line);
    if (period.from || period.until) {
      this.#builder.setPeriod(
        link,
        period.from ? dayNumber(period.from) : openFrom,
        period.until ? dayNumber(period.until) : openUntil,
      );
    }
  }

  #report(message: string, lost: boolean): void {
    this.#lost++;
    if (this.#issues.length < issuesUpTo) {
      this.#issues.push({
        code: lost ? 'AS_ROW' : 'AS_FIELD',
        file: this.#file,
        line: this.#line,
        message,
        lost,
      });
    }
  }
}

function commaFrom(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === comma) return at;
  return -1;
}

/** `42`, `42.5` or `42.55` in hundredths of a percent; -1 for anything else, and over 100. */
function readHundredths(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let at = start;
  for (; at < end && bytes[at] !== dot; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9 || at - start > 2) return -1;
    value = value * 10 + digit;
  }
  if (at === start) return -1;
  let decimals = 0;
  for (at++; at < end; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9 || decimals === 2) return -1;
    value = value * 10 + digit;
    decimals++;
  }
  if (decimals === 0) value *= 100;
  else if (decimals === 1) value *= 10;
  return value > 10_000 ? -1 : value;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of `2022-06-01`; `open` for nothing; undefined for anything else. */
function readDay(bytes: Uint8Array, start: number, end: number, open: number): number | undefined {
  if (start === end) return open;
  if (end - start !== 10 || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return undefined;
  const year = readDigits(bytes, start, start + 4);
  const month = readDigits(bytes, start + 5, start + 7);
  const date = readDigits(bytes, start + 8, end);
  if (year < 0 || month < 1 || month > 12 || date < 1) return undefined;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (date > monthLengths[month - 1]! + (month === 2 && isLeap ? 1 : 0)) return undefined;
  // Days from civil, with the year beginning in March.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function readDigits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
