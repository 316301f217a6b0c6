import {
  type Answer,
  type AppliedProvision,
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
import type { Unsettled } from './touch.ts';

/** What somebody has to do about a thing, most urgent first. */
export const duties = [
  'stop using',
  'stop buying',
  'stop dealing',
  'ask for a licence',
  'disclose',
  'find out',
  'nothing',
] as const;
export type Duty = (typeof duties)[number];

export const dutyTitles: Readonly<Record<Duty, string>> = {
  'stop using': 'Remove or stop using',
  'stop buying': 'Stop buying',
  'stop dealing': 'Stop selling, paying or being paid',
  'ask for a licence': 'Ask for a licence first',
  disclose: 'Disclose or represent',
  'find out': 'Find out',
  nothing: 'Nothing to do by what is held here',
};

/** Things of the same label, match and rule, brought together. */
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
  /** Other parties that the same things may match, with the ids. */
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

const using = new Set(['use', 'install', 'maintain', 'hold property', 'hold securities']);
const buying = new Set(['buy', 'contract', 'import', 'buy securities']);

/** What a finding asks for. A match that is only possible asks first to find out; it never orders anything. */
export function dutyOf(finding: Pick<Finding, 'effect' | 'activity' | 'touch'>): Duty {
  const { effect, activity, touch } = finding;
  if (effect === 'allowed') return 'nothing';
  if (effect === 'undetermined' || effect === 'red flag') return 'find out';
  if (touch.confidence === 'possible' || touch.confidence === 'unknown') return 'find out';
  if (effect === 'disclosure required') return 'disclose';
  if (effect === 'licence required') return 'ask for a licence';
  if (using.has(activity)) return 'stop using';
  return buying.has(activity) ? 'stop buying' : 'stop dealing';
}

/** Collects findings asset by asset; holds one line for each kind of thing, whatever the number of assets. */
export interface DutyTally {
  /** All findings of one asset, or the question where its maker is not settled. */
  add(findings: readonly Finding[], unsettled?: Unsettled): void;
  groups(): DutyGroup[];
}

interface GrowingLine {
  readonly duty: Duty;
  readonly first: Finding | undefined;
  readonly unsettled: Unsettled | undefined;
  readonly what: string;
  readonly activities: readonly string[];
  assets: number;
  count: number;
  readonly values: Map<string, number>;
  readonly sites: Set<string>;
  readonly also: Set<PartyId>;
  readonly examples: string[];
}

interface GrowingGroup {
  assets: number;
  count: number;
  readonly values: Map<string, number>;
  readonly sites: Set<string>;
}

const mostExamples = 5;

export function createDutyTally(caption: (party: PartyId) => string): DutyTally {
  const lines = new Map<string, GrowingLine>();
  const groups = new Map<Duty, GrowingGroup>();
  // The same few answers come again and again; a number stands for what matters of each in the keys of lines.
  const answerNumbers = new WeakMap<object, number>();
  const numbers = new Map<string, number>();

  const answerNumber = ({ answer, effect }: Finding): number => {
    const known = answerNumbers.get(answer);
    if (known !== undefined) return known;
    const lead = leading(answer.provisions, effect);
    const key = `${effect} ${lead?.regime ?? ''} ${lead?.provision ?? ''} ${lead?.listing ?? ''} ${answer.policy ?? ''} ${answer.unknowns[0]?.question ?? ''}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    answerNumbers.set(answer, number);
    return number;
  };
  const put = (duty: Duty, findings: readonly Finding[], unsettled: Unsettled | undefined) => {
    const first = findings[0];
    const activities = first === undefined ? [] : [...new Set(findings.map(({ activity }) => activity))];
    const what = first === undefined ? unsettled!.label : labelOf(first);
    const key =
      first === undefined
        ? `${duty} ? ${what} ${unsettled!.question}`
        : `${duty} ${what.toLowerCase()} ${activities.join()} ${first.touch.party} ${first.touch.role} ${first.touch.confidence} ${answerNumber(first)} ${duty === 'find out' ? (first.settle ?? '') : ''}`;
    let line = lines.get(key);
    if (!line) {
      line = {
        duty,
        first,
        unsettled,
        what,
        activities,
        assets: 0,
        count: 0,
        values: new Map(),
        sites: new Set(),
        also: new Set(),
        examples: [],
      };
      lines.set(key, line);
    }
    let group = groups.get(duty);
    if (!group) {
      group = { assets: 0, count: 0, values: new Map(), sites: new Set() };
      groups.set(duty, group);
    }
    const { asset, site, count } = first ?? unsettled!;
    const value = first?.value;
    for (const growing of [line, group]) {
      growing.assets++;
      growing.count += count;
      if (site !== undefined) growing.sites.add(site);
      if (value) growing.values.set(value.currency, (growing.values.get(value.currency) ?? 0) + value.minor);
    }
    if (line.examples.length < mostExamples) line.examples.push(asset);
    return line;
  };

  return {
    add(findings, unsettled) {
      const byDuty = new Map<Duty, Finding[]>();
      for (const finding of strongestOfEach(findings)) {
        const duty = dutyOf(finding);
        const same = byDuty.get(duty);
        if (same) same.push(finding);
        else byDuty.set(duty, [finding]);
      }
      const isActed = [...byDuty.keys()].some((duty) => duty !== 'nothing');
      for (const [duty, members] of byDuty) {
        if (duty === 'nothing' && (isActed || unsettled)) continue;
        // One line an asset in a duty: the gravest leads, further activities of the same match join it.
        const lead = members.reduce((best, next) =>
          gravity(next.effect) > gravity(best.effect) ? next : best,
        );
        const same = members.filter(
          ({ touch, effect }) => touch.party === lead.touch.party && effect === lead.effect,
        );
        const line = put(duty, same, undefined);
        for (const { touch } of findings) {
          if (touch.party !== lead.touch.party && line.also.size < 20) line.also.add(touch.party);
        }
      }
      // A candidate's finding carries the same question already.
      if (unsettled && !byDuty.has('find out')) put('find out', [], unsettled);
    },
    groups: () =>
      duties.flatMap((duty) => {
        const group = groups.get(duty);
        if (!group) return [];
        const own = [...lines.values()].filter((line) => line.duty === duty);
        return [
          {
            duty,
            title: dutyTitles[duty],
            assets: group.assets,
            count: group.count,
            values: moneyOf(group.values),
            sites: group.sites.size,
            lines: own.map((line) => finished(line, caption)).sort(byWeight),
          },
        ];
      }),
  };
}

/** Duties of findings at hand, with devices whose maker is not settled. */
export function dutiesOf(
  findings: readonly Finding[],
  unsettled: readonly Unsettled[],
  caption: (party: PartyId) => string,
): DutyGroup[] {
  const byAsset = new Map<string, Finding[]>();
  // An id may stand for a device and for a contract: the kind keeps them apart.
  for (const finding of findings) {
    const key = `${finding.assetKind} ${finding.asset}`;
    const own = byAsset.get(key);
    if (own) own.push(finding);
    else byAsset.set(key, [finding]);
  }
  const open = new Map(unsettled.map((one) => [`device ${one.asset}`, one]));
  const tally = createDutyTally(caption);
  for (const [key, own] of byAsset) tally.add(own, open.get(key));
  for (const [key, one] of open) if (!byAsset.has(key)) tally.add([], one);
  return tally.groups();
}

/** Of each activity the finding that counts: a sure match with a bar before a possible one, then the gravest. */
function strongestOfEach(findings: readonly Finding[]): Finding[] {
  const strongest = new Map<string, Finding>();
  for (const finding of findings) {
    const known = strongest.get(finding.activity);
    if (!known || rankOf(finding) > rankOf(known)) strongest.set(finding.activity, finding);
  }
  return [...strongest.values()];
}

function rankOf(finding: Finding): number {
  const sureness = confidences.length - confidences.indexOf(finding.touch.confidence);
  return (
    (duties.length - duties.indexOf(dutyOf(finding))) * 1000 +
    gravity(finding.effect) * 20 +
    sureness * 2 +
    finding.touch.score
  );
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

function leading(provisions: readonly AppliedProvision[], effect: Effect): AppliedProvision | undefined {
  return provisions.find((provision) => provision.effect === effect) ?? provisions[0];
}

/** Devices go by what stands on them, all other things by their own label. */
function labelOf({ assetKind, label, touch }: Finding): string {
  return assetKind === 'device' && touch.role === 'maker' ? (touch.path[0]?.from ?? label) : label;
}

function moneyOf(values: ReadonlyMap<string, number>): Money[] {
  return sumMoney([...values].map(([currency, minor]) => ({ currency, minor })));
}

function finished(line: GrowingLine, caption: (party: PartyId) => string): DutyLine {
  const { first, unsettled, what, activities } = line;
  const shared = {
    what,
    assets: line.assets,
    count: line.count,
    values: moneyOf(line.values),
    sites: [...line.sites].sort(),
    alsoPossible: [...line.also].sort(),
    examples: line.examples,
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

function byWeight(a: DutyLine, b: DutyLine): number {
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

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
