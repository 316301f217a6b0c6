import type { NameIndex } from './name-index.ts';
import type { PreparedQuery } from './query.ts';
import { wordQuality } from './word-quality.ts';

/** Entries there is room for at first. */
const firstSize = 256;

/**
 * Which words of the query each listed word may be, for one query at a time: a chain of entries for each listed word.
 * Kept by the number of the listed word, since every candidate asks for each of its words.
 */
export class ListedCounterparts {
  /** The first entry of each listed word; 0 for none. */
  readonly first: Uint32Array;
  /** Whether a listed word has an entry, as bits: most have none, and this fits where it is read at once. */
  readonly has: Uint32Array;
  /** Of each entry: the word of the query, how alike both are, what that adds to a score, the next entry or 0. */
  asked = new Uint8Array(firstSize);
  similarity = new Float64Array(firstSize);
  quality = new Float64Array(firstSize);
  next = new Uint32Array(firstSize);
  /** Of the first entry of a listed word: all its words of the query as bits, the most of their qualities and weights. */
  bits = new Uint32Array(firstSize);
  bestQuality = new Float64Array(firstSize);
  mostWeight = new Float64Array(firstSize);
  /** The most that the listed word can add to what is matched: weight times quality. */
  mostGain = new Float64Array(firstSize);
  /** The most that it can add to the rarity of what both names share: rarity times weight times quality. */
  mostRare = new Float64Array(firstSize);
  #listed = new Uint32Array(firstSize);
  #count = 1;
  /** Whether any family is that of a run of words of the query. */
  hasRuns = false;
  /** Of each run of the query: the next one of the same family or -1. */
  readonly nextRun: Int32Array = new Int32Array(256);
  /** Whether a family is that of a run, as bits, and of these the words of the query as bits and the first run. */
  readonly #isRun: Uint32Array;
  readonly #runs = new Map<number, { bits: number; first: number }>();
  readonly #index: NameIndex;

  constructor(index: NameIndex) {
    this.#index = index;
    this.first = new Uint32Array(index.counts.words);
    this.has = new Uint32Array((index.counts.words >>> 5) + 1);
    this.#isRun = new Uint32Array((index.familyWordsStarts.length >>> 5) + 1);
  }

  begin(query: PreparedQuery, fuzzyCost: number): void {
    for (let entry = 1; entry < this.#count; entry++) {
      this.first[this.#listed[entry]!] = 0;
      this.has[this.#listed[entry]! >>> 5] = 0;
    }
    this.#count = 1;
    this.#addRuns(query);
    for (let at = 0; at < query.words.length; at++) {
      const { words, similarities } = query.neighbourhoods[at]!;
      const weight = query.weights[at]!;
      const rarity = query.rarity[at]!;
      for (let number = 0; number < words.length; number++) {
        const listed = words[number]!;
        const similarity = similarities[number]!;
        const rare = Math.min(rarity, this.#index.wordRarity[listed]!);
        this.#add(listed, at, weight, similarity, wordQuality(similarity, fuzzyCost), rare);
      }
    }
  }

  /** Words of the query that stand in runs of this family, as bits; 0 for none. */
  runBits(family: number): number {
    return this.hasRuns && this.#isRun[family >>> 5]! & (1 << family) ? this.#runs.get(family)!.bits : 0;
  }

  /** The first run of this family; only where `runBits` is not 0. */
  firstRun(family: number): number {
    return this.#runs.get(family)!.first;
  }

  #addRuns(query: PreparedQuery): void {
    for (const family of this.#runs.keys()) this.#isRun[family >>> 5] = 0;
    this.#runs.clear();
    for (const [number, { family, from, length }] of query.runs.entries()) {
      if (family < 0) continue;
      const known = this.#runs.get(family);
      this.nextRun[number] = known?.first ?? -1;
      this.#runs.set(family, { bits: (((1 << length) - 1) << from) | (known?.bits ?? 0), first: number });
      this.#isRun[family >>> 5]! |= 1 << family;
    }
    this.hasRuns = this.#runs.size > 0;
  }

  #add(
    listed: number,
    asked: number,
    weight: number,
    similarity: number,
    quality: number,
    rarity: number,
  ): void {
    if (this.#count === this.asked.length) this.#grow();
    const entry = this.#count++;
    const before = this.first[listed]!;
    this.#listed[entry] = listed;
    this.asked[entry] = asked;
    this.similarity[entry] = similarity;
    this.quality[entry] = quality;
    this.next[entry] = before;
    this.bits[entry] = (1 << asked) | (before === 0 ? 0 : this.bits[before]!);
    this.bestQuality[entry] = before === 0 ? quality : Math.max(quality, this.bestQuality[before]!);
    const gain = weight * quality;
    this.mostGain[entry] = before === 0 ? gain : Math.max(gain, this.mostGain[before]!);
    this.mostRare[entry] = before === 0 ? gain * rarity : Math.max(gain * rarity, this.mostRare[before]!);
    this.mostWeight[entry] = before === 0 ? weight : Math.max(weight, this.mostWeight[before]!);
    this.first[listed] = entry;
    this.has[listed >>> 5]! |= 1 << listed;
  }

  #grow(): void {
    const size = this.#count * 2;
    this.asked = enlarged(this.asked, new Uint8Array(size));
    this.similarity = enlarged(this.similarity, new Float64Array(size));
    this.quality = enlarged(this.quality, new Float64Array(size));
    this.next = enlarged(this.next, new Uint32Array(size));
    this.bits = enlarged(this.bits, new Uint32Array(size));
    this.bestQuality = enlarged(this.bestQuality, new Float64Array(size));
    this.mostWeight = enlarged(this.mostWeight, new Float64Array(size));
    this.mostGain = enlarged(this.mostGain, new Float64Array(size));
    this.mostRare = enlarged(this.mostRare, new Float64Array(size));
    this.#listed = enlarged(this.#listed, new Uint32Array(size));
  }
}

function enlarged<T extends Uint8Array | Uint32Array | Float64Array>(full: T, larger: T): T {
  larger.set(full);
  return larger;
}
