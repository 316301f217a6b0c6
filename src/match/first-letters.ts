import { mayBeginKey } from '../text/index.ts';

/** Whatever letters words begin with. */
export const anyLetter = 0xffff;

/** The class of the first letter of a word's key, as one of sixteen bits. */
export function firstLetter(code: number): number {
  return 1 << (code & 15);
}

/** The classes that the key of a word may begin with where the word as written begins with this code. */
export function firstLettersOf(code: number): number {
  let letters = firstLetter(code);
  for (let key = 0x61; key <= 0x7a; key++) if (mayBeginKey(code, key)) letters |= firstLetter(key);
  return letters;
}
