import { type Device, type Money, type Portfolio, sumMoney } from '../model/index.ts';
import { changesEffect } from './changes.ts';
import type { CostRange, Replacement } from './money-view.ts';
import { type Price, pricesFor } from './price-list.ts';
import type { Change } from './rehearsal.ts';

interface ReplacementInput {
  readonly portfolio: Portfolio;
  readonly changes: readonly Change[];
  readonly own: readonly Price[];
  readonly published: readonly Price[];
}

/** The cost of replacing the devices that become stricter, by range and by site; never a figure without a source. */
export function replacementOf({ portfolio, changes, own, published }: ReplacementInput): Replacement {
  const changed = new Set<string>();
  const forced = new Set<string>();
  for (const change of changes) {
    if (change.assetKind !== 'device' || change.direction === 'freer' || !changesEffect(change)) continue;
    changed.add(change.asset);
    if (mustGo(change)) forced.add(change.asset);
  }
  const devices = portfolio.assets.filter(
    (asset): asset is Device => asset.kind === 'device' && changed.has(asset.id),
  );
  const used = new Map<string, Price>();
  const costs = devices.map((device) => {
    const prices = pricesFor(device, own, published);
    for (const price of prices) used.set(price.id, price);
    return { device, prices };
  });
  const sites = Map.groupBy(
    costs.filter(({ device }) => device.site !== undefined),
    ({ device }) => device.site!,
  );
  return {
    changed: rangeOf(costs),
    forced: rangeOf(costs.filter(({ device }) => forced.has(device.id))),
    bySite: [...sites]
      .map(([site, members]) => ({ site, ...rangeOf(members) }))
      .sort((a, b) => b.devices - a.devices || (a.site < b.site ? -1 : 1)),
    prices: [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const ending = new Set(['blocked', 'prohibited', 'removal required']);

/** Whether use or upkeep is forbidden by the assumptions; where it was before, nothing new ends. */
function mustGo({ activity, before, after, later }: Change): boolean {
  if ((activity !== 'use' && activity !== 'maintain') || ending.has(before)) return false;
  return ending.has(after) || later.some(({ effect }) => ending.has(effect));
}

function rangeOf(costs: readonly { device: Device; prices: readonly Price[] }[]): CostRange {
  const low: Money[] = [];
  const high: Money[] = [];
  let priced = 0;
  let devices = 0;
  for (const { device, prices } of costs) {
    devices += device.count;
    if (prices.length === 0) continue;
    priced += device.count;
    low.push(
      times(
        device.count,
        extreme(
          prices.map((price) => price.low),
          -1,
        ),
      ),
    );
    high.push(
      times(
        device.count,
        extreme(
          prices.map((price) => price.high),
          1,
        ),
      ),
    );
  }
  return { devices, priced, notKnown: devices - priced, low: sumMoney(low), high: sumMoney(high) };
}

/** The least (`sign` -1) or greatest amount; all of one currency, which the price list makes sure of. */
function extreme(amounts: readonly Money[], sign: 1 | -1): Money {
  return amounts.reduce((best, one) => ((one.minor - best.minor) * sign > 0 ? one : best));
}

function times(count: number, { minor, currency }: Money): Money {
  return { minor: minor * count, currency };
}
