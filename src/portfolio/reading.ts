import type { Asset, Issue } from '../model/index.ts';
import type { ColumnMapping, KnownValues } from './column-mapping.ts';
import type { DayOrder } from './day-orders.ts';
import type { Sighting } from './sighting.ts';

/** A file of the user, in memory. */
export interface PortfolioFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the user's circumstances add to a file: its currency where it states none, a mapping saved before. */
export interface ReadOptions {
  readonly currency?: string;
  readonly mapping?: ColumnMapping;
  /** Kind of table, where the user has said so. */
  readonly kind?: string;
  /** Whether 03/04/2021 is 3 April or 4 March, where the user has said so. */
  readonly dayOrder?: DayOrder;
  /** Tells brands and models by their values, for columns whose names say nothing. */
  readonly values?: KnownValues;
}

/** What one file gave. */
export interface FileReading {
  readonly reader: string;
  /** Rows, hosts or records looked at. */
  readonly rows: number;
  readonly sightings: readonly Sighting[];
  readonly assets: readonly Asset[];
  readonly issues: readonly Issue[];
  readonly notices: readonly string[];
  readonly mapping?: ColumnMapping;
}

/** Collects what a reader finds; readers write into it row by row. */
export interface ReadingDraft {
  rows: number;
  readonly sightings: Sighting[];
  readonly assets: Asset[];
  readonly issues: Issue[];
  readonly notices: string[];
}

export function startReading(): ReadingDraft {
  return { rows: 0, sightings: [], assets: [], issues: [], notices: [] };
}

/** Puts all items at the end; `push(...items)` breaks where there are some hundred thousand. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** Leaves out the fields that have no value, so that optional fields are absent and never undefined. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  // A plain loop: this is called several times for each of a million rows.
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && value !== '') kept[key] = value;
  }
  // Only undefined and empty values were left out; the keys that stay have their own type.
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
