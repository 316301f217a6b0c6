import { type Ask, goodsOf, labelOf, type TouchedAsset, unsettledDevice } from '../../exposure/index.ts';
import type { Answer, AppliedProvision, Asset, Confidence, Day, Question, Touch } from '../../model/index.ts';
import type { EvidencePackForm, EvidenceQuestion } from './forms.ts';
import type { EvidencePackInput } from './input.ts';
import { countOf, dealingOf, described, factsFor, ownFacts } from './question-scope.ts';

/** `found`: covered, by a sure enough match. `open`: not to be decided from the data. `free`: matched, but not covered. */
export type Outcome = 'found' | 'open' | 'free';

/** One thing under one question of the form. */
export interface ExaminedThing {
  readonly question: string;
  readonly outcome: Outcome;
  readonly asset: Asset;
  readonly label: string;
  readonly count: number;
  readonly site?: string;
  readonly confidence: Confidence;
  /** Who produced it, where a maker or party was matched. */
  readonly producer?: string;
  readonly touch?: Touch;
  /** The kind of goods in the words of the law. */
  readonly kind?: string;
  /** Purpose, place and funding as stated. */
  readonly stated: string;
  readonly provision?: AppliedProvision;
  /** Why the outcome is so; the words of the rule itself are those of the provision. */
  readonly because: string;
  /** What would decide, where something is open. */
  readonly settle?: string;
}

const regime = 'us-ndaa-889';

type Law = (question: Omit<Question, 'on' | 'actor'>, on: Day) => ReturnType<Ask>;

/** Each distinct question is asked once. */
export function createLaw(input: EvidencePackInput, form: EvidencePackForm): Law {
  const answers = new Map<string, ReturnType<Ask>>();
  const actor = { jurisdictions: ['us'], roles: [form.role] };
  return (question, on) => {
    const key = JSON.stringify([question, on]);
    const known = answers.get(key);
    if (known) return known;
    const answer = input.ask({ ...question, actor, on });
    answers.set(key, answer);
    return answer;
  };
}

export function examine(
  input: EvidencePackInput,
  question: EvidenceQuestion,
  asset: Asset,
  touches: readonly TouchedAsset[],
  law: Law,
): ExaminedThing | undefined {
  const examined = touches
    .filter(({ touch }) => touch.role !== 'goods')
    .map((touched) => examineTouch(input, question, touched, law));
  const order: readonly Outcome[] = ['found', 'open', 'free'];
  examined.sort(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) || (b.touch?.score ?? 0) - (a.touch?.score ?? 0),
  );
  const open = unsettledDevice(asset, input.knowledge);
  const facts = touches[0]?.facts ?? ownFacts(asset);
  if (!open || examined[0]?.outcome === 'found' || examined[0]?.outcome === 'open') return examined[0];
  const isOwnMoney = question.scope === 'spending' && facts.funding === 'own funds';
  const isBefore = dealingOf(question, asset, input.on).on < question.from;
  return {
    question: question.id,
    outcome: isOwnMoney || isBefore ? 'free' : 'open',
    asset,
    label: labelOf(asset),
    count: open.count,
    ...(asset.site === undefined ? {} : { site: asset.site }),
    confidence: 'unknown',
    ...kindOf(asset),
    stated: statedText(facts),
    because: isOwnMoney
      ? 'Its maker is not known; the file says that it was bought with own money.'
      : isBefore
        ? beforeTheRule(question)
        : 'The evidence does not say who made it.',
    settle: open.question,
  };
}

function kindOf(asset: Asset): { kind?: string } {
  const kind = asset.kind === 'device' ? goodsOf(asset).item.kind : undefined;
  return kind === undefined ? {} : { kind };
}

function examineTouch(
  input: EvidencePackInput,
  question: EvidenceQuestion,
  { asset, touch, facts, item, settle }: TouchedAsset,
  law: Law,
): ExaminedThing {
  const { activity, on, missingDay } = dealingOf(question, asset, input.on);
  const goods = asset.kind === 'device' ? (item ?? {}) : described(asset);
  const answer = law(
    {
      activity,
      counterparty: touch.party,
      item: touch.role === 'maker' ? { ...goods, maker: touch.party } : goods,
      facts: factsFor(question, asset, facts),
    },
    on,
  );
  const own = answer.provisions.filter(
    ({ regime: of, provision }) => of === regime && question.provisions.includes(provision),
  );
  const barring = own.find(({ effect }) => effect === 'prohibited');
  const waiting = own.find(({ effect }) => effect === 'undetermined');
  const shared = {
    question: question.id,
    asset,
    label: labelOf(asset),
    count: countOf(asset),
    ...(asset.site === undefined ? {} : { site: asset.site }),
    confidence: touch.confidence,
    producer: input.knowledge.caption(touch.party),
    touch,
    ...kindOf(asset),
    stated: statedText(facts),
  };
  if (barring && (touch.confidence === 'possible' || touch.confidence === 'unknown')) {
    const check = settle ?? 'Find out who made it.';
    return {
      ...shared,
      outcome: 'open',
      provision: barring,
      because: 'Only a possible match. If it holds, the rule reaches it.',
      settle: check,
    };
  }
  if (barring && missingDay) {
    return {
      ...shared,
      outcome: 'open',
      provision: barring,
      because: `The rule is about money spent from ${question.from}; the file does not say when this was bought.`,
      settle: 'When was it ordered and paid? See the purchase order.',
    };
  }
  if (barring) {
    return {
      ...shared,
      outcome: 'found',
      provision: barring,
      because: 'A match that is sure enough, and the rule reaches it.',
      ...(settle === undefined ? {} : { settle }),
    };
  }
  if (waiting) {
    const asked =
      answer.unknowns.find(({ question: text }) => waiting.because.includes(text)) ?? answer.unknowns[0];
    return {
      ...shared,
      outcome: 'open',
      provision: waiting,
      because: 'A fact that the rule waits for is not stated.',
      settle: asked?.question ?? settle ?? 'A fact that the rule needs is not stated.',
    };
  }
  return { ...shared, outcome: 'free', because: reasonNotCovered(question, answer, on) };
}

/** Why a matched thing is not covered: the day, what the files state, or the listing, in that order. */
function reasonNotCovered(question: EvidenceQuestion, { considered }: Answer, on: Day): string {
  if (on < question.from) return beforeTheRule(question);
  const own = considered.filter(({ regime: of }) => of === regime);
  const ofRule = own.find(({ provision }) => question.provisions.includes(provision));
  return (
    (ofRule ?? own.find(({ provision }) => provision === 'listing'))?.because ??
    'By section 889 as held here, no listing reaches this party.'
  );
}

function beforeTheRule({ from }: EvidenceQuestion): string {
  return `Bought or signed before the rule applied (from ${from}), by the day in the file.`;
}

function statedText(facts: Readonly<Record<string, string | boolean>>): string {
  return ['purpose', 'place', 'funding', 'for']
    .flatMap((fact) => (facts[fact] === undefined ? [] : [`${fact}: ${facts[fact]}`]))
    .join('; ');
}
