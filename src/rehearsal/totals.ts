import type { AskedPortfolio } from '../exposure/index.ts';
import {
  type Answer,
  type Asset,
  byGravity,
  type Day,
  type Effect,
  type Money,
  type Payment,
  type Portfolio,
  sumMoney,
} from '../model/index.ts';
import { changesEffect } from './changes.ts';
import type { Change, Side, Totals, ValuedKind } from './rehearsal.ts';
import { strictness } from './strictness.ts';

/**
 * Assets and units by the gravest effect on each asset; an asset counts once, under that effect. One with an open
 * question and nothing forbidden counts as undetermined, not as allowed. No value stands beside them: a vendor's spend, a
 * contract and its payments may be one money, so that assets of several kinds have no sum.
 */
export function sideOf(on: Day, asked: AskedPortfolio, answers: readonly Answer[]): Side {
  const gravest = new Map<Asset, { readonly effect: Effect; readonly isSure: boolean }>();
  for (const { asset, question, touch } of asked.dealings) {
    const { effect } = answers[question]!;
    const isSure = touch.confidence === 'certain' || touch.confidence === 'probable';
    const known = gravest.get(asset);
    const step = known === undefined ? 1 : strictness(effect) - strictness(known.effect);
    if (step > 0 || (step === 0 && isSure)) gravest.set(asset, { effect, isSure });
  }
  const groups = groupBy(gravest, ([, { effect }]) => effect);
  return {
    on,
    effects: [...groups]
      .sort(([a], [b]) => byGravity(a, b))
      .map(([effect, members]) => ({
        effect,
        assets: members.length,
        onlyPossible: members.filter(([, { isSure }]) => !isSure).length,
        count: members.reduce((sum, [asset]) => sum + (asset.kind === 'device' ? asset.count : 1), 0),
      })),
  };
}

/** What changes in sum. Value is counted once an asset, whatever the number of dealings with it; currencies stay apart. */
export function totalsOf(
  portfolio: Portfolio,
  touched: number,
  changes: readonly Change[],
  on: Day,
  windDown: { until: Day } | undefined,
): Totals {
  const differing = changes.filter(changesEffect);
  const assets = oncePerAsset(differing);
  const changed = new Set(assets.map(({ asset }) => asset));
  const kept = new Set(changes.flatMap(({ asset }) => (changed.has(asset) ? [] : asset)));
  return {
    assets: portfolio.assets.length,
    touched,
    changedAssets: assets.length,
    changedDealings: differing.length,
    otherReasonAssets: kept.size,
    devices: assets
      .filter((change) => change.assetKind === 'device')
      .reduce((sum, change) => sum + change.count, 0),
    values: valuesOf(assets),
    byKind: kinds.flatMap((kind) => {
      const members = assets.filter((change) => change.assetKind === kind);
      if (members.length === 0) return [];
      const withoutValue = members.filter((change) => change.value === undefined).length;
      return [{ kind, ...sums(members), withoutValue }];
    }),
    byEffect: [...groupBy(differing, (change) => change.after)]
      .sort(([a], [b]) => byGravity(a, b))
      .map(([effect, members]) => ({ effect, dealings: members.length, ...sums(oncePerAsset(members)) })),
    byRegime: [...groupBy(differing, (change) => change.regime)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([regime, members]) => {
        return { regime, dealings: members.length, assets: oncePerAsset(members).length };
      }),
    bySite: [
      ...groupBy(
        assets.filter((change) => change.site !== undefined),
        (change) => change.site!,
      ),
    ]
      .sort(([a, one], [b, two]) => countOf(two) - countOf(one) || (a < b ? -1 : 1))
      .map(([site, members]) => ({ site, ...sums(members) })),
    payments: paymentsByTime(portfolio, differing, on, windDown),
  };
}

const kinds: readonly ValuedKind[] = ['device', 'vendor', 'contract', 'holding', 'payment'];

/** The gravest change of each asset. */
export function oncePerAsset(changes: readonly Change[]): Change[] {
  return gravestBy(changes, ({ asset }) => asset);
}

/** The gravest change of each dealing with each asset: one that touches two parties is one dealing all the same. */
export function oncePerDealing(changes: readonly Change[]): Change[] {
  return gravestBy(changes, ({ asset, activity }) => `${activity}\n${asset}`);
}

function gravestBy(changes: readonly Change[], keyOf: (change: Change) => string): Change[] {
  const gravest = new Map<string, Change>();
  for (const change of changes) {
    const key = keyOf(change);
    const known = gravest.get(key);
    if (!known || strictness(change.after) > strictness(known.after)) gravest.set(key, change);
  }
  return [...gravest.values()];
}

function paymentsByTime(
  portfolio: Portfolio,
  changes: readonly Change[],
  on: Day,
  windDown: { until: Day } | undefined,
): Totals['payments'] {
  const changed = new Set(
    changes.filter((change) => change.assetKind === 'payment').map((change) => change.asset),
  );
  const payments = portfolio.assets.filter(
    (asset): asset is Payment => asset.kind === 'payment' && changed.has(asset.id),
  );
  const groups = groupBy(payments, (payment): Totals['payments'][number]['when'] => {
    if (payment.due === undefined) return 'no day given';
    if (payment.due < on) return 'before';
    if (windDown === undefined) return 'outside any licence';
    return payment.due <= windDown.until ? 'inside the wind-down' : 'after the wind-down';
  });
  return (
    ['before', 'inside the wind-down', 'after the wind-down', 'outside any licence', 'no day given'] as const
  ).flatMap((when) => {
    const members = groups.get(when);
    return members
      ? [
          {
            when,
            payments: members.length,
            values: sumMoney(members.flatMap((payment) => payment.amount ?? [])),
          },
        ]
      : [];
  });
}

function sums(members: readonly { count: number; value?: Money }[]): {
  assets: number;
  count: number;
  values: Money[];
} {
  return { assets: members.length, count: countOf(members), values: valuesOf(members) };
}

function countOf(members: readonly { count: number }[]): number {
  return members.reduce((sum, member) => sum + member.count, 0);
}

function valuesOf(members: readonly { value?: Money }[]): Money[] {
  return sumMoney(members.flatMap((member) => member.value ?? []));
}

function groupBy<Key extends Effect | string, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
