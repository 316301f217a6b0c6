import type { PersonPair } from './person-pair.ts';
import { roleGiven } from './role.ts';
import { bitIndex } from './word-bits.ts';
import { isFull, sureSimilarity } from './word-picture.ts';
import { isByLetters } from './word-similarity.ts';

/**
 * Whether all that two names share is one word as it is written, and there are more: `Zach Ryan` for `Yousuf Zahran`,
 * `Catur Salahudin` for `Salahudin`.
 */
export function isOneWritten(pair: PersonPair): boolean {
  const { query, picture, queryBits } = pair;
  const only = onlyName(pair);
  if (only === 'joined in query' && names(picture.listedRole, picture.listedCount, 0) > 1) return true;
  if (only === 'joined in list' && names(picture.queryRole, picture.queryCount, 0) > 1) return true;
  if (query.continued === 0) return false;
  const written = names(picture.queryRole, picture.queryCount, query.continued);
  const open = names(picture.queryRole, picture.queryCount, query.continued | queryBits);
  return written > 1 && written - open <= 1;
}

/** How the only two names are paired that are, or undefined where none or several are. */
function onlyName({ picture, edges, chosen }: PersonPair): string | undefined {
  let only: string | undefined;
  for (const number of chosen) {
    const { kind, queryBits, listedBits } = edges[number]!;
    if (
      !isFull(picture.listedRole[bitIndex(listedBits)]!) &&
      !isFull(picture.queryRole[bitIndex(queryBits)]!)
    )
      continue;
    if (only !== undefined) return undefined;
    only = kind;
  }
  return only;
}

/** How many words are names, apart from those given as bits. */
function names(roles: Uint8Array, count: number, without: number): number {
  let found = 0;
  for (let at = 0; at < count; at++) if (isFull(roles[at]!) && !(without & (1 << at))) found++;
  return found;
}

/** What can be said of the words of two names that are only alike. */
export interface OnlyAlike {
  /** Likeness of the least alike. */
  readonly weakest: number;
  /** One is compared by its consonants, and one has other consonants. */
  readonly isBare: boolean;
  readonly hasOtherConsonants: boolean;
  /** One is a given name so far from the listed word that both are names. */
  readonly isOtherGiven: boolean;
}

/** Given names less alike than this are two. */
const twoGiven = 0.7;

/** Looks at the pairs of words that are not the same for sure. */
export function onlyAlike({ query, picture, edges, chosen }: PersonPair): OnlyAlike {
  let weakest = 1;
  let isBare = false;
  let hasOtherConsonants = false;
  let isOtherGiven = false;
  for (const number of chosen) {
    const { kind, similarity, queryBits, listedBits } = edges[number]!;
    if (kind !== 'word' || similarity >= sureSimilarity) continue;
    if (similarity < weakest) weakest = similarity;
    if (similarity < twoGiven && picture.queryRole[bitIndex(queryBits)] === roleGiven) isOtherGiven = true;
    if (!(picture.queryBare & queryBits) && !(picture.listedBare & listedBits)) continue;
    isBare = true;
    const isOneFamily = query.families[bitIndex(queryBits)] === picture.listedFamily[bitIndex(listedBits)];
    if (isByLetters(similarity) && !isOneFamily) hasOtherConsonants = true;
  }
  return { weakest, isBare, hasOtherConsonants, isOtherGiven };
}
