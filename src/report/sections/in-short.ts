import { dayInWords } from '../../model/index.ts';
import type { Rehearsal } from '../../rehearsal/index.ts';
import { tiesByConfidence } from '../how-sure.ts';
import { html, type Markup } from '../page.ts';
import { counted, day, numberText } from '../page-words.ts';
import { movers } from './sensitivity.ts';

const most = 3;

/** The first of the user's own days and of the reports due, that the assumptions bring. */
export function firstDays(rehearsals: readonly Rehearsal[]): Markup {
  const rows = rehearsals
    .flatMap(({ deadlines }) => deadlines)
    .filter(({ asset, kind, already }) => !already && (asset !== undefined || kind === 'report'))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const once = [...new Map(rows.map((row) => [`${row.day} ${row.what}`, row])).values()];
  return html`<div><h2>First days</h2>${
    once.length === 0
      ? html`<p>No day of yours is touched.</p>`
      : html`<ul>${once.slice(0, most).map((row) => html`<li>${day(row.day)}: ${row.what}</li>`)}</ul>${once.length > most ? html`<p class="note"><a href="#deadlines">${counted(once.length, 'day')} in all</a></p>` : ''}`
  }</div>`;
}

/** The assumptions or missing facts that move most dealings, over all portfolios. */
export function movesMost(rehearsals: readonly Rehearsal[]): Markup {
  const rows = rehearsals
    .flatMap((rehearsal) =>
      movers(rehearsal).rows.map((row) => ({
        ...row,
        of: rehearsals.length > 1 ? rehearsal.portfolio.title : '',
      })),
    )
    .toSorted((a, b) => b.dealings - a.dealings);
  const title = html`<h2>What would move it most</h2>`;
  if (rows.length === 0) return html`<div>${title}<p>Nothing but the assumption itself.</p></div>`;
  return html`<div>${title}<ul>${rows.slice(0, most).map((row) => html`<li>${row.what} <small>(${row.of ? `${row.of}: ` : ''}${counted(row.dealings, 'dealing')})</small></li>`)}</ul></div>`;
}

/** How sure the joins are, and what waits for an answer. */
export function certainty(rehearsals: readonly Rehearsal[]): Markup {
  const counts = tiesByConfidence(rehearsals);
  const open = rehearsals.reduce((sum, { undetermined }) => sum + undetermined.length, 0);
  const unsettled = rehearsals.reduce(
    (sum, rehearsal) => sum + rehearsal.unsettled.reduce((count, device) => count + device.count, 0),
    0,
  );
  return html`<div><h2>How sure</h2><ul>
<li>Of the assets that change, the tie to a party is ${counts.length === 0 ? 'of none to be told' : counts.map(({ confidence, count }) => `${confidence} for ${numberText(count)}`).join(', ')}.</li>
<li>${waiting(open, unsettled)}</li>
<li>${sources(rehearsals[0]!)}</li></ul></div>`;
}

function waiting(open: number, unsettled: number): string {
  const parts = [
    ...(open > 0 ? [`${counted(open, 'dealing')} ${open === 1 ? 'waits' : 'wait'} for a fact`] : []),
    ...(unsettled > 0 ? [`of ${counted(unsettled, 'device')} the maker is still to be told`] : []),
  ];
  if (parts.length === 0) return 'No dealing waits for a fact.';
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function sources({ versions, known }: Rehearsal): string {
  // An extract may add to a whole version of the same list.
  const lists = new Set(versions.map(({ source }) => source)).size;
  const from =
    lists === 0
      ? 'the casebook alone, no official list being held'
      : `the casebook and ${counted(lists, 'list')}`;
  return `From ${from}, as known on ${dayInWords(known)}.`;
}
