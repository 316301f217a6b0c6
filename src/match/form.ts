import { computeFoldKey, pinyinParse } from '../text/index.ts';
import type { MatchKind } from './kind.ts';

/** One word of a name as it is compared. */
export interface FormWord {
  /** Lower-case Latin letters, or the letters of its own script. */
  readonly text: string;
  /** Key of its spelling family. */
  readonly fold: string;
  /** See `roles`. */
  readonly role: number;
  /** Words that share a group are one word or short forms of each other; ids with spaces between, empty for none. */
  readonly group: string;
  /** See the flags below. */
  readonly flags: number;
  /** The word as it was written, for the explanation. */
  readonly written: string;
  /** A comma stands before it. */
  readonly afterComma?: boolean;
}

/** Written without vowels: only its consonants are compared. */
export const flagSkeleton = 1;
/** Written in a script of its own (Han, Thai, ...), never fuzzy. */
export const flagNative = 2;
/** A whole number of syllables of a Chinese or Korean name: one letter makes another name. */
export const flagSyllables = 4;
/** Made by reading another script. */
export const flagReading = 8;

/** A beginning of a name as one word, for texts that a field of fixed width has cut off. */
export const flagCut = 16;

/** An acronym, or the initials of a name, as one word. */
export const flagAcronym = 32;

/** Statistics of names know its family as common among all people; only listed words have it. */
export const flagCommon = 64;

/** An ordinary word of known meaning, which is no slip of another one; only listed words have it. */
export const flagOrdinary = 128;

/** The flags that two words of the same text must share to be the same word of the vocabulary. */
export const wordFlags = flagSkeleton | flagNative | flagSyllables | flagCut | flagAcronym;

/** One way to read a name: its words in order. A name has one or more. */
export interface Form {
  readonly words: readonly FormWord[];
  /** Why this reading stands beside the written name, if it does. */
  readonly reading?: string;
}

/** Most words of a form that take part in an alignment: one bit each. */
export const longestForm = 30;

/** Reads a name; the index and the query use the same reader. */
export type NameReader = (text: string, kind: MatchKind | 'any', side: 'query' | 'listed') => readonly Form[];

/** Up to this many letters of the key, words run together are the other word only letter for letter. */
const shortJoin = 5;

export function isShortJoin(key: string): boolean {
  return key.length <= shortJoin;
}

/**
 * Whether a run of words and a word of equal keys may be one written together: `Cho Yong` is not `Hong`. Of Chinese
 * syllables every letter counts: `Xiao Liang` is not `Xiaolang`.
 */
export function isWrittenTogether(run: string, word: string, key: string): boolean {
  if (run === word) return true;
  return !isShortJoin(key) && (pinyinParse(run) === undefined || pinyinParse(word) === undefined);
}

/** Words joined are compared by the key that they have when written as one. */
export function joinKey(together: string): string {
  return computeFoldKey(together);
}
