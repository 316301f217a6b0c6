import { hashText } from './hash.ts';

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
