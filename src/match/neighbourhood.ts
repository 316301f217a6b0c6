import { consonantKeys, LetterPattern } from '../text/index.ts';
import { deletionHashes, editsAllowed } from './deletions.ts';
import { EditPattern } from './edit-pattern.ts';
import { flagCommon, flagNative, flagOrdinary, flagSkeleton, flagSyllables } from './form.ts';
import { hashText } from './hash.ts';
import { type Buckets, findFamily, type NameIndex, wordText } from './name-index.ts';
import { type PackedTexts, textAt, textEnd, textStart } from './text-pool.ts';
import { isCommonName } from './word-frequency.ts';
import {
  alikeByLettersOnly,
  type ComparableWord,
  groupKeys,
  isOrdinary,
  mostByLetters,
  namesApart,
  slipSimilarity,
  wordSimilarity,
} from './word-similarity.ts';

/** The listed words that are like a word, with how alike they are; in rising order of the word's number. */
export interface Neighbourhood {
  readonly words: Uint32Array;
  readonly similarities: Float64Array;
  /** Forms in the lists of all of them. */
  readonly forms: number;
  /** The best similarity, and the rarity of the rarest; 0 for none. */
  readonly best: number;
  readonly rarest: number;
}

export const noNeighbours: Neighbourhood = {
  words: new Uint32Array(0),
  similarities: new Float64Array(0),
  forms: 0,
  best: 0,
  rarest: 0,
};

function neighbourhood(index: NameIndex, words: Uint32Array, similarities: Float64Array): Neighbourhood {
  let forms = 0;
  let best = 0;
  let rarest = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    forms += index.postingsStarts[word + 1]! - index.postingsStarts[word]!;
    if (similarities[at]! > best) best = similarities[at]!;
    if (index.wordRarity[word]! > rarest) rarest = index.wordRarity[word]!;
  }
  return { words, similarities, forms, best, rarest };
}

/** A listed word in the form that similarity compares. */
function readWord(index: NameIndex, word: number): ComparableWord {
  const flags = index.wordFlags[word]!;
  return {
    text: wordText(index, word),
    fold: textAt(index.folds, word),
    flags,
    group: textAt(index.groups, word),
    isCommon: (flags & flagCommon) !== 0,
  };
}

/** Words that at least three parties have, and names common among all people, are words of their own, not slips. */
const knownRarity = 0.88;
const knownDoubt = 0.88;

/** A word whose neighbours are asked for, with what every comparison asks of it. */
interface AskedWord extends ComparableWord {
  readonly isCommon: boolean;
  /** Whether the list has its family often enough for it to be no slip. */
  readonly isKnown: boolean;
}

function asked(index: NameIndex, { text, fold, flags, group }: ComparableWord): AskedWord {
  const family = findFamily(index, fold);
  const isKnown =
    family >= 0 &&
    index.wordRarity[index.familyWordsMembers[index.familyWordsStarts[family]!]!]! < knownRarity;
  return { text, fold, flags, group, isCommon: isCommonName(fold), isKnown };
}

function similarityTo(index: NameIndex, word: AskedWord, candidate: number, least: number): number {
  const other = readWord(index, candidate);
  const similarity = wordSimilarity(word, other, least);
  if (similarity === 0 || similarity === 1 || !alikeByLettersOnly(word, other)) return similarity;
  return doubted(index, word, candidate, similarity, least);
}

function apartFrom(index: NameIndex, { text, group }: AskedWord, candidate: number): number {
  return namesApart(text, group, wordText(index, candidate), textAt(index.groups, candidate));
}

/** Whether the longer of two words ends in a or e: only these may be a man's and a woman's name. */
function endsAsWoman(text: string, pool: PackedTexts, word: number): boolean {
  const end = textEnd(pool, word);
  const over = end - textStart(pool, word) - text.length;
  const last = over > 0 ? pool.units[end - 1] : text.charCodeAt(text.length - 1);
  const other = over === 0 ? pool.units[end - 1] : last;
  return over >= -2 && over <= 2 && (last === letterA || last === letterE || other === letterA);
}

const letterA = 0x61;
const letterE = 0x65;

/** The similarity of two words by letters alone, less where both are names of their own. */
function doubted(
  index: NameIndex,
  word: AskedWord,
  candidate: number,
  similarity: number,
  least: number,
): number {
  const asksCommon = word.isCommon && !(index.wordFlags[candidate]! & flagCommon);
  if (!asksCommon && !(word.isKnown && index.wordRarity[candidate]! < knownRarity)) return similarity;
  const less = similarity * knownDoubt;
  return less >= least ? less : 0;
}

/** Scratch memory that every finder sets anew before it is used: comparing two parties makes many finders. */
const textPattern = new EditPattern();
const foldPattern = new EditPattern();
const letterPattern = new LetterPattern();

/** Finds the listed words that are like a word. */
export class NeighbourFinder {
  readonly #index: NameIndex;
  /** Whether a word has been found, as bits. */
  readonly #seen: Uint32Array;
  #found = new Uint32Array(256);
  #count = 0;
  #alike = new Uint32Array(256);
  #similarities = new Float64Array(256);
  #alikeCount = 0;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#seen = new Uint32Array((index.counts.words >>> 5) + 1);
  }

  /** Finds all listed words for which `wordSimilarity` is at least `least`: every way to be alike has its own path. */
  find(given: ComparableWord, least: number): Neighbourhood {
    const index = this.#index;
    for (let at = 0; at < this.#count; at++) this.#seen[this.#found[at]! >>> 5] = 0;
    this.#count = 0;
    this.#alikeCount = 0;
    const word = asked(index, given);
    // Words of equal text have equal keys, so the family finds them whatever their script.
    const family = findFamily(index, word.fold);
    if (family >= 0) {
      const end = index.familyWordsStarts[family + 1]!;
      for (let at = index.familyWordsStarts[family]!; at < end; at++)
        this.#add(index.familyWordsMembers[at]!);
    }
    for (const key of groupKeys(word.group)) this.#addBucket(index.group, hashText(key));
    const isFuzzy = !(word.flags & flagNative) && !/\d/.test(word.text);
    if (isFuzzy) this.#addConsonants(word);
    for (let at = 0; at < this.#count; at++) {
      const candidate = this.#found[at]!;
      const similarity = similarityTo(index, word, candidate, least);
      if (similarity > 0) this.#keep(candidate, similarity);
    }
    if (isFuzzy) this.#findByLetters(word, least);
    this.#putInOrder();
    const count = this.#alikeCount;
    return neighbourhood(index, this.#alike.slice(0, count), this.#similarities.slice(0, count));
  }

  /** What only a deleted letter finds is alike by letters or not at all. */
  #findByLetters(word: AskedWord, least: number): void {
    const index = this.#index;
    const { text, fold } = word;
    const first = this.#count;
    for (const key of fold === text ? [text] : [fold, text]) {
      for (const hash of deletionHashes(key, editsAllowed(key.length))) this.#addBucket(index.deletion, hash);
    }
    const foldEdits = editsAllowed(fold.length);
    const textEdits = editsAllowed(text.length);
    textPattern.set(text);
    foldPattern.set(fold);
    letterPattern.set(text);
    const { letters } = index;
    const isOrdinaryWord = isOrdinary(word.group);
    const isGiven = word.group.startsWith('name:');
    for (let at = first; at < this.#count; at++) {
      const candidate = this.#found[at]!;
      const isNear =
        isNearTo(foldPattern, foldEdits, index.folds, candidate) ||
        isNearTo(textPattern, textEdits, index.words, candidate);
      if (!isNear) continue;
      const flags = index.wordFlags[candidate]!;
      // Two ordinary words of one meaning share a group and have been looked at.
      if (isOrdinaryWord && flags & flagOrdinary) continue;
      let similarity = 0;
      if ((word.isCommon && flags & flagCommon) || (word.flags | flags) & flagSkeleton)
        similarity = similarityTo(index, word, candidate, least);
      else if (!(word.flags & flags & flagSyllables)) {
        let alike = letterPattern.similarity(
          letters.units,
          textStart(letters, candidate),
          textEnd(letters, candidate),
          least,
        );
        const slip = oneSlipTo(index.words, candidate, text);
        if (alike < slip && isNearTo(textPattern, 1, index.words, candidate)) alike = slip;
        if (alike >= least) {
          const isApart = isGiven || endsAsWoman(text, index.words, candidate);
          const byLetters =
            Math.min(mostByLetters, alike) * (isApart ? apartFrom(index, word, candidate) : 1);
          if (byLetters >= least) similarity = doubted(index, word, candidate, byLetters, least);
        }
      }
      if (similarity > 0) this.#keep(candidate, similarity);
    }
  }

  /** The same by comparing with every listed word: what `find` is tested against. */
  compareWithAll(given: ComparableWord, least: number): Neighbourhood {
    const word = asked(this.#index, given);
    const words: number[] = [];
    const similarities: number[] = [];
    for (let candidate = 0; candidate < this.#index.counts.words; candidate++) {
      const similarity = similarityTo(this.#index, word, candidate, least);
      if (similarity === 0) continue;
      words.push(candidate);
      similarities.push(similarity);
    }
    return neighbourhood(this.#index, Uint32Array.from(words), Float64Array.from(similarities));
  }

  /** Words of the same consonants, where one of the two is written without vowels. */
  #addConsonants(word: ComparableWord): void {
    const unvowelled = (word.flags & flagSkeleton) !== 0;
    for (const key of consonantKeys(word.text, unvowelled)) {
      if (key.length >= 2)
        this.#addBucket(this.#index.consonant, hashText(key), unvowelled ? 0 : flagSkeleton);
    }
  }

  /** Adds the owners under a hash, those with the flags only. */
  #addBucket(buckets: Buckets, hash: number, flags = 0): void {
    const { starts, entries, ownerBits } = buckets;
    const bucket = hash >>> buckets.shift;
    const tag = hash << ownerBits;
    const mask = ~(-1 << ownerBits);
    const end = starts[bucket + 1]!;
    for (let at = starts[bucket]!; at < end; at++) {
      const entry = entries[at]!;
      if ((entry ^ tag) >>> ownerBits !== 0) continue;
      const owner = entry & mask;
      if (flags === 0 || this.#index.wordFlags[owner]! & flags) this.#add(owner);
    }
  }

  #add(word: number): void {
    const bit = 1 << word;
    if (this.#seen[word >>> 5]! & bit) return;
    this.#seen[word >>> 5]! |= bit;
    if (this.#count === this.#found.length)
      this.#found = enlarged(this.#found, new Uint32Array(this.#count * 2));
    this.#found[this.#count++] = word;
  }

  #keep(word: number, similarity: number): void {
    if (this.#alikeCount === this.#alike.length) {
      this.#alike = enlarged(this.#alike, new Uint32Array(this.#alikeCount * 2));
      this.#similarities = enlarged(this.#similarities, new Float64Array(this.#alikeCount * 2));
    }
    this.#alike[this.#alikeCount] = word;
    this.#similarities[this.#alikeCount++] = similarity;
  }

  /** By number: few are far from their place, since families and buckets stand in that order. */
  #putInOrder(): void {
    const words = this.#alike;
    const similarities = this.#similarities;
    for (let place = 1; place < this.#alikeCount; place++) {
      const word = words[place]!;
      const similarity = similarities[place]!;
      let at = place;
      for (; at > 0 && words[at - 1]! > word; at--) {
        words[at] = words[at - 1]!;
        similarities[at] = similarities[at - 1]!;
      }
      words[at] = word;
      similarities[at] = similarity;
    }
  }
}

function enlarged<T extends Uint32Array | Float64Array>(full: T, larger: T): T {
  larger.set(full);
  return larger;
}

/** `slipSimilarity` of a listed word and another. */
function oneSlipTo(pool: PackedTexts, word: number, text: string): number {
  const start = textStart(pool, word);
  return slipSimilarity(text.length, textEnd(pool, word) - start, text.charCodeAt(0) === pool.units[start]);
}

function isNearTo(pattern: EditPattern, allowed: number, pool: PackedTexts, word: number): boolean {
  const start = textStart(pool, word);
  const end = textEnd(pool, word);
  const edits = Math.min(allowed, editsAllowed(end - start));
  return edits > 0 && pattern.isWithin(pool.units, start, end, edits);
}
