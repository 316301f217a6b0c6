import { percentText, type ShareUnits } from '../model/share.ts';
import { kindBits, statesShare } from './graph.ts';
import { counted } from './link-reading.ts';
import { type Holders, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';

const holdersUpTo = 16;

/** How far the reached owners, voting as one, decide in a party whose named holders vote by simple majority. */
export interface VotingPower {
  readonly holders: readonly number[];
  readonly votes: ShareUnits;
  readonly named: ShareUnits;
  /** Part of the other holders' ways of voting in which the bloc decides (Banzhaf), from 0 to 1. */
  readonly banzhaf: number;
  /** Part of the orders of joining in which the bloc turns defeat into majority (Shapley-Shubik), from 0 to 1. */
  readonly shapley: number;
  readonly isLargest: boolean;
}

/**
 * Undefined where a named share is not exact, where more holders are named than can be gone through, or where none of
 * the reached holds anything. What nobody is named for is taken as not voted; shares that the party holds in itself too.
 */
export function votingPower(
  question: QuestionOnDay,
  party: number,
  holders: Holders,
): VotingPower | undefined {
  const { graph } = question;
  const reading = question.channels.at(-1)!.reading;
  const weights = new Map<number, number>();
  for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
    const owner = graph.owner[link]!;
    const flags = graph.flags[link]!;
    if (owner === party || (flags & kindBits) !== statesShare || reading[flags] !== counted) continue;
    if (!holdsOnDay(question, link)) continue;
    const share = graph.share[link]!;
    const least = graph.shares.min[share]!;
    if (least !== graph.shares.max[share] || graph.disputeOf.has(link)) return undefined;
    weights.set(owner, (weights.get(owner) ?? 0) + least);
  }
  const bloc = [...weights.keys()].filter((owner) => holders.isCertain(owner));
  const others = [...weights]
    .filter(([owner, weight]) => !holders.isCertain(owner) && weight > 0)
    .map(([, weight]) => weight);
  const votes = bloc.reduce((sum, owner) => sum + weights.get(owner)!, 0);
  if (votes === 0 || others.length > holdersUpTo) return undefined;
  const named = others.reduce((sum, weight) => sum + weight, votes);
  return {
    holders: bloc,
    votes: votes as ShareUnits,
    named: named as ShareUnits,
    ...indices(votes, others, named),
    isLargest: others.every((weight) => weight < votes),
  };
}

function indices(
  votes: number,
  others: readonly number[],
  named: number,
): { banzhaf: number; shapley: number } {
  const count = others.length;
  let swings = 0;
  let shapley = 0;
  for (let subset = 0; subset < 2 ** count; subset++) {
    let sum = 0;
    let size = 0;
    for (let index = 0; index < count; index++) {
      if (subset & (1 << index)) {
        sum += others[index]!;
        size++;
      }
    }
    if (2 * sum > named || 2 * (sum + votes) <= named) continue;
    swings++;
    shapley += 1 / ((count + 1) * choose(count, size));
  }
  return { banzhaf: swings / 2 ** count, shapley };
}

function choose(count: number, size: number): number {
  let ways = 1;
  for (let index = 1; index <= size; index++) ways = (ways * (count - size + index)) / index;
  return ways;
}

/** An index from 0 to 1 as percent with at most two decimals. */
export function indexText(index: number): string {
  return percentText(Math.round(index * 10_000) * 1e8);
}
