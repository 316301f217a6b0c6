import { confidences, type Finding, gravity, type PartyId } from '../model/index.ts';
import { type Duty, duties, dutyOf, dutyTitles } from './duty.ts';
import {
  byWeight,
  type DutyGroup,
  finishedLine,
  type GrowingLine,
  leading,
  moneyOf,
  whatOf,
} from './duty-line.ts';
import type { Unsettled } from './touch.ts';

/** Collects findings asset by asset; holds one line for each kind of asset, whatever the number of assets. */
export interface DutyTally {
  /** All findings of one asset, or the question where its maker is not settled; `at` is its place among all assets. */
  add(findings: readonly Finding[], unsettled?: Unsettled, at?: number): void;
  groups(): DutyGroup[];
  /** The counts so far as plain data, to be put together with those of other threads. */
  state(): TallyState;
}

/** What a tally has counted. */
export interface TallyState {
  readonly lines: readonly GrowingLine[];
  readonly groups: ReadonlyMap<Duty, GrowingGroup>;
}

export interface GrowingGroup {
  assets: number;
  count: number;
  readonly values: Map<string, number>;
  readonly sites: Set<string>;
}

/** Counts duties; each line names the first `mostExamples` of its assets. */
export function createDutyTally(caption: (party: PartyId) => string, mostExamples = 5): DutyTally {
  const lines = new Map<string, GrowingLine>();
  const groups = new Map<Duty, GrowingGroup>();
  // The same few answers come again and again; a number stands for what matters of each in the keys of lines.
  const answerNumbers = new WeakMap<object, number>();
  const numbers = new Map<string, number>();
  const answerKeys: string[] = [];
  let added = 0;

  const answerNumber = ({ answer, effect }: Finding): number => {
    const known = answerNumbers.get(answer);
    if (known !== undefined) return known;
    const lead = leading(answer.provisions, effect);
    const key = `${effect} ${lead?.regime ?? ''} ${lead?.provision ?? ''} ${lead?.listing ?? ''} ${answer.policy ?? ''} ${answer.unknowns[0]?.question ?? ''}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    answerKeys[number] = key;
    answerNumbers.set(answer, number);
    return number;
  };
  const put = (duty: Duty, findings: readonly Finding[], unsettled: Unsettled | undefined, at: number) => {
    const first = findings[0];
    const activities = first === undefined ? [] : [...new Set(findings.map(({ activity }) => activity))];
    const what = first === undefined ? unsettled!.label : whatOf(first);
    const key =
      first === undefined
        ? `${duty} ? ${what} ${unsettled!.question}`
        : `${duty} ${what.toLowerCase()} ${activities.join()} ${first.touch.party} ${first.touch.role} ${first.touch.confidence} ${answerNumber(first)} ${duty === 'find out' ? (first.settle ?? '') : ''}`;
    let line = lines.get(key);
    if (!line) {
      line = {
        duty,
        at,
        answerKey: first === undefined ? '' : answerKeys[answerNumber(first)]!,
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
    if (line.examples.length < mostExamples) line.examples.push({ at, asset });
    return line;
  };

  return {
    add(findings, unsettled, at = added) {
      added++;
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
        const line = put(duty, same, undefined, at);
        for (const { touch } of findings) {
          if (touch.party !== lead.touch.party) line.also.add(touch.party);
        }
      }
      // A candidate's finding carries the same question already.
      if (unsettled && !byDuty.has('find out')) put('find out', [], unsettled, at);
    },
    groups: () => finishedGroups([...lines.values()], groups, caption),
    state: () => ({ lines: [...lines.values()], groups }),
  };
}

function finishedGroups(
  lines: readonly GrowingLine[],
  groups: ReadonlyMap<Duty, GrowingGroup>,
  caption: (party: PartyId) => string,
): DutyGroup[] {
  const byDuty = Map.groupBy(lines, ({ duty }) => duty);
  return duties.flatMap((duty) => {
    const group = groups.get(duty);
    if (!group) return [];
    return [
      {
        duty,
        title: dutyTitles[duty],
        assets: group.assets,
        count: group.count,
        values: moneyOf(group.values),
        sites: group.sites.size,
        lines: (byDuty.get(duty) ?? []).map((line) => finishedLine(line, caption)).sort(byWeight),
      },
    ];
  });
}

/** Puts the counts of several threads together; the same whoever counted what. */
export function mergedDuties(
  states: readonly TallyState[],
  caption: (party: PartyId) => string,
  mostExamples = 5,
): DutyGroup[] {
  const lines = new Map<string, GrowingLine[]>();
  const groups = new Map<Duty, GrowingGroup>();
  for (const state of states) {
    for (const line of state.lines) {
      const key = lineKey(line);
      const same = lines.get(key);
      if (same) same.push(line);
      else lines.set(key, [line]);
    }
    for (const [duty, group] of state.groups) groups.set(duty, together(groups.get(duty), group));
  }
  const merged = [...lines.values()].map((same) => mergedLine(same, mostExamples));
  return finishedGroups(merged, groups, caption);
}

function lineKey({ duty, first, unsettled, what, activities, answerKey }: GrowingLine): string {
  return JSON.stringify(
    first === undefined
      ? [duty, what, unsettled?.question]
      : [
          duty,
          what.toLowerCase(),
          activities,
          first.touch.party,
          first.touch.role,
          first.touch.confidence,
          answerKey,
          duty === 'find out' ? first.settle : '',
        ],
  );
}

function mergedLine(same: readonly GrowingLine[], mostExamples: number): GrowingLine {
  const lead = same.reduce((best, next) => (next.at < best.at ? next : best));
  if (same.length === 1) return lead;
  const counts = same.reduce<GrowingGroup | undefined>(together, undefined)!;
  return {
    ...lead,
    ...counts,
    also: new Set(same.flatMap(({ also }) => [...also])),
    examples: same
      .flatMap(({ examples }) => examples)
      .sort((a, b) => a.at - b.at)
      .slice(0, mostExamples),
  };
}

function together(one: GrowingGroup | undefined, other: GrowingGroup): GrowingGroup {
  const values = new Map(one?.values);
  for (const [currency, minor] of other.values) values.set(currency, (values.get(currency) ?? 0) + minor);
  return {
    assets: (one?.assets ?? 0) + other.assets,
    count: (one?.count ?? 0) + other.count,
    values,
    sites: new Set([...(one?.sites ?? []), ...other.sites]),
  };
}

/** Duties of findings at hand, with devices whose maker is not settled. */
export function dutiesOf(
  findings: readonly Finding[],
  unsettled: readonly Unsettled[],
  caption: (party: PartyId) => string,
  mostExamples?: number,
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
  const tally = createDutyTally(caption, mostExamples);
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
