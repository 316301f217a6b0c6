import { isBeginning, mayBeCut } from './cut-word.ts';
import { longestForm } from './form.ts';
import { markInitial } from './form-order.ts';
import { matchKinds } from './kind.ts';
import type { ListedCounterparts } from './listed-counterparts.ts';
import type { NameIndex } from './name-index.ts';
import { oneOfSeveralCap } from './person-score.ts';
import type { PreparedQuery } from './query.ts';
import { roleInitial } from './role.ts';
import { initialResidue } from './score-alignment.ts';
import { rounding, ScoreBound } from './score-bound.ts';
import { droppableShare } from './score-contained.ts';
import type { Settings } from './settings.ts';
import { textStart } from './text-pool.ts';
import { isAside, isFull, isNumber } from './word-picture.ts';
import { heaviestWords, type WordWeights, wordWeight } from './word-weight.ts';

/** Tells of a form whether it can reach a threshold, before any of its words is paired: most candidates end here. */
export class FormReach {
  readonly #index: NameIndex;
  readonly #settings: Settings;
  readonly #weights: WordWeights;
  readonly #counterparts: ListedCounterparts;
  readonly #bounds: readonly ScoreBound[];
  readonly #heaviest: readonly number[];
  #query!: PreparedQuery;
  /** Whether a word of the query is an initial, and how many of them are names, no titles and articles. */
  #hasInitial = false;
  #fullWords = 0;
  /** The first letters of the words of the query that an initial may stand for. */
  readonly #letters = new Uint16Array(longestForm);
  #initialWeight = 0;

  constructor(index: NameIndex, settings: Settings, weights: WordWeights, counterparts: ListedCounterparts) {
    this.#index = index;
    this.#settings = settings;
    this.#weights = weights;
    this.#counterparts = counterparts;
    this.#bounds = matchKinds.map((kind) => new ScoreBound(settings.kinds[kind]));
    this.#heaviest = heaviestWords(settings);
  }

  /** Makes `query` the one asked for; its counterparts must be known already. */
  begin(query: PreparedQuery): void {
    this.#query = query;
    this.#hasInitial = false;
    this.#fullWords = 0;
    this.#initialWeight = this.#settings.kinds[query.kind].weights.initial;
    for (const [at, { role, text }] of query.words.entries()) {
      if (role === roleInitial) this.#hasInitial = true;
      if (isFull(role)) this.#fullWords++;
      this.#letters[at] = isAside(role) ? 0 : text.charCodeAt(0);
    }
  }

  /**
   * Whether a form can reach `least` by the words that have a counterpart, before any is chosen: see `ScoreBound`. What
   * may be an initial or cut off is counted as matched in full, and so are `runWords`, which runs of listed words may be.
   * Most forms fail at the first look, at their words alone.
   */
  mayReach(form: number, least: number, runWords: number): boolean {
    const index = this.#index;
    const start = index.formStarts[form]!;
    const end = index.formStarts[form + 1]!;
    const query = this.#query;
    const { has, first, bits, mostGain, mostWeight, mostRare, hasRuns } = this.#counterparts;
    let touched = 0;
    let pairs = 0;
    let matched = 0;
    let covered = 0;
    let rare = 0;
    let isRun = false;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      if (has[word >>> 5]! & (1 << word)) {
        const entry = first[word]!;
        touched |= bits[entry]!;
        pairs++;
        matched += mostGain[entry]!;
        covered += mostWeight[entry]!;
        rare += mostRare[entry]!;
      }
      const runs = hasRuns ? this.#counterparts.runBits(index.wordFamily[word]!) : 0;
      if (runs === 0) continue;
      touched |= runs;
      isRun = true;
      matched += this.#heaviest[query.kindCode]!;
      rare += this.#heaviest[query.kindCode]!;
    }
    if (runWords !== 0) {
      for (let at = 0; at < query.words.length; at++) {
        if (!(runWords & (1 << at))) continue;
        matched += query.weights[at]!;
        rare += query.weights[at]! * query.rarity[at]!;
      }
      touched |= runWords;
      isRun = true;
    }
    if (touched === 0) return false;
    if (query.freeText) return runWords !== 0 || this.#isContained(start, end);
    if (mayBeCut(query, touched) && this.#hasCutWord(start, end)) return true;
    if (isRun) {
      // A listed word that is several of the query covers all of these.
      covered = query.total;
      pairs = query.words.length;
    }
    const hasInitials = this.#hasInitial || (index.formMarks[form]! & markInitial) !== 0;
    if (hasInitials) return isRun || this.#mayReachByInitials(touched, rare, start, end, least);
    const isOneOfSeveral = query.kind === 'person' && pairs < 2 && least > oneOfSeveralCap;
    if (isOneOfSeveral && this.#fullWords > 1) return false;
    let missing = 0;
    for (let at = 0; at < query.words.length; at++) if (!(touched & (1 << at))) missing += query.weights[at]!;
    // Each listed word stands for one of the query: of two Hassans one is missing where the list has one.
    missing = Math.max(missing, query.total - covered);
    const bound = this.#bounds[query.kindCode]!;
    const needed = bound.needed(least, rare) - rounding;
    if (matched < needed * (matched + bound.cost(missing, 0))) return false;
    return runWords !== 0 || this.#reaches(start, end, needed, missing, isOneOfSeveral);
  }

  /** The second look, with the weights of the listed words: `missing` of the query has no counterpart. */
  #reaches(start: number, end: number, needed: number, missing: number, isOneOfSeveral: boolean): boolean {
    const index = this.#index;
    const weights = this.#weights;
    const { kindCode } = this.#query;
    const { first, bestQuality, mostWeight } = this.#counterparts;
    let matched = 0;
    let best = 0;
    let open = 0;
    let fullWords = 0;
    for (let at = start; at < end; at++) {
      const word = index.formWords[at]!;
      const entry = first[word]!;
      const role = index.formRoles[at]!;
      const weight = wordWeight(weights, kindCode, role, index.wordRarity[word]!);
      if (isFull(role)) fullWords++;
      if (this.#counterparts.runBits(index.wordFamily[word]!) !== 0) {
        matched += weight;
        best = 1;
      } else if (entry !== 0) {
        matched += Math.min(weight, mostWeight[entry]!) * bestQuality[entry]!;
        best = Math.max(best, bestQuality[entry]!);
      } else open += weight;
    }
    if (isOneOfSeveral && fullWords > 1) return false;
    const cost = this.#bounds[kindCode]!.cost(missing, open);
    return matched >= needed * (matched / best + cost);
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

  /**
   * The same where initials may stand for words of the other name. A word that has a counterpart and may be what an
   * initial stands for is worth the better of both; each listed word still stands for one word of the query.
   */
  #mayReachByInitials(touched: number, rare: number, start: number, end: number, least: number): boolean {
    const index = this.#index;
    const { formWords, formRoles, wordRarity, words } = index;
    const { first, mostGain, mostWeight } = this.#counterparts;
    const query = this.#query;
    const letters = this.#letters;
    const count = query.words.length;
    let most = 0;
    let covered = 0;
    let open = 0;
    let residue = 0;
    let listedResidue = 0;
    let byInitials = 0;
    for (let at = start; at < end; at++) {
      const word = formWords[at]!;
      const role = formRoles[at]!;
      const entry = first[word]!;
      const own = wordWeight(this.#weights, query.kindCode, role, wordRarity[word]!);
      let gain = entry === 0 ? 0 : mostGain[entry]!;
      let weight = entry === 0 ? 0 : mostWeight[entry]!;
      let isStood = false;
      const isInitial = role === roleInitial;
      if (isInitial || (this.#hasInitial && !isAside(role))) {
        const letter = words.units[textStart(words, word)]!;
        for (let asked = 0; asked < count; asked++) {
          if (letters[asked] !== letter || !(isInitial || query.words[asked]!.role === roleInitial)) continue;
          isStood = true;
          byInitials |= 1 << asked;
          gain = Math.max(gain, Math.min(own, query.weights[asked]!));
          weight = Math.max(weight, query.weights[asked]!);
        }
      }
      if (entry === 0 && !isStood) open += own;
      else if (entry === 0) listedResidue += initialResidue * Math.max(0, own - weight);
      most += gain;
      covered += weight;
    }
    let missing = 0;
    for (let at = 0; at < count; at++) {
      if (touched & (1 << at)) continue;
      const weight = query.weights[at]!;
      if (!(byInitials & (1 << at))) missing += weight;
      else if (query.words[at]!.role !== roleInitial)
        residue += initialResidue * Math.max(0, weight - this.#initialWeight);
    }
    const bound = this.#bounds[query.kindCode]!;
    // Of the words that one initial may stand for all but one are missing, and leave no residue then.
    const cost =
      Math.max(
        bound.cost(missing, open) + bound.residueCost(residue, 0),
        bound.cost(Math.max(missing, query.total - covered), open),
      ) + bound.residueCost(0, listedResidue);
    return most >= (bound.needed(least, rare) - rounding) * (most + cost);
  }
}
