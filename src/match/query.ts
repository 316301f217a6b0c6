import { nameGroup, nicknames } from '../text/index.ts';
import { type Form, type FormWord, flagSkeleton, flagSyllables, joinKey, longestForm } from './form.ts';
import { longestRun, longestRunKey } from './hash-sections.ts';
import { type MatchKind, matchKinds } from './kind.ts';
import { isKnownSurname } from './known-surnames.ts';
import { findFamily, type NameIndex } from './name-index.ts';
import { type Neighbourhood, noNeighbours } from './neighbourhood.ts';
import { roleInitial, roleSurname } from './role.ts';
import { isCommonName } from './word-frequency.ts';
import { rarityOf } from './word-rarity.ts';
import { isOrdinary } from './word-similarity.ts';
import { type WordWeights, wordWeight } from './word-weight.ts';

/** A reading of the query against one kind of party, with everything that does not depend on the listed name. */
export interface PreparedQuery {
  readonly kind: MatchKind;
  readonly kindCode: number;
  readonly words: readonly FormWord[];
  readonly reading: string | undefined;
  readonly rarity: Float64Array;
  /** Spelling family of each word, -1 where the list has none. */
  readonly families: Int32Array;
  readonly weights: Float64Array;
  readonly total: number;
  readonly neighbourhoods: readonly Neighbourhood[];
  /** Runs of words that may be one listed word: first word, number of words, key, family of the key or -1. */
  readonly runs: readonly {
    readonly from: number;
    readonly length: number;
    readonly key: string;
    /** The words as they are written together. */
    readonly text: string;
    readonly family: number;
  }[];
  /** Folds as `joinKey` writes them, for runs on the listed side. */
  readonly keys: readonly string[];
  readonly freeText: boolean;
  /** Words that statistics of names or three parties of the list know: names of their own, not slips, as bits. */
  readonly knownNames: number;
  /** Words that say whose son one is, as bits. */
  readonly sonOf: number;
  /** Words that say whose father or mother one is, as bits. */
  readonly fatherOf: number;
  /** Words that are written in one with the word before, as bits: Salah and Din of Salahuddin. */
  readonly continued: number;
  /** Words that must all be matched before the last word may be one that was cut off, as bits; 0 where it may not. */
  readonly beforeCut: number;
}

export function prepareQuery(
  index: NameIndex,
  weights: WordWeights,
  form: Form,
  kind: MatchKind,
  freeText: boolean,
  neighboursOf: (word: FormWord) => Neighbourhood,
): PreparedQuery {
  const words = form.words.slice(0, longestForm);
  const kindCode = matchKinds.indexOf(kind);
  const keys = words.map((word) => word.fold);
  const rarity = new Float64Array(words.length);
  const families = new Int32Array(words.length);
  const weight = new Float64Array(words.length);
  let total = 0;
  let knownNames = 0;
  let sonOf = 0;
  let fatherOf = 0;
  let continued = 0;
  for (const [at, word] of words.entries()) {
    if (isContinued(words[at - 1], word)) continued |= 1 << at;
    const family = findFamily(index, keys[at]!);
    families[at] = family;
    rarity[at] =
      family >= 0
        ? index.wordRarity[index.familyWordsMembers[index.familyWordsStarts[family]!]!]!
        : rarityOf(1, index.counts.parties, word.fold);
    if (word.group === 'particle:bin') sonOf |= 1 << at;
    if (word.group === 'particle:abu' || word.group === 'particle:umm') fatherOf |= 1 << at;
    const isName =
      kind === 'vessel'
        ? isShipWord(word)
        : rarity[at]! < knownRarity ||
          isCommonName(word.fold) ||
          (kind === 'person' && word.role === roleSurname && isKnownSurname(word.text));
    if (isName && !(word.flags & flagSkeleton)) knownNames |= 1 << at;
    weight[at] = wordWeight(weights, kindCode, word.role, rarity[at]!);
    total += weight[at]!;
  }
  const runs: PreparedQuery['runs'][number][] = [];
  for (let from = 0; from < words.length; from++) {
    const run = [words[from]!.text];
    for (let to = from + 1; to < Math.min(from + longestRun, words.length); to++) {
      run.push(words[to]!.text);
      const text = run.join('');
      const key = joinKey(text);
      if (key.length > longestRunKey) break;
      if (key.length < 3) continue;
      runs.push({
        from,
        length: to - from + 1,
        key,
        text,
        family: findFamily(index, key),
      });
    }
  }
  return {
    kind,
    kindCode,
    words,
    reading: form.reading,
    rarity,
    families,
    weights: weight,
    total,
    neighbourhoods: words.map((word) => (word.role === roleInitial ? noNeighbours : neighboursOf(word))),
    runs,
    keys,
    freeText,
    knownNames,
    sonOf,
    fatherOf,
    continued,
    beforeCut: beforeCut(words, weight),
  };
}

/** Whether two words are parts of one written word; in `Sirhan Sirhan` each is a word of its own. */
function isContinued(before: FormWord | undefined, word: FormWord): boolean {
  return before !== undefined && before.written === word.written && before.text !== word.text;
}

/** What ships are called by: ordinary words, and given names. Statistics of surnames say nothing of them. */
function isShipWord({ text, group }: FormWord): boolean {
  return isOrdinary(group) || nameGroup(text) !== undefined || nicknames(text).length > 0;
}

/** Words that at least three parties have are words of their own. */
const knownRarity = 0.88;

/** Lighter words, such as articles and legal forms, may be missing from a name that was cut off. */
const cutLeastWeight = 0.15;

/** Fields cut text off: then all of it but its end is there, and its end is letters. */
function beforeCut(words: readonly FormWord[], weights: Float64Array): number {
  const last = words.length - 1;
  if (last < 2 || words[last]!.text === '' || /\d/.test(words[last]!.text)) return 0;
  // A syllable is whole: Mi is no Min that was cut.
  if (words[last]!.flags & flagSyllables) return 0;
  let bits = 0;
  for (let at = 0; at < last; at++) {
    if (words[at]!.role !== roleInitial && weights[at]! > cutLeastWeight) bits |= 1 << at;
  }
  // One name and a title before it are too little: whoever bears that name has some other that begins so.
  return (bits & (bits - 1)) === 0 ? 0 : bits;
}
