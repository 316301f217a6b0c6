import type { Issue } from '../model/index.ts';
import { type CellStyle, readDay } from './cell-values.ts';

export type DayOrder = CellStyle['dayOrder'];

/** What the cells of one column show of the order of its days. */
interface Shown {
  readonly column: string;
  dayFirst: Cell | undefined;
  monthFirst: Cell | undefined;
  /** A day that is one in both orders. */
  open: Cell | undefined;
  /** How many cells are day first, less those that are month first. */
  lead: number;
}

interface Cell {
  readonly text: string;
  readonly line: number;
}

const numeric = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;

/**
 * In which order days such as 03/04/2021 are written, column by column. A cell with a number over twelve settles its column;
 * a column that nothing settles is read as the other columns of the table are, and month first where those say nothing.
 */
export class DayOrders {
  readonly #columns: ReadonlyMap<string, Shown>;

  /** `columns` are those that hold days, by their headers. */
  constructor(columns: readonly string[]) {
    this.#columns = new Map(
      columns.map((column) => [
        column,
        { column, dayFirst: undefined, monthFirst: undefined, open: undefined, lead: 0 },
      ]),
    );
  }

  /** Takes a cell of a column into account. */
  look(column: string, text: string, line: number): void {
    const shown = this.#columns.get(column);
    const match = numeric.exec(text);
    // With points the day stands first wherever such days are written.
    if (!shown || !match || match[2] === '.') return;
    const [first, second] = [Number(match[1]), Number(match[3])];
    const cell = { text: text.trim(), line };
    if (first > 12 && second <= 12) {
      shown.dayFirst ??= cell;
      shown.lead++;
    } else if (second > 12 && first <= 12) {
      shown.monthFirst ??= cell;
      shown.lead--;
    } else if (first !== second && first <= 12 && first > 0 && second > 0) shown.open ??= cell;
  }

  /** Whether nothing settles some column yet: days of two readings may come in it, also where none has so far. */
  get isOpen(): boolean {
    return [...this.#columns.values()].some(({ dayFirst, monthFirst }) => !dayFirst && !monthFirst);
  }

  /** The order of each column; `given` is what the user said of the table. */
  orders(given?: DayOrder): Readonly<Record<string, DayOrder>> {
    return Object.fromEntries(
      [...this.#columns.values()].map((shown) => [shown.column, this.#order(shown, given)]),
    );
  }

  /** One issue for each column of which the order is only taken for granted, or of which the cells contradict one another. */
  issues(file: string, given?: DayOrder): Issue[] {
    if (given !== undefined) return [];
    return [...this.#columns.values()].flatMap((shown): Issue[] => {
      const { column, dayFirst, monthFirst, open } = shown;
      const order = this.#order(shown);
      const issue = (message: string, { line }: Cell): Issue[] => [
        { code: 'AS_DAY', message, file, line, field: column, lost: false },
      ];
      if (dayFirst && monthFirst)
        return issue(
          `Column "${column}" has days of both orders, “${dayFirst.text}” on line ${dayFirst.line} and “${monthFirst.text}” on line ${monthFirst.line}: it is read ${order}. ${remedy}`,
          order === 'day first' ? monthFirst : dayFirst,
        );
      if (!open || dayFirst || monthFirst) return [];
      const because =
        this.#settled() === undefined ? 'nothing in the table says which' : 'as other columns are';
      return issue(
        `Column "${column}" has days of two readings: “${open.text}” is read ${order}, as ${readDay(open.text, { dayOrder: order, decimal: '.' })}, ${because}. ${remedy}`,
        open,
      );
    });
  }

  #order({ dayFirst, monthFirst, lead }: Shown, given?: DayOrder): DayOrder {
    if (given !== undefined) return given;
    if (dayFirst || monthFirst) return lead > 0 ? 'day first' : 'month first';
    return this.#settled() ?? 'month first';
  }

  /** The order that all settled columns agree on. */
  #settled(): DayOrder | undefined {
    const all = [...this.#columns.values()];
    const isDayFirst = all.some(({ dayFirst }) => dayFirst);
    const isMonthFirst = all.some(({ monthFirst }) => monthFirst);
    if (isDayFirst === isMonthFirst) return undefined;
    return isDayFirst ? 'day first' : 'month first';
  }
}

const remedy = 'Write days as 2021-04-03, or say dayOrder in portfolio.yaml or a mapping.';
