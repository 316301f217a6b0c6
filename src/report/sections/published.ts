import type { Observation } from '../../model/index.ts';
import { html, longTable, type Markup } from '../page.ts';
import { flag } from './assumed.ts';

const shown = 12;

/** What others have counted or claimed, in their words and units. */
export function publishedSection(rows: readonly Observation[]): Markup {
  if (rows.length === 0) return html``;
  return html`<h2 id="published">What others have published</h2><p>Their figures, with unit, day and known errors. They count different things and are never added up here; none is a finding of this report.</p>${longTable(
    'Published observations',
    ['Who says so', 'Claim', 'Value', 'Unit', 'Place', 'As of', 'Caution'],
    rows.map((row) => [
      html`${row.whoSays}${row.system ? `, by ${row.system}` : ''}${flag(row.provenance.verified)}`,
      row.claim,
      row.value,
      row.unit,
      row.place,
      row.asOf,
      row.caution ?? '',
    ]),
    { shown, numeric: [2] },
  )}`;
}
