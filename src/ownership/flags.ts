import type { PartyId } from '../model/party.ts';
import { exactShare, percentText, wholeShare } from '../model/share.ts';
import type { Findings } from './fixpoint.ts';
import { kindBits, narrowedByStatement, statesShare, statesSubsidiary, votesOnly } from './graph.ts';
import type { CaughtPeriod } from './ledger.ts';
import { type Bounds, isOverWhole } from './limit.ts';
import { counted, countedUnknown, holdsFor } from './link-reading.ts';
import { holdsOnDay, type QuestionOnDay } from './question-on-day.ts';
import { isJoint } from './settle.ts';
import type { ControlIndicator, Flag, LookThrough, OwnershipResult, Proof } from './verdict.ts';

/** What flags are read from. */
export interface FlagInput {
  readonly question: QuestionOnDay;
  readonly number: number;
  readonly party: PartyId;
  readonly listed: ReadonlySet<PartyId>;
  readonly findings: Findings | undefined;
  readonly seeds: readonly number[];
  readonly proof: Proof;
  readonly result: OwnershipResult;
  readonly byShares: OwnershipResult;
  readonly bounds: Bounds;
  readonly caughtBefore: readonly CaughtPeriod[];
  readonly lookThrough: LookThrough | undefined;
  readonly control: readonly ControlIndicator[];
  readonly nameOf: (party: number) => string;
}

/** What the reader of a verdict must know besides. */
export function flagsOf(input: FlagInput): readonly Flag[] {
  const flags: Flag[] = [];
  const add: Add = (flag, text, closer = false) => {
    // A name may end in a full stop of its own.
    flags.push({ flag, text: text.replace(/\.\.$/, '.'), closer });
  };
  if (input.listed.has(input.party)) add('listed', 'The party is listed itself.');
  if (input.number < 0) {
    if (!input.listed.has(input.party))
      add('no links', 'No link given names this party; nothing is known of its owners.');
    return flags;
  }
  ruleFlags(input, add);
  if (input.listed.has(input.party)) return flags;
  linkFlags(input, add);
  treasuryFlags(input, add);
  figureFlags(input, add);
  for (const { from, until } of input.caughtBefore) {
    const when = from ? `from ${from} to ${until}` : `until ${until}`;
    add(
      'previously blocked property',
      `Its shares caught the party ${when}: what was blocked then, if the owners were listed then, stays blocked.`,
      true,
    );
  }
  return flags;
}

type Add = (flag: Flag['flag'], text: string, closer?: boolean) => void;

function ruleFlags({ question, byShares }: FlagInput, add: Add): void {
  const { state, note } = question.period;
  const closer = byShares !== 'not caught';
  if (state === 'suspended') add('rule suspended', note ?? 'The rule was suspended.', closer);
  if (state === 'not in force') add('rule not in force', note ?? 'The rule was not in force.', closer);
  if (state === 'not known')
    add('rule status not known', note ?? 'The state of the rule is not known.', closer);
}

function linkFlags({ question, number, findings, proof, bounds, nameOf }: FlagInput, add: Add): void {
  const { graph } = question;
  const own: number[] = [];
  for (let link = graph.inStart[number]!; link < graph.inStart[number + 1]!; link++) {
    if (holdsOnDay(question, link)) own.push(link);
  }
  if (own.length === 0)
    add('no links', 'No link to this party holds on the day; nothing is known of its owners.');
  if (isOverWhole(bounds)) {
    add(
      'stated shares exceed the whole',
      `The shares stated of ${nameOf(number)} add up to at least ${percentText(bounds.total)} %: some of them must be wrong.`,
      true,
    );
  }
  const used = new Set([
    ...own,
    ...(proof.shows === 'not caught'
      ? []
      : proof.steps.flatMap((step) => step.links.map(({ link }) => link))),
  ]);
  const seen = new Set<string>();
  for (const link of used) {
    for (const [flag, text, closer] of flagsOfLink(question, findings, link, nameOf)) {
      if (seen.has(flag + text)) continue;
      seen.add(flag + text);
      add(flag, text, closer);
    }
  }
  for (const step of proof.steps) {
    if (step.upward) add('owner of a listed party', step.because);
    for (const link of step.links) {
      if (link.verified === 'from memory' || link.verified === 'invented') {
        const [owner, owned] = [link.owner, link.owned].map((id) => nameOf(graph.parties.find(id)));
        const text = `The link from ${owner} to ${owned} is ${link.verified}.`;
        if (!seen.has(text)) add('unverified link', text);
        seen.add(text);
      }
    }
  }
}

function flagsOfLink(
  question: QuestionOnDay,
  findings: Findings | undefined,
  link: number,
  nameOf: (party: number) => string,
): readonly (readonly [Flag['flag'], string, boolean])[] {
  const { graph } = question;
  const owner = graph.owner[link]!;
  if (!findings?.isPossible(owner) || owner === graph.owned[link]) return [];
  const pair = `${nameOf(owner)} in ${nameOf(graph.owned[link]!)}`;
  const flags: [Flag['flag'], string, boolean][] = [];
  const flagBits = graph.flags[link]!;
  const reading = question.channels[0]!.reading[flagBits]!;
  const share = graph.share[link]!;
  const isUnknown = graph.shares.min[share] === 0 && graph.shares.max[share] === wholeShare;
  if ((flagBits & kindBits) === statesShare && reading === counted && isUnknown) {
    flags.push(['share unknown', `The share of ${pair} is not stated.`, true]);
  }
  if (flagBits & votesOnly && reading === countedUnknown) {
    flags.push(['votes stated, ownership not', `Only votes are stated for ${pair}.`, true]);
  }
  const narrowed = (flagBits & kindBits) === statesShare && (flagBits & narrowedByStatement) !== 0;
  if (reading === counted && (narrowed || (flagBits & kindBits) === statesSubsidiary)) {
    flags.push([
      'rests on the word subsidiary',
      `${nameOf(graph.owned[link]!)} is called a subsidiary of ${nameOf(owner)} without an exact percentage; that is read as more than half.`,
      true,
    ]);
  }
  if (reading === holdsFor) {
    flags.push([
      'held for another',
      `${nameOf(graph.owned[link]!)} acts for ${nameOf(owner)}: what it holds may count as theirs.`,
      true,
    ]);
  }
  const dispute = graph.disputeOf.get(link);
  if (dispute !== undefined) {
    const joint = isJoint(graph.disputes[dispute]!.tag);
    flags.push(
      joint
        ? ['joint holding', `The share of ${pair} is held jointly with others.`, true]
        : ['sources disagree', `Sources disagree about the share of ${pair}.`, true],
    );
  }
  return flags;
}

function treasuryFlags({ question, number, bounds, byShares }: FlagInput, add: Add): void {
  const { graph, limit } = question;
  let own = 0;
  for (let link = graph.inStart[number]!; link < graph.inStart[number + 1]!; link++) {
    if (graph.owner[link] !== number || !holdsOnDay(question, link)) continue;
    if ((graph.flags[link]! & kindBits) === statesShare) own += graph.shares.max[graph.share[link]!]!;
  }
  if (own === 0) return;
  const outstanding = wholeShare - own;
  const part = (held: number) =>
    outstanding <= 0 ? '' : percentText(Math.round((held / outstanding) * 1e12));
  const ofOutstanding =
    bounds.min === bounds.max ? part(bounds.min) : `${part(bounds.min)} to ${part(bounds.max)}`;
  const text = `The party holds ${percentText(own)} % of itself; of what is outstanding the listed hold ${ofOutstanding} %.`;
  const reaches = (held: number) =>
    limit !== undefined &&
    BigInt(held) * BigInt(wholeShare) >= BigInt(limit.threshold) * BigInt(Math.max(0, outstanding));
  const changes = byShares !== 'caught' && reaches(bounds.max);
  add(changes ? 'treasury shares change result' : 'treasury shares', text, changes);
}

function figureFlags(input: FlagInput, add: Add): void {
  const { question, lookThrough, byShares, control, findings, number, bounds, nameOf } = input;
  const { limit } = question;
  if (limit && lookThrough) {
    const [low, high] = [exactShare(lookThrough.min).min, exactShare(lookThrough.max).max];
    const range =
      lookThrough.min === lookThrough.max ? lookThrough.min : `${lookThrough.min} to ${lookThrough.max}`;
    if (
      byShares === 'not caught' &&
      (low > limit.threshold || (limit.inclusive && low === limit.threshold))
    ) {
      add(
        'look-through disagrees',
        `Through all levels the listed have ${range} % of ${nameOf(number)}, though the rule does not add that up: have a person look closer.`,
        true,
      );
    }
    if (byShares === 'caught' && high < limit.threshold && !input.proof.steps.some((step) => step.upward)) {
      add(
        'look-through disagrees',
        `Through all levels the listed have only ${range} % of ${nameOf(number)}; the rule does not multiply down the chain, so it stays caught.`,
      );
    }
    if (byShares !== 'caught' && low > bounds.max && isInRing(question, number)) {
      add(
        'cross-holding',
        `${nameOf(number)} is in a ring of holdings; through it the listed have ${range} %, more than the rule attributes: have a person look closer.`,
        true,
      );
    }
  }
  if (limit && byShares !== 'caught' && control.some(({ indicator }) => indicator === 'decides alone')) {
    add(
      'votes disagree',
      `The listed decide alone among the named holders of ${nameOf(number)}, below the limit: have a person look closer.`,
      true,
    );
  }
  const isStated = control.some(({ indicator }) => indicator === 'stated control' || indicator === 'officer');
  if (isStated && findings && byShares !== 'caught') {
    const asLimb = question.test.statements.control !== 'caution';
    add(
      asLimb ? 'control to be examined' : 'control caution',
      asLimb
        ? question.test.control
        : `Control is stated, which this test does not count. ${question.test.control}`,
      true,
    );
  }
}

function isInRing(question: QuestionOnDay, party: number): boolean {
  const { graph } = question;
  const above = new Set<number>();
  const next = [party];
  for (const wanted of next) {
    for (let link = graph.inStart[wanted]!; link < graph.inStart[wanted + 1]!; link++) {
      const owner = graph.owner[link]!;
      if (!holdsOnDay(question, link) || owner === wanted) continue;
      if (owner === party) return true;
      if (!above.has(owner) && above.size < 10_000) {
        above.add(owner);
        next.push(owner);
      }
    }
  }
  return false;
}
