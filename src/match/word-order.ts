import type { PackedTexts } from './text-pool.ts';

/** The numbers of the words of a pool in the order of their texts, by code units. */
export function orderWords(pool: PackedTexts): Uint32Array {
  const order = Uint32Array.from({ length: pool.starts.length - 1 }, (_, word) => word);
  return order.sort((a, b) => compareWords(pool, a, b) || a - b);
}

function compareWords({ units, starts }: PackedTexts, a: number, b: number): number {
  const fromA = starts[a]!;
  const fromB = starts[b]!;
  const lengthA = starts[a + 1]! - fromA;
  const lengthB = starts[b + 1]! - fromB;
  const length = Math.min(lengthA, lengthB);
  for (let at = 0; at < length; at++) {
    const difference = units[fromA + at]! - units[fromB + at]!;
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/** Where in the order the words begin that come after `text` and, with `prefixed`, do not begin with it either. */
export function placeAfter(order: Uint32Array, pool: PackedTexts, text: string, prefixed: boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(pool, order[middle]!, text, prefixed)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isAfter({ units, starts }: PackedTexts, word: number, text: string, prefixed: boolean): boolean {
  const from = starts[word]!;
  const length = starts[word + 1]! - from;
  for (let at = 0; at < text.length; at++) {
    if (at >= length) return false;
    const difference = units[from + at]! - text.charCodeAt(at);
    if (difference !== 0) return difference > 0;
  }
  return !prefixed && length > text.length;
}
