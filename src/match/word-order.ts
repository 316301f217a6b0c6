import { type PackedTexts, textEnd, textStart } from './text-pool.ts';

/**
 * Of a pool of `count` words in the order of their texts the first that comes after `text` and, with `prefixed`, does not
 * begin with it either.
 */
export function placeAfter(pool: PackedTexts, count: number, text: string, prefixed: boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(pool, middle, text, prefixed)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isAfter(pool: PackedTexts, word: number, text: string, prefixed: boolean): boolean {
  const from = textStart(pool, word);
  const length = textEnd(pool, word) - from;
  for (let at = 0; at < text.length; at++) {
    if (at >= length) return false;
    const difference = pool.units[from + at]! - text.charCodeAt(at);
    if (difference !== 0) return difference > 0;
  }
  return !prefixed && length > text.length;
}
