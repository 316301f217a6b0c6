import { letterUnits } from '../text/index.ts';
import { flagCommon, flagNative, flagOrdinary } from './form.ts';
import type { Section } from './layout.ts';
import { isCommonName } from './word-frequency.ts';
import { isOrdinary } from './word-similarity.ts';

/** The words of an index by their numbers: in the order of their texts, so that words alike stand near each other. */
export interface Vocabulary {
  readonly texts: readonly string[];
  readonly folds: readonly string[];
  readonly groups: readonly string[];
  readonly flags: Uint8Array;
}

/** The words in the order of their texts, by code units, and the new number of each. */
export function inOrder(given: Vocabulary): { readonly vocabulary: Vocabulary; readonly ranks: Uint32Array } {
  const { texts, groups, flags } = given;
  const order = Uint32Array.from(texts, (_, word) => word).sort(
    (a, b) =>
      compare(texts[a]!, texts[b]!) || compare(groups[a]!, groups[b]!) || flags[a]! - flags[b]! || a - b,
  );
  const ranks = new Uint32Array(order.length);
  for (const [rank, word] of order.entries()) ranks[word] = rank;
  const sorted = (values: readonly string[]): string[] => Array.from(order, (word) => values[word]!);
  return {
    vocabulary: {
      texts: sorted(texts),
      folds: sorted(given.folds),
      groups: sorted(groups),
      flags: Uint8Array.from(order, (word) => flags[word]!),
    },
    ranks,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether letters alone can make a word like another. */
export function isFuzzy({ texts, flags }: Vocabulary, word: number): boolean {
  return !(flags[word]! & flagNative || /\d/.test(texts[word]!));
}

/** Of each word its text, its fold and its letter units, one after the other: who asks for one asks for the next. */
export const spellingsOfWord = 3;

/** The spellings of all words, and what the statistics of names know of them. */
export function spellings(vocabulary: Vocabulary): Record<string, Section> {
  const { texts, folds, groups, flags } = vocabulary;
  const starts = new Uint32Array(texts.length * spellingsOfWord + 1);
  let units = new Uint16Array(1 << 16);
  let count = 0;
  const marked = flags.slice();
  const add = (length: number, unitAt: (at: number) => number): void => {
    if (count + length > units.length) {
      const larger = new Uint16Array((count + length) * 2);
      larger.set(units);
      units = larger;
    }
    for (let at = 0; at < length; at++) units[count++] = unitAt(at);
  };
  for (const [word, text] of texts.entries()) {
    const fold = folds[word]!;
    const letters = isFuzzy(vocabulary, word) ? letterUnits(text) : none;
    add(text.length, (at) => text.charCodeAt(at));
    starts[word * spellingsOfWord + 1] = count;
    add(fold.length, (at) => fold.charCodeAt(at));
    starts[word * spellingsOfWord + 2] = count;
    add(letters.length, (at) => letters[at]!);
    starts[word * spellingsOfWord + 3] = count;
    if (isCommonName(fold)) marked[word]! |= flagCommon;
    if (isOrdinary(groups[word]!)) marked[word]! |= flagOrdinary;
  }
  return { spellingUnits: units.slice(0, count), spellingStarts: starts, wordFlags: marked };
}

const none = new Uint16Array(0);
