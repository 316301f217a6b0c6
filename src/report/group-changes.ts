import { type Day, gravity, type Money, sumMoney } from '../model/index.ts';
import type { Change } from '../rehearsal/index.ts';

/** Changes that differ only in the asset, as one row. */
export interface ChangeGroup {
  /** The first of them, for everything that they have in common. */
  readonly change: Change;
  readonly count: number;
  readonly assets: number;
  readonly values: readonly Money[];
}

/** Gravest first, then by value. The value of an asset counts once in a group. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = JSON.stringify([
      change.label,
      change.assetKind,
      change.activity,
      change.before,
      change.after,
      change.from,
      change.regime,
      change.confidence,
      change.party,
    ]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()]
    .map((members) => {
      const once = [...new Map(members.map((change) => [change.asset, change])).values()];
      return {
        change: members[0]!,
        count: once.reduce((sum, { count }) => sum + count, 0),
        assets: once.length,
        values: sumMoney(once.flatMap(({ value }) => value ?? [])),
      };
    })
    .sort(
      (a, b) =>
        gravity(b.change.after) - gravity(a.change.after) ||
        (b.values[0]?.minor ?? 0) - (a.values[0]?.minor ?? 0) ||
        (a.change.id < b.change.id ? -1 : 1),
    );
}

/** The first day of each later step, for the bars of a timeline. */
export function stepsOf(change: Change): readonly { readonly from: Day; readonly effect: Change['after'] }[] {
  return [{ from: change.from, effect: change.after }, ...change.later];
}
