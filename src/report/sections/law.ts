import { effectMark, html, longTable, type Markup, table } from '../page.ts';
import { numberText } from '../page-words.ts';
import type { ReportInput } from '../report-input.ts';
import { flag } from './assumed.ts';

/** By whose law what changes, which laws answer such measures, and what the regimes leave free. */
export function lawSection(input: ReportInput): Markup {
  return html`<h2 id="law">Law</h2>${byRegime(input)}${counterMeasures(input)}${leftFree(input)}`;
}

function byRegime({ rehearsals, regimeTitle, jurisdictionOf }: ReportInput): Markup {
  const rows = rehearsals.flatMap(({ portfolio, totals, changes }) =>
    totals.byRegime.map((row) => {
      const gravest = changes.find(({ regime }) => regime === row.regime);
      return [
        jurisdictionOf(row.regime).toUpperCase(),
        regimeTitle(row.regime),
        portfolio.title,
        gravest ? effectMark(gravest.after) : '',
        numberText(row.dealings),
        numberText(row.assets),
      ];
    }),
  );
  if (rows.length === 0) return html``;
  return html`<h3>By whose law</h3><p>The same asset may stand under several regimes, so these rows are not to be added up. Each portfolio is asked about for its own actor: a measure of a state that does not bind that actor changes nothing here, though it may bind those whom the actor deals with.</p>${table(
    'Changed dealings by the regime that changes them first',
    ['Law of', 'Regime', 'Portfolio', 'Gravest', 'Dealings', 'Assets'],
    rows,
    [4, 5],
  )}`;
}

function counterMeasures({ counterMeasures: rows }: ReportInput): Markup {
  if (rows.length === 0) return html``;
  return html`<h3>Conflict of laws</h3><p>Following a foreign measure may itself be answered. Whoever is bound by both sides needs advice in both places before acting.</p><ul>${rows.map((row) => html`<li>${row.says} <small>${row.regime}: ${row.citation}</small>${flag(row.verified)}</li>`)}</ul>`;
}

function leftFree({ rehearsals }: ReportInput): Markup {
  const statements = [...new Set(rehearsals.flatMap((rehearsal) => rehearsal.notForbidden))].sort();
  if (statements.length === 0) return html``;
  return html`<h3>What these regimes do not forbid</h3>${longTable(
    'Of the lists that a party in question is on, supposed or in truth',
    ['Regime', 'What it leaves free'],
    statements.map((statement) => {
      const [, regime, says] = /^([^:]{1,40}): (.*)$/s.exec(statement) ?? ['', '', statement];
      return [regime, says];
    }),
    { shown: 20 },
  )}`;
}
