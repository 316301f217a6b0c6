import { daysInWords } from '../../model/index.ts';
import type { Rehearsal } from '../../rehearsal/index.ts';
import { effectMark, html, longTable, type Markup, table } from '../page.ts';
import { amounts, day, numberText } from '../page-words.ts';
import { flag } from './assumed.ts';

/** Payments by time and treatment, holdings with the days a sale takes, and what replacing devices would cost. */
export function moneySections({ money, portfolio }: Rehearsal): Markup {
  const names = new Map(portfolio.sites.map(({ id, name }) => [id, name]));
  return html`${payments(money)}${holdings(money)}${replacement(money, names)}`;
}

type Money = Rehearsal['money'];

function payments({ payments: groups }: Money): Markup {
  if (groups.length === 0) return html``;
  const items = groups.flatMap((group) => group.items.map((item) => ({ ...item, group })));
  return html`<h3>Payments</h3><p>Blocked money is held by whoever has it, in a blocked account; rejected money goes back (31 CFR 501.603, 501.604). Each payment was asked about on its own day.</p>${table(
    'By when they fall due and what becomes of them',
    ['When', 'What becomes of them', 'Payments', 'Amount'],
    groups.map((group) => [
      group.when,
      group.treatment,
      group.payments,
      html`${amounts(group.values)}${group.withoutValue > 0 ? html`<br><small>${group.withoutValue} without an amount</small>` : ''}`,
    ]),
    [2, 3],
  )}${longTable(
    'One by one',
    ['Due', 'To or from', 'Amount', 'Before', 'After', 'What becomes of it'],
    items.map((item) => [
      item.due === undefined ? 'not known' : day(item.due),
      html`${item.direction === 'out' ? 'to' : 'from'} <bdi>${item.label}</bdi> <small>${item.asset}${item.confidence === 'certain' ? '' : `, ${item.confidence}`}</small>`,
      amounts(item.amount ? [item.amount] : []),
      effectMark(item.before),
      effectMark(item.after),
      html`${item.group.treatment}<br><small>${item.citation}</small>`,
    ]),
    { shown: 12, numeric: [2] },
  )}`;
}

function holdings({ holdings: rows, volumeShare }: Money): Markup {
  if (rows.length === 0) return html``;
  return html`<h3>Holdings</h3><p>Held directly; what a fund holds is the fund’s to sell. Days to sell are the quantity over ${volumeShare} percent of the daily volume, which is an assumption, both as the files state them. Exchange holidays are not known.</p>${table(
    'Securities whose sale the law restrains',
    ['Security', 'Value', 'Quantity', 'Daily volume', 'Days to sell', 'Sale allowed', 'Enough time'],
    rows.map((row) => [
      html`<bdi>${row.issuer}</bdi> <small>${row.security}</small>`,
      amounts(row.values),
      grouped(row.quantity),
      grouped(row.dailyVolume),
      row.tradingDays,
      html`${row.confidence === 'possible' || row.confidence === 'unknown' ? html`<small>possible match, if right:</small> ` : ''}${
        typeof row.saleAllowed === 'string'
          ? row.saleAllowed
          : html`from ${day(row.saleAllowed.from)}${row.saleAllowed.until === undefined ? '' : html` to ${day(row.saleAllowed.until)}`}`
      }`,
      row.enough,
    ]),
    [1, 2, 3, 4],
  )}`;
}

/** Thousands apart, where it is a plain number. */
function grouped(text: string): string {
  return /^\d+(\.\d+)?$/.test(text) ? text.replace(/^\d+/, (whole) => numberText(Number(whole))) : text;
}

const sitesShown = 8;

function replacement(
  { replacement: { changed, forced, bySite, prices } }: Money,
  names: ReadonlyMap<string, string>,
): Markup {
  if (changed.devices === 0) return html``;
  const range = ({ low, high }: typeof changed) =>
    low.length === 0 ? 'not known' : `${amounts(low)} to ${amounts(high)}`;
  const row = (what: string, cost: typeof changed) => [
    what,
    numberText(cost.devices),
    range(cost),
    cost.notKnown === 0 ? '–' : numberText(cost.notKnown),
  ];
  return html`<h3>Replacement</h3>${
    prices.length === 0
      ? html`<p>No price fits these devices: what replacing them costs is not known. Give your own under “prices” in the scenario.</p>`
      : html`<p>From the cheapest to the dearest published figure that fits a device’s type, for the devices that have one. No law held here orders a replacement unless the second row says so. Your own figures, under “prices” in the scenario, take their place.</p>`
  }${table(
    'What other devices would cost',
    ['Were replaced', 'Devices', 'Cost of those with a price', 'No price known'],
    [
      row('every device that changes', changed),
      row('those whose use or upkeep is forbidden, or that have to be removed', forced),
    ],
    [1, 2, 3],
  )}${
    bySite.length > 1
      ? longTable(
          'The same by site, were every device that changes replaced',
          ['Site', 'Devices', 'Cost of those with a price', 'No price known'],
          bySite.map(({ site, ...cost }) => row(names.get(site) ?? site, cost)),
          { shown: sitesShown, numeric: [1, 2, 3] },
        )
      : ''
  }${
    prices.length === 0
      ? ''
      : table(
          'The prices used, for one device',
          ['For a', 'Price', 'As of', 'What was paid for', 'Who says so'],
          prices.map((price) => [
            price.device,
            price.low.minor === price.high.minor || price.high.minor - price.low.minor === 1
              ? amounts([price.low])
              : `${amounts([price.low])} to ${amounts([price.high])}`,
            daysInWords(price.asOf ?? ''),
            price.says,
            html`<span class="source">${price.source}</span>${flag(price.verified)}`,
          ]),
          [1],
        )
  }`;
}
