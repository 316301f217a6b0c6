import type { Rehearsal } from '../rehearsal/index.ts';
import { html, type Markup, table } from './page.ts';
import { amounts, day } from './page-words.ts';

/** Payments by time and treatment, holdings with the days a sale takes, and what replacing devices would cost. */
export function moneySections({ money }: Rehearsal): Markup {
  return html`${payments(money)}${holdings(money)}${replacement(money)}`;
}

type Money = Rehearsal['money'];

function payments({ payments: rows }: Money): Markup {
  if (rows.length === 0) return html``;
  return table(
    'Payments, by when they fall due and what becomes of them',
    ['When', 'What becomes of them', 'Payments', 'Amount'],
    rows.map((row) => [
      row.when,
      row.treatment,
      row.payments,
      html`${amounts(row.values)}${row.withoutValue > 0 ? html`<br><small>${row.withoutValue} without an amount</small>` : ''}`,
    ]),
    [2, 3],
  );
}

function holdings({ holdings: rows, volumeShare }: Money): Markup {
  if (rows.length === 0) return html``;
  return html`<h3>Holdings</h3>${table(
    `Days to sell at ${volumeShare} percent of a day’s volume, which is an assumption`,
    ['Security', 'Value', 'Trading days', 'Sale allowed', 'Enough'],
    rows.map((row) => [
      html`<bdi>${row.issuer}</bdi><br><small>${row.security}</small>`,
      amounts(row.values),
      row.tradingDays,
      typeof row.saleAllowed === 'string'
        ? row.saleAllowed
        : html`from ${day(row.saleAllowed.from)}${row.saleAllowed.until === undefined ? '' : html` to ${day(row.saleAllowed.until)}`}`,
      row.enough,
    ]),
    [1, 2],
  )}`;
}

function replacement({ replacement: { changed, forced, prices } }: Money): Markup {
  if (changed.devices === 0) return html``;
  const range = ({ low, high }: typeof changed) =>
    low.length === 0 ? 'not known' : `${amounts(low)} to ${amounts(high)}`;
  const row = (what: string, cost: typeof changed) => [
    what,
    cost.devices,
    range(cost),
    cost.notKnown === 0 ? '' : `${cost.notKnown} without a price`,
  ];
  return html`<h3>Replacement</h3>${table(
    'What other devices would cost, without work and wiring',
    ['Were replaced', 'Devices', 'Cost', ''],
    [
      row('every device that the assumptions touch (the law need not order it)', changed),
      ...(forced.devices > 0 ? [row('devices whose use or upkeep is forbidden', forced)] : []),
    ],
    [1, 2],
  )}${prices.length === 0 ? html`<p class="note">No price is known here: a price is the user’s to give.</p>` : html`<p class="note">Prices: ${[...new Set(prices.map(({ source }) => source))].join('; ')}.</p>`}`;
}
