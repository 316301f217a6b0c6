import { consonantKey } from '../text/index.ts';
import { deletionHashes, editsAllowed } from './deletions.ts';
import { flagNative, flagSkeleton } from './form.ts';
import { hashText } from './hash.ts';
import { type Buckets, type NameIndex, visitBucket, wordText } from './name-index.ts';
import { textAt } from './text-pool.ts';
import { findText } from './text-table.ts';
import { alikeByLettersOnly, type ComparableWord, groupKeys, wordSimilarity } from './word-similarity.ts';

/** The listed words that are like a word, with how alike they are; in rising order of the word's number. */
export interface Neighbourhood {
  readonly words: Uint32Array;
  readonly similarities: Float64Array;
}

/** Words read from the index, kept so that their strings are made once. */
const mostWordsKept = 300_000;
const keptWords = new WeakMap<NameIndex, Map<number, ComparableWord>>();

/** A listed word in the form that similarity compares. */
export function comparableWord(index: NameIndex, word: number): ComparableWord {
  let kept = keptWords.get(index);
  if (!kept) {
    kept = new Map();
    keptWords.set(index, kept);
  }
  let known = kept.get(word);
  if (!known) {
    known = {
      text: wordText(index, word),
      fold: textAt(index.folds, word),
      flags: index.wordFlags[word]!,
      group: textAt(index.groups, word),
    };
    if (kept.size >= mostWordsKept) kept.clear();
    kept.set(word, known);
  }
  return known;
}

/** Words that at least three parties have are words of their own, not slips of others. */
const knownRarity = 0.88;
const knownDoubt = 0.88;

function similarityTo(
  index: NameIndex,
  word: ComparableWord,
  candidate: number,
  other: ComparableWord,
  least: number,
): number {
  const similarity = wordSimilarity(word, other, least);
  if (similarity === 0 || similarity === 1 || index.wordRarity[candidate]! >= knownRarity) return similarity;
  if (!alikeByLettersOnly(word, other) || familyRarity(index, word.fold) >= knownRarity) return similarity;
  const doubted = similarity * knownDoubt;
  return doubted >= least ? doubted : 0;
}

/** Rarity of the family of this key in the list; 1 where the list does not have it. */
function familyRarity(index: NameIndex, fold: string): number {
  const family = findText(index.familyTable, index.families, fold);
  return family < 0 ? 1 : index.wordRarity[index.familyWordsMembers[index.familyWordsStarts[family]!]!]!;
}

/** Finds all listed words for which `wordSimilarity` is at least `least`: every way to be alike has its own path. */
export function findNeighbours(index: NameIndex, word: ComparableWord, least: number): Neighbourhood {
  const candidates = new Set<number>();
  // Words of equal text have equal keys, so the family finds them whatever their script.
  const family = findText(index.familyTable, index.families, word.fold);
  if (family >= 0) {
    for (let at = index.familyWordsStarts[family]!; at < index.familyWordsStarts[family + 1]!; at++) {
      candidates.add(index.familyWordsMembers[at]!);
    }
  }
  const add = (buckets: Buckets, hash: number): void =>
    visitBucket(buckets, hash, (owner) => candidates.add(owner));
  for (const key of groupKeys(word.group)) add(index.group, hashText(key));
  if (!(word.flags & flagNative) && !/\d/.test(word.text)) {
    const key = consonantKey(word.text);
    if (key.length >= 2) {
      visitBucket(index.consonant, hashText(key), (owner) => {
        if ((word.flags | index.wordFlags[owner]!) & flagSkeleton) candidates.add(owner);
      });
    }
    for (const key of word.fold === word.text ? [word.text] : [word.fold, word.text]) {
      for (const hash of deletionHashes(key, editsAllowed(key.length))) add(index.deletion, hash);
    }
  }
  const found: [number, number][] = [];
  for (const candidate of candidates) {
    const similarity = similarityTo(index, word, candidate, comparableWord(index, candidate), least);
    if (similarity > 0) found.push([candidate, similarity]);
  }
  found.sort((a, b) => a[0] - b[0]);
  return {
    words: Uint32Array.from(found, ([number]) => number),
    similarities: Float64Array.from(found, ([, similarity]) => similarity),
  };
}

/** The same by comparing with every listed word: what `findNeighbours` is tested against. */
export function compareWithAllWords(index: NameIndex, word: ComparableWord, least: number): Neighbourhood {
  const words: number[] = [];
  const similarities: number[] = [];
  for (let candidate = 0; candidate < index.counts.words; candidate++) {
    const other = comparableWord(index, candidate);
    const similarity = similarityTo(index, word, candidate, other, least);
    if (similarity > 0) {
      words.push(candidate);
      similarities.push(similarity);
    }
  }
  return { words: Uint32Array.from(words), similarities: Float64Array.from(similarities) };
}
