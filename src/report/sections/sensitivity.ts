import type { Rehearsal, Sensitivity } from '../../rehearsal/index.ts';
import { html, type Markup, table } from '../page.ts';
import { amounts, counted } from '../page-words.ts';

interface Movers {
  /** The one designation that everything hangs on, where there is but one. */
  readonly whole: Sensitivity | undefined;
  readonly rows: readonly Sensitivity[];
}

/** What moves a result, but for the one designation without which there would be no result. */
export function movers({ sensitivity }: Rehearsal): Movers {
  const designations = sensitivity.filter(({ group }) => group === 'designation');
  const whole = designations.length === 1 ? designations[0] : undefined;
  return { whole, rows: sensitivity.filter((row) => row !== whole) };
}

const most = 3;

/** The three assumptions or missing facts that move each portfolio's result most. */
export function sensitivitySection(rehearsals: readonly Rehearsal[]): Markup {
  return html`<h2 id="sensitivity">What moves the result most</h2><p>Each assumption is turned round, one at a time, each missing fact is answered every way it can be, and the law is asked anew. Counted are the dealings whose effect is then another on some day.</p>${rehearsals.map(
    (rehearsal) => {
      const { whole, rows } = movers(rehearsal);
      const base = whole
        ? html`<p>Without the designation itself, ${counted(whole.dealings, 'dealing')} would read otherwise${rehearsal.changes.length > whole.dealings ? html` (of ${rehearsal.changes.length} changes; the others keep their effect and gain or lose a reason)` : ''}.</p>`
        : '';
      const title = html`<h3>${rehearsal.portfolio.title}</h3>${base}`;
      if (rows.length === 0) return html`${title}<p>Nothing else moves it.</p>`;
      const largest = Math.max(...rows.map(({ dealings }) => dealings));
      return html`${title}${table(
        `The ${rows.length < most ? '' : 'three '}assumptions or missing facts that move most${rows.length > most ? `, of ${rows.length} that move something` : ''}`,
        ['If', 'Kind', 'Dealings that read otherwise', '', 'Stated value'],
        rows
          .slice(0, most)
          .map((row) => [
            row.what,
            row.group,
            row.dealings,
            html`<i class="bar ink" style="width:${Math.max(2, Math.round((100 * row.dealings) / largest))}%"></i>`,
            amounts(row.values),
          ]),
        [2, 4],
      )}`;
    },
  )}`;
}
