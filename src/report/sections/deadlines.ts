import { type Day, dayNumber, wholeMoneyText } from '../../model/index.ts';
import type { Deadline, Rehearsal } from '../../rehearsal/index.ts';
import { effectMark, html, longTable, type Markup, type Part } from '../page.ts';
import { day } from '../page-words.ts';

/** What is due when, in order of day, counted from the day rehearsed. */
export function deadlinesSection(
  rehearsals: readonly Rehearsal[],
  regimeTitle: (id: string) => string,
): Markup {
  const on = rehearsals[0]!.scenario.on;
  const rows = rehearsals
    .flatMap((rehearsal) =>
      rehearsal.deadlines.map((deadline) => ({ deadline, titles: [rehearsal.portfolio.title] })),
    )
    .sort((a, b) => (a.deadline.day < b.deadline.day ? -1 : a.deadline.day > b.deadline.day ? 1 : 0));
  const title = html`<h2 id="deadlines">Deadlines</h2>`;
  if (rows.length === 0) return html`${title}<p>None that is known here.</p>`;
  return html`${title}<p>Days of the law, of the assumed licences and of the user’s own contracts and payments; also in the calendar file. Reports are those to OFAC, ten business days (federal holidays left out); what other authorities ask for is not modelled.</p>${longTable(
    'In order of day',
    ['Day', 'Day no.', 'What', 'For', 'Stated value', 'Why'],
    shared(rows).map(({ deadline, titles }) => [
      day(deadline.day),
      number(deadline.day, on),
      html`${deadline.what}${deadline.asset ? html` <small>${deadline.asset}</small>` : ''}`,
      titles.map((text, at) => html`${at > 0 ? html`<br>` : ''}${text}`),
      deadline.value ? wholeMoneyText(deadline.value) : '',
      why(deadline, regimeTitle),
    ]),
    { shown: 25, numeric: [1, 4], rest: 'in the calendar file' },
  )}`;
}

/** A day of the law that several portfolios have in common stands once. */
function shared(rows: readonly { deadline: Deadline; titles: string[] }[]) {
  const known = new Map<string, { deadline: Deadline; titles: string[] }>();
  for (const { deadline, titles } of rows) {
    const key = JSON.stringify([deadline.day, deadline.what, deadline.why, deadline.asset ?? '']);
    const row = known.get(key);
    if (row) row.titles.push(...titles);
    else known.set(key, { deadline, titles: [...titles] });
  }
  return [...known.values()];
}

/** The day rehearsed is day 0. */
function number(of: Day, on: Day): number {
  return dayNumber(of) - dayNumber(on);
}

/** Why an asset of the user's is due is told in full where its change is. */
function why({ change, why: text, citation }: Deadline, regimeTitle: (id: string) => string): Part {
  const cited = citation ? html`<br><small>${citation}</small>` : '';
  if (change === undefined) return html`${text}${cited}`;
  const effect =
    change.before === change.after
      ? effectMark(change.after)
      : html`${effectMark(change.before)} → ${effectMark(change.after)}`;
  return html`${effect}<br><small>${change.regime ? `${regimeTitle(change.regime)} · ` : ''}${citation ?? ''}</small>`;
}
