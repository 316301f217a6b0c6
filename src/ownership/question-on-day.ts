import { type Day, dayNumber } from '../model/day.ts';
import type { ShareUnits } from '../model/share.ts';
import { wholeShare } from '../model/share.ts';
import { economicBasis, type OwnershipGraph, votingBasis } from './graph.ts';
import type { Bounds } from './limit.ts';
import { type Channel, channelsOf, counted, countedUnknown } from './link-reading.ts';
import type { Limit, OwnershipTest, TestPeriod } from './ownership-test.ts';
import { maxIncluded, minIncluded } from './share-table.ts';

/** A graph read by one test on one day: what all parts of the evaluation share. */
export interface QuestionOnDay {
  readonly graph: OwnershipGraph;
  readonly test: OwnershipTest;
  readonly period: TestPeriod;
  readonly on: Day;
  readonly day: number;
  readonly channels: readonly Channel[];
  /** Reached for certain here: caught. Absent where no percentage counts. */
  readonly limit: Limit | undefined;
  /** Reached possibly here: not clear. */
  readonly openLimit: Limit | undefined;
}

/** Puts the question; the period is the test's own on that day. */
export function questionOnDay(
  graph: OwnershipGraph,
  test: OwnershipTest,
  period: TestPeriod,
  on: Day,
): QuestionOnDay {
  const limit =
    period.threshold === null ? undefined : { threshold: period.threshold, inclusive: period.inclusive };
  return {
    graph,
    test,
    period,
    on,
    day: dayNumber(on),
    channels: channelsOf(test, hasBases(graph)),
    limit,
    openLimit: period.open ?? limit,
  };
}

const basesOf = new WeakMap<OwnershipGraph, boolean>();

function hasBases(graph: OwnershipGraph): boolean {
  let known = basesOf.get(graph);
  if (known === undefined) {
    known = graph.flags.some((flags) => (flags & (votingBasis | economicBasis)) !== 0);
    basesOf.set(graph, known);
  }
  return known;
}

/** Whether the link holds on the day of the question. */
export function holdsOnDay(question: QuestionOnDay, link: number): boolean {
  const { from, until } = question.graph;
  return from === undefined || (from[link]! <= question.day && question.day <= until![link]!);
}

/** Whether a party counts as an owner: for certain, or possibly. */
export interface Holders {
  isCertain(party: number): boolean;
  isPossible(party: number): boolean;
}

/**
 * What the holders have of `party` on one basis, from all links to it. Shares that the party holds in itself count as
 * held by another: they leave less for the rest. Statements of one disputed fact count once, between least and most.
 */
export function boundsOf(question: QuestionOnDay, channel: Channel, party: number, holders: Holders): Bounds {
  const sum = new BoundsSum();
  const { graph } = question;
  const disputesSeen = new Set<number>();
  for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
    const dispute = graph.disputeOf.get(link);
    if (dispute !== undefined) {
      if (!disputesSeen.has(dispute)) addDispute(question, channel, party, holders, dispute, sum);
      disputesSeen.add(dispute);
      continue;
    }
    const reading = channel.reading[graph.flags[link]!]!;
    if (reading !== counted && reading !== countedUnknown) continue;
    if (!holdsOnDay(question, link)) continue;
    const owner = graph.owner[link]!;
    const share = shareRead(graph, link, reading);
    sum.add(
      share,
      owner !== party && holders.isCertain(owner) ? share : undefined,
      owner !== party && holders.isPossible(owner) ? share : undefined,
      owner !== party && holders.isPossible(owner) ? undefined : share,
    );
  }
  return sum.bounds();
}

interface Interval {
  readonly min: number;
  readonly max: number;
  readonly ends: number;
}

const nothing: Interval = { min: 0, max: 0, ends: minIncluded | maxIncluded };
const anything: Interval = { min: 0, max: wholeShare, ends: minIncluded | maxIncluded };

/** The share of the link as the test reads it. */
export function shareRead(graph: OwnershipGraph, link: number, reading: number): Interval {
  if (reading === countedUnknown) return anything;
  const number = graph.share[link]!;
  return {
    min: graph.shares.min[number]!,
    max: graph.shares.max[number]!,
    ends: graph.shares.ends[number]!,
  };
}

/** Exactly one of the statements for the day is true; none need be where some are about another party. */
function addDispute(
  question: QuestionOnDay,
  channel: Channel,
  party: number,
  holders: Holders,
  index: number,
  sum: BoundsSum,
): void {
  const { graph } = question;
  const dispute = graph.disputes[index]!;
  const shares: { readonly owner: number; readonly share: Interval }[] = [];
  for (const link of dispute.links) {
    const reading = channel.reading[graph.flags[link]!]!;
    if ((reading === counted || reading === countedUnknown) && holdsOnDay(question, link)) {
      shares.push({ owner: graph.owner[link]!, share: shareRead(graph, link, reading) });
    }
  }
  if (shares.length === 0) return;
  const least = (chosen: readonly Interval[]): Interval =>
    dispute.elsewhere || chosen.length < shares.length ? nothing : hull(chosen);
  const of = (test: (owner: number) => boolean): readonly Interval[] =>
    shares.filter(({ owner }) => test(owner)).map(({ share }) => share);
  const certain = of((owner) => owner !== party && holders.isCertain(owner));
  const possible = of((owner) => owner !== party && holders.isPossible(owner));
  const others = of((owner) => owner === party || !holders.isPossible(owner));
  sum.add(
    least(shares.map(({ share }) => share)),
    certain.length === 0 ? undefined : least(certain),
    possible.length === 0 ? undefined : hull(possible),
    others.length === 0 ? undefined : least(others),
  );
}

function hull(intervals: readonly Interval[]): Interval {
  const min = Math.min(...intervals.map((interval) => interval.min));
  const max = Math.max(...intervals.map((interval) => interval.max));
  const minIn = intervals.some((interval) => interval.min === min && interval.ends & minIncluded);
  const maxIn = intervals.some((interval) => interval.max === max && interval.ends & maxIncluded);
  return { min, max, ends: (minIn ? minIncluded : 0) | (maxIn ? maxIncluded : 0) };
}

class BoundsSum {
  #total = 0;
  #low = 0;
  #lowOpen = false;
  #high = 0;
  #highOpen = false;
  #others = 0;
  #othersOpen = false;

  add(
    all: Interval,
    certain: Interval | undefined,
    possible: Interval | undefined,
    other: Interval | undefined,
  ): void {
    this.#total += all.min;
    if (certain) {
      this.#low += certain.min;
      this.#lowOpen ||= !(certain.ends & minIncluded);
    }
    if (possible) {
      this.#high += possible.max;
      this.#highOpen ||= !(possible.ends & maxIncluded);
    }
    if (other) {
      this.#others += other.min;
      this.#othersOpen ||= !(other.ends & minIncluded);
    }
  }

  /** At most the sum of upper bounds, and at most what the least shares of all others leave. */
  bounds(): Bounds {
    // Where the least shares already exceed the whole, something stated is wrong and the rest proves nothing.
    const left = this.#total > wholeShare ? Number.POSITIVE_INFINITY : wholeShare - this.#others;
    return {
      min: this.#low as ShareUnits,
      minInclusive: !this.#lowOpen,
      max: Math.min(this.#high, left) as ShareUnits,
      maxInclusive: !((this.#high <= left && this.#highOpen) || (this.#high >= left && this.#othersOpen)),
      total: this.#total as ShareUnits,
    };
  }
}
