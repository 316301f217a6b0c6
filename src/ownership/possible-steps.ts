import { percentText } from '../model/share.ts';
import type { RawStep } from './caught-proof.ts';
import { type Findings, isCaught, isListed } from './fixpoint.ts';
import { possiblyReaches } from './limit.ts';
import { catches, counted, countedUnknown, holdsFor, leavesOpen } from './link-reading.ts';
import { boundsOf, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';

/** How an undetermined party could be reached: from the listed downwards, the links that would do it at their most. */
export function possibleSteps(
  question: QuestionOnDay,
  findings: Findings,
  party: number,
): readonly RawStep[] {
  const steps: RawStep[] = [];
  const asked = new Set([party]);
  for (const wanted of asked) {
    const step = stepTo(question, findings, wanted);
    steps.push(step);
    for (const link of step.links) {
      const owner = question.graph.owner[link]!;
      if (!(findings.statusOf(owner) & (isListed | isCaught))) asked.add(owner);
    }
  }
  return steps.sort((a, b) => findings.orderOf(a.party) - findings.orderOf(b.party));
}

function stepTo(question: QuestionOnDay, findings: Findings, party: number): RawStep {
  const { graph, openLimit } = question;
  const usable: number[] = [];
  for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
    const owner = graph.owner[link]!;
    if (owner === party || !holdsOnDay(question, link) || !findings.isPossible(owner)) continue;
    if (findings.orderOf(owner) < findings.orderOf(party)) usable.push(link);
  }
  for (const link of usable) {
    const reading = question.channels[0]!.reading[graph.flags[link]!]!;
    if (reading === catches || reading === leavesOpen) return { party, links: [link], sum: '' };
  }
  const most = (link: number) => graph.shares.max[graph.share[link]!]!;
  for (const channel of question.channels) {
    const shares = usable
      .filter((link) => [counted, countedUnknown].includes(channel.reading[graph.flags[link]!]!))
      .sort(
        (a, b) =>
          Number(findings.isCertain(graph.owner[b]!)) - Number(findings.isCertain(graph.owner[a]!)) ||
          most(b) - most(a),
      );
    const owners = new Set<number>();
    for (const link of shares) {
      owners.add(graph.owner[link]!);
      const holders = { isCertain: () => false, isPossible: (owner: number) => owners.has(owner) };
      const bounds = boundsOf(question, channel, party, holders);
      if (!openLimit || !possiblyReaches(bounds, openLimit)) continue;
      const links = shares.filter((other) => owners.has(graph.owner[other]!));
      return { party, links, sum: percentText(bounds.max) };
    }
  }
  const heldFor = usable.filter((link) => question.channels[0]!.reading[graph.flags[link]!] === holdsFor);
  return { party, links: heldFor.slice(0, 1), sum: '' };
}
