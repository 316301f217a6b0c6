import { percentText, type ShareUnits } from '../model/share.ts';
import { type Findings, isListed } from './fixpoint.ts';
import { surelyReaches } from './limit.ts';
import { catches, counted } from './link-reading.ts';
import { linksReach } from './proof-check.ts';
import { partyAt } from './proof-link.ts';
import { boundsOf, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';

/** One party reached by some links; before the words are put to it. */
export interface RawStep {
  readonly party: number;
  readonly links: readonly number[];
  readonly sum: string;
}

/** Up to so many links every set is tried, smallest first; above, a set of which no link can be left out. */
const tryAllUpTo = 14;
const pruneUpTo = 300;

/** The smallest set of links found that shows `party` to be caught, as steps from the listed downwards. */
export function caughtSteps(question: QuestionOnDay, findings: Findings, party: number): readonly RawStep[] {
  if (findings.statusOf(party) & isListed) return [];
  const links = gather(question, findings, party);
  return orderedSteps(question, findings, party, smallest(question, findings, party, links));
}

/** Links that suffice, found backwards: of each party those with the largest shares until the limit is reached. */
function gather(question: QuestionOnDay, findings: Findings, party: number): readonly number[] {
  const chosen = new Set<number>();
  const asked = new Set([party]);
  for (const wanted of asked) {
    for (const link of reachingLinks(question, findings, wanted)) {
      chosen.add(link);
      const owner = question.graph.owner[link]!;
      if (!(findings.statusOf(owner) & isListed)) asked.add(owner);
    }
  }
  return [...chosen];
}

function reachingLinks(question: QuestionOnDay, findings: Findings, party: number): readonly number[] {
  const { graph, limit } = question;
  const usable = usableLinks(question, findings, party);
  const single = usable.find((link) => question.channels[0]!.reading[graph.flags[link]!] === catches);
  if (single !== undefined) return [single];
  const best: number[][] = [];
  for (const channel of question.channels) {
    const shares = usable.filter((link) => channel.reading[graph.flags[link]!] === counted);
    const rank = (link: number) => graph.shares.min[graph.share[link]!]!;
    const isDirect = (link: number) => (findings.statusOf(graph.owner[link]!) & isListed ? 1 : 0);
    shares.sort((a, b) => rank(b) - rank(a) || isDirect(b) - isDirect(a) || a - b);
    const owners = new Set<number>();
    const chosen: number[] = [];
    for (const link of shares) {
      if (chosen.includes(link)) continue;
      const together = shares.filter(
        (other) =>
          other === link ||
          (graph.disputeOf.has(link) && graph.disputeOf.get(other) === graph.disputeOf.get(link)),
      );
      for (const other of together) {
        chosen.push(other);
        owners.add(graph.owner[other]!);
      }
      const bounds = boundsOf(question, channel, party, {
        isCertain: (owner) => owners.has(owner),
        isPossible: (owner) => owners.has(owner),
      });
      if (!surelyReaches(bounds, limit!)) continue;
      // Parallel links of the chosen owners count in the bounds: they belong to the proof.
      best.push(shares.filter((other) => owners.has(graph.owner[other]!)));
      break;
    }
  }
  best.sort((a, b) => a.length - b.length);
  return best[0] ?? [];
}

function usableLinks(question: QuestionOnDay, findings: Findings, party: number): number[] {
  const { graph } = question;
  const links: number[] = [];
  for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
    const owner = graph.owner[link]!;
    if (owner === party || !holdsOnDay(question, link) || !findings.isCertain(owner)) continue;
    if (findings.orderOf(owner) < findings.orderOf(party)) links.push(link);
  }
  return links;
}

function smallest(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  links: readonly number[],
): readonly number[] {
  const all = everyCertainLink(question, findings, party);
  if (all !== undefined) {
    for (let size = 1; size < links.length; size++) {
      for (const subset of subsetsOf(all, size)) {
        if (proves(question, findings, party, subset)) return subset;
      }
    }
    return links;
  }
  if (links.length > pruneUpTo) return links;
  let kept = [...links];
  const least = (link: number) => question.graph.shares.min[question.graph.share[link]!]!;
  for (const link of links.toSorted((a, b) => least(a) - least(b) || b - a)) {
    const without = kept.filter((other) => other !== link);
    if (proves(question, findings, party, without)) kept = without;
  }
  return kept;
}

/** Every link that could take part in a proof, where they are few. */
function everyCertainLink(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
): readonly number[] | undefined {
  const links: number[] = [];
  const asked = new Set([party]);
  const { graph } = question;
  for (const wanted of asked) {
    for (let link = graph.inStart[wanted]!; link < graph.inStart[wanted + 1]!; link++) {
      const owner = graph.owner[link]!;
      if (owner === wanted || !holdsOnDay(question, link) || !findings.isCertain(owner)) continue;
      links.push(link);
      if (links.length > tryAllUpTo) return undefined;
      if (!(findings.statusOf(owner) & isListed)) asked.add(owner);
    }
  }
  return links;
}

function* subsetsOf(items: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    for (const rest of subsetsOf(items, size - 1, index + 1)) yield [items[index]!, ...rest];
  }
}

function proves(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  links: readonly number[],
): boolean {
  return rounds(question, findings, links).some((round) => round.party === party);
}

/** Repeats over the links alone what the rule says, until nothing is added. */
function rounds(
  question: QuestionOnDay,
  findings: Findings,
  links: readonly number[],
): readonly { readonly party: number; readonly links: readonly number[] }[] {
  const { graph } = question;
  const byParty = Map.groupBy(links, (link) => graph.owned[link]!);
  const reached = new Set<string>();
  for (const link of links) {
    const owner = graph.owner[link]!;
    if (findings.statusOf(owner) & isListed) reached.add(graph.parties.text(owner));
  }
  const found: { party: number; links: readonly number[] }[] = [];
  const open = new Map(byParty);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [owned, own] of open) {
      if (!linksReach(question, own, reached)) continue;
      const usable = own.filter((link) => reached.has(graph.parties.text(graph.owner[link]!)));
      found.push({ party: owned, links: usable });
      reached.add(graph.parties.text(owned));
      open.delete(owned);
      grew = true;
    }
  }
  return found;
}

function orderedSteps(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
  links: readonly number[],
): readonly RawStep[] {
  const found = rounds(question, findings, links);
  const upTo = found.slice(0, found.findIndex((round) => round.party === party) + 1);
  return upTo.map((round) => ({ ...round, sum: leastText(question, round.party, round.links) }));
}

function leastText(question: QuestionOnDay, party: number, links: readonly number[]): string {
  const { graph } = question;
  const owners = new Set(links.map((link) => graph.owner[link]!));
  const holders = { isCertain: (owner: number) => owners.has(owner), isPossible: () => true };
  const sums = question.channels.map((channel) => boundsOf(question, channel, party, holders));
  const best = sums.reduce((largest, bounds) => (bounds.min > largest.min ? bounds : largest), sums[0]!);
  const text = percentText(best.min as ShareUnits);
  return best.minInclusive ? text : `more than ${text}`;
}

/** For words: the id of a party of the question's graph. */
export function idOf(question: QuestionOnDay, party: number) {
  return partyAt(question.graph, party);
}
