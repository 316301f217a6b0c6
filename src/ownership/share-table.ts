import type { Share, ShareUnits } from '../model/share.ts';

export const minIncluded = 1;
export const maxIncluded = 2;

/** Shares as numbers: equal intervals are held once, so that a link costs four bytes instead of seventeen. */
export interface ShareTable {
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** `minIncluded`, `maxIncluded`. */
  readonly ends: Uint8Array;
}

/** Collects the shares of a graph while it is built. */
export class ShareCollector {
  #min: number[] = [];
  #max: number[] = [];
  #ends: number[] = [];
  #byKey = new Map<string, number>();
  /** Number of each exact share of whole hundredths of a percent: nearly all shares of registers are such. */
  #hundredths = new Int32Array(10_001).fill(-1);

  /** The number of this interval. */
  add(share: Share): number {
    const ends = (share.minInclusive ? minIncluded : 0) | (share.maxInclusive ? maxIncluded : 0);
    const key = `${share.min}/${share.max}/${ends}`;
    const held = this.#byKey.get(key);
    if (held !== undefined) return held;
    const number = this.#min.length;
    this.#min.push(share.min);
    this.#max.push(share.max);
    this.#ends.push(ends);
    this.#byKey.set(key, number);
    return number;
  }

  /** The number of the exact share of so many hundredths of a percent. */
  addHundredths(hundredths: number): number {
    const held = this.#hundredths[hundredths]!;
    if (held !== -1) return held;
    const units = (hundredths * 1e8) as ShareUnits;
    const number = this.add({ min: units, max: units, minInclusive: true, maxInclusive: true });
    this.#hundredths[hundredths] = number;
    return number;
  }

  table(): ShareTable {
    return {
      min: Float64Array.from(this.#min),
      max: Float64Array.from(this.#max),
      ends: Uint8Array.from(this.#ends),
    };
  }
}

/** The interval with this number. */
export function shareAt(table: ShareTable, number: number): Share {
  const ends = table.ends[number]!;
  return {
    min: table.min[number]! as ShareUnits,
    max: table.max[number]! as ShareUnits,
    minInclusive: (ends & minIncluded) !== 0,
    maxInclusive: (ends & maxIncluded) !== 0,
  };
}
