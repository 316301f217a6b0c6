import { dayInWords } from '../../model/index.ts';
import type { Rehearsal } from '../../rehearsal/index.ts';
import { effectMark, html, longTable, type Markup, table } from '../page.ts';
import { flag } from './assumed.ts';

/** Makers that could stand in, and parties about which the same is documented. */
export function othersSection(rehearsals: readonly Rehearsal[]): Markup {
  return html`<h2 id="others">Substitutes and other parties</h2>${substitutes(rehearsals)}${next(rehearsals[0]!)}`;
}

function substitutes(rehearsals: readonly Rehearsal[]): Markup {
  const withDevices = rehearsals.filter((rehearsal) => rehearsal.substitutes.length > 0);
  if (withDevices.length === 0) return html`<p>No portfolio here has devices to replace.</p>`;
  // Portfolios for which the law says the same of every maker share a table.
  const tables = Map.groupBy(withDevices, (rehearsal) => JSON.stringify(rehearsal.substitutes));
  return html`${[...tables.values()].map((alike) => {
    const { substitutes: rows, next: sharing, scenario } = alike[0]!;
    const shared = new Map(sharing.map((row) => [row.party, row.shared.length]));
    const whose = tables.size > 1 ? `: ${alike.map(({ portfolio }) => portfolio.title).join(', ')}` : '';
    return table(
      `Other makers, and what stands against buying from each${whose}`,
      [
        'Maker',
        'Buying without it',
        'Buying with it',
        `Lists it is on, ${dayInWords(scenario.on)}`,
        'Shared criteria',
        'Note',
      ],
      rows.map((row) => [
        html`<bdi>${row.caption}</bdi>`,
        effectMark(row.before),
        effectMark(row.after),
        row.listings.join(', ') || 'none of the lists held',
        shared.get(row.party) ?? 0,
        row.note,
      ]),
      [4],
    );
  })}<p class="note">Shared criteria: those below that hold for the designated party as well. That a maker stands here is no clearance; what its devices cost and when they could be delivered is not known here.</p>`;
}

const shown = 8;

function next({ next: rows, reached, scenario }: Rehearsal): Markup {
  if (rows.length === 0) return html``;
  const caught = new Set(reached.filter(({ result }) => result === 'caught').map(({ party }) => party));
  const sources = [...new Set(rows.flatMap((row) => row.shared.map(({ source }) => source)))];
  return html`<h3>Who shares the documented criteria</h3><p>A ranking of evidence in the casebook, as it is known today, and no prediction: nothing says that any step against these parties is planned.</p>${longTable(
    'Parties by how many criteria they share with the designated one; numbers in brackets are sources',
    ['Party', 'Shared', 'Criteria', `Lists it is on, ${dayInWords(scenario.on)}`],
    rows.map((row) => [
      html`<bdi>${row.caption}</bdi>${caught.has(row.party) ? html` <small>caught by ownership here</small>` : ''}`,
      row.shared.length,
      html`<ul class="plain">${row.shared.map((one) => html`<li>${one.criterion} [${sources.indexOf(one.source) + 1}]${flag(one.verified)}</li>`)}</ul>`,
      row.listings.join(', ') || 'none of the lists held',
    ]),
    { shown, numeric: [1] },
  )}<ol class="note">${sources.map((source) => html`<li>${source}</li>`)}</ol>`;
}
