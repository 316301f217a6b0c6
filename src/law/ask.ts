import {
  type Answer,
  type AppliedProvision,
  type ConsideredProvision,
  dayInWords,
  type Effect,
  gravity,
  type Negative,
  type PathStep,
  type Regime,
  type RegimeId,
  type UnknownFact,
} from '../model/index.ts';
import { evaluateProvision, type LegalChanges, type Outcome } from './evaluate-provision.ts';
import type { Situation } from './fact-value.ts';
import type { BookedProvision, LawBook } from './law-book.ts';
import { momentInWords } from './moment.ts';
import { plainWords } from './plain-words.ts';
import { isSpecificPolicy, policyOf, strictest } from './policy.ts';
import type { PreparedQuestion } from './prepare-question.ts';
import type { OpenFact } from './settle-conditions.ts';
import type { Standing, StandingEntry } from './standing.ts';

/** What a question is asked of: where the counterparty stands, and the maker of the goods where it is another party. */
export interface Asked {
  readonly counterparty: Standing;
  readonly maker?: Standing;
  readonly changes?: LegalChanges;
}

/** An effect from which on a dealing cannot simply go ahead. */
export function isBarring(effect: Effect): boolean {
  return effect !== 'undetermined' && gravity(effect) >= gravity('removal required');
}

/**
 * May the actor do this, with this party, on this day? Pure and total: every prepared question gets an answer, at worst
 * undetermined with the missing fact. The gravest effect leads; a further listing never makes an answer freer.
 */
export function ask(book: LawBook, question: PreparedQuestion, asked: Asked): Answer {
  const collected = new Collector(book, question, asked);
  collected.standing(asked.counterparty, false);
  if (asked.maker && asked.maker.party !== asked.counterparty.party) collected.standing(asked.maker, true);
  collected.goods();
  return collected.answer();
}

/** One provision that applies or might, before sorting. */
interface Hit {
  readonly booked: BookedProvision;
  readonly applied: AppliedProvision;
  readonly effect: Effect;
  readonly potential: Effect;
}

class Collector {
  readonly #book: LawBook;
  readonly #question: PreparedQuestion;
  readonly #asked: Asked;
  readonly #hits: Hit[] = [];
  readonly #considered: ConsideredProvision[] = [];
  readonly #open: { fact: OpenFact; effect: Effect; regime: Regime; applies: boolean }[] = [];
  /** Regimes with a listing in force, and whether one of their provisions bars this dealing. */
  readonly #inForce = new Map<RegimeId, boolean>();
  readonly #triggered = new Set<RegimeId>();
  /** Regimes on which the counterparty stands and of which nobody here knows what they forbid. */
  readonly #withoutRules = new Map<RegimeId, StandingEntry>();

  constructor(book: LawBook, question: PreparedQuestion, asked: Asked) {
    this.#book = book;
    this.#question = question;
    this.#asked = asked;
  }

  standing(standing: Standing, asMaker: boolean): void {
    for (const entry of standing.entries) {
      const regime = this.#book.regime(entry.regime);
      if (!this.#listingInForce(entry)) continue;
      if (!regime) {
        this.#consider(
          entry.regime,
          'listing',
          `${entry.listedName} is listed (${entry.citation}); the provisions of this regime are not held here.`,
        );
        if (!asMaker && entry.via === undefined) this.#withoutRules.set(entry.regime, entry);
        continue;
      }
      const situation: Situation = {
        question: this.#question,
        counterparty: this.#asked.counterparty,
        maker: this.#asked.maker,
        entry,
      };
      const before = this.#hits.length;
      const beforeConsidered = this.#considered.length;
      this.#entry(regime, situation, asMaker);
      const rule = entry.via === undefined ? undefined : this.#book.regime(entry.via);
      if (rule?.trigger === 'ownership') this.#entry(rule, situation, asMaker);
      const barred = this.#hits.slice(before).some((hit) => isBarring(hit.effect));
      if (!(asMaker && this.#hits.length === before)) {
        this.#inForce.set(regime.id, barred || this.#inForce.get(regime.id) === true);
      }
      if (this.#hits.length === before && this.#considered.length === beforeConsidered && !asMaker) {
        this.#consider(
          regime.id,
          'does-not-do',
          (negativesFor(regime, this.#question.activity.word)[0] ?? regime.doesNotDo[0]!).says,
        );
      }
      if (entry.via !== undefined && entry.certainty === 'undetermined') continue;
      for (const id of this.#book.triggeredBy(regime.id)) {
        if (this.#triggered.has(id)) continue;
        this.#triggered.add(id);
        this.#entry(this.#book.regime(id)!, situation, asMaker);
      }
    }
  }

  /** Rules that the goods alone bring in. */
  goods(): void {
    const situation: Situation = {
      question: this.#question,
      counterparty: this.#asked.counterparty,
      maker: this.#asked.maker,
      entry: undefined,
    };
    for (const booked of this.#book.goods(this.#question.activity.word)) this.#provision(booked, situation);
  }

  #listingInForce(entry: StandingEntry): boolean {
    const { regime } = entry;
    const { on } = this.#question;
    const who =
      entry.via === undefined ? entry.listedName : `${entry.listedName}, on which the standing rests,`;
    if (entry.from !== undefined && on < entry.from) {
      this.#consider(regime, 'listing', `${who} was listed only from ${dayInWords(entry.from)}.`);
      return false;
    }
    if (entry.from === undefined && entry.absent !== undefined && on <= entry.absent) {
      this.#consider(regime, 'listing', `${who} was not on the list of ${dayInWords(entry.absent)}.`);
      return false;
    }
    if (entry.until !== undefined && on > entry.until) {
      this.#consider(regime, 'listing', `${who} was listed only until ${dayInWords(entry.until)}.`);
      return false;
    }
    return true;
  }

  #entry(regime: Regime, situation: Situation, asMaker: boolean): void {
    for (const booked of this.#book.provisions(regime.id, this.#question.activity.word)) {
      if (asMaker && !booked.provision.toMaker) continue;
      this.#provision(booked, situation, asMaker);
    }
  }

  #provision(booked: BookedProvision, situation: Situation, asMaker = false): void {
    const outcome = evaluateProvision(booked, situation, this.#asked.changes ?? {});
    if (outcome === undefined) return;
    const { regime, provision } = booked;
    if (outcome.kind === 'not') {
      // Goods rules are everywhere at hand; only a missing fact makes one worth a mention.
      if (situation.entry || outcome.open.length > 0)
        this.#consider(regime.id, provision.id, outcome.because);
      for (const fact of outcome.open)
        this.#open.push({ fact, effect: provision.effect, regime, applies: false });
      return;
    }
    const hit = this.#hit(booked, situation, outcome, asMaker);
    this.#hits.push(hit);
    for (const fact of outcome.open) {
      this.#open.push({ fact, effect: hit.potential, regime, applies: outcome.kind === 'applies' });
    }
  }

  #hit(
    booked: BookedProvision,
    situation: Situation,
    outcome: Exclude<Outcome, { kind: 'not' }>,
    asMaker: boolean,
  ): Hit {
    const { regime, provision } = booked;
    const { entry } = situation;
    const statesNothing = provision.effect === 'undetermined';
    const effect = outcome.kind === 'open' ? 'undetermined' : outcome.effect;
    const potential = statesNothing
      ? 'prohibited'
      : outcome.kind === 'open'
        ? outcome.wouldBe
        : outcome.effect;
    const policy = policyOf(booked, entry, entry && this.#book.regime(entry.regime));
    const until = outcome.kind === 'applies' ? outcome.until : undefined;
    return {
      booked,
      effect,
      potential,
      applied: {
        regime: regime.id,
        provision: provision.id,
        effect,
        ...(policy === undefined ? {} : { policy }),
        listing: entry?.listing ?? '',
        path: pathOf(entry, asMaker, this.#asked),
        citation: citationOf(booked, entry),
        ...(outcome.from === undefined ? {} : { from: outcome.from.text }),
        ...(until === undefined ? {} : { until: until.text }),
        because: becauseOf(booked, entry, outcome),
        verified: worst(provision.verified, entry?.verified),
        ...(effect === 'undetermined' ? { wouldBe: potential } : {}),
        ...(entry?.assumed ? { assumed: true } : {}),
      },
    };
  }

  #consider(regime: RegimeId, provision: string, because: string): void {
    this.#considered.push({ regime, provision, because });
  }

  answer(): Answer {
    const hits = this.#hits.sort(byWeight);
    const effect = this.#leading(hits);
    const policy = effect === 'undetermined' ? undefined : leadingPolicy(hits, effect);
    const unknowns = this.#unknowns();
    const notForbidden = this.#notForbidden();
    const answer: Omit<Answer, 'plain'> = {
      effect,
      ...(policy === undefined ? {} : { policy }),
      provisions: hits.map((hit) => withoutGeneralPolicy(hit, hits)),
      considered: this.#considered,
      unknowns,
      notForbidden,
      ...(this.#question.facts.notices.length > 0 ? { notices: this.#question.facts.notices } : {}),
    };
    const lead = hits.find((hit) => hit.effect === effect)?.booked;
    return { ...answer, plain: plainWords(this.#question, this.#asked.counterparty, answer, lead) };
  }

  #leading(hits: readonly Hit[]): Effect {
    let definite: Effect = 'allowed';
    let potential: Effect = 'allowed';
    for (const hit of hits) {
      if (hit.effect !== 'undetermined' && gravity(hit.effect) > gravity(definite)) definite = hit.effect;
      if (gravity(hit.potential) > gravity(potential)) potential = hit.potential;
    }
    if (isBarring(definite)) return definite;
    if (this.#asked.counterparty.unresolved !== undefined || this.#withoutRules.size > 0)
      return 'undetermined';
    return gravity(potential) > gravity(definite) ? 'undetermined' : definite;
  }

  #unknowns(): UnknownFact[] {
    const unknowns = new Map<string, UnknownFact>();
    const { unresolved } = this.#asked.counterparty;
    if (unresolved !== undefined) {
      unknowns.set('counterparty', {
        fact: 'counterparty',
        question: unresolved,
        wouldChange: 'Any listing of that party would change the answer.',
      });
    }
    for (const [regime, { listedName, citation }] of this.#withoutRules) {
      unknowns.set(`rules of ${regime}`, {
        fact: `rules of ${regime}`,
        question: `What does a listing on ${regime} forbid? ${listedName} is listed there (${citation}), and its rules are not held here.`,
        wouldChange: `Any bar of ${regime} would change the answer.`,
      });
    }
    for (const { fact, effect, regime, applies } of this.#open) {
      if (unknowns.has(fact.fact)) continue;
      unknowns.set(fact.fact, {
        fact: fact.fact,
        question: fact.question,
        wouldChange: wouldChange(fact, effect, regime, applies),
      });
    }
    return [...unknowns.values()];
  }

  /** What the regimes with a listing in force leave free here, in their own words: `Section 889: It freezes no assets.` */
  #notForbidden(): string[] {
    const said: string[] = [];
    for (const [id, barred] of this.#inForce) {
      if (barred) continue;
      const regime = this.#book.regime(id)!;
      for (const negative of negativesFor(regime, this.#question.activity.word))
        said.push(`${regime.short}: ${negative.says}`);
    }
    return said;
  }
}

function byWeight(a: Hit, b: Hit): number {
  return (
    rankOf(b) - rankOf(a) ||
    a.booked.regime.severity.rank - b.booked.regime.severity.rank ||
    Number(isSpecificPolicy(b.booked)) - Number(isSpecificPolicy(a.booked)) ||
    a.booked.order - b.booked.order ||
    (a.applied.listing < b.applied.listing ? -1 : a.applied.listing > b.applied.listing ? 1 : 0)
  );
}

/** Definite effects by gravity; undetermined ones after those as grave as they might be. */
function rankOf(hit: Hit): number {
  return gravity(hit.potential) * 2 - (hit.effect === 'undetermined' ? 1 : 0);
}

function leadingPolicy(hits: readonly Hit[], effect: Effect): string | undefined {
  const leading = hits.filter((hit) => hit.effect === effect && hit.applied.policy !== undefined);
  // A specific policy stands for its listing; between listings the stricter one counts.
  const byListing = Map.groupBy(leading, (hit) => hit.applied.listing);
  const policies = [...byListing.values()].map(
    (group) => (group.find((hit) => isSpecificPolicy(hit.booked)) ?? group[0]!).applied.policy!,
  );
  return strictest(policies);
}

/** The general policy of an entry is dropped where a specific one applies to the same listing. */
function withoutGeneralPolicy(hit: Hit, hits: readonly Hit[]): AppliedProvision {
  if (isSpecificPolicy(hit.booked) || hit.booked.provision.policy !== 'from entry') return hit.applied;
  const specific = hits.some(
    (other) =>
      isSpecificPolicy(other.booked) &&
      other.applied.listing === hit.applied.listing &&
      other.effect === hit.effect,
  );
  if (!specific) return hit.applied;
  const { policy: _, ...rest } = hit.applied;
  return rest;
}

function pathOf(entry: StandingEntry | undefined, asMaker: boolean, asked: Asked): readonly PathStep[] {
  const path = entry?.path ?? [];
  if (!asMaker || !asked.maker) return path;
  return [
    { from: asked.counterparty.name, relation: 'deals in goods made by', to: asked.maker.name },
    ...path,
  ];
}

function citationOf({ provision }: BookedProvision, entry: StandingEntry | undefined): string {
  return entry && entry.citation !== '' && !provision.citation.includes(entry.citation)
    ? `${provision.citation}; listing: ${entry.citation}`
    : provision.citation;
}

function becauseOf(
  { provision }: BookedProvision,
  entry: StandingEntry | undefined,
  outcome: Exclude<Outcome, { kind: 'not' }>,
): string {
  const parts = [provision.says];
  if (entry) {
    const since = entry.from === undefined ? '' : ` since ${dayInWords(entry.from)}`;
    if (entry.via === undefined)
      parts.push(`${entry.listedName} is ${entry.assumed ? 'assumed to be listed' : 'listed'}${since}.`);
    else
      parts.push(
        `The party is reached through ${entry.listedName}, ${entry.assumed ? 'assumed to be ' : ''}listed${since}.`,
      );
  }
  if (outcome.kind === 'open') parts.push(outcome.because);
  else if (outcome.from && entry?.from !== outcome.from.text)
    parts.push(`In force from ${momentInWords(outcome.from)}.`);
  for (const fact of outcome.open) {
    if (fact.assumed?.met) parts.push(fact.assumed.why);
  }
  return parts.join(' ');
}

function wouldChange(fact: OpenFact, effect: Effect, regime: Regime, applies: boolean): string {
  if (applies) return `With another answer the rule of ${regime.short} (${effect}) would not apply.`;
  return `It decides whether ${regime.short} makes it “${effect}”.${fact.assumed ? ` ${fact.assumed.why}` : ''}`;
}

const trustOrder = ['verified', 'secondary', 'disputed', 'from memory', 'invented'];

function worst(one: string, other: string | undefined): string {
  if (other === undefined) return one;
  return trustOrder.indexOf(other) > trustOrder.indexOf(one) ? other : one;
}

/** What a regime says that it does not do: first what speaks of the activity, then what is said in general. */
export function negativesFor(regime: Regime, activity: string): readonly Negative[] {
  return [
    ...regime.doesNotDo.filter((negative) => negative.activities?.includes(activity)),
    ...regime.doesNotDo.filter((negative) => negative.activities === undefined),
  ];
}
