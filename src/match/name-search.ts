import type { NameKind } from '../model/index.ts';
import { acronymCap, acronymLength } from './acronym.ts';
import { type FormWord, flagAcronym, flagCut, longestForm, type NameReader } from './form.ts';
import { isFreeText, textWindows } from './free-text.ts';
import { hashText } from './hash.ts';
import { type MatchKind, matchKinds, type QueryKind } from './kind.ts';
import { type NameIndex, nameKind, nameText, partyId, visitBucket } from './name-index.ts';
import { compareWithAllWords, NeighbourFinder, type Neighbourhood } from './neighbourhood.ts';
import { PairScorer } from './pair-scorer.ts';
import { type PreparedQuery, prepareQuery } from './query.ts';
import { roleInitial } from './role.ts';
import { initialResidue, middleNameShare } from './score-alignment.ts';
import type { Settings } from './settings.ts';
import { textLength } from './text-pool.ts';
import { type WordWeights, wordWeight, wordWeights } from './word-weight.ts';

export interface SearchOptions {
  readonly kind: QueryKind;
  /** Least score of a hit. */
  readonly threshold: number;
}

/** A listed party with the name of it that matches best. */
export interface Hit {
  readonly party: number;
  readonly partyId: string;
  readonly kind: MatchKind;
  readonly score: number;
  readonly name: number;
  readonly nameText: string;
  readonly nameKind: NameKind;
  readonly form: number;
  /** The reading of the query that matched. */
  readonly query: PreparedQuery;
}

const mostRemembered = 100_000;
const commonRarity = 0.5;
const commonShare = 0.75;

/**
 * Searches an index. Retrieval loses nothing: a form that is not walked shares no word with the heaviest words of
 * the query, so `coverageBound` keeps it below the threshold; `searchAll` shows it by scoring every form.
 */
export class NameSearch {
  readonly index: NameIndex;
  readonly settings: Settings;
  readonly #readName: NameReader;
  readonly #weights: WordWeights;
  readonly #scorer: PairScorer;
  readonly #finder: NeighbourFinder;
  readonly #neighbours = new Map<string, Neighbourhood>();
  readonly #formStamp: Uint32Array;
  readonly #runStamp: Uint32Array;
  #stamp = 0;
  #candidates = new Uint32Array(1024);
  #candidateCount = 0;
  readonly #covered: Float64Array;
  readonly #lastMark: Uint16Array;
  /** Words of the query that a form covers at most, and the weight of all its own words. */
  readonly #coveredWords: Uint8Array;
  readonly #formWeight: Float32Array;
  readonly #heaviestWord: readonly number[];
  readonly #formKind: Uint8Array;
  readonly #hasInitial: Uint8Array;

  constructor(index: NameIndex, settings: Settings, readName: NameReader) {
    this.index = index;
    this.settings = settings;
    this.#readName = readName;
    this.#weights = wordWeights(settings);
    this.#finder = new NeighbourFinder(index);
    this.#scorer = new PairScorer(index, settings, this.#weights);
    this.#formStamp = new Uint32Array(index.counts.forms);
    this.#runStamp = new Uint32Array(index.counts.forms);
    this.#covered = new Float64Array(index.counts.forms);
    this.#lastMark = new Uint16Array(index.counts.forms);
    this.#coveredWords = new Uint8Array(index.counts.forms);
    this.#formWeight = new Float32Array(index.counts.forms);
    this.#heaviestWord = matchKinds.map((kind) => Math.max(...Object.values(settings.kinds[kind].weights)));
    this.#formKind = new Uint8Array(index.counts.forms);
    this.#hasInitial = new Uint8Array(index.counts.forms);
    for (let form = 0; form < index.counts.forms; form++) {
      this.#formKind[form] = index.partyKinds[index.nameParty[index.formName[form]!]!]!;
      for (let at = index.formStarts[form]!; at < index.formStarts[form + 1]!; at++) {
        const role = index.formRoles[at]!;
        if (role === roleInitial) this.#hasInitial[form] = 1;
        const rarity = index.wordRarity[index.formWords[at]!]!;
        this.#formWeight[form]! += wordWeight(this.#weights, this.#formKind[form]!, role, rarity);
      }
    }
  }

  /** All parties with a name that scores at least the threshold, best first, ties by id. */
  search(text: string, options: SearchOptions): Hit[] {
    return this.#run(text, options, false);
  }

  /** The same by scoring every name against the query; for tests and proofs. */
  searchAll(text: string, options: SearchOptions): Hit[] {
    return this.#run(text, options, true);
  }

  #run(text: string, options: SearchOptions, everything: boolean): Hit[] {
    const best = new Map<number, { score: number; form: number; query: PreparedQuery }>();
    for (const query of this.prepare(text, options.kind, everything)) {
      this.#scorer.begin(query);
      const note = (form: number, listedRuns: boolean): void => {
        const score = this.formScore(form, options.threshold, listedRuns);
        if (score < options.threshold) return;
        const party = this.index.nameParty[this.index.formName[form]!]!;
        const known = best.get(party);
        if (!known || score > known.score || (score === known.score && form < known.form)) {
          best.set(party, { score, form, query });
        }
      };
      if (everything) {
        for (let form = 0; form < this.index.counts.forms; form++) {
          if (this.#formKind[form] === query.kindCode) note(form, true);
        }
      } else this.#retrieve(query, options.threshold, note);
    }
    const hits: Hit[] = [];
    for (const [party, { score, form, query }] of best) {
      const name = this.index.formName[form]!;
      hits.push({
        party,
        partyId: partyId(this.index, party),
        kind: matchKinds[this.index.partyKinds[party]!]!,
        score,
        name,
        nameText: nameText(this.index, name),
        nameKind: nameKind(this.index, name),
        form,
        query,
      });
    }
    return hits.sort((a, b) => b.score - a.score || (a.partyId < b.partyId ? -1 : 1));
  }

  /** Every reading of the text against every kind that is asked for. */
  prepare(text: string, kind: QueryKind, everything = false): PreparedQuery[] {
    const prepared: PreparedQuery[] = [];
    for (const one of kind === 'any' ? matchKinds : [kind]) {
      const neighboursOf = (word: FormWord): Neighbourhood => this.#neighboursOf(word, everything);
      for (const [number, form] of this.#readName(text, one, 'query').entries()) {
        if (form.words.length === 0) continue;
        prepared.push(prepareQuery(this.index, this.#weights, form, one, false, neighboursOf));
        if (number > 0 || !isFreeText(text, form.words)) continue;
        for (const words of textWindows(form.words)) {
          prepared.push(prepareQuery(this.index, this.#weights, { words }, one, true, neighboursOf));
        }
      }
    }
    return prepared;
  }

  /** Score of a form for the query begun, under the cap of its kind of name. */
  formScore(form: number, least: number, listedRuns: boolean): number {
    const score = this.#scorer.score(form, least, listedRuns);
    const kind = nameKind(this.index, this.index.formName[form]!);
    const word = this.index.formWords[this.index.formStarts[form]!]!;
    const flags = this.index.wordFlags[word]!;
    const isWeak = kind === 'weak alias' || (flags & (flagCut | flagAcronym)) !== 0;
    if (!isWeak) return score;
    if (flags & flagAcronym)
      return Math.min(score, acronymCap(acronymLength(textLength(this.index.words, word))));
    // A weak alias that is a common given name tells nobody apart.
    const isCommon =
      this.index.formStarts[form + 1]! - this.index.formStarts[form]! === 1 &&
      this.index.wordRarity[word]! < commonRarity;
    return Math.min(score, isCommon ? this.settings.weakAliasCap * commonShare : this.settings.weakAliasCap);
  }

  get scorer(): PairScorer {
    return this.#scorer;
  }

  #neighboursOf(word: FormWord, everything: boolean): Neighbourhood {
    const key = `${everything ? '*' : ''}${word.text}\u0001${word.group}\u0001${word.flags}`;
    let known = this.#neighbours.get(key);
    if (!known) {
      const least = this.settings.leastWordSimilarity;
      known = everything ? compareWithAllWords(this.index, word, least) : this.#finder.find(word, least);
      if (this.#neighbours.size >= mostRemembered) this.#neighbours.clear();
      this.#neighbours.set(key, known);
    }
    return known;
  }

  #retrieve(
    query: PreparedQuery,
    threshold: number,
    note: (form: number, listedRuns: boolean) => void,
  ): void {
    const { index } = this;
    // Every word of free text is looked up, but only among the key words of names.
    const needed = query.freeText ? -1 : this.#neededWords(query, threshold, false);
    // A form with an initial may have it for a word of the query: such forms are looked up by more words.
    const neededByInitials = query.freeText ? -1 : this.#neededWords(query, threshold, true);
    if (needed === 0) return;
    const stamp = ++this.#stamp;
    this.#candidateCount = 0;
    const { keyPostingsStarts, keyPostingsMembers, postingsStarts, postingsMembers } = index;
    const [starts, members] = query.freeText
      ? [keyPostingsStarts, keyPostingsMembers]
      : [postingsStarts, postingsMembers];
    const { initialPostingsStarts, initialPostingsMembers } = index;
    for (let at = 0; at < query.words.length; at++) {
      const isNeeded = (needed & (1 << at)) !== 0;
      const isNeededByInitials = (neededByInitials & (1 << at)) !== 0;
      const weight = query.weights[at]!;
      // Runs on the listed side are looked up for every word: whether they are tried must not depend on the prefix.
      if (query.keys[at]!.length >= 3) {
        visitBucket(index.join, hashText(query.keys[at]!), (form) => {
          this.#runStamp[form] = stamp;
          if (isNeeded || isNeededByInitials) this.#cover(form, at, weight);
        });
      }
      for (const word of query.neighbourhoods[at]!.words) {
        if (isNeeded) this.#walk(starts, members, word, at, weight);
        else if (isNeededByInitials)
          this.#walk(initialPostingsStarts, initialPostingsMembers, word, at, weight);
      }
    }
    for (const [number, run] of query.runs.entries()) {
      const bits = ((1 << run.length) - 1) << run.from;
      if (run.family < 0 || !((needed | neededByInitials) & bits)) continue;
      let weight = 0;
      for (let at = run.from; at < run.from + run.length; at++) weight += query.weights[at]!;
      const from = index.familyWordsStarts[run.family]!;
      const to = index.familyWordsStarts[run.family + 1]!;
      for (let at = from; at < to; at++) {
        this.#walk(starts, members, index.familyWordsMembers[at]!, firstRunMark + number, weight);
      }
    }
    this.#noteCandidates(query, threshold, needed, neededByInitials, note);
  }

  /** Scores the candidates that can still reach the threshold by what they cover. */
  #noteCandidates(
    query: PreparedQuery,
    threshold: number,
    needed: number,
    neededByInitials: number,
    note: (form: number, listedRuns: boolean) => void,
  ): void {
    let rest = 0;
    let restWords = 0;
    let restByInitials = 0;
    let beforeCut = 0;
    for (let at = 0; at < query.words.length; at++) {
      const isInitial = query.words[at]!.role === roleInitial;
      if (isInitial || !(needed & (1 << at))) {
        rest += query.weights[at]!;
        restWords++;
      }
      if (isInitial || !(neededByInitials & (1 << at))) restByInitials += query.weights[at]!;
      if (query.beforeCut & (1 << at)) beforeCut += query.weights[at]!;
    }
    const last = query.weights[query.words.length - 1]!;
    const stamp = this.#stamp;
    for (let at = 0; at < this.#candidateCount; at++) {
      const form = this.#candidates[at]!;
      if (this.#formKind[form] !== query.kindCode) continue;
      const inRun = this.#runStamp[form] === stamp;
      if (!query.freeText) {
        let possible =
          this.#covered[form]! + (this.#hasInitial[form] === 1 ? Math.max(rest, restByInitials) : rest);
        let words = this.#coveredWords[form]! + restWords;
        // A last word that was cut off counts where all that stands before it may be matched.
        if (beforeCut > 0 && possible >= beforeCut - rounding) {
          possible += last;
          words++;
        }
        possible = Math.min(query.total, possible);
        if (!this.#canReach(query, possible, form, inRun ? longestForm : words, threshold)) continue;
      }
      note(form, inRun);
    }
  }

  /** Notes every form with a listed word as a candidate that covers this much weight of the query. */
  #walk(starts: Uint32Array, members: Uint32Array, word: number, mark: number, weight: number): void {
    const end = starts[word + 1]!;
    for (let at = starts[word]!; at < end; at++) this.#cover(members[at]!, mark, weight);
  }

  /** Adds the weight of a word (or run) of the query to what a form covers at most, once for each. */
  #cover(form: number, mark: number, weight: number): void {
    if (this.#formStamp[form] !== this.#stamp) {
      this.#formStamp[form] = this.#stamp;
      this.#covered[form] = weight;
      this.#coveredWords[form] = 1;
      this.#lastMark[form] = mark;
      if (this.#candidateCount === this.#candidates.length) {
        const larger = new Uint32Array(this.#candidateCount * 2);
        larger.set(this.#candidates);
        this.#candidates = larger;
      }
      this.#candidates[this.#candidateCount++] = form;
    } else if (this.#lastMark[form] !== mark) {
      this.#covered[form]! += weight;
      this.#coveredWords[form]!++;
      this.#lastMark[form] = mark;
    }
  }

  /**
   * Whether a form that matches words of the query of weight `possible`, with at most `words` of its own words, can score
   * the threshold. What either side lacks costs at least what `scoreAlignment` takes for it: conflicts for what both
   * lack, omissions for the rest (half for a middle name). With an initial in the form its residue is the least cost.
   */
  #canReach(query: PreparedQuery, possible: number, form: number, words: number, threshold: number): boolean {
    const { queryExtra, listedExtra, conflict, weights } = this.settings.kinds[query.kind];
    if (this.#hasInitial[form] === 1) {
      const best = Math.min(query.total, possible + query.words.length * weights.initial);
      const missing = (query.total - best) * initialResidue;
      return best / (best + Math.min(queryExtra, conflict) * missing) >= threshold - rounding;
    }
    const missing = query.total - possible;
    const own = this.#formWeight[form]! - words * this.#heaviestWord[query.kindCode]!;
    const listedMissing = Math.max(0, own - formWeightRounding);
    const both = Math.min(missing, listedMissing);
    const cost =
      conflict * both +
      queryExtra * (missing - both) +
      listedExtra * (1 - middleNameShare) * (listedMissing - both);
    return possible / (possible + cost) >= threshold - rounding;
  }

  /**
   * The heaviest words of the query such that a name with no word like any of them stays below the threshold, as bits.
   * At best it has all other words, and `withInitials` initials for these: see `initialResidue`.
   */
  #neededWords(query: PreparedQuery, threshold: number, withInitials: boolean): number {
    const order = Array.from(query.words.keys())
      .filter((at) => query.words[at]!.role !== roleInitial)
      .sort((a, b) => query.weights[b]! - query.weights[a]! || a - b);
    // A last word may be matched as cut off, but only where a word before it is matched in full: that one goes first.
    if (query.beforeCut !== 0) {
      const first = order.findIndex((at) => (query.beforeCut & (1 << at)) !== 0);
      order.unshift(...order.splice(first, 1));
    }
    const { queryExtra, conflict, weights } = this.settings.kinds[query.kind];
    let needed = 0;
    let possible = query.total;
    for (const at of order) {
      const weight = query.weights[at]!;
      needed |= 1 << at;
      possible -= withInitials ? weight - Math.min(weight, weights.initial) : weight;
      // With what is missing counted at the residue of an initial, the bound is that of the best case.
      const missing = (query.total - possible) * (withInitials ? initialResidue : 1);
      if (possible / (possible + Math.min(queryExtra, conflict) * missing) < threshold - rounding)
        return needed;
    }
    return needed;
  }
}

/** Runs are told from words by marks above the number of any word. */
const firstRunMark = 64;

/** Weights of forms are kept in single precision. */
const formWeightRounding = 1e-4;

/** Sums in another order may differ in the last bits. */
const rounding = 1e-9;
