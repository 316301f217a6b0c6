import { joinChunks } from '../formats/bytes.ts';
import { csvRows, uniqueHeader } from '../formats/csv.ts';
import { isZip, readWorkbook } from '../formats/workbook.ts';
import type { Fault, Issue } from '../model/fault.ts';
import { openLedger } from './field-ledger.ts';
import { watchEnd } from './file-end.ts';
import { emptyList, truncated, wrongFormat } from './refusals.ts';
import type { Format, SourceFile } from './source.ts';

/** A row of a table with a header; `get` gives the trimmed cell, or nothing where it is blank. */
export interface TableRow {
  readonly line: number;
  get(column: string): string | undefined;
  /** The trimmed cells of the columns that are not blank, joined. */
  join(columns: readonly string[], separator?: string): string | undefined;
}

export interface TableOptions {
  readonly format: Pick<Format, 'mapped' | 'leftOut'>;
  readonly report: (issue: Issue) => void;
  /** Columns without which the file is not of the format. */
  readonly required: readonly string[];
  readonly delimiter?: string;
  /** Lines before the header, such as `Last Updated,10/04/2025`; given to `onPreamble`. */
  readonly onPreamble?: (cells: readonly string[]) => void;
  /** Whether the publisher's own file always ends in a line end, so that one without is cut off. */
  readonly endsWithLineEnd?: boolean;
}

/** Rows of a delimited list file; checks the header, the width of each row and the end of the file. */
export function* tableOfCsv(file: SourceFile, options: TableOptions): Generator<TableRow, number> {
  const end = watchEnd(file);
  const rows = csvRows(end.chunks(), {
    file: file.name,
    report: options.report,
    ...(options.delimiter ? { delimiter: options.delimiter } : {}),
  });
  const count = yield* tableOfRows(rows, file.name, options);
  if (options.endsWithLineEnd && !end.tail().endsWith('\n')) {
    throw truncated(file.name, 'The last line does not end.');
  }
  return count;
}

/** Rows of a list that is published as delimited text or as the first sheet of a workbook, told by its first bytes. */
export function* tableOfFile(file: SourceFile, options: TableOptions): Generator<TableRow, number> {
  if (!isZip(firstBytes(file))) return yield* tableOfCsv(file, options);
  return yield* tableOfRows(linesOfSheet(firstSheet(file)), file.name, { ...options, ragged: true });
}

function firstBytes(file: SourceFile): Uint8Array {
  for (const chunk of file.chunks()) if (chunk.length > 0) return chunk;
  return new Uint8Array();
}

/** The rows of the first sheet of a workbook; refuses a file without bytes. */
export function firstSheet(file: SourceFile): readonly (readonly string[])[] {
  const bytes = joinChunks(file.chunks(), file.name);
  if (bytes.length === 0) throw emptyList(file.name);
  return readWorkbook(bytes, { file: file.name })[0]?.rows ?? [];
}

/** Rows of a sheet of a workbook, as lines. */
export function* linesOfSheet(rows: readonly (readonly string[])[]): Generator<RawRow> {
  for (let at = 0; at < rows.length; at++) {
    const cells = rows[at]!;
    if (cells.some((cell) => cell !== '')) yield { line: at + 1, cells };
  }
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows with a header, from any file that has rows; a row that is too narrow at the end means a file that is cut off. */
export function* tableOfRows(
  rows: Iterable<RawRow>,
  file: string,
  options: TableOptions & { readonly ragged?: boolean },
): Generator<TableRow, number> {
  let header: Map<string, number> | undefined;
  let width = 0;
  let count = 0;
  let narrow: RawRow | undefined;
  let unread: Fault | undefined;
  for (const row of rows) {
    if (!header) {
      const names = uniqueHeader(row.cells.map((cell) => cell.replace(/\s+/g, ' ')));
      if (options.required.every((column) => names.includes(column))) {
        header = new Map(names.map((name, index) => [name, index]));
        // Exports pad rows with empty columns; only those up to the last named one count.
        width = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
        seeHeader(names, row, file, options);
      } else {
        const missing = options.required.filter((column) => !names.includes(column));
        unread ??= wrongFormat(
          file,
          `The header lacks the column ${missing.map((name) => `"${name}"`).join(', ')}.`,
          row.line,
        );
        if (!options.onPreamble || row.line > 9) throw unread;
        options.onPreamble(row.cells);
      }
      continue;
    }
    if (narrow) {
      reportWidth(narrow, width, file, options.report);
      narrow = undefined;
    }
    count++;
    if (row.cells.length < width && !options.ragged) {
      narrow = row;
      yield tableRow(row, header);
      continue;
    }
    if (row.cells.slice(width).some((cell) => cell.trim() !== ''))
      reportWidth(row, width, file, options.report);
    yield tableRow(row, header);
  }
  if (!header && unread) throw unread;
  if (!header || count === 0) throw emptyList(file);
  if (narrow) {
    throw truncated(file, `The last row has ${narrow.cells.length} of ${width} cells.`, narrow.line);
  }
  return count;
}

function seeHeader(names: readonly string[], row: RawRow, file: string, options: TableOptions): void {
  const ledger = openLedger(options.format, file, options.report);
  names.forEach((name, index) => {
    if (row.cells[index]!.trim() !== '') ledger.see(name, row.line);
  });
}

function reportWidth(row: RawRow, width: number, file: string, report: (issue: Issue) => void): void {
  report({
    code: 'AS_ROW',
    message: `The row has ${row.cells.length} cells and the header ${width}.`,
    file,
    line: row.line,
    lost: false,
  });
}

function tableRow(row: RawRow, header: ReadonlyMap<string, number>): TableRow {
  const get = (column: string) => {
    const index = header.get(column);
    return index === undefined ? undefined : row.cells[index]?.trim() || undefined;
  };
  return {
    line: row.line,
    get,
    join: (columns, separator = ', ') =>
      columns
        .map(get)
        .filter((cell) => cell !== undefined)
        .join(separator) || undefined,
  };
}
