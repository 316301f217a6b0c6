import { percentText } from '../model/share.ts';
import type { RawStep } from './caught-proof.ts';
import type { Findings } from './fixpoint.ts';
import { possiblyReaches } from './limit.ts';
import { catches, counted, countedUnknown, holdsFor, leavesOpen } from './link-reading.ts';
import { boundsOf, type Holders, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';

/** A step of a proof that a party is not caught: what all owners but those `outside` could hold at most. */
export interface BoundStep extends RawStep {
  /** Owners that are shown, by steps of their own, not to be reached. */
  readonly outside: readonly number[];
}

/**
 * Shows that `party` cannot be reached: even if every owner without a step of its own were reached, the limit is not.
 * An owner gets a step only where that is needed, so that a small stake is passed over without asking who is behind it.
 */
export function boundSteps(question: QuestionOnDay, findings: Findings, party: number): readonly BoundStep[] {
  const outside = new Set<number>([party]);
  // A party that may hold for a listed person counts as an owner elsewhere, though it is not caught itself.
  const ownShares = findings.isPossible(party);
  const links = new Map<number, readonly number[]>();
  for (const wanted of outside) {
    const incoming = linksTo(question, wanted);
    links.set(wanted, incoming);
    for (;;) {
      const isInside = (owner: number) => !outside.has(owner) || (ownShares && owner === party);
      if (!mayReach(question, wanted, ownShares && wanted === party, incoming, isInside)) break;
      const next = nextOutside(question, findings, incoming, outside);
      // Every owner left is possibly reached: the findings say the bound holds all the same.
      if (next === undefined) break;
      outside.add(next);
    }
  }
  return [...outside].map((wanted) => step(question, wanted, links.get(wanted)!, outside));
}

function linksTo(question: QuestionOnDay, party: number): readonly number[] {
  const { graph } = question;
  const links: number[] = [];
  for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
    if (holdsOnDay(question, link)) links.push(link);
  }
  return links;
}

function mayReach(
  question: QuestionOnDay,
  party: number,
  isHolder: boolean,
  links: readonly number[],
  isInside: (owner: number) => boolean,
): boolean {
  const { graph, openLimit } = question;
  if (!openLimit) return false;
  const holders = holdersWhere((owner) => owner !== party && isInside(owner));
  return question.channels.some((channel) => {
    for (const link of links) {
      const reading = channel.reading[graph.flags[link]!]!;
      if (!holders.isPossible(graph.owner[link]!)) continue;
      if (reading === catches || reading === leavesOpen || (reading === holdsFor && !isHolder)) return true;
    }
    return possiblyReaches(boundsOf(question, channel, party, holders), openLimit);
  });
}

function holdersWhere(isInside: (owner: number) => boolean): Holders {
  return { isCertain: () => false, isPossible: isInside };
}

/** Of the owners that are not reached, the one whose statement or share weighs most. */
function nextOutside(
  question: QuestionOnDay,
  findings: Findings,
  links: readonly number[],
  outside: ReadonlySet<number>,
): number | undefined {
  const { graph } = question;
  const reading = question.channels[0]!.reading;
  const weight = (link: number): number => {
    const read = reading[graph.flags[link]!]!;
    return read === counted || read === countedUnknown ? graph.shares.max[graph.share[link]!]! : 2e12;
  };
  let best: number | undefined;
  for (const link of links) {
    const owner = graph.owner[link]!;
    if (outside.has(owner) || findings.isPossible(owner)) continue;
    if (best === undefined || weight(link) > weight(best)) best = link;
  }
  return best === undefined ? undefined : graph.owner[best]!;
}

function step(
  question: QuestionOnDay,
  party: number,
  links: readonly number[],
  outside: ReadonlySet<number>,
): BoundStep {
  const holders = holdersWhere((owner) => owner !== party && !outside.has(owner));
  const bounds = question.channels.map((channel) => boundsOf(question, channel, party, holders));
  const most = bounds.reduce((largest, entry) => (entry.max > largest.max ? entry : largest), bounds[0]!);
  const owners = new Set(links.map((link) => question.graph.owner[link]!));
  const text = percentText(most.max);
  return {
    party,
    links,
    sum: most.maxInclusive ? text : `less than ${text}`,
    outside: [...owners].filter((owner) => owner !== party && outside.has(owner)),
  };
}
