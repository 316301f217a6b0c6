import { assign, type Edge, type EdgeKind } from './assignment.ts';
import { flagSyllables, isWrittenTogether, joinKey } from './form.ts';
import { markInitial } from './form-order.ts';
import { longestRun, longestRunKey } from './hash-sections.ts';
import { matchKinds } from './kind.ts';
import { ListedCounterparts } from './listed-counterparts.ts';
import type { NameIndex } from './name-index.ts';
import type { PreparedQuery } from './query.ts';
import { roleInitial } from './role.ts';
import { initialResidue, isNumber, scoreAlignment, type WordPicture } from './score-alignment.ts';
import { rounding, ScoreBound } from './score-bound.ts';
import { droppableShare, scoreContained } from './score-contained.ts';
import type { Settings } from './settings.ts';
import { type PackedTexts, textAt } from './text-pool.ts';
import { wordQuality } from './word-quality.ts';
import { type WordWeights, wordWeight } from './word-weight.ts';

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
  readonly #bounds: readonly ScoreBound[];
  /** Runs of the query that a listed word may be, by its family: words as bits, and the first run. */
  #stamp = 0;
  readonly #familyStamp: Uint32Array;
  readonly #familyBits: Uint32Array;
  readonly #familyFirst: Int32Array;
  readonly #runNext: Int32Array = new Int32Array(256);
  #longestKey = 0;
  #hasQueryInitial = false;
  #hasListedInitial = false;
  #hasRuns = false;

  constructor(index: NameIndex, settings: Settings, weights: WordWeights) {
    this.index = index;
    this.settings = settings;
    this.weights = weights;
    this.#counterparts = new ListedCounterparts(index);
    this.#bounds = matchKinds.map((kind) => new ScoreBound(settings.kinds[kind]));
    this.#familyBits = new Uint32Array(index.familyWordsStarts.length - 1);
    this.#familyStamp = new Uint32Array(index.familyWordsStarts.length - 1);
    this.#familyFirst = new Int32Array(index.familyWordsStarts.length - 1);
    this.picture = {
      queryWeight: new Float64Array(32),
      queryRole: new Uint8Array(32),
      queryRarity: new Float64Array(32),
      listedWeight: new Float64Array(32),
      listedRole: new Uint8Array(32),
      listedRarity: new Float64Array(32),
      listedLength: new Uint8Array(32),
      querySyllables: 0,
      listedSyllables: 0,
      queryCount: 0,
      listedCount: 0,
    };
  }

  /** Makes `query` the one that `score` compares with. */
  begin(query: PreparedQuery): void {
    this.#query = query;
    this.#stamp++;
    this.#hasRuns = false;
    this.#counterparts.begin(query, this.settings.fuzzyCost);
    for (const [number, run] of query.runs.entries()) {
      if (run.family < 0) continue;
      const known = this.#familyStamp[run.family] === this.#stamp;
      this.#runNext[number] = known ? this.#familyFirst[run.family]! : -1;
      const bits = ((1 << run.length) - 1) << run.from;
      this.#familyBits[run.family] = (known ? this.#familyBits[run.family]! : 0) | bits;
      this.#hasRuns = true;
      this.#familyStamp[run.family] = this.#stamp;
      this.#familyFirst[run.family] = number;
    }
    this.#longestKey = 0;
    this.#hasQueryInitial = query.words.some((word) => word.role === roleInitial);
    const { picture } = this;
    picture.queryCount = query.words.length;
    picture.querySyllables = 0;
    for (const [at, word] of query.words.entries()) {
      picture.queryWeight[at] = query.weights[at]!;
      picture.queryRole[at] = word.role;
      if (word.flags & flagSyllables) picture.querySyllables |= 1 << at;
      picture.queryRarity[at] = query.rarity[at]!;
      this.#longestKey = Math.max(this.#longestKey, query.keys[at]!.length);
    }
  }

  /**
   * The score of a listed form for the current query, or 0 where it cannot reach `least`. `listedRuns` says whether
   * runs of listed words may equal a word of the query; leaving it open only costs time.
   */
  score(form: number, least: number, listedRuns: boolean): number {
    const { index, picture } = this;
    const query = this.#query;
    const start = index.formStarts[form]!;
    const count = index.formStarts[form + 1]! - start;
    this.edgeCount = 0;
    this.#hasListedInitial = (index.formMarks[form]! & markInitial) !== 0;
    if (!listedRuns && !this.#mayReach(start, start + count, least)) return 0;
    const touchedByWords = this.#lookAt(start, count);
    if (touchedByWords === 0 && !listedRuns) return 0;
    this.#addWordEdges(start, count);
    const touchedWhole = touchedByWords | (listedRuns ? this.#addListedRuns(start, count) : 0);
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

  /**
   * Whether a form can reach `least` by the words that have a counterpart, before any is chosen: see `ScoreBound`. What
   * may be an initial or cut off is counted as matched in full. Most forms fail at the first look, at their words alone.
   */
  #mayReach(start: number, end: number, least: number): boolean {
    const { index } = this;
    const query = this.#query;
    const { first, bits, mostGain } = this.#counterparts;
    let touched = 0;
    let matched = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      const entry = first[word]!;
      if (entry !== 0) {
        touched |= bits[entry]!;
        matched += mostGain[entry]!;
      }
      if (!this.#hasRuns) continue;
      const family = index.wordFamily[word]!;
      if (this.#familyStamp[family] !== this.#stamp) continue;
      touched |= this.#familyBits[family]!;
      matched = query.total;
    }
    if (touched === 0) return false;
    if (query.freeText) return this.#isContained(start, end);
    if (mayBeCut(query, touched) && this.#hasCutWord(start, end)) return true;
    if (this.#hasQueryInitial || this.#hasListedInitial)
      return this.#mayReachByInitials(touched, matched, start, end, least);
    let missing = 0;
    for (let at = 0; at < query.words.length; at++) if (!(touched & (1 << at))) missing += query.weights[at]!;
    const bound = this.#bounds[query.kindCode]!;
    if (matched / (matched + bound.cost(missing, 0)) < least - rounding) return false;
    return this.#reaches(start, end, least, missing);
  }

  /** The second look, with the weights of the listed words: `missing` of the query has no counterpart. */
  #reaches(start: number, end: number, least: number, missing: number): boolean {
    const { index, weights } = this;
    const { kindCode } = this.#query;
    const { first, bestQuality, mostWeight } = this.#counterparts;
    let matched = 0;
    let best = 0;
    let open = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      const entry = first[word]!;
      const weight = wordWeight(weights, kindCode, index.formRoles[at]!, index.wordRarity[word]!);
      if (this.#hasRuns && this.#familyStamp[index.wordFamily[word]!] === this.#stamp) {
        matched += weight;
        best = 1;
      } else if (entry !== 0) {
        matched += Math.min(weight, mostWeight[entry]!) * bestQuality[entry]!;
        best = Math.max(best, bestQuality[entry]!);
      } else open += weight;
    }
    const cost = this.#bounds[kindCode]!.cost(missing, open);
    return matched / (matched / best + cost) >= least - rounding;
  }

  /** Whether a text has every word of a listed name that must stand in a text that contains the name. */
  #isContained(start: number, end: number): boolean {
    const { index, weights } = this;
    const { first } = this.#counterparts;
    let own = 0;
    let heaviestOpen = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      const role = index.formRoles[at]!;
      const weight = wordWeight(weights, this.#query.kindCode, role, index.wordRarity[word]!);
      own += weight;
      if (first[word] !== 0 || role === roleInitial) continue;
      if (this.#hasRuns && this.#familyStamp[index.wordFamily[word]!] === this.#stamp) continue;
      if (isNumber(role)) return false;
      if (weight > heaviestOpen) heaviestOpen = weight;
    }
    return heaviestOpen <= droppableShare * own + rounding;
  }

  #hasCutWord(start: number, end: number): boolean {
    const { words, formWords } = this.index;
    const { text } = this.#query.words.at(-1)!;
    for (let at = start; at < end; at++) if (isBeginning(words, formWords[at]!, text)) return true;
    return false;
  }

  /** The same where initials may stand for words of the other name; `matched` is what the words are worth. */
  #mayReachByInitials(touched: number, matched: number, start: number, end: number, least: number): boolean {
    const { index, weights } = this;
    const { formWords, formRoles, wordRarity, words } = index;
    const { first } = this.#counterparts;
    const query = this.#query;
    const initialWeight = this.settings.kinds[query.kind].weights.initial;
    let most = matched;
    let open = 0;
    for (let at = start; at < end; at++) {
      const word = formWords[at]!;
      const role = formRoles[at]!;
      if (role === roleInitial) most += initialWeight;
      // Any word may be what an initial of the query stands for.
      else if (!this.#hasQueryInitial && !this.#hasRuns && first[word] === 0)
        open += wordWeight(weights, query.kindCode, role, wordRarity[word]!);
    }
    let missing = 0;
    let residue = 0;
    for (let at = 0; at < query.words.length; at++) {
      const isInitial = query.words[at]!.role === roleInitial;
      if (isInitial) most += query.weights[at]!;
      if (isInitial || touched & (1 << at)) continue;
      const letter = query.words[at]!.text.charCodeAt(0);
      let isMatched = false;
      for (let place = start; place < end && !isMatched; place++)
        isMatched =
          formRoles[place] === roleInitial && words.units[words.starts[formWords[place]!]!] === letter;
      if (isMatched) residue += initialResidue * Math.max(0, query.weights[at]! - initialWeight);
      else missing += query.weights[at]!;
    }
    const bound = this.#bounds[query.kindCode]!;
    const cost = bound.cost(missing, open) + bound.residueCost(residue);
    return most / (most + cost) >= least - rounding;
  }

  /** Fills in what is known of the listed words and gives the words of the query that they can match, as bits. */
  #lookAt(start: number, count: number): number {
    const { index, picture } = this;
    const { first, bits } = this.#counterparts;
    const kindCode = this.#query.kindCode;
    let touched = 0;
    picture.listedCount = count;
    picture.listedSyllables = 0;
    for (let at = 0; at < count; at++) {
      const word = index.formWords[start + at]!;
      const role = index.formRoles[start + at]!;
      const rarity = index.wordRarity[word]!;
      picture.listedRole[at] = role;
      picture.listedRarity[at] = rarity;
      picture.listedWeight[at] = wordWeight(this.weights, kindCode, role, rarity);
      const entry = first[word]!;
      if (entry !== 0) touched |= bits[entry]!;
      if (!this.#hasRuns) continue;
      const family = index.wordFamily[word]!;
      if (this.#familyStamp[family] === this.#stamp) touched |= this.#familyBits[family]!;
    }
    return touched;
  }

  /** Edges between single words, and between runs of the query and a listed word. */
  #addWordEdges(start: number, count: number): void {
    const { index, picture } = this;
    const query = this.#query;
    const { first, asked, similarity, next } = this.#counterparts;
    for (let at = 0; at < count; at++) {
      const word = index.formWords[start + at]!;
      const weight = picture.listedWeight[at]!;
      if (index.wordFlags[word]! & flagSyllables) picture.listedSyllables |= 1 << at;
      picture.listedLength[at] = Math.min(255, index.words.starts[word + 1]! - index.words.starts[word]!);
      for (let entry = first[word]!; entry !== 0; entry = next[entry]!) {
        const place = asked[entry]!;
        const shared = Math.min(weight, query.weights[place]!);
        this.#edge('word', 1 << place, 1 << at, shared, similarity[entry]!);
      }
      const family = index.wordFamily[word]!;
      if (!this.#hasRuns || this.#familyStamp[family] !== this.#stamp) continue;
      for (let run = this.#familyFirst[family]!; run >= 0; run = this.#runNext[run]!) {
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
    const gain = weight * wordQuality(similarity, this.settings.fuzzyCost) + weight * 1e-3;
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

  /** Runs of listed words that the query writes as one. */
  #addListedRuns(start: number, count: number): number {
    const { index, picture } = this;
    const query = this.#query;
    let touched = 0;
    for (let from = 0; from + 1 < count; from++) {
      let weight = picture.listedWeight[from]!;
      const texts = [textAt(index.words, index.formWords[start + from]!)];
      for (let to = from + 1; to < Math.min(from + longestRun, count); to++) {
        weight += picture.listedWeight[to]!;
        texts.push(textAt(index.words, index.formWords[start + to]!));
        const key = joinKey(texts);
        if (key.length > this.#longestKey || key.length > longestRunKey) break;
        if (key.length < 3) continue;
        for (const [asked, other] of query.keys.entries()) {
          if (other !== key || !isWrittenTogether(texts.join(''), query.words[asked]!.text, key)) continue;
          touched |= 1 << asked;
          const bits = ((1 << (to - from + 1)) - 1) << from;
          this.#edge('joined in list', 1 << asked, bits, Math.min(weight, query.weights[asked]!), 0.97);
        }
      }
    }
    if (count > 2) {
      // Lists write the surname first; people who leave out the space write it last.
      const ends = [
        textAt(index.words, index.formWords[start + count - 1]!),
        textAt(index.words, index.formWords[start]!),
      ];
      const key = joinKey(ends);
      for (const [asked, other] of query.keys.entries()) {
        if (other !== key || key.length < 3) continue;
        if (!isWrittenTogether(ends.join(''), query.words[asked]!.text, key)) continue;
        touched |= 1 << asked;
        const weight = picture.listedWeight[0]! + picture.listedWeight[count - 1]!;
        this.#edge(
          'joined in list',
          1 << asked,
          1 | (1 << (count - 1)),
          Math.min(weight, query.weights[asked]!),
          0.97,
        );
      }
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
        const listedWord = index.formWords[start + at]!;
        if (index.words.units[index.words.starts[listedWord]!] !== letter) continue;
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

/** Whether a longer word of the pool begins with `text`. */
function isBeginning({ units, starts }: PackedTexts, word: number, text: string): boolean {
  const from = starts[word]!;
  if (starts[word + 1]! - from <= text.length) return false;
  let same = 0;
  while (same < text.length && units[from + same] === text.charCodeAt(same)) same++;
  return same === text.length;
}

/** Whether all words before the last are matched and the last is not. */
function mayBeCut(query: PreparedQuery, touched: number): boolean {
  return (
    query.beforeCut !== 0 &&
    (touched & query.beforeCut) === query.beforeCut &&
    !(touched & (1 << (query.words.length - 1)))
  );
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
