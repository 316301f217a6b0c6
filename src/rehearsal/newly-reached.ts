import type { Day } from '../model/index.ts';
import type { ReachedParty } from './rehearsal.ts';

/** Whom the listings of a world reach by ownership, subsidiary or affiliate rules on a day. */
interface Reaching {
  reached(on: Day): readonly ReachedParty[];
}

/** Parties that ownership reaches with the assumptions and not without them; certain where any day makes it so. */
export function newlyReached(before: Reaching, after: Reaching, days: readonly Day[]): ReachedParty[] {
  const reached = new Map<string, ReachedParty>();
  for (const day of days) {
    const earlier = new Set(before.reached(day).map((one) => `${reachKey(one)} ${one.result}`));
    for (const one of after.reached(day)) {
      const key = reachKey(one);
      if (earlier.has(`${key} ${one.result}`)) continue;
      const known = reached.get(key);
      if (!known || (known.result === 'undetermined' && one.result === 'caught')) reached.set(key, one);
    }
  }
  return [...reached.values()].sort(byResult);
}

/** Parties that ownership reaches on the last key day without the assumptions and no longer with them. */
export function newlyCleared(before: Reaching, after: Reaching, days: readonly Day[]): ReachedParty[] {
  const last = days.at(-1)!;
  const still = new Set(after.reached(last).map(reachKey));
  return before
    .reached(last)
    .filter((one) => !still.has(reachKey(one)))
    .sort(byResult);
}

function reachKey(one: ReachedParty): string {
  return `${one.party} ${one.regime}`;
}

function byResult(a: ReachedParty, b: ReachedParty): number {
  if (a.result !== b.result) return a.result === 'caught' ? -1 : 1;
  const [one, other] = [reachKey(a), reachKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
