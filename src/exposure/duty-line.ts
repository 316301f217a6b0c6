import {
  type Answer,
  type AppliedProvision,
  byText,
  type Confidence,
  confidences,
  type Effect,
  type Finding,
  gravity,
  type Money,
  type PartyId,
  type PathStep,
  sumMoney,
} from '../model/index.ts';
import type { Duty } from './duty.ts';
import type { Unsettled } from './touch.ts';

/** Assets of the same label, match and rule, brought together. */
export interface DutyLine {
  readonly what: string;
  readonly assetKind: string;
  readonly party?: PartyId;
  /** Who stands at the end of the match: the maker, or the party by name. */
  readonly partyName: string;
  readonly role: string;
  readonly activities: readonly string[];
  /** What the law says, or would say where the match is only possible. */
  readonly effect: Effect;
  readonly confidence: Confidence;
  readonly assets: number;
  readonly count: number;
  readonly values: readonly Money[];
  readonly sites: readonly string[];
  readonly path: readonly PathStep[];
  readonly because: string;
  readonly regime?: string;
  readonly provision?: string;
  readonly citation?: string;
  readonly verified?: string;
  readonly policy?: string;
  /** The cheapest check that would settle the match, or the question that would settle the law; of the first asset. */
  readonly settle?: string;
  /** Other parties that the same assets may match, with the ids. */
  readonly alsoPossible: readonly PartyId[];
  /** The first few assets, to find them again; all of them are in the findings. */
  readonly examples: readonly string[];
}

/** One duty with everything it is about. An asset counts once in a duty, and may stand in several. */
export interface DutyGroup {
  readonly duty: Duty;
  readonly title: string;
  readonly assets: number;
  readonly count: number;
  readonly values: readonly Money[];
  readonly sites: number;
  readonly lines: readonly DutyLine[];
}

/** A line while assets are still added to it. */
export interface GrowingLine {
  readonly duty: Duty;
  /** Place of the first asset of the line among all; with several tallies the smallest leads. */
  readonly at: number;
  /** What matters of the answer in front, as text. */
  readonly answerKey: string;
  readonly first: Finding | undefined;
  readonly unsettled: Unsettled | undefined;
  readonly what: string;
  readonly activities: readonly string[];
  assets: number;
  count: number;
  readonly values: Map<string, number>;
  readonly sites: Set<string>;
  readonly also: Set<PartyId>;
  readonly examples: { readonly at: number; readonly asset: string }[];
}

/** Further parties that a line names. */
const mostAlso = 20;

export function finishedLine(line: GrowingLine, caption: (party: PartyId) => string): DutyLine {
  const { first, unsettled, what, activities } = line;
  const shared = {
    what,
    assets: line.assets,
    count: line.count,
    values: moneyOf(line.values),
    sites: [...line.sites].sort(),
    alsoPossible: [...line.also].sort().slice(0, mostAlso),
    examples: line.examples.map(({ asset }) => asset),
  };
  if (first === undefined) {
    return {
      ...shared,
      assetKind: 'device',
      partyName: 'maker not known',
      role: 'maker',
      activities: [],
      effect: 'undetermined',
      confidence: 'unknown',
      path: [],
      because: 'The evidence does not say who made it.',
      settle: unsettled!.question,
    };
  }
  const { touch, answer, effect } = first;
  const lead = leading(answer.provisions, effect);
  const ofLaw = effect === 'undetermined' || touch.role === 'goods' ? decisiveQuestion(answer) : undefined;
  // Where it is only possible who it is, that comes first; else the fact that the law waits for.
  const settle = touch.confidence === 'possible' ? (first.settle ?? ofLaw) : (ofLaw ?? first.settle);
  return {
    ...shared,
    assetKind: first.assetKind,
    party: touch.party,
    partyName: touch.role === 'goods' ? 'whoever made it' : caption(touch.party),
    role: touch.role,
    activities,
    effect,
    confidence: touch.confidence,
    path: [...touch.path, ...(lead?.path ?? [])],
    because: lead?.because ?? answer.plain,
    ...(lead === undefined
      ? {}
      : {
          regime: lead.regime,
          provision: lead.provision,
          citation: lead.citation,
          verified: lead.verified,
        }),
    ...(answer.policy === undefined ? {} : { policy: answer.policy }),
    ...(settle === undefined ? {} : { settle }),
  };
}

/** The question about the fact that the provision in front waits for; else the first that is open. */
function decisiveQuestion({ unknowns, provisions }: Answer): string | undefined {
  const facts = unknowns.filter(({ fact }) => fact !== 'counterparty');
  const front = provisions.find(({ wouldBe }) => wouldBe !== undefined)?.because ?? '';
  return (
    facts.find(({ question }) => front.includes(question)) ??
    facts.find(({ fact }) => front.includes(`“${fact}”`)) ??
    facts[0]
  )?.question;
}

export function leading(
  provisions: readonly AppliedProvision[],
  effect: Effect,
): AppliedProvision | undefined {
  return provisions.find((provision) => provision.effect === effect) ?? provisions[0];
}

/** Devices go by what stands on them, all other assets by their own label. */
export function whatOf({ assetKind, label, touch }: Finding): string {
  return assetKind === 'device' && touch.role === 'maker' ? (touch.path[0]?.from ?? label) : label;
}

export function moneyOf(values: ReadonlyMap<string, number>): Money[] {
  return sumMoney([...values].map(([currency, minor]) => ({ currency, minor })));
}

export function byWeight(a: DutyLine, b: DutyLine): number {
  return (
    gravity(b.effect) - gravity(a.effect) ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    b.count - a.count ||
    byText(a.what, b.what) ||
    byText(a.partyName, b.partyName) ||
    byText(a.activities.join(), b.activities.join()) ||
    byText(a.settle ?? '', b.settle ?? '') ||
    byText(a.examples[0] ?? '', b.examples[0] ?? '')
  );
}
