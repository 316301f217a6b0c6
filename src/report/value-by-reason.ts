import { type Effect, gravity, type Money, sumMoney } from '../model/index.ts';
import { type Change, changesEffect, oncePerAsset } from '../rehearsal/index.ts';

/** What one reason puts at stake. */
export interface ReasonValue {
  readonly regime: string;
  readonly effect: Effect;
  readonly assets: number;
  readonly values: readonly Money[];
  /** Assets behind each of `values`, in the same order. */
  readonly valued: readonly number[];
  /** Assets for which the user's files give no value: they are in the count and in no sum. */
  readonly withoutValue: number;
}

/**
 * Value by reason of what becomes another effect, so that the parts add up to the whole: each asset counts once, under its gravest change. Gravest
 * reason first, then largest.
 */
export function valueByReason(changes: readonly Change[]): ReasonValue[] {
  const groups = new Map<string, Change[]>();
  for (const change of oncePerAsset(changes.filter(changesEffect))) {
    const key = `${change.after} ${change.regime}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()]
    .map((members) => {
      const values = sumMoney(members.flatMap(({ value }) => value ?? []));
      return {
        regime: members[0]!.regime,
        effect: members[0]!.after,
        assets: members.length,
        values,
        valued: values.map(
          ({ currency }) => members.filter(({ value }) => value?.currency === currency).length,
        ),
        withoutValue: members.filter(({ value }) => value === undefined).length,
      };
    })
    .sort(
      (a, b) =>
        gravity(b.effect) - gravity(a.effect) ||
        (b.values[0]?.minor ?? 0) - (a.values[0]?.minor ?? 0) ||
        (a.regime < b.regime ? -1 : 1),
    );
}
