import { consonantKey, measureWord } from '../text/index.ts';
import { deletionHashes, editsAllowed } from './deletions.ts';
import { EditPattern } from './edit-pattern.ts';
import { flagNative, flagSkeleton } from './form.ts';
import { hashText } from './hash.ts';
import { tagMask } from './hash-sections.ts';
import { type Buckets, findFamily, type NameIndex, wordText } from './name-index.ts';
import { type PackedTexts, textAt } from './text-pool.ts';
import { rarityCap } from './word-frequency.ts';
import { alikeByLettersOnly, type ComparableWord, groupKeys, wordSimilarity } from './word-similarity.ts';

/** The listed words that are like a word, with how alike they are; in rising order of the word's number. */
export interface Neighbourhood {
  readonly words: Uint32Array;
  readonly similarities: Float64Array;
}

/** Words read from the index, kept so that their strings are made once. */
const mostWordsKept = 300_000;

/** A listed word in the form that similarity compares. */
function readWord(index: NameIndex, word: number): ComparableWord {
  return prepared({
    text: wordText(index, word),
    fold: textAt(index.folds, word),
    flags: index.wordFlags[word]!,
    group: textAt(index.groups, word),
  });
}

/** A word with what every comparison asks of it. */
function prepared({ text, fold, flags, group }: ComparableWord): ComparableWord {
  return { text, fold, flags, group, measured: measureWord(text), isCommon: rarityCap(fold) < 1 };
}

/** Words that at least three parties have, and names common among all people, are words of their own, not slips. */
const knownRarity = 0.88;
const knownDoubt = 0.88;

/** `commonFamily` says whether the list has the family of the word asked for often enough to be no slip. */
function similarityTo(
  index: NameIndex,
  word: ComparableWord,
  commonFamily: boolean,
  candidate: number,
  other: ComparableWord,
  least: number,
  near?: boolean,
): number {
  const similarity = wordSimilarity(word, other, least, near);
  if (similarity === 0 || similarity === 1) return similarity;
  const asksCommon = isCommonName(word) && !isCommonName(other);
  const bothKnown = commonFamily && index.wordRarity[candidate]! < knownRarity;
  if (!(asksCommon || bothKnown) || !alikeByLettersOnly(word, other)) return similarity;
  const doubted = similarity * knownDoubt;
  return doubted >= least ? doubted : 0;
}

function isCommonName(word: ComparableWord): boolean {
  return word.isCommon ?? rarityCap(word.fold) < 1;
}

function isCommonFamily(index: NameIndex, fold: string): boolean {
  const family = findFamily(index, fold);
  if (family < 0) return false;
  return index.wordRarity[index.familyWordsMembers[index.familyWordsStarts[family]!]!]! < knownRarity;
}

/** Scratch memory that every finder sets anew before it is used: comparing two parties makes many finders. */
const textPattern = new EditPattern();
const foldPattern = new EditPattern();

/** Finds the listed words that are like a word. */
export class NeighbourFinder {
  readonly #index: NameIndex;
  readonly #kept: (ComparableWord | undefined)[] = [];
  #keptCount = 0;
  readonly #stamps: Uint32Array;
  #stamp = 0;
  #found = new Uint32Array(256);
  #count = 0;
  #alike = new Uint32Array(256);
  #similarities = new Float64Array(256);
  #alikeCount = 0;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#stamps = new Uint32Array(index.counts.words);
  }

  /** Finds all listed words for which `wordSimilarity` is at least `least`: every way to be alike has its own path. */
  find(word: ComparableWord, least: number): Neighbourhood {
    const index = this.#index;
    this.#stamp++;
    this.#count = 0;
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
    const asked = prepared(word);
    const { text, fold } = asked;
    const commonFamily = isCommonFamily(index, fold);
    this.#alikeCount = 0;
    for (let at = 0; at < this.#count; at++) {
      const candidate = this.#found[at]!;
      const other = this.#read(candidate);
      const similarity = similarityTo(index, asked, commonFamily, candidate, other, least);
      if (similarity > 0) this.#keep(candidate, similarity);
    }
    if (isFuzzy) {
      // What only a deleted letter finds is alike by letters or not at all.
      const first = this.#count;
      for (const key of fold === text ? [text] : [fold, text]) {
        for (const hash of deletionHashes(key, editsAllowed(key.length)))
          this.#addBucket(index.deletion, hash);
      }
      textPattern.set(text);
      foldPattern.set(fold);
      for (let at = first; at < this.#count; at++) {
        const candidate = this.#found[at]!;
        const isNear =
          isNearTo(foldPattern, fold.length, index.folds, candidate) ||
          isNearTo(textPattern, text.length, index.words, candidate);
        if (!isNear) continue;
        const other = this.#read(candidate);
        const similarity = similarityTo(index, asked, commonFamily, candidate, other, least, true);
        if (similarity > 0) this.#keep(candidate, similarity);
      }
    }
    return this.#answer();
  }

  /** The same by comparing with every listed word: what `find` is tested against. */
  compareWithAll(word: ComparableWord, least: number): Neighbourhood {
    const asked = prepared(word);
    const commonFamily = isCommonFamily(this.#index, word.fold);
    this.#alikeCount = 0;
    for (let candidate = 0; candidate < this.#index.counts.words; candidate++) {
      const other = this.#read(candidate);
      const similarity = similarityTo(this.#index, asked, commonFamily, candidate, other, least);
      if (similarity > 0) this.#keep(candidate, similarity);
    }
    return this.#answer();
  }

  #answer(): Neighbourhood {
    return {
      words: this.#alike.slice(0, this.#alikeCount),
      similarities: this.#similarities.slice(0, this.#alikeCount),
    };
  }

  /** Words of the same consonants, where one of the two is written without vowels. */
  #addConsonants(word: ComparableWord): void {
    const key = consonantKey(word.text);
    if (key.length < 2) return;
    const { starts, tags, owners, shift } = this.#index.consonant;
    const hash = hashText(key);
    const end = starts[(hash >>> shift) + 1]!;
    for (let at = starts[hash >>> shift]!; at < end; at++) {
      if (tags[at] !== (hash & tagMask)) continue;
      if ((word.flags | this.#index.wordFlags[owners[at]!]!) & flagSkeleton) this.#add(owners[at]!);
    }
  }

  #addBucket({ starts, tags, owners, shift }: Buckets, hash: number): void {
    const bucket = hash >>> shift;
    const tag = hash & tagMask;
    const end = starts[bucket + 1]!;
    for (let at = starts[bucket]!; at < end; at++) if (tags[at] === tag) this.#add(owners[at]!);
  }

  #add(word: number): void {
    if (this.#stamps[word] === this.#stamp) return;
    this.#stamps[word] = this.#stamp;
    if (this.#count === this.#found.length)
      this.#found = enlarged(this.#found, new Uint32Array(this.#count * 2));
    this.#found[this.#count++] = word;
  }

  /** Adds a word to the answer, in its place by number. */
  #keep(word: number, similarity: number): void {
    if (this.#alikeCount === this.#alike.length) {
      this.#alike = enlarged(this.#alike, new Uint32Array(this.#alikeCount * 2));
      this.#similarities = enlarged(this.#similarities, new Float64Array(this.#alikeCount * 2));
    }
    let at = this.#alikeCount++;
    for (; at > 0 && this.#alike[at - 1]! > word; at--) {
      this.#alike[at] = this.#alike[at - 1]!;
      this.#similarities[at] = this.#similarities[at - 1]!;
    }
    this.#alike[at] = word;
    this.#similarities[at] = similarity;
  }

  #read(word: number): ComparableWord {
    const known = this.#kept[word];
    if (known) return known;
    const read = readWord(this.#index, word);
    if (this.#keptCount >= mostWordsKept) {
      this.#kept.length = 0;
      this.#keptCount = 0;
    }
    this.#keptCount++;
    this.#kept[word] = read;
    return read;
  }
}

function enlarged<T extends Uint32Array | Float64Array>(full: T, larger: T): T {
  larger.set(full);
  return larger;
}

function isNearTo(pattern: EditPattern, length: number, pool: PackedTexts, word: number): boolean {
  const start = pool.starts[word]!;
  const end = pool.starts[word + 1]!;
  const edits = Math.min(editsAllowed(length), editsAllowed(end - start));
  return edits > 0 && pattern.isWithin(pool.units, start, end, edits);
}
