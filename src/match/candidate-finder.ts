import { CandidateSet, wordMarks } from './candidate-set.ts';
import { matchKinds } from './kind.ts';
import type { NameIndex } from './name-index.ts';
import type { PreparedQuery } from './query.ts';
import { roleInitial } from './role.ts';
import { initialResidue } from './score-alignment.ts';
import { rounding, ScoreBound } from './score-bound.ts';
import { leastContainedSimilarity } from './score-contained.ts';
import type { Settings } from './settings.ts';
import { WeightTable } from './weight-table.ts';
import { placeAfter } from './word-order.ts';
import { wordQuality } from './word-quality.ts';
import { heaviestWords } from './word-weight.ts';

/** Words that a last word may be cut off from are looked up where they are no more than this. */
const mostCutWords = 64;
const mostMarkedWords = 7;
/** Entries of lists that are read in the time in which one candidate is looked at. */
const entriesForCandidate = 50;

/**
 * Finds the forms that can reach a threshold. It loses nothing: take any form and the words of the query that its
 * best alignment matches. The words are looked up in some order; when the first of these comes, all words before it
 * are unmatched in that alignment, so the bound of what is left, for a name of that weight, is above its score. A
 * form too heavy for the bound cannot reach the threshold, and lists stand in order of weight, so they are left there.
 * Lists are also read only to mark which words the candidates have, where that spares more than it takes.
 */
export class CandidateFinder {
  readonly #index: NameIndex;
  readonly #settings: Settings;
  readonly #bounds: readonly ScoreBound[];
  readonly #weights: WeightTable;
  readonly #heaviest: readonly number[];
  /** The candidates of the last query. */
  readonly found: CandidateSet;
  /** Of each word of the query: length of its lists, best quality of a listed word, most weight of one. */
  readonly #lengths = new Float64Array(32);
  readonly #qualities = new Float64Array(32);
  readonly #listedWeights = new Float64Array(32);
  /** And the most that it may add to the rarity of what both names share. */
  readonly #rarities = new Float64Array(32);
  readonly #order: number[] = [];
  /** The listed words that the last word of the query may have been cut off from. */
  #cutFrom = 0;
  #cutTo = 0;
  /** For the words that a form has, as marks, the form from which on all are too heavy; 0 where not asked yet. */
  readonly #limits = new Uint32Array(wordMarks + 1);

  constructor(index: NameIndex, settings: Settings) {
    this.#index = index;
    this.#settings = settings;
    this.#bounds = matchKinds.map((kind) => new ScoreBound(settings.kinds[kind]));
    this.#weights = new WeightTable(index, settings);
    this.#heaviest = heaviestWords(settings);
    this.found = new CandidateSet(index);
  }

  /** Fills `found` with a superset of the forms that score `least` or more. */
  find(query: PreparedQuery, least: number): void {
    this.found.begin(query.kindCode);
    this.found.addRuns(query.keys);
    if (query.freeText) this.#walkKeyWords(query);
    else {
      this.#measure(query);
      this.#putInOrder(query);
      this.#walkWords(query, least);
      this.#walkInitials(query, least);
    }
  }

  /** Names inside longer text are found by their key words alone: these must be matched, and well. */
  #walkKeyWords(query: PreparedQuery): void {
    const { keyPostingsStarts: starts, keyPostingsMembers: members } = this.#index;
    const to = this.#index.kindStarts[query.kindCode + 1]!;
    for (const { words, similarities } of query.neighbourhoods) {
      for (let at = 0; at < words.length; at++) {
        if (similarities[at]! >= leastContainedSimilarity)
          this.found.walk(starts, members, words[at]!, to, to, 0);
      }
    }
    for (const run of query.runs)
      if (run.family >= 0) this.found.walkFamily(starts, members, run.family, to, to, 0);
  }

  #measure(query: PreparedQuery): void {
    const { postingsStarts } = this.#index;
    const { commonFloor } = this.#settings.kinds[query.kind];
    const heaviest = this.#heaviest[query.kindCode]!;
    for (let at = 0; at < query.words.length; at++) {
      const { forms, best, rarest } = query.neighbourhoods[at]!;
      const isInitial = query.words[at]!.role === roleInitial;
      const isFound = best > 0;
      this.#lengths[at] = forms;
      this.#qualities[at] = isInitial ? 1 : isFound ? wordQuality(best, this.#settings.fuzzyCost) : 0;
      this.#listedWeights[at] = isInitial
        ? heaviest
        : isFound
          ? heaviest * (commonFloor + (1 - commonFloor) * rarest)
          : 0;
      // An initial says nothing of how rare the name is.
      this.#rarities[at] = isInitial
        ? 0
        : Math.min(query.rarity[at]!, rarest) * query.weights[at]! * this.#qualities[at]!;
    }
    for (const run of query.runs) if (run.family >= 0) this.#measureRun(query, run);
    this.#cutFrom = this.#cutTo = 0;
    if (query.beforeCut === 0) return;
    const { words, counts } = this.#index;
    const last = query.words.length - 1;
    const text = query.words[last]!.text;
    this.#cutFrom = placeAfter(words, counts.words, text, false);
    this.#cutTo = placeAfter(words, counts.words, text, true);
    if (this.#cutFrom === this.#cutTo) return;
    this.#qualities[last] = 1;
    this.#listedWeights[last] = heaviest;
    this.#rarities[last] = Math.max(this.#rarities[last]!, query.rarity[last]! * query.weights[last]!);
    if (this.#cutTo - this.#cutFrom > mostCutWords) return;
    this.#lengths[last]! += postingsStarts[this.#cutTo]! - postingsStarts[this.#cutFrom]!;
  }

  /** A run of words may be one listed word: what that is worth is shared out among them by their weights. */
  #measureRun(query: PreparedQuery, { family, from, length }: PreparedQuery['runs'][number]): void {
    const { familyWordsStarts, familyWordsMembers, postingsStarts, wordRarity } = this.#index;
    const { commonFloor } = this.#settings.kinds[query.kind];
    let forms = 0;
    let rarest = 0;
    for (let at = familyWordsStarts[family]!; at < familyWordsStarts[family + 1]!; at++) {
      const word = familyWordsMembers[at]!;
      forms += postingsStarts[word + 1]! - postingsStarts[word]!;
      rarest = Math.max(rarest, wordRarity[word]!);
    }
    let weight = 0;
    for (let at = from; at < from + length; at++) weight += query.weights[at]!;
    const listed = this.#heaviest[query.kindCode]! * (commonFloor + (1 - commonFloor) * rarest);
    const quality = Math.min(1, listed / weight);
    for (let at = from; at < from + length; at++) {
      const own = query.weights[at]!;
      this.#lengths[at]! += forms;
      this.#qualities[at] = Math.max(this.#qualities[at]!, quality);
      this.#listedWeights[at] = Math.max(this.#listedWeights[at]!, (listed * own) / weight);
      this.#rarities[at] = Math.max(this.#rarities[at]!, rarest * own * quality);
    }
  }

  /** The words in the order in which they are looked up: least to read for the weight that is settled by it. */
  #putInOrder(query: PreparedQuery): void {
    const order = this.#order;
    order.length = 0;
    const dearness = (at: number): number => (this.#lengths[at]! + 1) / (query.weights[at]! + 1e-6);
    for (let at = 0; at < query.words.length; at++) {
      if (query.words[at]!.role === roleInitial) continue;
      let place = order.length;
      for (; place > 0 && dearness(order[place - 1]!) > dearness(at); place--)
        order[place] = order[place - 1]!;
      order[place] = at;
    }
    if (this.#cutTo - this.#cutFrom <= mostCutWords) return;
    // Too many words begin with the last one. It may be a part of one only in a form that has every word before it, so
    // one of these goes first.
    const first = order.findIndex((at) => (query.beforeCut & (1 << at)) !== 0);
    const moved = order[first]!;
    for (let place = first; place > 0; place--) order[place] = order[place - 1]!;
    order[0] = moved;
  }

  #walkWords(query: PreparedQuery, least: number): void {
    const { postingsStarts: starts, postingsMembers: members, wordRarity } = this.#index;
    const { fuzzyCost } = this.#settings;
    const { commonFloor } = this.#settings.kinds[query.kind];
    const heaviest = this.#heaviest[query.kindCode]!;
    const bound = this.#bounds[query.kindCode]!;
    const end = this.#index.kindStarts[query.kindCode + 1]!;
    const last = query.words.length - 1;
    const hasManyCuts = this.#cutTo - this.#cutFrom > mostCutWords;
    let possible = 0;
    let matched = 0;
    let listed = 0;
    let rare = 0;
    for (let at = 0; at < query.words.length; at++) {
      if (this.#qualities[at] === 0) continue;
      possible += query.weights[at]!;
      matched += query.weights[at]! * this.#qualities[at]!;
      listed += this.#listedWeights[at]!;
      rare += this.#rarities[at]!;
    }
    this.#limits.fill(0);
    let known = 0;
    let isSource = true;
    for (let place = 0; place < this.#order.length; place++) {
      const at = this.#order[place]!;
      if (this.#qualities[at] === 0) continue;
      const missing = Math.max(0, query.total - possible);
      isSource &&= bound.mostListedMissing(matched, missing, bound.needed(least, rare)) >= 0;
      const mark = place < mostMarkedWords ? 1 << place : 0;
      const isRead = mark !== 0 && (place === 0 || this.#isWorthReading(query, at));
      if (!isSource && !isRead) continue;
      if (isRead) known |= mark;
      const weight = query.weights[at]!;
      const { words, similarities } = query.neighbourhoods[at]!;
      const others = matched - weight * this.#qualities[at]!;
      const othersListed = listed - this.#listedWeights[at]!;
      const othersRare = Math.max(0, rare - this.#rarities[at]!);
      for (let number = 0; number < words.length; number++) {
        const word = words[number]!;
        let to = 0;
        if (isSource) {
          const quality = wordQuality(similarities[number]!, fuzzyCost);
          const ownRare = Math.min(query.rarity[at]!, wordRarity[word]!) * weight * quality;
          const needed = bound.needed(least, othersRare + ownRare);
          const most = bound.mostListedMissing(others + weight * quality, missing, needed);
          const own = heaviest * (commonFloor + (1 - commonFloor) * wordRarity[word]!);
          if (most >= 0) to = this.#weights.firstAbove(query.kindCode, othersListed + own + most);
        }
        this.found.walk(starts, members, word, to, isRead ? end : to, mark);
      }
      const needed = bound.needed(least, rare);
      const most = isSource ? bound.mostListedMissing(matched, missing, needed) : 0;
      const to = isSource ? this.#weights.firstAbove(query.kindCode, listed + most) : 0;
      if (at === last && !hasManyCuts) {
        for (let cut = this.#cutFrom; cut < this.#cutTo; cut++)
          this.found.walk(starts, members, cut, to, isRead ? end : to, mark);
      }
      for (const { family, from, length } of query.runs) {
        if (family >= 0 && at >= from && at < from + length)
          this.found.walkFamily(starts, members, family, to, isRead ? end : to, mark);
      }
      possible -= weight;
      matched = others;
      listed = othersListed;
      rare = othersRare;
    }
    this.#keepLight(query, least, known);
  }

  /** Whether to read all lists of a word, so as to know which candidates have it: few in many candidates have not. */
  #isWorthReading(query: PreparedQuery, at: number): boolean {
    return this.#lengths[at]! * query.total < this.found.count * query.weights[at]! * entriesForCandidate;
  }

  /** The form from which on all are too heavy to reach `least` with these words of the query and those not marked. */
  #limitOf(query: PreparedQuery, least: number, marks: number): number {
    const known = this.#limits[marks]!;
    if (known !== 0) return known - 1;
    let lacking = 0;
    for (let place = 0; place < Math.min(mostMarkedWords, this.#order.length); place++)
      if (!(marks & (1 << place))) lacking |= 1 << this.#order[place]!;
    let possible = 0;
    let matched = 0;
    let listed = 0;
    let rare = 0;
    for (let at = 0; at < query.words.length; at++) {
      if (this.#qualities[at] === 0 || lacking & (1 << at)) continue;
      rare += this.#rarities[at]!;
      possible += query.weights[at]!;
      matched += query.weights[at]! * this.#qualities[at]!;
      listed += this.#listedWeights[at]!;
    }
    const bound = this.#bounds[query.kindCode]!;
    const missing = Math.max(0, query.total - possible);
    const most = bound.mostListedMissing(matched, missing, bound.needed(least, rare));
    const limit = most < 0 ? 0 : this.#weights.firstAbove(query.kindCode, listed + most);
    this.#limits[marks] = limit + 1;
    return limit;
  }

  /** Drops candidates too heavy for the words that they have; those with initials are looked up apart. */
  #keepLight(query: PreparedQuery, least: number, known: number): void {
    const open = wordMarks & ~known;
    // The last word may be cut off from any of many, none of which were read, in a form that has every word before it.
    const hasManyCuts = this.#cutTo - this.#cutFrom > mostCutWords;
    const before = hasManyCuts ? this.#marksOf(query.beforeCut) : 0;
    const last = hasManyCuts ? this.#marksOf(1 << (query.words.length - 1)) : 0;
    this.found.keep((form, marks) => {
      const possible = marks | open;
      return form < this.#limitOf(query, least, (possible & before) === before ? possible | last : possible);
    });
  }

  /** The marks of words given as bits. */
  #marksOf(bits: number): number {
    let marks = 0;
    for (let place = 0; place < Math.min(mostMarkedWords, this.#order.length); place++)
      if (bits & (1 << this.#order[place]!)) marks |= 1 << place;
    return marks;
  }

  /** A form with initials may have one for any word of the query, so more words are looked up among these forms. */
  #walkInitials(query: PreparedQuery, least: number): void {
    const { initialPostingsStarts: starts, initialPostingsMembers: members } = this.#index;
    const { queryExtra, conflict, weights } = this.#settings.kinds[query.kind];
    const bound = this.#bounds[query.kindCode]!;
    let possible = query.total;
    let listed = 0;
    let rare = 0;
    for (let at = 0; at < query.words.length; at++) {
      // What an initial stands for weighs up to as much as any word; the initial itself is worth what it weighs.
      listed += Math.max(this.#listedWeights[at]!, weights.initial);
      rare += this.#rarities[at]!;
    }
    const most = bound.mostListedMissing(query.total, 0, bound.needed(least, rare));
    const to = most < 0 ? 0 : this.#weights.firstAbove(query.kindCode, listed + most);
    let walked = 0;
    for (const at of this.#order) {
      const missing = (query.total - possible) * initialResidue;
      const needed = bound.needed(least, Math.max(0, rare)) - rounding;
      if (possible / (possible + Math.min(queryExtra, conflict) * missing) < needed) break;
      walked |= 1 << at;
      const weight = query.weights[at]!;
      const { words } = query.neighbourhoods[at]!;
      for (let number = 0; number < words.length; number++)
        this.found.walk(starts, members, words[number]!, to, to, 0);
      if (at === query.words.length - 1 && this.#cutTo - this.#cutFrom <= mostCutWords) {
        for (let cut = this.#cutFrom; cut < this.#cutTo; cut++)
          this.found.walk(starts, members, cut, to, to, 0);
      }
      possible -= weight - Math.min(weight, weights.initial);
      rare -= this.#rarities[at]!;
    }
    for (const run of query.runs) {
      const bits = ((1 << run.length) - 1) << run.from;
      if (run.family >= 0 && (walked & bits) !== 0)
        this.found.walkFamily(starts, members, run.family, to, to, 0);
    }
  }
}
