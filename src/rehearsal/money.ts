import type { Ask, AskedPortfolio } from '../exposure/index.ts';
import { byText, type Day, type Portfolio, sumMoney } from '../model/index.ts';
import { type Compared, changesEffect } from './changes.ts';
import { holdingsToSell } from './holdings-to-sell.ts';
import type { MoneyView, ValueStep } from './money-view.ts';
import { paymentsDue } from './payments-due.ts';
import type { Price } from './price-list.ts';
import type { Change } from './rehearsal.ts';
import { replacementOf } from './replacement-cost.ts';
import type { Scenario } from './scenario.ts';
import { strictness } from './strictness.ts';
import { oncePerAsset } from './totals.ts';

/** Percent of a day's traded volume that a seller is taken to reach without moving the price much: a common rule of thumb. */
const defaultVolumeShare = 20;

interface MoneyInput {
  readonly portfolio: Portfolio;
  readonly scenario: Scenario;
  readonly changes: readonly Change[];
  readonly asked: AskedPortfolio;
  readonly compared: readonly Compared[];
  readonly before: Ask;
  readonly after: Ask;
  readonly prices: readonly Price[];
}

/** The money section of a rehearsal. */
export function moneyOf(input: MoneyInput): MoneyView {
  const { portfolio, scenario, changes, asked, compared } = input;
  const volumeShare = scenario.volumeShare ?? defaultVolumeShare;
  return {
    atStake: valueSteps(changes),
    payments: paymentsDue({ ...input, lastDay: compared.at(-1)!.day satisfies Day }),
    holdings: holdingsToSell({ asked, compared, volumeShare }),
    volumeShare,
    replacement: replacementOf({ portfolio, changes, own: scenario.prices ?? [], published: input.prices }),
    assumptions: [
      `A seller reaches ${volumeShare} percent of a day's volume${scenario.volumeShare === undefined ? ' (default)' : ' (scenario)'}; trading days are weekdays, exchange holidays are not taken off.`,
      'Value is what the user’s files state: cost of devices, yearly spend, value of contracts, market value, amount due.',
      'No amount is converted into another currency.',
    ],
  };
}

/** Groups the gravest change of each asset by regime, effect and kind; gravest first. */
function valueSteps(changes: readonly Change[]): ValueStep[] {
  const groups = Map.groupBy(
    oncePerAsset(changes.filter(changesEffect)),
    (change) => `${change.regime}\n${change.after}\n${change.assetKind}`,
  );
  return [...groups.values()]
    .map((members) => {
      const { regime, after, assetKind } = members[0]!;
      return {
        regime,
        effect: after,
        assetKind,
        assets: members.length,
        count: members.reduce((sum, change) => sum + change.count, 0),
        values: sumMoney(members.flatMap((change) => change.value ?? [])),
        withoutValue: members.filter((change) => change.value === undefined).length,
      };
    })
    .sort(
      (a, b) =>
        strictness(b.effect) - strictness(a.effect) ||
        byText(a.regime, b.regime) ||
        byText(a.assetKind, b.assetKind),
    );
}
