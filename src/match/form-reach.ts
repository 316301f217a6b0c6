import { isBeginning, mayBeCut } from './cut-word.ts';
import { markInitial } from './form-order.ts';
import { matchKinds } from './kind.ts';
import type { ListedCounterparts } from './listed-counterparts.ts';
import type { NameIndex } from './name-index.ts';
import type { PreparedQuery } from './query.ts';
import { roleInitial } from './role.ts';
import { initialResidue } from './score-alignment.ts';
import { rounding, ScoreBound } from './score-bound.ts';
import { droppableShare } from './score-contained.ts';
import type { Settings } from './settings.ts';
import { textStart } from './text-pool.ts';
import { isNumber } from './word-picture.ts';
import { type WordWeights, wordWeight } from './word-weight.ts';

/** Tells of a form whether it can reach a threshold, before any of its words is paired: most candidates end here. */
export class FormReach {
  readonly #index: NameIndex;
  readonly #settings: Settings;
  readonly #weights: WordWeights;
  readonly #counterparts: ListedCounterparts;
  readonly #bounds: readonly ScoreBound[];
  #query!: PreparedQuery;
  /** Whether a word of the query is an initial. */
  #hasInitial = false;

  constructor(index: NameIndex, settings: Settings, weights: WordWeights, counterparts: ListedCounterparts) {
    this.#index = index;
    this.#settings = settings;
    this.#weights = weights;
    this.#counterparts = counterparts;
    this.#bounds = matchKinds.map((kind) => new ScoreBound(settings.kinds[kind]));
  }

  /** Makes `query` the one asked for; its counterparts must be known already. */
  begin(query: PreparedQuery): void {
    this.#query = query;
    this.#hasInitial = query.words.some((word) => word.role === roleInitial);
  }

  /**
   * Whether a form can reach `least` by the words that have a counterpart, before any is chosen: see `ScoreBound`. What
   * may be an initial or cut off is counted as matched in full. Most forms fail at the first look, at their words alone.
   */
  mayReach(form: number, least: number): boolean {
    const index = this.#index;
    const start = index.formStarts[form]!;
    const end = index.formStarts[form + 1]!;
    const query = this.#query;
    const { has, first, bits, mostGain, hasRuns } = this.#counterparts;
    let touched = 0;
    let matched = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      if (has[word >>> 5]! & (1 << word)) {
        const entry = first[word]!;
        touched |= bits[entry]!;
        matched += mostGain[entry]!;
      }
      const runs = hasRuns ? this.#counterparts.runBits(index.wordFamily[word]!) : 0;
      if (runs === 0) continue;
      touched |= runs;
      matched = query.total;
    }
    if (touched === 0) return false;
    if (query.freeText) return this.#isContained(start, end);
    if (mayBeCut(query, touched) && this.#hasCutWord(start, end)) return true;
    if (this.#hasInitial || (index.formMarks[form]! & markInitial) !== 0)
      return this.#mayReachByInitials(touched, matched, start, end, least);
    let missing = 0;
    for (let at = 0; at < query.words.length; at++) if (!(touched & (1 << at))) missing += query.weights[at]!;
    const bound = this.#bounds[query.kindCode]!;
    if (matched / (matched + bound.cost(missing, 0)) < least - rounding) return false;
    return this.#reaches(start, end, least, missing);
  }

  /** The second look, with the weights of the listed words: `missing` of the query has no counterpart. */
  #reaches(start: number, end: number, least: number, missing: number): boolean {
    const index = this.#index;
    const weights = this.#weights;
    const { kindCode } = this.#query;
    const { first, bestQuality, mostWeight } = this.#counterparts;
    let matched = 0;
    let best = 0;
    let open = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      const entry = first[word]!;
      const weight = wordWeight(weights, kindCode, index.formRoles[at]!, index.wordRarity[word]!);
      if (this.#counterparts.runBits(index.wordFamily[word]!) !== 0) {
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
    const index = this.#index;
    const weights = this.#weights;
    const { first } = this.#counterparts;
    let own = 0;
    let heaviestOpen = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      const role = index.formRoles[at]!;
      const weight = wordWeight(weights, this.#query.kindCode, role, index.wordRarity[word]!);
      own += weight;
      if (first[word] !== 0 || role === roleInitial) continue;
      if (this.#counterparts.runBits(index.wordFamily[word]!) !== 0) continue;
      if (isNumber(role)) return false;
      if (weight > heaviestOpen) heaviestOpen = weight;
    }
    return heaviestOpen <= droppableShare * own + rounding;
  }

  #hasCutWord(start: number, end: number): boolean {
    const { words, formWords } = this.#index;
    const { text } = this.#query.words.at(-1)!;
    for (let at = start; at < end; at++) if (isBeginning(words, formWords[at]!, text)) return true;
    return false;
  }

  /** The same where initials may stand for words of the other name; `matched` is what the words are worth. */
  #mayReachByInitials(touched: number, matched: number, start: number, end: number, least: number): boolean {
    const index = this.#index;
    const weights = this.#weights;
    const { formWords, formRoles, wordRarity, words } = index;
    const { first } = this.#counterparts;
    const query = this.#query;
    const initialWeight = this.#settings.kinds[query.kind].weights.initial;
    let most = matched;
    let open = 0;
    for (let at = start; at < end; at++) {
      const word = formWords[at]!;
      const role = formRoles[at]!;
      if (role === roleInitial) most += initialWeight;
      // Any word may be what an initial of the query stands for.
      else if (!this.#hasInitial && !this.#counterparts.hasRuns && first[word] === 0)
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
          formRoles[place] === roleInitial && words.units[textStart(words, formWords[place]!)] === letter;
      if (isMatched) residue += initialResidue * Math.max(0, query.weights[at]! - initialWeight);
      else missing += query.weights[at]!;
    }
    const bound = this.#bounds[query.kindCode]!;
    const cost = bound.cost(missing, open) + bound.residueCost(residue);
    return most / (most + cost) >= least - rounding;
  }
}
