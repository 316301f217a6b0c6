import { Fault, type Issue } from '../model/fault.ts';
import { type Chunks, decodeChunks, type Encoding } from './bytes.ts';

/** A row with the line it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvOptions {
  readonly file: string;
  /** Found from the first line where not given. */
  readonly delimiter?: string;
  /** `false` for tab-separated files in which a quote is an ordinary character. */
  readonly quotes?: boolean;
  readonly encoding?: Encoding;
  /** Told of the encoding once a byte beyond ASCII has come. */
  readonly onEncoding?: (found: Encoding) => void;
  /** Longest row, in characters; a longer one is reported and passed over. Default 4 million. */
  readonly rowLimit?: number;
  readonly report?: (issue: Issue) => void;
  /**
   * A quoted cell that never closes loses its own line alone, which is reported: for files that people wrote. Without it
   * such a cell is a fault.
   */
  readonly passOverUnclosed?: boolean;
}

/** Line breaks and signs that a quoted cell may have; with more it is taken for one that does not close. */
const mostBreaks = 1_000;
const longestCell = 1_000_000;

/**
 * Rows of a delimited text as RFC 4180 has it, and as exports break it: any of the line ends, quotes inside unquoted
 * cells, a closing 0x1A, blank lines (passed over). A quote that never closes is a fault: the rest of the file would be one cell.
 */
export function* csvRows(chunks: Chunks, options: CsvOptions): Generator<CsvRow> {
  const limit = options.rowLimit ?? 4_000_000;
  const reader = new RowReader(options);
  let rest = '';
  for (const text of decodeChunks(chunks, options.encoding, options.onEncoding)) {
    rest = rest === '' ? text : rest + text;
    yield* reader.rows(rest, false);
    rest = rest.slice(reader.consumed);
    if (rest.length > limit) {
      if (reader.insideQuotes(rest)) {
        if (!options.passOverUnclosed) throw unclosed(options.file, reader.line);
        reader.passOverLine();
        yield* reader.rows(rest, false);
        rest = rest.slice(reader.consumed);
        if (rest.length <= limit) continue;
      }
      reader.skipLongRow(limit);
      rest = '';
    }
  }
  yield* reader.rows(rest, true);
}

function unclosed(file: string, line: number): Fault {
  return new Fault('AS_FILE_FORMAT', 'A quoted cell never closes.', {
    place: { file, line },
    remedy: 'Repair the quotes on this line, or export the file again.',
  });
}

class RowReader {
  line = 1;
  consumed = 0;
  readonly #options: CsvOptions;
  #delimiter: string | undefined;
  #skipping = false;
  /** Rows from here on have a quote that does not close: quotes are signs like others up to the next line end. */
  #isLiteral = false;

  constructor(options: CsvOptions) {
    this.#options = options;
    this.#delimiter = options.delimiter;
  }

  /** Complete rows at the beginning of `text`; `consumed` says how far they reach. */
  *rows(text: string, atEnd: boolean): Generator<CsvRow> {
    let at = 0;
    this.consumed = 0;
    if (this.#skipping) {
      at = this.#skipToLineEnd(text);
      if (at < 0) {
        this.consumed = text.length;
        return;
      }
    }
    this.#delimiter ??= this.#findDelimiter(text, atEnd);
    while (this.#delimiter !== undefined && at < text.length) {
      const end = this.#readRow(text, at, atEnd);
      if (end < 0) break;
      const { cells, line } = this.#row;
      at = end;
      if (!(cells.length === 1 && (cells[0] === '' || cells[0] === '\u001a'))) yield { line, cells };
    }
    this.consumed = at;
  }

  #row: { cells: string[]; line: number } = { cells: [], line: 1 };

  /** Reads one row from `start`; gives the position after its line end, or -1 where the row is not complete yet. */
  #readRow(text: string, start: number, atEnd: boolean): number {
    const delimiter = this.#delimiter!;
    const code = delimiter.charCodeAt(0);
    const isTolerant = this.#options.passOverUnclosed === true;
    const quoting = this.#options.quotes !== false && !this.#isLiteral;
    const cells: string[] = [];
    let breaks = 0;
    let at = start;
    for (;;) {
      if (quoting && text.charCodeAt(at) === 34) {
        let value = '';
        let from = at + 1;
        for (;;) {
          const quote = text.indexOf('"', from);
          if (quote < 0) {
            if (!atEnd && (!isTolerant || text.length - at <= longestCell)) return -1;
            if (!isTolerant) throw unclosed(this.#options.file, this.line);
            return this.#readLiteral(text, start, atEnd);
          }
          if (quote + 1 >= text.length && !atEnd) return -1;
          value += text.slice(from, quote);
          if (text.charCodeAt(quote + 1) !== 34) {
            at = quote + 1;
            break;
          }
          value += '"';
          from = quote + 2;
        }
        const inside = countBreaks(value);
        breaks += inside;
        const end = endOfCell(text, at, code);
        if (end < 0 && !atEnd) return -1;
        // A cell over several lines that goes on behind its closing quote was closed by the quote that opens another.
        const isMispaired = inside > 0 && end !== at && at < text.length;
        if (isTolerant && (isMispaired || inside > mostBreaks || value.length > longestCell))
          return this.#readLiteral(text, start, atEnd);
        cells.push(value + text.slice(at, end < 0 ? text.length : end));
        at = end < 0 ? text.length : end;
      } else {
        const end = endOfCell(text, at, code);
        if (end < 0 && !atEnd) return -1;
        cells.push(text.slice(at, end < 0 ? text.length : end));
        at = end < 0 ? text.length : end;
      }
      if (at < text.length && text.charCodeAt(at) === code) {
        at++;
        continue;
      }
      break;
    }
    if (at < text.length) {
      if (text.charCodeAt(at) === 13) {
        if (at + 1 >= text.length && !atEnd) return -1;
        at += text.charCodeAt(at + 1) === 10 ? 2 : 1;
      } else at++;
    }
    // Of a line that is passed over nothing is given: a row of one empty cell counts as blank.
    this.#row = { cells: this.#isLiteral ? [''] : cells, line: this.line };
    this.#isLiteral = false;
    this.line += breaks + 1;
    return at;
  }

  /** Passes over the line that begins at `start`, whose quotes do not pair; gives the position after it. */
  #readLiteral(text: string, start: number, atEnd: boolean): number {
    this.passOverLine();
    return this.#readRow(text, start, atEnd);
  }

  /** The line that comes next is reported as lost; its quotes are signs like others. */
  passOverLine(): void {
    if (this.#isLiteral) return;
    this.#isLiteral = true;
    this.#options.report?.({
      code: 'AS_ROW',
      message: 'A quoted cell on this line never closes; the line was passed over.',
      file: this.#options.file,
      line: this.line,
      lost: true,
    });
  }

  /** Whether the unfinished row stands inside a quoted cell: an odd number of quotes. */
  insideQuotes(text: string): boolean {
    if (this.#options.quotes === false) return false;
    let odd = false;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
    return odd;
  }

  skipLongRow(limit: number): void {
    this.#skipping = true;
    this.#options.report?.({
      code: 'AS_FILE_TOO_LARGE',
      message: `The row is longer than ${limit} characters and was passed over.`,
      file: this.#options.file,
      line: this.line,
      lost: true,
    });
  }

  #skipToLineEnd(text: string): number {
    const end = text.search(/[\r\n]/);
    if (end < 0) return -1;
    this.#skipping = false;
    this.line++;
    return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }

  #findDelimiter(text: string, atEnd: boolean): string | undefined {
    const end = text.search(/[\r\n]/);
    if (end < 0 && !atEnd) return undefined;
    return guessDelimiter(end < 0 ? text : text.slice(0, end));
  }
}

/** The delimiter that a header line uses most outside quotes; a comma where there is none. */
export function guessDelimiter(headerLine: string): string {
  const plain = headerLine.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: plain.split(sign).length - 1 }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

function endOfCell(text: string, from: number, delimiter: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === 10 || code === 13) return at;
  }
  return -1;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** A row by header name. Names that stand twice get ` 2`, ` 3` at their second and third place. */
export interface CsvRecord {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** Header names made unique: `Address, Address` becomes `Address, Address 2`; blank ones become `column 3`. */
export function uniqueHeader(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() || `column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}

/**
 * Rows of a file with a header, by header name. Rows with more cells than the header, or fewer, are reported: the
 * missing cells read as empty, the surplus ones are named in the issue and kept as `column N`.
 */
export function* csvRecords(
  chunks: Chunks,
  options: CsvOptions,
): Generator<CsvRecord, readonly string[], undefined> {
  let header: string[] | undefined;
  for (const row of csvRows(chunks, options)) {
    if (!header) {
      header = uniqueHeader(row.cells);
      continue;
    }
    const values: Record<string, string> = {};
    for (let index = 0; index < Math.max(header.length, row.cells.length); index++) {
      values[header[index] ?? `column ${index + 1}`] = row.cells[index] ?? '';
    }
    if (row.cells.length !== header.length) {
      options.report?.({
        code: 'AS_ROW',
        message: `The row has ${row.cells.length} cells and the header ${header.length}.`,
        file: options.file,
        line: row.line,
        lost: false,
      });
    }
    yield { line: row.line, values };
  }
  if (!header) {
    throw new Fault('AS_FILE_EMPTY', 'The file is empty.', {
      place: { file: options.file },
      remedy: 'Check the export.',
    });
  }
  return header;
}

/**
 * One line of CSV (RFC 4180, CRLF left to the caller). A cell that a spreadsheet would run as a formula,
 * whichever its width of signs and whatever blanks it cuts off before, is led by an apostrophe. A cell with a semicolon
 * or tab is quoted too: where those part cells, what stands behind one would begin another.
 */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      const isFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell);
      const safe = isFormula ? `'${cell}` : cell;
      return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(',');
}
