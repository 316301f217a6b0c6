import type { PartyId } from '../model/party.ts';
import type { OwnershipGraph } from './graph.ts';
import { type Channel, catches, counted, countedUnknown, holdsFor, leavesOpen } from './link-reading.ts';
import type { Limit } from './ownership-test.ts';
import type { QuestionOnDay } from './question-on-day.ts';
import type { Proof } from './verdict.ts';

/**
 * A small, separate check of proofs: plain sums in big integers, no work list, nothing shared with the search but the
 * reading of links. It reads the graph's links afresh and believes only what the listed set and the steps give.
 * Returns what is wrong with the proof; empty when it holds.
 */
export function checkProof(
  question: QuestionOnDay,
  proof: Proof,
  party: PartyId,
  listed: ReadonlySet<PartyId>,
): readonly string[] {
  const strangers = proof.listed.filter((person) => !listed.has(person));
  if (strangers.length > 0) return [`${strangers.join(', ')} is not listed`];
  if (proof.shows === 'caught') return checkCaught(question, proof, party);
  if (proof.shows !== 'not caught') return [];
  if (listed.has(party)) return [`${party} is listed`];
  if (!question.openLimit || question.graph.parties.find(party) < 0) return [];
  const parts = [proof, ...(proof.alsoFor ?? [])];
  const problems = parts.flatMap((part) => checkNotCaught(question, part, party, listed));
  if (problems.length > 0 || question.period.aggregate) return problems;
  // Each person is on their own: one without a part must have no path to the party.
  const covered = new Set(
    parts.filter((part) => !part.from && part.listed.length === 1).map((part) => part.listed[0]),
  );
  const above = everybodyAbove(question, party);
  return [...listed]
    .filter((person) => above.has(person) && !covered.has(person))
    .map((person) => `nothing is shown for ${person}, who stands above ${party}`);
}

function checkCaught(question: QuestionOnDay, proof: Proof, party: PartyId): readonly string[] {
  const reached = new Set<string>(proof.listed);
  for (const step of proof.steps) {
    const links = step.links.map(({ link }) => link);
    if (step.upward) {
      const problem = ownerAffiliates(question, links, step.party, reached);
      if (problem) return [problem];
      reached.add(step.party);
      continue;
    }
    const problem = linksAreOf(question, links, step.party);
    if (problem) return [problem];
    if (!linksReach(question, links, reached)) return [`the links to ${step.party} do not reach the limit`];
    reached.add(step.party);
  }
  return reached.has(party) ? [] : [`no step shows ${party}`];
}

/** An owner above the limit of a listed party, where the test reaches owners. */
function ownerAffiliates(
  question: QuestionOnDay,
  links: readonly number[],
  owner: PartyId,
  reached: ReadonlySet<string>,
): string | undefined {
  const { graph, limit } = question;
  const owned = new Set(links.map((link) => nameOf(graph, graph.owned[link]!)));
  const strange = links.some((link) => nameOf(graph, graph.owner[link]!) !== owner || !holds(question, link));
  if (question.test.reach !== 'affiliates' || strange || owned.size !== 1 || !limit)
    return `${owner} owns nothing shown`;
  if (!reached.has([...owned][0]!)) return `what ${owner} owns is not shown to be reached`;
  const reaches = question.channels.some((channel) => {
    if (links.some((link) => read(channel, graph, link) === catches)) return true;
    const sum = leastShares(question, channel, links).reduce((total, entry) => total + entry.min, 0n);
    return sum > BigInt(limit.threshold) || (limit.inclusive && sum === BigInt(limit.threshold));
  });
  return reaches ? undefined : `${owner} does not own enough`;
}

function linksAreOf(question: QuestionOnDay, links: readonly number[], party: PartyId): string | undefined {
  const { graph } = question;
  if (new Set(links).size !== links.length) return `a link to ${party} is counted twice`;
  for (const link of links) {
    if (nameOf(graph, graph.owned[link]!) !== party) return `link ${link} is not to ${party}`;
    if (!holds(question, link)) return `link ${link} does not hold on ${question.on}`;
  }
  return undefined;
}

/** Whether these links, all to one party, from owners in `reached`, suffice by their least shares. */
export function linksReach(
  question: QuestionOnDay,
  links: readonly number[],
  reached: ReadonlySet<string>,
): boolean {
  const { graph, limit } = question;
  if (!limit) return false;
  const usable = links.filter((link) => {
    const owner = graph.owner[link]!;
    return owner !== graph.owned[link] && reached.has(nameOf(graph, owner));
  });
  return question.channels.some((channel) => {
    if (usable.some((link) => read(channel, graph, link) === catches)) return true;
    let sum = 0n;
    let open = false;
    for (const { min, minOpen } of leastShares(question, channel, usable)) {
      sum += min;
      open ||= minOpen;
    }
    const wanted = BigInt(limit.threshold);
    return sum > wanted || (sum === wanted && (limit.inclusive || open));
  });
}

/** Least shares; the statements of a disputed fact count once, and only where all of them are among the links. */
function leastShares(
  question: QuestionOnDay,
  channel: Channel,
  links: readonly number[],
): readonly { min: bigint; minOpen: boolean }[] {
  const { graph } = question;
  const given = new Set(links);
  const least: { min: bigint; minOpen: boolean }[] = [];
  const disputesSeen = new Set<number>();
  for (const link of links) {
    if (read(channel, graph, link) !== counted) continue;
    const dispute = graph.disputeOf.get(link);
    if (dispute === undefined) {
      least.push(leastOf(graph, link));
      continue;
    }
    if (disputesSeen.has(dispute)) continue;
    disputesSeen.add(dispute);
    const { links: statements, elsewhere } = graph.disputes[dispute]!;
    const current = statements.filter(
      (statement) => holds(question, statement) && readsShare(channel, graph, statement),
    );
    const complete = current.every(
      (statement) => given.has(statement) && read(channel, graph, statement) === counted,
    );
    if (elsewhere || !complete) continue;
    const mins = current.map((statement) => leastOf(graph, statement));
    const min = leastBig(mins.map((entry) => entry.min));
    least.push({ min, minOpen: mins.filter((entry) => entry.min === min).every((entry) => entry.minOpen) });
  }
  return least;
}

function leastOf(graph: OwnershipGraph, link: number): { min: bigint; minOpen: boolean } {
  const share = graph.share[link]!;
  return { min: BigInt(graph.shares.min[share]!), minOpen: (graph.shares.ends[share]! & 1) === 0 };
}

/**
 * The parties of the steps are claimed to be outside what is reached. That holds when none of them is listed (or, where
 * shares are not added up, is the listed person in question), and no one of them is reached even if every owner without
 * a step were: then the listed and all others form a set that is closed under the rule.
 */
function checkNotCaught(
  question: QuestionOnDay,
  proof: Proof,
  party: PartyId,
  listed: ReadonlySet<PartyId>,
): readonly string[] {
  const outside = new Set<string>(proof.steps.map((step) => step.party));
  const isOutside = outside.has(party);
  // A party that may hold for a reached one is an owner elsewhere, though not caught itself.
  if (isOutside && mayHoldForReached(question, party, outside)) outside.delete(party);
  if (!isOutside) return [`no step is about ${party}`];
  const persons: ReadonlySet<string> = question.period.aggregate
    ? listed
    : new Set(proof.from ?? proof.listed);
  for (const step of proof.steps) {
    if (persons.has(step.party)) return [`${step.party} is listed`];
    if (staysOpen(question, step.party, outside, party)) return [`${step.party} may be reached`];
  }
  return [];
}

function everybodyAbove(question: QuestionOnDay, party: string): ReadonlySet<string> {
  const { graph } = question;
  const above = new Set<string>([party]);
  for (const wanted of above) {
    const number = graph.parties.find(wanted);
    for (let link = graph.inStart[number]!; link < graph.inStart[number + 1]!; link++) {
      if (holds(question, link)) above.add(nameOf(graph, graph.owner[link]!));
    }
  }
  return above;
}

function mayHoldForReached(question: QuestionOnDay, party: string, outside: ReadonlySet<string>): boolean {
  const { graph, channels } = question;
  const number = graph.parties.find(party);
  if (number < 0) return false;
  for (let link = graph.inStart[number]!; link < graph.inStart[number + 1]!; link++) {
    if (read(channels[0]!, graph, link) !== holdsFor || !holds(question, link)) continue;
    if (!outside.has(nameOf(graph, graph.owner[link]!))) return true;
  }
  return false;
}

function staysOpen(
  question: QuestionOnDay,
  party: string,
  outside: ReadonlySet<string>,
  asked: string,
): boolean {
  const { graph, openLimit } = question;
  const number = graph.parties.find(party);
  if (number < 0 || !openLimit) return false;
  const links: number[] = [];
  for (let link = graph.inStart[number]!; link < graph.inStart[number + 1]!; link++) {
    if (holds(question, link)) links.push(link);
  }
  const isInside = (link: number) =>
    graph.owner[link] !== number && !outside.has(nameOf(graph, graph.owner[link]!));
  return question.channels.some((channel) => {
    const inside = links.filter(isInside);
    if (inside.some((link) => [catches, leavesOpen].includes(read(channel, graph, link)))) return true;
    if (party !== asked && inside.some((link) => read(channel, graph, link) === holdsFor)) return true;
    return mostReaches(question, channel, links, isInside, openLimit);
  });
}

function mostReaches(
  question: QuestionOnDay,
  channel: Channel,
  links: readonly number[],
  isInside: (link: number) => boolean,
  limit: Limit,
): boolean {
  const { graph } = question;
  const shares = links.filter((link) => readsShare(channel, graph, link));
  const single = shares.filter((link) => !graph.disputeOf.has(link));
  const groups = Map.groupBy(
    shares.filter((link) => graph.disputeOf.has(link)),
    (link) => graph.disputeOf.get(link)!,
  );
  const most = (link: number): { max: bigint; maxOpen: boolean } => {
    if (read(channel, graph, link) === countedUnknown) return { max: whole, maxOpen: false };
    const share = graph.share[link]!;
    return { max: BigInt(graph.shares.max[share]!), maxOpen: (graph.shares.ends[share]! & 2) === 0 };
  };
  let high = 0n;
  let highOpen = false;
  let total = 0n;
  let others = 0n;
  let othersOpen = false;
  for (const link of single) {
    const least = read(channel, graph, link) === countedUnknown ? none : leastOf(graph, link);
    total += least.min;
    if (isInside(link)) {
      high += most(link).max;
      highOpen ||= most(link).maxOpen;
    } else {
      others += least.min;
      othersOpen ||= least.minOpen;
    }
  }
  for (const [index, members] of groups) {
    const dispute = graph.disputes[index]!;
    const sure = !dispute.elsewhere;
    const mins = members.map((link) =>
      sure && read(channel, graph, link) === counted ? leastOf(graph, link) : none,
    );
    const min = leastBig(mins.map((entry) => entry.min));
    const minOpen = mins.filter((entry) => entry.min === min).every((entry) => entry.minOpen);
    total += min;
    const inside = members.filter(isInside).map(most);
    if (inside.length === 0) {
      others += min;
      othersOpen ||= minOpen;
    } else {
      const max = -leastBig(inside.map((entry) => -entry.max));
      high += max;
      highOpen ||= inside.filter((entry) => entry.max === max).every((entry) => entry.maxOpen);
    }
  }
  const wanted = BigInt(limit.threshold);
  const left = whole - others;
  const bound = total > whole || high < left ? high : left;
  if (bound !== wanted) return bound > wanted;
  const attained =
    !((total > whole || high <= left) && highOpen) && !(total <= whole && high >= left && othersOpen);
  return limit.inclusive && attained;
}

function leastBig(values: readonly bigint[]): bigint {
  return values.toSorted((a, b) => (a < b ? -1 : 1))[0]!;
}

const whole = 1_000_000_000_000n;
const none = { min: 0n, minOpen: false };

function nameOf(graph: OwnershipGraph, party: number): string {
  return graph.parties.text(party);
}

function read(channel: Channel, graph: OwnershipGraph, link: number): number {
  return channel.reading[graph.flags[link]!]!;
}

function readsShare(channel: Channel, graph: OwnershipGraph, link: number): boolean {
  return [counted, countedUnknown].includes(read(channel, graph, link));
}

function holds(question: QuestionOnDay, link: number): boolean {
  const { from, until } = question.graph;
  return !from || !until || (from[link]! <= question.day && question.day <= until[link]!);
}
