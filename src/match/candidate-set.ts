import { hashText } from './hash.ts';
import { type NameIndex, visitBucket } from './name-index.ts';

/** A form seen in this query has the stamp of the query above these bits: the words it has, and the mark of a run. */
const stampShift = 8;
const lastStamp = 255;
const runMark = 0x80;
export const wordMarks = 0x7f;
/** Numbers of forms up to these bits are told apart before it is looked up whether a form is in the set. */
const filterBits = 18;
const filterMask = (1 << (filterBits - 5)) - 1;

/** The forms of one kind that may match a query, each with marks for the words of the query that it has. */
export class CandidateSet {
  readonly #index: NameIndex;
  readonly #seen: Uint16Array;
  #stamp = lastStamp << stampShift;
  #kindCode = 0;
  readonly #runWords = new Map<number, number>();
  /**
   * Which ends of numbers the forms of the set have, as bits. Lists have many forms that are not in it, scattered over
   * memory that no cache holds; most of them are told by this.
   */
  readonly #filter = new Uint32Array(1 << (filterBits - 5));
  forms = new Uint32Array(256);
  count = 0;

  constructor(index: NameIndex) {
    this.#index = index;
    this.#seen = new Uint16Array(index.counts.forms);
  }

  /** Empties the set, for a query of this kind. */
  begin(kindCode: number): void {
    this.#kindCode = kindCode;
    this.count = 0;
    this.#filter.fill(0);
    this.#runWords.clear();
    this.#stamp += 1 << stampShift;
    if (this.#stamp > lastStamp << stampShift) {
      this.#seen.fill(0);
      this.#stamp = 1 << stampShift;
    }
  }

  /** The words of the query, as bits, that runs of words of a candidate may equal. */
  runWords(form: number): number {
    if (this.#runWords.size === 0) return 0;
    const seen = this.#seen[form]!;
    return seen >= this.#stamp && (seen & runMark) !== 0 ? this.#runWords.get(form)! : 0;
  }

  /** Adds forms with a run of words that equals a word of the query: candidates whatever else they have. */
  addRuns(keys: readonly string[]): void {
    const from = this.#index.kindStarts[this.#kindCode]!;
    const to = this.#index.kindStarts[this.#kindCode + 1]!;
    for (const [at, key] of keys.entries()) {
      if (key.length < 3) continue;
      visitBucket(this.#index.join, hashText(key), (form) => {
        if (form < from || form >= to) return;
        this.#runWords.set(form, this.runWords(form) | (1 << at));
        this.#add(form, runMark);
      });
    }
  }

  /**
   * Drops candidates that are not to be kept by their marks; they may come again. Runs of a form stand for words unseen.
   */
  keep(isKept: (form: number, marks: number) => boolean): void {
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const form = this.forms[at]!;
      const seen = this.#seen[form]!;
      if (isKept(form, seen & wordMarks) || (seen & runMark) !== 0) this.forms[kept++] = form;
      else this.#seen[form] = 0;
    }
    this.count = kept;
  }

  /** The same for all words of a spelling family. */
  walkFamily(
    starts: Uint32Array,
    members: Uint32Array,
    family: number,
    to: number,
    end: number,
    marks: number,
  ): void {
    const { familyWordsStarts, familyWordsMembers } = this.#index;
    for (let at = familyWordsStarts[family]!; at < familyWordsStarts[family + 1]!; at++)
      this.walk(starts, members, familyWordsMembers[at]!, to, end, marks);
  }

  /**
   * Reads the list of a listed word among the forms of the kind of the query: adds those before the form `to`, and marks
   * candidates before the form `end`.
   */
  walk(
    starts: Uint32Array,
    members: Uint32Array,
    word: number,
    to: number,
    end: number,
    marks: number,
  ): void {
    const from = this.#index.kindStarts[this.#kindCode]!;
    if (end <= from) return;
    const seen = this.#seen;
    const filter = this.#filter;
    const stamp = this.#stamp;
    const stop = starts[word + 1]!;
    let at = starts[word]!;
    if (from > 0 && stop - at > 16) at = firstAtLeast(members, at, stop, from);
    for (; at < stop; at++) {
      const form = members[at]!;
      if (form < from) continue;
      if (form >= end) return;
      const mayBeSeen = (filter[(form >>> 5) & filterMask]! & (1 << form)) !== 0;
      if (mayBeSeen && seen[form]! >= stamp) seen[form]! |= marks;
      else if (form < to) this.#insert(form, marks);
    }
  }

  /** Makes a form a candidate, if it is none yet, with these marks. */
  #add(form: number, marks: number): void {
    if (this.#seen[form]! >= this.#stamp) {
      this.#seen[form]! |= marks;
      return;
    }
    this.#insert(form, marks);
  }

  /** The same for a form that is none. */
  #insert(form: number, marks: number): void {
    this.#filter[(form >>> 5) & filterMask]! |= 1 << form;
    this.#seen[form] = this.#stamp | marks;
    if (this.count === this.forms.length) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this.forms);
      this.forms = larger;
    }
    this.forms[this.count++] = form;
  }
}

function firstAtLeast(members: Uint32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (members[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
