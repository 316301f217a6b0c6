import type { CsvRow } from '../../formats/index.ts';
import type { Day, FileRow, Money } from '../../model/index.ts';
import { currencyOfHeader } from '../cell-currency.ts';
import { plainDecimal, readAmount, readCount } from '../cell-numbers.ts';
import { type CellStyle, readDay, tellDecimal } from '../cell-values.ts';
import type { ColumnMapping } from '../column-mapping.ts';
import type { DayOrder } from '../day-orders.ts';
import { withoutControls } from '../without-controls.ts';
import type { UnreadCell } from './unread-cells.ts';

/** One row seen through the mapping: values by field. */
export interface MappedRow {
  readonly row: FileRow;
  text(field: string): string | undefined;
  day(field: string): Day | undefined;
  amount(field: string): Money | undefined;
  /** A plain decimal such as `412000` or `0.0012`. */
  decimal(field: string): string | undefined;
  /** How many of them; 1 where the row does not say. */
  count(field: string): number;
  /** Whether the column or the cell says that its number is percent. */
  isPercent(field: string): boolean;
}

export const dayFields = [
  'purchased',
  'seen',
  'start',
  'end',
  'signed',
  'renewal',
  'due',
  'acquired',
  'asOf',
  'contractEnd',
];
const amountFields = ['cost', 'spend', 'value', 'amount', 'quantity', 'weight', 'dailyVolume'];

/** How the cells of a table are written; plain data. */
export interface TableStyle {
  readonly decimal: CellStyle['decimal'];
  /** By header, for the columns whose days have an order. */
  readonly dayOrders: Readonly<Record<string, DayOrder>>;
}

/** Prepares the reading of rows. Cells of dropped columns are never touched. */
export function createRowReader(
  file: string,
  header: readonly string[],
  mapping: ColumnMapping,
  { decimal, dayOrders }: TableStyle,
  currency: string | undefined,
  onUnread: (cell: UnreadCell) => void = () => {},
): (row: CsvRow) => MappedRow {
  const index = new Map<string, number>();
  for (const [field, name] of Object.entries(mapping.columns)) {
    const at = header.indexOf(name);
    if (at >= 0 && !mapping.dropped.includes(name)) index.set(field, at);
  }
  const styles = new Map<string, CellStyle>(
    dayFields.map((field) => [
      field,
      { dayOrder: dayOrders[mapping.columns[field] ?? ''] ?? 'month first', decimal },
    ]),
  );
  const style: CellStyle = { dayOrder: 'month first', decimal };
  const headerCurrency = new Map<string, string>();
  const percentFields = new Set(amountFields.filter((field) => saysPercent(mapping.columns[field] ?? '')));
  for (const field of amountFields) {
    const stated = currencyOfHeader(mapping.columns[field] ?? '');
    if (stated) headerCurrency.set(field, stated);
  }
  return (row) =>
    new TableRow(file, row, {
      index,
      style,
      styles,
      headerCurrency,
      percentFields,
      currency,
      header,
      onUnread,
    });
}

/** The decimal sign of a table, told from its first rows. */
export function decimalOf(
  header: readonly string[],
  mapping: ColumnMapping,
  sample: readonly CsvRow[],
): CellStyle['decimal'] {
  const at = amountFields
    .map((field) => header.indexOf(mapping.columns[field] ?? ''))
    .filter((one) => one >= 0);
  return tellDecimal(sample.flatMap((row) => at.map((column) => row.cells[column] ?? '')));
}

interface Columns {
  readonly index: ReadonlyMap<string, number>;
  readonly style: CellStyle;
  /** The style of each field that is a day. */
  readonly styles: ReadonlyMap<string, CellStyle>;
  readonly headerCurrency: ReadonlyMap<string, string>;
  readonly percentFields: ReadonlySet<string>;
  readonly currency: string | undefined;
  readonly header: readonly string[];
  readonly onUnread: (cell: UnreadCell) => void;
}

class TableRow implements MappedRow {
  readonly #file: string;
  readonly #row: CsvRow;
  readonly #columns: Columns;

  constructor(file: string, row: CsvRow, columns: Columns) {
    this.#file = file;
    this.#row = row;
    this.#columns = columns;
  }

  get row(): FileRow {
    return { file: this.#file, line: this.#row.line };
  }

  text(field: string): string | undefined {
    const at = this.#columns.index.get(field);
    if (at === undefined) return undefined;
    const raw = this.#row.cells[at];
    const cell = raw === undefined ? undefined : withoutControls(raw).trim();
    return cell === undefined || cell === '' || emptyWords.has(cell.toLowerCase()) ? undefined : cell;
  }

  day(field: string): Day | undefined {
    const text = this.text(field);
    return text === undefined
      ? undefined
      : this.#told('day', field, text, readDay(text, this.#columns.styles.get(field) ?? this.#columns.style));
  }

  amount(field: string): Money | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const stated = this.text('currency')?.toUpperCase();
    const { headerCurrency, currency, style } = this.#columns;
    const amount = readAmount(text, stated ?? headerCurrency.get(field) ?? currency, style);
    return this.#told('amount', field, text, amount);
  }

  /** What was read; a cell of which nothing could be made is told of, not passed over. */
  #told<Value>(wanted: UnreadCell['wanted'], field: string, text: string, value: Value): Value {
    const { index, header, onUnread } = this.#columns;
    if (value === undefined)
      onUnread({ wanted, column: header[index.get(field)!]!, line: this.#row.line, text });
    return value;
  }

  decimal(field: string): string | undefined {
    const text = this.text(field);
    return text === undefined
      ? undefined
      : this.#told('number', field, text, plainDecimal(text.replace('%', ''), this.#columns.style));
  }

  count(field: string): number {
    return readCount(this.text(field) ?? '', this.#columns.style);
  }

  isPercent(field: string): boolean {
    return this.#columns.percentFields.has(field) || saysPercent(this.text(field) ?? '');
  }
}

function saysPercent(text: string): boolean {
  return /%|per ?cent|pct/i.test(text);
}

/** Cells that say that there is nothing. */
const emptyWords: ReadonlySet<string> = new Set(['n/a', 'na', 'null', 'none', '-', '--', '#n/a', 'nan']);
