import { type CsvRow, decodeText, guessDelimiter, uniqueHeader } from '../../formats/index.ts';
import { Fault, type Issue } from '../../model/index.ts';
import {
  type ColumnMapping,
  headerFit,
  headerKey,
  learnMapping,
  showsDevice,
  type TableKind,
} from '../column-mapping.ts';
import { DayOrders } from '../day-orders.ts';
import type { ReadOptions } from '../reading.ts';
import { dayFields, decimalOf, type TableStyle } from './table-row.ts';

/** Rows that are looked at to learn the columns and the sign of decimals. */
const sampleSize = 50;
/** Rows that are looked at to learn the order of days, where fewer do not settle it. */
const mostForDays = 10_000;
/** Rows among which the header is looked for: exports carry titles, dates and notes above it. */
const searched = 25;

/** A table whose header and columns are known, with the rows that come after. */
export interface OpenedTable {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly style: TableStyle;
  /** Columns whose days have two readings, and how they are read. */
  readonly dayIssues: readonly Issue[];
  /** The table has no header: its columns were told by their values and are called `column 1` and on. */
  readonly isHeaderless: boolean;
  /** Lines above the header, passed over. */
  readonly above: number;
  /** The line of the header; 0 where there is none. */
  readonly headerLine: number;
  rows(): Generator<CsvRow>;
}

/**
 * Finds the header among the first rows and learns the columns. Throws `AS_FILE_EMPTY` for a table without rows and what
 * `refuse` gives for one of which neither names nor values say anything.
 */
export function openTable(
  rows: Iterator<CsvRow>,
  file: string,
  options: ReadOptions & { readonly tableKind?: TableKind | undefined },
  refuse: (header: readonly string[], line: number) => Fault,
  refuseEmpty: (place: { readonly file: string }) => Fault = noRows,
  checkHeader?: (header: readonly string[], line: number) => void,
): OpenedTable {
  const first: CsvRow[] = [];
  const take = (most: number) => {
    while (first.length < most) {
      const next = rows.next();
      if (next.done) break;
      if (next.value.cells.some((cell) => cell.trim() !== '')) first.push(next.value);
    }
  };
  take(searched);
  if (first.length === 0) throw refuseEmpty({ file });
  if (options.mapping && Object.values(options.mapping.columns).every((name) => /^column \d+$/.test(name))) {
    take(sampleSize);
    return opened(uniqueHeader(first[0]!.cells.map(() => '')), options.mapping, first, 0, true);
  }
  const at = headerAt(first, options);
  take(at + 1 + sampleSize);
  const kind = options.tableKind;
  const header = uniqueHeader(first[at]!.cells);
  checkHeader?.(header, first[at]!.line);
  const sample = first.slice(at + 1);
  const named = options.mapping ?? learnMapping(header, cellsOf(sample), kind, options.values);
  if (named && (options.mapping || headerFit(first[at]!.cells) > 0))
    return opened(header, named, sample, at, false);
  // Nothing is named: perhaps the first row is a device already.
  const blank = uniqueHeader(first[0]!.cells.map(() => ''));
  const told = learnMapping(blank, cellsOf(first), kind ?? 'devices', options.values);
  if (told && showsDevice(first[0]!.cells, options.values)) return opened(blank, told, first, 0, true);
  if (named) return opened(header, named, sample, at, false);
  throw refuse(header, first[at]!.line);

  function opened(
    names: readonly string[],
    mapping: ColumnMapping,
    held: readonly CsvRow[],
    above: number,
    isHeaderless: boolean,
  ): OpenedTable {
    const given = options.dayOrder ?? mapping.dayOrder;
    const at = dayFields.flatMap((field) => {
      const column = mapping.columns[field];
      return column === undefined || mapping.dropped.includes(column) || !names.includes(column)
        ? []
        : [{ column, index: names.indexOf(column) }];
    });
    const days = new DayOrders(at.map(({ column }) => column));
    const lookAt = ({ cells, line }: CsvRow) => {
      for (const { column, index } of at) days.look(column, cells[index] ?? '', line);
    };
    for (const row of held) lookAt(row);
    // Most tables settle it within their first rows; the others are read on until their rows do.
    const ahead = [...held];
    while (given === undefined && days.isOpen && ahead.length < mostForDays) {
      const next = rows.next();
      if (next.done) break;
      ahead.push(next.value);
      lookAt(next.value);
    }
    return {
      header: names,
      mapping,
      style: { decimal: decimalOf(names, mapping, held), dayOrders: days.orders(given) },
      dayIssues: days.issues(file, given),
      isHeaderless,
      above,
      headerLine: isHeaderless ? 0 : first[above]!.line,
      *rows() {
        yield* ahead;
        for (let next = rows.next(); !next.done; next = rows.next()) yield next.value;
      },
    };
  }
}

function noRows(place: { readonly file: string }): Fault {
  return new Fault('AS_FILE_EMPTY', 'The table has no rows.', { place, remedy: 'Check the export.' });
}

function cellsOf(rows: readonly CsvRow[]): (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}

/** The row that names the columns: that of the mapping given, else the first that names most, else the first wide one. */
function headerAt(
  first: readonly CsvRow[],
  { mapping, tableKind }: { mapping?: ColumnMapping; tableKind?: TableKind | undefined },
): number {
  if (mapping) {
    const wanted = Object.values(mapping.columns).map(headerKey);
    const found = first.findIndex(({ cells }) => {
      const keys = new Set(cells.map(headerKey));
      return wanted.length > 0 && wanted.every((key) => keys.has(key));
    });
    if (found >= 0) return found;
  }
  const fits = first.map(({ cells }) => headerFit(cells, tableKind));
  const best = Math.max(...fits);
  if (best >= 2) return fits.findIndex((fit) => fit >= Math.max(2, best / 2));
  const wide = first.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 2);
  return Math.max(0, wide);
}

/** The delimiter of the first line that has one: a title above the header has none. */
export function delimiterOf(bytes: Uint8Array): string {
  const lines = decodeText(bytes.subarray(0, 16_384)).text.split(/[\r\n]+/, 20);
  return guessDelimiter(lines.find((line) => line.includes(guessDelimiter(line))) ?? '');
}
