import type { NameKind } from '../model/index.ts';
import { acronymCap, acronymLength } from './acronym.ts';
import { CandidateFinder } from './candidate-finder.ts';
import { type Form, type FormWord, flagAcronym, flagCut, type NameReader } from './form.ts';
import { mostReadings } from './form-order.ts';
import { isFreeText, textWindows } from './free-text.ts';
import { type MatchKind, matchKinds, type QueryKind } from './kind.ts';
import { type NameIndex, nameKind, nameText, partyId } from './name-index.ts';
import { NeighbourFinder, type Neighbourhood } from './neighbourhood.ts';
import { anyWord, PairScorer } from './pair-scorer.ts';
import { paymentFields } from './payment-fields.ts';
import { type PreparedQuery, prepareQuery } from './query.ts';
import type { Settings } from './settings.ts';
import { textLength } from './text-pool.ts';
import { type WordWeights, wordWeights } from './word-weight.ts';
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

interface BestForm {
  readonly score: number;
  readonly form: number;
  readonly query: PreparedQuery;
}

/** Words whose neighbours are remembered, and neighbours of all of them together: of ten million names a word has thousands. */
const mostRemembered = 100_000;
const mostNeighbours = 4_000_000;
const commonRarity = 0.5;
const commonShare = 0.75;

/**
 * Searches an index. Retrieval loses nothing: a form that is not walked shares no word with the heaviest words of
 * the query: see `CandidateFinder`. `searchAll` shows it by scoring every form.
 */
export class NameSearch {
  readonly index: NameIndex;
  readonly settings: Settings;
  readonly #readName: NameReader;
  readonly #weights: WordWeights;
  readonly #scorer: PairScorer;
  readonly #finder: NeighbourFinder;
  readonly #neighbours = new Map<string, Neighbourhood>();
  #remembered = 0;
  readonly #candidates: CandidateFinder;

  constructor(index: NameIndex, settings: Settings, readName: NameReader) {
    this.index = index;
    this.settings = settings;
    this.#readName = readName;
    this.#weights = wordWeights(settings);
    this.#finder = new NeighbourFinder(index);
    this.#scorer = new PairScorer(index, settings, this.#weights);
    this.#candidates = new CandidateFinder(index, settings);
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
    const best = new Map<number, BestForm>();
    const { threshold } = options;
    for (const query of this.prepare(text, options.kind, everything)) {
      this.#scorer.begin(query);
      if (everything) {
        const end = this.index.kindStarts[query.kindCode + 1]!;
        for (let form = this.index.kindStarts[query.kindCode]!; form < end; form++)
          this.#note(best, query, form, this.formScore(form, threshold, anyWord), threshold);
        continue;
      }
      this.#candidates.find(query, threshold);
      const { found } = this.#candidates;
      for (let at = 0; at < found.count; at++) {
        const form = found.forms[at]!;
        const score = this.formScore(form, threshold, found.runWords(form));
        if (score >= threshold) this.#note(best, query, form, score, threshold);
      }
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

  /** Keeps the best form of each party; of equal ones the first name in its first reading. */
  #note(best: Map<number, BestForm>, query: PreparedQuery, form: number, score: number, least: number): void {
    if (score < least) return;
    const { nameParty, formName, formMarks } = this.index;
    const party = nameParty[formName[form]!]!;
    const known = best.get(party);
    if (known && score <= known.score) {
      if (score < known.score) return;
      const names = formName[form]! - formName[known.form]!;
      const readings = (formMarks[form]! & mostReadings) - (formMarks[known.form]! & mostReadings);
      if (names > 0 || (names === 0 && readings >= 0)) return;
    }
    best.set(party, { score, form, query });
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
        for (const field of paymentFields(text)) {
          for (const { words } of this.#readName(field, one, 'query')) {
            if (words.length === 0) continue;
            const whole: Form = { words, reading: 'a field of a payment' };
            prepared.push(prepareQuery(this.index, this.#weights, whole, one, false, neighboursOf));
          }
        }
      }
    }
    return prepared;
  }

  /** Score of a form for the query begun, under the cap of its kind of name. */
  formScore(form: number, least: number, runWords: number): number {
    const score = this.#scorer.score(form, least, runWords);
    if (score < least) return 0;
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
      known = everything ? this.#finder.compareWithAll(word, least) : this.#finder.find(word, least);
      this.#remembered += known.words.length;
      if (this.#neighbours.size >= mostRemembered || this.#remembered > mostNeighbours) {
        this.#neighbours.clear();
        this.#remembered = known.words.length;
      }
      this.#neighbours.set(key, known);
    }
    return known;
  }
}
