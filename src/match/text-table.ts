import { hashText } from './hash.ts';
import { isTextAt, type PackedTexts } from './text-pool.ts';

/** An open-addressed table from text to its number in a pool; slots hold the number plus one. */
export function buildTextTable(texts: readonly string[]): Uint32Array {
  let size = 16;
  while (size < texts.length * 2) size *= 2;
  const slots = new Uint32Array(size);
  for (let index = 0; index < texts.length; index++) {
    let slot = hashText(texts[index]!) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  }
  return slots;
}

/** The number of `text` in the pool, or -1. */
export function findText(slots: Uint32Array, pool: PackedTexts, text: string): number {
  const mask = slots.length - 1;
  let slot = hashText(text) & mask;
  while (slots[slot] !== 0) {
    const index = slots[slot]! - 1;
    if (isTextAt(pool, index, text)) return index;
    slot = (slot + 1) & mask;
  }
  return -1;
}
