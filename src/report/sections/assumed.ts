import { html, Markup, table } from '../page.ts';
import { day } from '../page-words.ts';
import type { ReportInput } from '../report-input.ts';
import { timelineSvg } from '../timeline.ts';

/** The assumed action: what, on which day, under which law, with which licences; and the days that follow from it. */
export function assumedSection({ rehearsals, bars, legalBases }: ReportInput): Markup {
  const rehearsal = rehearsals[0]!;
  const own = rehearsals.flatMap(({ deadlines }) =>
    deadlines.filter(({ asset }) => asset !== undefined).map((deadline) => deadline.day),
  );
  const isLicensed = bars.some(({ kind }) => kind === 'licence');
  return html`<h2 id="assumed">What is assumed</h2><div class="scroll" tabindex="0" role="group" aria-label="Timeline">${new Markup(timelineSvg(bars, own))}</div><ol>${rehearsal.scenario.assumptions.map((words) => html`<li>${words}</li>`)}</ol>
${isLicensed ? '' : html`<p>No licence is assumed: there is no time for winding down.</p>`}
${
  legalBases.length === 0
    ? ''
    : table(
        'Legal basis of the lists concerned',
        ['List', 'Who keeps it', 'Legal basis', 'Whom it reaches beside'],
        legalBases.map((basis) => [
          basis.regime,
          basis.issuer,
          html`${basis.authority}${flag(basis.verified)}`,
          basis.reaches,
        ]),
      )
}
${table(
  'Days on which the picture changes',
  ['Day', 'What happens'],
  rehearsal.keyDays.map((key) => [day(key.day), key.what]),
)}`;
}

/** How far a statement was looked up, where it was not in the source itself. */
export function flag(verified: string): Markup {
  if (verified === '' || verified === 'verified') return html``;
  return html` <span class="flag">${verified === 'invented' ? 'assumed listing' : verified}</span>`;
}
