import { mayBeginKey } from '../text/index.ts';
import { assign, type Edge, type EdgeKind } from './assignment.ts';
import { isBeginning, mayBeCut } from './cut-word.ts';
import { flagSkeleton, flagSyllables, isShortJoin, isWrittenTogether, joinKey } from './form.ts';
import { markInitial, markPart } from './form-order.ts';
import { FormReach } from './form-reach.ts';
import { longestRun, longestRunKey } from './hash-sections.ts';
import { ListedCounterparts } from './listed-counterparts.ts';
import type { NameIndex } from './name-index.ts';
import type { PreparedQuery } from './query.ts';
import { roleInitial } from './role.ts';
import { scoreAlignment } from './score-alignment.ts';
import { scoreContained } from './score-contained.ts';
import type { Settings } from './settings.ts';
import { textAt, textLength, textStart } from './text-pool.ts';
import { isAside, type WordPicture } from './word-picture.ts';
import { loneSlip, wordQuality } from './word-quality.ts';
import { type WordWeights, wordWeight } from './word-weight.ts';

/** All words of a query, as bits. */
export const anyWord = -1;

/** Similarity that an initial has to the name it may stand for, and a beginning to the word it was cut from. */
const initialSimilarity = 0.9;
const cutSimilarity = 0.93;

/**
 * Scores readings of a query against listed forms, one query at a time. Which forms are scored is not its business:
 * the index search and the brute-force search both use it, so they can differ only in what they retrieve.
 */
export class PairScorer {
  readonly index: NameIndex;
  readonly settings: Settings;
  readonly weights: WordWeights;
  /** The alignment of the last scored pair, for the explanation. */
  readonly edges: Edge[] = [];
  edgeCount = 0;
  readonly chosen: number[] = [];
  readonly picture: WordPicture;

  #query!: PreparedQuery;
  readonly #counterparts: ListedCounterparts;
  readonly #reach: FormReach;
  #hasQueryInitial = false;
  #hasListedInitial = false;

  constructor(index: NameIndex, settings: Settings, weights: WordWeights) {
    this.index = index;
    this.settings = settings;
    this.weights = weights;
    this.#counterparts = new ListedCounterparts(index);
    this.#reach = new FormReach(index, settings, weights, this.#counterparts);
    this.picture = {
      queryWeight: new Float64Array(32),
      queryRole: new Uint8Array(32),
      queryRarity: new Float64Array(32),
      listedWeight: new Float64Array(32),
      listedRole: new Uint8Array(32),
      listedRarity: new Float64Array(32),
      listedLength: new Uint8Array(32),
      listedFamily: new Uint32Array(32),
      querySyllables: 0,
      listedSyllables: 0,
      queryBare: 0,
      listedBare: 0,
      queryCount: 0,
      listedCount: 0,
      isPart: false,
    };
  }

  /** Makes `query` the one that `score` compares with. */
  begin(query: PreparedQuery): void {
    this.#query = query;
    this.#counterparts.begin(query, this.settings.fuzzyCost);
    this.#reach.begin(query);
    this.#hasQueryInitial = query.words.some((word) => word.role === roleInitial);
    const { picture } = this;
    picture.queryCount = query.words.length;
    picture.querySyllables = 0;
    picture.queryBare = 0;
    for (const [at, word] of query.words.entries()) {
      picture.queryWeight[at] = query.weights[at]!;
      picture.queryRole[at] = word.role;
      if (word.flags & flagSyllables) picture.querySyllables |= 1 << at;
      if (word.flags & flagSkeleton) picture.queryBare |= 1 << at;
      picture.queryRarity[at] = query.rarity[at]!;
    }
  }

  /**
   * The score of a listed form for the current query, or 0 where it cannot reach `least`. `runWords` are the words
   * of the query, as bits, that runs of listed words may equal; `anyWord` only costs time.
   */
  score(form: number, least: number, runWords: number): number {
    const { index, picture } = this;
    const query = this.#query;
    const start = index.formStarts[form]!;
    const count = index.formStarts[form + 1]! - start;
    this.edgeCount = 0;
    if (runWords !== anyWord && !this.#reach.mayReach(form, least, runWords)) return 0;
    this.#hasListedInitial = (index.formMarks[form]! & markInitial) !== 0;
    const touchedByWords = this.#lookAt(start, count, (index.formMarks[form]! & markPart) !== 0);
    if (touchedByWords === 0 && runWords === 0) return 0;
    this.#addWordEdges(start, count);
    const touchedWhole = touchedByWords | (runWords === 0 ? 0 : this.#addListedRuns(start, count, runWords));
    if (touchedWhole === 0) return 0;
    // Only whole words stand for what comes before a cut: an initial does not.
    const isCut = mayBeCut(query, touchedWhole);
    let touched = touchedWhole;
    touched |= this.#addInitials(start, count);
    if (query.freeText) {
      assign(this.edges, this.edgeCount, this.chosen);
      return scoreContained(this.settings, query, picture, this.edges, this.chosen, index.formKeys[form]!);
    }
    if (isCut) touched |= this.#addCutWord(start, count);
    if (this.#bound(touched) < least) return 0;
    assign(this.edges, this.edgeCount, this.chosen);
    return scoreAlignment(this.settings, query, picture, this.edges, this.chosen);
  }

  /** Fills in what is known of the listed words and gives the words of the query that they can match, as bits. */
  #lookAt(start: number, count: number, isPart: boolean): number {
    const { index, picture } = this;
    const { first, bits } = this.#counterparts;
    const kindCode = this.#query.kindCode;
    let touched = 0;
    picture.listedCount = count;
    picture.isPart = isPart;
    picture.listedSyllables = 0;
    picture.listedBare = 0;
    for (let at = 0; at < count; at++) {
      const word = index.formWords[start + at]!;
      const role = index.formRoles[start + at]!;
      const rarity = index.wordRarity[word]!;
      picture.listedRole[at] = role;
      picture.listedFamily[at] = index.wordFamily[word]!;
      picture.listedRarity[at] = rarity;
      picture.listedWeight[at] = wordWeight(this.weights, kindCode, role, rarity);
      const entry = first[word]!;
      if (entry !== 0) touched |= bits[entry]!;
      if (this.#counterparts.hasRuns) touched |= this.#counterparts.runBits(index.wordFamily[word]!);
    }
    return touched;
  }

  /** Edges between single words, and between runs of the query and a listed word. */
  #addWordEdges(start: number, count: number): void {
    const { index, picture } = this;
    const query = this.#query;
    const counterparts = this.#counterparts;
    const { first, asked, similarity, next } = counterparts;
    for (let at = 0; at < count; at++) {
      const word = index.formWords[start + at]!;
      const weight = picture.listedWeight[at]!;
      const flags = index.wordFlags[word]!;
      if (flags & flagSyllables) picture.listedSyllables |= 1 << at;
      if (flags & flagSkeleton) picture.listedBare |= 1 << at;
      picture.listedLength[at] = Math.min(255, textLength(index.words, word));
      for (let entry = first[word]!; entry !== 0; entry = next[entry]!) {
        const place = asked[entry]!;
        const shared = Math.min(weight, query.weights[place]!);
        this.#edge('word', 1 << place, 1 << at, shared, similarity[entry]!);
      }
      const family = index.wordFamily[word]!;
      if (counterparts.runBits(family) === 0) continue;
      for (let run = counterparts.firstRun(family); run >= 0; run = counterparts.nextRun[run]!) {
        const { from, length, key, text } = query.runs[run]!;
        if (!isWrittenTogether(text, textAt(index.words, word), key)) continue;
        let sum = 0;
        for (let asked = from; asked < from + length; asked++) sum += query.weights[asked]!;
        this.#edge('joined in query', ((1 << length) - 1) << from, 1 << at, Math.min(weight, sum), 0.97);
      }
    }
  }

  /** Nothing that pairs only these words of the query can score more. See `scoreAlignment`. */
  #bound(touched: number): number {
    const query = this.#query;
    let covered = 0;
    for (let at = 0; at < query.words.length; at++) if (touched & (1 << at)) covered += query.weights[at]!;
    return coverageBound(this.settings, query, covered);
  }

  #edge(kind: EdgeKind, queryBits: number, listedBits: number, weight: number, similarity: number): void {
    const known = this.edges[this.edgeCount];
    const gain = weight * wordQuality(similarity, this.settings.fuzzyCost + loneSlip) + weight * 1e-3;
    if (known) {
      known.kind = kind;
      known.queryBits = queryBits;
      known.listedBits = listedBits;
      known.weight = weight;
      known.similarity = similarity;
      known.gain = gain;
    } else this.edges.push({ kind, queryBits, listedBits, weight, similarity, gain });
    this.edgeCount++;
  }

  /** Runs of listed words that the query writes as one; `runWords` are the words of the query that may be one, as bits. */
  #addListedRuns(start: number, count: number, runWords: number): number {
    const { index, picture } = this;
    let touched = 0;
    for (let from = 0; from + 1 < count; from++) {
      const words = this.#mayBegin(start + from, runWords);
      if (words === 0) continue;
      let weight = picture.listedWeight[from]!;
      let text = textAt(index.words, index.formWords[start + from]!);
      for (let to = from + 1; to < Math.min(from + longestRun, count); to++) {
        weight += picture.listedWeight[to]!;
        text += textAt(index.words, index.formWords[start + to]!);
        touched |= this.#addListedRun(words, text, ((1 << (to - from + 1)) - 1) << from, weight);
      }
    }
    const last = count - 1;
    const words = count > 2 ? this.#mayBegin(start + last, runWords) : 0;
    if (words === 0) return touched;
    // Lists write the surname first; people who leave out the space write it last.
    const text =
      textAt(index.words, index.formWords[start + last]!) + textAt(index.words, index.formWords[start]!);
    const weight = picture.listedWeight[0]! + picture.listedWeight[last]!;
    return touched | this.#addListedRun(words, text, 1 | (1 << last), weight);
  }

  /** Those of the words of the query, as bits, that a run may be which begins with a listed word. */
  #mayBegin(place: number, runWords: number): number {
    const { words, formWords } = this.index;
    const { keys, words: asked } = this.#query;
    const first = words.units[textStart(words, formWords[place]!)]!;
    let found = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!;
      if (!(runWords & (1 << at)) || key.length < 3 || key.length > longestRunKey) continue;
      const isPossible = isShortJoin(key)
        ? first === asked[at]!.text.charCodeAt(0)
        : mayBeginKey(first, key.charCodeAt(0));
      if (isPossible) found |= 1 << at;
    }
    return found;
  }

  /** Edges of a run of listed words, written as one, to those of the words of the query that it is. */
  #addListedRun(words: number, text: string, listedBits: number, weight: number): number {
    const query = this.#query;
    let touched = 0;
    let runKey: string | undefined;
    for (let at = 0; at < query.keys.length; at++) {
      if (!(words & (1 << at))) continue;
      const key = query.keys[at]!;
      if (!isWrittenTogether(text, query.words[at]!.text, key)) continue;
      runKey ??= joinKey(text);
      if (runKey !== key) continue;
      touched |= 1 << at;
      this.#edge('joined in list', 1 << at, listedBits, Math.min(weight, query.weights[at]!), 0.97);
    }
    return touched;
  }

  /** An initial of either side beside a word of the other that begins with it. */
  #addInitials(start: number, count: number): number {
    const { index, picture } = this;
    const query = this.#query;
    let touched = 0;
    if (!this.#hasQueryInitial && !this.#hasListedInitial) return 0;
    for (let asked = 0; asked < query.words.length; asked++) {
      const word = query.words[asked]!;
      const isInitial = word.role === roleInitial;
      const letter = word.text.charCodeAt(0);
      for (let at = 0; at < count; at++) {
        const listedInitial = picture.listedRole[at] === roleInitial;
        if (!isInitial && !listedInitial) continue;
        // An initial stands for a name, not for the article or title before it: `A. Maliki` is not `Al Maliki`.
        if (isAside(word.role) || isAside(picture.listedRole[at]!)) continue;
        const listedWord = index.formWords[start + at]!;
        if (index.words.units[textStart(index.words, listedWord)] !== letter) continue;
        touched |= 1 << asked;
        const weight = Math.min(query.weights[asked]!, picture.listedWeight[at]!);
        this.#edge(
          'initial',
          1 << asked,
          1 << at,
          weight,
          isInitial && listedInitial ? 1 : initialSimilarity,
        );
      }
    }
    return touched;
  }

  /** The last word of a query of three or more may be the beginning of a listed word: fields cut text off. */
  #addCutWord(start: number, count: number): number {
    const { index, picture } = this;
    const query = this.#query;
    const last = query.words.length - 1;
    const text = query.words[last]!.text;
    let found = 0;
    for (let at = 0; at < count; at++) {
      if (!isBeginning(index.words, index.formWords[start + at]!, text)) continue;
      found = 1 << last;
      const weight = Math.min(query.weights[last]!, picture.listedWeight[at]!);
      this.#edge('cut off', found, 1 << at, weight, cutSimilarity);
    }
    return found;
  }
}

/**
 * The most that a listed name can score when words of weight `covered` of the query have a counterpart in it:
 * the rest of the query costs at least `queryExtra` of its weight, or `conflict` if that is less.
 */
export function coverageBound(settings: Settings, query: PreparedQuery, covered: number): number {
  const { queryExtra, conflict } = settings.kinds[query.kind];
  const missing = query.total - covered;
  return covered / (covered + Math.min(queryExtra, conflict) * Math.max(0, missing));
}
