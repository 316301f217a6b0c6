import { type ShareUnits, wholeShare } from '../model/share.ts';
import type { Limit } from './ownership-test.ts';

/** What the owners in question hold at least and at most of a party, given all links to it. */
export interface Bounds {
  readonly min: ShareUnits;
  readonly max: ShareUnits;
  readonly minInclusive: boolean;
  readonly maxInclusive: boolean;
  /** Least that all stated owners together hold. */
  readonly total: ShareUnits;
}

/** Whether the least share reaches the limit: then it is reached whatever the open shares are. */
export function surelyReaches(bounds: Bounds, limit: Limit): boolean {
  if (bounds.min !== limit.threshold) return bounds.min > limit.threshold;
  return limit.inclusive || !bounds.minInclusive;
}

/** Whether some value within the bounds reaches the limit. */
export function possiblyReaches(bounds: Bounds, limit: Limit): boolean {
  if (bounds.max !== limit.threshold) return bounds.max > limit.threshold;
  return limit.inclusive && bounds.maxInclusive;
}

/** Whether the stated shares of a party add up to more than there is. */
export function isOverWhole(bounds: Bounds): boolean {
  return bounds.total > wholeShare;
}
