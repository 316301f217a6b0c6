import { wholeMoneyText } from '../../model/index.ts';
import type { Rehearsal } from '../../rehearsal/index.ts';
import { effectLooks } from '../effect-look.ts';
import { effectMark, html, type Markup, type Part, table } from '../page.ts';

/** Value by reason as bars, each beginning where the one above ends; one table a currency. */
export function waterfall({ money, totals }: Rehearsal, regimeTitle: (id: string) => string): Markup {
  const tables = totals.values.map((whole) => {
    let begun = 0;
    const rows = money.atStake.flatMap((step): Part[][] => {
      const value = step.values.find(({ currency }) => currency === whole.currency);
      if (!value || whole.minor <= 0) return [];
      const bar = html`<i class="bar" style="margin-left:${percent(begun, whole.minor)};width:${percent(value.minor, whole.minor)};background:${effectLooks[step.effect].colour}"></i>`;
      begun += value.minor;
      return [
        [
          html`${effectMark(step.effect)} ${regimeTitle(step.regime)}`,
          `${step.assetKind}s`,
          step.assets - step.withoutValue,
          wholeMoneyText(value),
          bar,
        ],
      ];
    });
    return table(
      `Stated value by reason, ${whole.currency}; each asset once, under its gravest change`,
      ['Reason', 'Of', 'With a value', 'Stated value', ''],
      [
        ...rows,
        [
          'Length of all bars',
          '',
          '',
          wholeMoneyText(whole),
          html`<i class="bar ink" style="width:100%"></i>`,
        ],
      ],
      [2, 3],
    );
  });
  if (tables.length === 0) return html``;
  const without = money.atStake.reduce((sum, step) => sum + step.withoutValue, 0);
  return html`<h3>Value by reason</h3><p>As the files state it: cost of devices, yearly spend with vendors, value of contracts and holdings, payments. A vendor’s spend, a contract and its payments may be the same money, so the length of all bars is no loss.${without > 0 ? ` ${without} assets that change have no stated value.` : ''}</p>${tables}`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((1000 * part) / whole) / 10}%`;
}
