import { percentText, shareText } from '../model/share.ts';
import { type Findings, Fixpoint, isCaught, isListed, isPossible } from './fixpoint.ts';
import type { OwnershipGraph } from './graph.ts';
import { catches, counted, countedUnknown, holdsFor, leavesOpen } from './link-reading.ts';
import { boundsOf, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';
import { maxIncluded, minIncluded, shareAt } from './share-table.ts';

const candidatesUpTo = 8;
const triedUpToLinks = 50_000;

/** A fact that is not known: the size of a share, or whether a statement amounts to what the test asks. */
interface OpenFact {
  readonly link: number;
  readonly kind: 'share' | 'statement' | 'held for';
}

/**
 * In words, the one fact that would settle an undetermined party: a share whose most would make it caught and whose
 * least would clear it. Where no single fact does, the one that comes nearest, and how many more are open.
 */
export function settlingFact(
  question: QuestionOnDay,
  findings: Findings,
  seeds: readonly number[],
  party: number,
  nameOf: (party: number) => string,
): string {
  const facts = openFacts(question, findings, party);
  if (facts.length === 0) {
    const { open, note } = question.period;
    if (open && note) return `whether what its owners have of ${nameOf(party)} is enough. ${note}`;
    return `more exact shares of the owners of ${nameOf(party)}`;
  }
  let best: { readonly fact: OpenFact; readonly grade: number } | undefined;
  for (const fact of facts.slice(0, candidatesUpTo)) {
    const grade = gradeOf(question, seeds, party, fact);
    if (!best || grade > best.grade) best = { fact, grade };
    if (grade === 3) break;
  }
  const words = factWords(question, findings, best!.fact, nameOf);
  const more = facts.length - 1;
  if (best!.grade === 3 || more === 0) return words;
  return `${words}; it is the first of ${more + 1} open facts`;
}

/** Open facts above the party, nearest first. */
function openFacts(question: QuestionOnDay, findings: Findings, party: number): readonly OpenFact[] {
  const { graph } = question;
  const facts: OpenFact[] = [];
  const asked = new Set([party]);
  const disputesSeen = new Set<number>();
  for (const wanted of asked) {
    const own: OpenFact[] = [];
    for (let link = graph.inStart[wanted]!; link < graph.inStart[wanted + 1]!; link++) {
      const owner = graph.owner[link]!;
      if (owner === wanted || !holdsOnDay(question, link) || !findings.isPossible(owner)) continue;
      const fact = factOf(question, link);
      if (fact) {
        const dispute = graph.disputeOf.get(link);
        if (dispute === undefined || !disputesSeen.has(dispute)) own.push({ link, kind: fact });
        if (dispute !== undefined) disputesSeen.add(dispute);
      }
      if (!findings.isCertain(owner)) asked.add(owner);
    }
    const width = ({ link }: OpenFact) => {
      const share = graph.share[link]!;
      return graph.shares.max[share]! - graph.shares.min[share]!;
    };
    facts.push(...own.sort((a, b) => width(b) - width(a) || a.link - b.link));
    if (facts.length > 1_000) break;
  }
  return facts;
}

function factOf(question: QuestionOnDay, link: number): OpenFact['kind'] | undefined {
  const { graph } = question;
  let kind: OpenFact['kind'] | undefined;
  for (const channel of question.channels) {
    const reading = channel.reading[graph.flags[link]!]!;
    const share = graph.share[link]!;
    if (reading === leavesOpen) return 'statement';
    if (reading === holdsFor) return 'held for';
    if (reading === countedUnknown || graph.disputeOf.has(link)) kind = 'share';
    if (reading === counted && graph.shares.min[share] !== graph.shares.max[share]) kind = 'share';
    if (reading === catches) return undefined;
  }
  return kind;
}

/** 3: decides both ways; 2: its least clears; 1: its most catches; 0: neither alone, or too large a graph to try. */
function gradeOf(question: QuestionOnDay, seeds: readonly number[], party: number, fact: OpenFact): number {
  if (fact.kind !== 'share' || question.graph.linkCount > triedUpToLinks) return 0;
  const range = rangeOf(question, fact.link);
  const most = statusWith(question, seeds, party, fact.link, range.max);
  const least = statusWith(question, seeds, party, fact.link, range.min);
  return (least & (isPossible | isCaught) ? 0 : 2) + (most & (isCaught | isListed) ? 1 : 0);
}

interface End {
  readonly value: number;
  readonly included: boolean;
}

/** The least and most of a share: of all statements where it is disputed, within what the other owners leave. */
function rangeOf(question: QuestionOnDay, link: number): { min: End; max: End } {
  const { graph } = question;
  const dispute = graph.disputeOf.get(link);
  const links = dispute === undefined ? [link] : graph.disputes[dispute]!.links;
  const shares = links.map((each) => shareAt(graph.shares, graph.share[each]!));
  const least = shares.toSorted((a, b) => a.min - b.min)[0]!;
  const most = shares.toSorted((a, b) => b.max - a.max)[0]!;
  const owner = graph.owner[link]!;
  const holders = { isCertain: () => false, isPossible: (party: number) => party === owner };
  const left = boundsOf(question, question.channels[0]!, graph.owned[link]!, holders);
  return {
    min: { value: least.min, included: least.minInclusive },
    max:
      left.max < most.max
        ? { value: left.max, included: left.maxInclusive }
        : { value: most.max, included: most.maxInclusive },
  };
}

/** The party's status where this one share stands at one of its ends. */
function statusWith(
  question: QuestionOnDay,
  seeds: readonly number[],
  party: number,
  link: number,
  end: End,
): number {
  const fixpoint = new Fixpoint({ ...question, graph: withShare(question.graph, link, end) });
  fixpoint.add(seeds);
  return fixpoint.statusOf(party);
}

/** An end that is not included is stood for by the whole open side of it: a hair beyond, in units far below any share. */
function withShare(graph: OwnershipGraph, link: number, end: End): OwnershipGraph {
  const number = graph.shares.min.length;
  const share = graph.share.slice();
  const dispute = graph.disputeOf.get(link);
  for (const each of dispute === undefined ? [link] : graph.disputes[dispute]!.links) share[each] = number;
  return {
    ...graph,
    share,
    shares: {
      min: Float64Array.from([...graph.shares.min, end.value]),
      max: Float64Array.from([...graph.shares.max, end.value]),
      ends: Uint8Array.from([...graph.shares.ends, end.included ? minIncluded | maxIncluded : 0]),
    },
  };
}

function factWords(
  question: QuestionOnDay,
  findings: Findings,
  fact: OpenFact,
  nameOf: (party: number) => string,
): string {
  const { graph } = question;
  const [owner, owned] = [nameOf(graph.owner[fact.link]!), nameOf(graph.owned[fact.link]!)];
  switch (fact.kind) {
    case 'statement':
      return `whether the control of ${owner} over ${owned} that is stated meets the control limb of the test`;
    case 'held for':
      return `whether ${owned} holds its shares for ${owner}`;
    case 'share':
      return `the exact share of ${owner} in ${owned} (${stated(graph, fact.link)})${need(question, findings, fact.link, owned)}`;
  }
}

function stated(graph: OwnershipGraph, link: number): string {
  const dispute = graph.disputeOf.get(link);
  const text = (each: number) => shareText(shareAt(graph.shares, graph.share[each]!));
  if (dispute === undefined) return text(link);
  const texts = [...new Set(graph.disputes[dispute]!.links.map(text))];
  return isJoint(graph.disputes[dispute]!.tag)
    ? `held jointly, ${texts.join(' or ')}`
    : `sources say ${texts.join(' or ')}`;
}

/** Readers mark shares that several persons hold together with tags that begin so. */
export function isJoint(tag: string): boolean {
  return tag.startsWith('joint:');
}

/** From what size of this share on the owned party is caught, all else as it certainly is. */
function need(question: QuestionOnDay, findings: Findings, link: number, owned: string): string {
  const { graph, limit } = question;
  if (!limit) return '';
  const others = new Set([graph.owner[link]!]);
  const holders = {
    isCertain: (party: number) => findings.isCertain(party) && !others.has(party),
    isPossible: () => true,
  };
  const sums = question.channels.map(
    (channel) => boundsOf(question, channel, graph.owned[link]!, holders).min,
  );
  const missing = limit.threshold - Math.max(...sums);
  if (missing <= 0) return '';
  const text = percentText(missing);
  return limit.inclusive
    ? `: at ${text} % or more ${owned} is caught`
    : `: above ${text} % ${owned} is caught`;
}
