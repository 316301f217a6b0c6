import { changesEffect, type Rehearsal } from '../../rehearsal/index.ts';
import { dealingsInBrief } from '../dealings-in-brief.ts';
import { effectMark, html, Markup, table } from '../page.ts';
import { amounts, counted, day } from '../page-words.ts';
import type { ReportInput } from '../report-input.ts';
import { foremost, layoutShockMap } from '../shock-layout.ts';
import { type ShockMap, shockMap } from '../shock-map.ts';
import { numberedMarks, shockMapSvg } from '../shock-svg.ts';
import { certainty, firstDays, movesMost } from './in-short.ts';

/** What fits one page and stands alone: what is supposed, what changes for whom, by when, and how sure that is. */
export function frontPage({ rehearsals, epicentre, regimeTitle, supposed }: ReportInput): Markup {
  const { scenario } = rehearsals[0]!;
  const map = shockMap(rehearsals, epicentre, regimeTitle);
  const invented = rehearsals.some((rehearsal) => rehearsal.portfolio.invented);
  return html`<section class="front"><header><p class="eyebrow">Aftershock · designation impact report · rehearsal of something that has not happened</p>
<h1>${scenario.title}</h1></header>
<p class="notice">A rehearsal, not a prediction, and no legal advice. A match is possible until a person has checked it, and what does not appear here is not cleared.${invented ? ' The portfolios are invented for demonstration.' : ''}</p>
<p class="lead">${supposition(supposed, rehearsals[0]!)}</p>
<div class="answers">${rehearsals.map(answer)}</div>
<p class="note">“Blocked”: the property is frozen, and nearly every dealing with it is forbidden. “Undetermined”: a fact is missing, and the report says which. A stated value is what the files say; a vendor’s yearly spend, a contract and its payments may be the same money, and are not added up.</p>
${picture(map)}
<div class="in-short">${firstDays(rehearsals)}${movesMost(rehearsals)}${certainty(rehearsals)}</div></section>
${scenario.note ? html`<p>${scenario.note}</p>` : ''}
<nav class="contents" aria-label="Contents"><a href="#assumed">What is assumed</a><a href="#caught">Who is caught</a>${rehearsals.map((rehearsal) => html`<a href="#${rehearsal.portfolio.id}">${rehearsal.portfolio.title}</a>`)}<a href="#deadlines">Deadlines</a><a href="#sensitivity">What moves the result</a><a href="#others">Substitutes and other parties</a><a href="#published">What others have published</a><a href="#law">Law</a><a href="#method">Method and sources</a></nav>
<details class="on-screen"><summary>The picture as a list (${map.marks.length} marks)</summary>${markList(map)}</details>`;
}

const mostSupposed = 4;

function supposition(statements: readonly string[], { scenario }: Rehearsal): Markup {
  const shown = statements.slice(0, mostSupposed);
  const left = statements.length - shown.length;
  return html`Supposed: ${shown.join('; ')}${left > 0 ? `; and ${counted(left, 'more assumption')}` : ''}. Rehearsed for ${day(scenario.on)}.`;
}

function answer(rehearsal: Rehearsal): Markup {
  const { totals, portfolio } = rehearsal;
  const brief = dealingsInBrief(rehearsal.changes);
  const devices = portfolioHasDevices(rehearsal);
  return html`<div><h2><a href="#${portfolio.id}">${portfolio.title}</a></h2>
<p class="figure"><b>${totals.changedAssets}</b> of ${totals.assets} assets change</p>
${brief.length === 0 ? html`<p>Nothing that was found becomes stricter or freer.</p>` : html`<ul>${brief.map(({ effect, words }) => html`<li>${effectMark(effect)}: ${words}</li>`)}${devices && !rehearsal.changes.some(({ activity }) => activity === 'use') ? html`<li>Use of what is installed does not change.</li>` : ''}</ul>`}${totals.otherReasonAssets > 0 ? html`<p>${totals.otherReasonAssets} more keep every effect that they have, for other reasons than today’s.</p>` : ''}
${totals.byKind.length === 0 ? '' : html`<p class="note">Stated value: ${totals.byKind.map(({ kind, assets, values }, at) => `${at > 0 ? '; ' : ''}${counted(assets, kind)}: ${amounts(values)}`)}.</p>`}</div>`;
}

function portfolioHasDevices({ changes }: Rehearsal): boolean {
  return changes.some((change) => change.assetKind === 'device' && changesEffect(change));
}

function picture(map: ShockMap): Markup {
  return html`<figure class="map"><input type="radio" name="state" id="show-before" class="switch-input"><label for="show-before">Before</label><input type="radio" name="state" id="show-after" class="switch-input" checked><label for="show-after">After</label>
${new Markup(shockMapSvg(map))}${new Markup(shockMapSvg(map, { form: 'narrow', id: 'narrow' }))}
<ol class="numbered">${foremost(layoutShockMap(map, 'narrow').marks, numberedMarks).map(({ mark }) => html`<li><bdi>${mark.label}</bdi> ${mark.count > 1 ? mark.count : ''} ${effectMark(mark.effect)}</li>`)}</ol>
<figcaption>In the middle the party; outward whom it reaches by ownership, the brands it is sold under, and what is yours. Size: number of assets. Darkness and sign: the gravest effect on any dealing with them, which for devices is mostly that on buying more. Hatched: not decided, or only a possible match.</figcaption></figure>`;
}

function markList(map: ShockMap): Markup {
  return table(
    'Marks of the shock map',
    ['Ring', 'What', 'Before', 'After', 'Items', 'Stated value'],
    map.marks.map((mark) => [
      mark.ring,
      html`<bdi>${mark.label}</bdi><br><small>${mark.detail}</small>`,
      effectMark(mark.before),
      effectMark(mark.effect),
      mark.count,
      mark.ring === 'owned' ? '' : amounts(mark.values),
    ]),
    [4, 5],
  );
}
