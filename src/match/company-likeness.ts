import { consonantKey } from '../text/index.ts';
import type { CompanyPair } from './company-pair.ts';
import { isKnownSurname } from './known-surnames.ts';
import { bitIndex } from './word-bits.ts';
import { isCore, sureSimilarity } from './word-picture.ts';
import { isByLetters } from './word-similarity.ts';

/** A brand of up to four letters is another brand when a letter differs. */
const shortBrand = 4;

/** One that stands alone is another already when five letters are not the same, or seven not nearly so. */
const shortAlone = 5;
const longerAlone = 7;
const nearlySame = 0.83;

/** Consonants that a brand written without vowels must have to be told by them alone. */
const tellingConsonants = 4;

/** Whether the one word that two names share is shared by consonants alone, and by few of them. */
export function isBareAlone({ query, picture, edges, chosen }: CompanyPair): boolean {
  let bare = false;
  for (const number of chosen) {
    const { kind, queryBits, listedBits, similarity } = edges[number]!;
    const at = bitIndex(listedBits);
    if (kind !== 'word') return false;
    if (!isCore(picture.listedRole[at]!)) continue;
    const isBare = (picture.queryBare & queryBits) !== 0 || (picture.listedBare & listedBits) !== 0;
    if (!isBare || similarity >= sureSimilarity) return false;
    if (consonantKey(query.words[bitIndex(queryBits)]!.text).length >= tellingConsonants) return false;
    bare = true;
  }
  return bare;
}

/** Whether all that two names share are short words that are only alike: `KIA`, `KEA`. */
export function onlyShortAlike({ picture, edges, chosen }: CompanyPair, isAlone: boolean): boolean {
  let short = false;
  for (const number of chosen) {
    const { listedBits, similarity } = edges[number]!;
    const at = bitIndex(listedBits);
    if (!isCore(picture.listedRole[at]!)) continue;
    const length = picture.listedLength[at]!;
    const isOther =
      length <= (isAlone ? shortAlone : shortBrand) ||
      (isAlone && length <= longerAlone && similarity < nearlySame);
    if (similarity >= 0.94 || !isOther) return false;
    short = true;
  }
  return short;
}

/** Whether the one word that two firms share is only alike, and a surname of its own: `Macedo S.A.`, `Micado`. */
export function isOtherSurname({ query, picture, edges, chosen }: CompanyPair): boolean {
  let only = false;
  for (const number of chosen) {
    const { kind, queryBits, listedBits, similarity } = edges[number]!;
    if (kind !== 'word') return false;
    if (!isCore(picture.listedRole[bitIndex(listedBits)]!)) continue;
    if (!isByLetters(similarity) || !isKnownSurname(query.words[bitIndex(queryBits)]!.text)) return false;
    only = true;
  }
  return only;
}

/** Whether all that two firms share of their names is a surname: `Berg Group`, `Berg Engineering`. */
export function isSurnameAlone({ query, picture, edges, chosen }: CompanyPair): boolean {
  for (const number of chosen) {
    const { queryBits, listedBits } = edges[number]!;
    if (isCore(picture.listedRole[bitIndex(listedBits)]!))
      return isKnownSurname(query.words[bitIndex(queryBits)]!.text);
  }
  return false;
}
