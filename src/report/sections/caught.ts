import { daysInWords, type PathStep } from '../../model/index.ts';
import type { ReachedParty } from '../../rehearsal/index.ts';
import { effectMark, html, longTable, Markup, table } from '../page.ts';
import type { ReportInput } from '../report-input.ts';
import { flag } from './assumed.ts';

/** Who is caught by ownership or affiliation without being named, who may be, and who no longer is. */
export function caughtSection({ rehearsals, regimeTitle }: ReportInput): Markup {
  const { reached, cleared } = rehearsals[0]!;
  const title = html`<h2 id="caught">Who is caught without being named</h2>`;
  const gone =
    cleared.length === 0
      ? ''
      : html`<p>No longer reached: ${[...new Set(cleared.map(({ caption, regime }) => `${caption} (${regimeTitle(regime)})`))].join(', ')}.</p>`;
  if (reached.length === 0) return html`${title}<p>Nobody in the ownership data held.</p>${gone}`;
  const rows = byParty(reached.filter(({ result }) => result === 'caught'));
  return html`${title}<p>Ownership data is never complete: a party that is missing here may still be caught.</p>${gone}${
    rows.length === 0
      ? ''
      : longTable(
          'Caught by ownership, subsidiary or affiliate rules',
          ['Party', 'By what links', 'Under'],
          rows.map(({ party, regimes }) => [
            html`<span id="${anchor(party.party)}"><bdi>${party.caption}</bdi></span>`,
            party.path.length > 0 ? pathMarkup(party.path, party.caption) : party.because,
            regimes.map(regimeTitle).join(', '),
          ]),
          { shown: 30 },
        )
  }${openParties(reached, regimeTitle)}`;
}

/** Parties that one and the same fact would settle stand in one row. */
function openParties(reached: readonly ReachedParty[], regimeTitle: (id: string) => string): Markup {
  const open = reached.filter(({ result }) => result === 'undetermined');
  if (open.length === 0) return html``;
  const rows = Map.groupBy(open, (party) => `${party.regime} ${party.settle ?? party.because}`);
  const caughtToo = new Set(reached.filter(({ result }) => result === 'caught').map(({ party }) => party));
  const name = ({ party, caption }: ReachedParty, at: number) =>
    html`${at > 0 ? ', ' : ''}<bdi${caughtToo.has(party) ? '' : new Markup(` id="${anchor(party)}"`)}>${caption}</bdi>`;
  return table(
    'Undetermined, with the fact that would settle it',
    ['Regime', 'Parties', 'Would settle it'],
    [...rows.values()].map((parties) => [
      regimeTitle(parties[0]!.regime),
      html`${effectMark('undetermined')} ${parties.length}<br><small>${parties.map(name)}</small>`,
      daysInWords(parties[0]!.settle ?? parties[0]!.because),
    ]),
  );
}

/** Ids of the register hold signs that an address does not. */
function anchor(party: string): string {
  return `party-${party.replace(/[^\w:.-]/g, '')}`;
}

/** One row a party: the regimes that reach it stand together, with the links of the first. */
function byParty(reached: readonly ReachedParty[]) {
  return [...Map.groupBy(reached, ({ party }) => party).values()].map((members) => ({
    party: members[0]!,
    regimes: [...new Set(members.map(({ regime }) => regime))],
  }));
}

/** From the asset or party, link by link, to the listed one; the first is left out where it was `said` just before. */
export function pathMarkup(path: readonly PathStep[], said?: string): Markup {
  if (path.length === 0) return html``;
  return html`<div class="path">${path[0]!.from === said ? '' : html`<bdi>${path[0]!.from}</bdi>`}${path.map(
    (step) =>
      html` <b>→ ${step.relation}${step.share ? ` ${step.share}` : ''} →</b> <bdi>${step.to}</bdi>${flag(step.verified ?? '')}`,
  )}</div>`;
}
