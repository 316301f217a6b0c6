import { dayInWords, gravity, moneyText, type Observation, type PathStep } from '../model/index.ts';
import type { ReachedParty, Rehearsal } from '../rehearsal/index.ts';
import { effectLooks } from './effect-look.ts';
import { type ChangeGroup, groupChanges } from './group-changes.ts';
import { moneySections } from './money-sections.ts';
import { effectMark, html, Markup, page, table } from './page.ts';
import { amounts, day } from './page-words.ts';
import { foremost, layoutShockMap } from './shock-layout.ts';
import { shockMap } from './shock-map.ts';
import { numberedMarks, shockMapSvg } from './shock-svg.ts';
import { type TimelineBar, timelineSvg } from './timeline.ts';
import { valueByReason } from './value-by-reason.ts';

/** What the report is made of beside the rehearsals themselves. */
export interface ReportInput {
  /** Of one scenario, one a portfolio. */
  readonly rehearsals: readonly Rehearsal[];
  /** The party in the middle of the shock map. */
  readonly epicentre: string;
  /** What others published about the parties in question; shown side by side, never added up. */
  readonly observations: readonly Observation[];
  readonly regimeTitle: (id: string) => string;
  /** What is assumed, as periods. */
  readonly bars: readonly TimelineBar[];
  /** Laws that answer foreign measures, for whoever is bound by both sides. */
  readonly counterMeasures: readonly {
    readonly regime: string;
    readonly says: string;
    readonly citation: string;
    readonly verified: string;
  }[];
  readonly jurisdictionOf: (regime: string) => string;
}

/** The designation impact report as one HTML file. The same input gives the same bytes. */
export function reportHtml(input: ReportInput): string {
  const first = input.rehearsals[0]!;
  const body = html`${frontPage(input)}
${assumed(input)}
${caught(input)}
${input.rehearsals.map((rehearsal) => portfolioSection(rehearsal, input))}
${deadlines(input.rehearsals)}
${sensitivity(input.rehearsals)}
${substitutes(first, input.rehearsals)}
${next(first)}
${observations(input.observations)}
${otherRegimes(input)}
${counterMeasures(input)}
${notForbidden(input.rehearsals)}
${method(input.rehearsals)}`;
  return page(`Aftershock: ${first.scenario.title}`, body);
}

function frontPage({ rehearsals, epicentre, regimeTitle }: ReportInput): Markup {
  const { scenario } = rehearsals[0]!;
  const map = shockMap(rehearsals, epicentre, regimeTitle);
  const invented = rehearsals.some((rehearsal) => rehearsal.portfolio.invented);
  return html`<header><p class="eyebrow">Aftershock · designation impact report · rehearsal of something that has not happened</p>
<h1>${scenario.title}</h1></header>
<p class="notice">A rehearsal, not a prediction, and no legal advice. A match is possible until a person has checked it, and what does not appear here is not cleared.${invented ? ' The portfolios are invented for demonstration.' : ''}</p>
<p class="lead">${rehearsals.map(headline)}</p>
<dl class="figures">${rehearsals.map(
    (rehearsal) =>
      html`<div><dt>${rehearsal.portfolio.title}</dt><dd>${rehearsal.totals.changedAssets} of ${rehearsal.totals.assets}</dd><dt>assets change · ${amounts(rehearsal.totals.values)}</dt></div>`,
  )}</dl>
<p>In plain words: this report supposes that the listing in its title happens on ${day(scenario.on)}. It then goes through the things listed in ${rehearsals.length === 1 ? 'a portfolio' : `${rehearsals.length} portfolios`} (devices, vendors, contracts, holdings, payments), one by one, and says for each what the law would allow before and after, on which day, by which path and on whose authority. “Blocked” means that property is frozen and nearly every dealing is forbidden; “undetermined” means that a fact is missing, and says which.</p>
${scenario.note ? html`<p>${scenario.note}</p>` : ''}
<figure class="map"><input type="radio" name="state" id="show-before" class="switch-input"><label for="show-before">Before</label><input type="radio" name="state" id="show-after" class="switch-input" checked><label for="show-after">After</label>
${new Markup(shockMapSvg(map))}${new Markup(shockMapSvg(map, { form: 'narrow', id: 'narrow' }))}
<ol class="numbered">${foremost(layoutShockMap(map, 'narrow').marks, numberedMarks).map(({ mark }) => html`<li><bdi>${mark.label}</bdi> ${mark.count > 1 ? mark.count : ''} ${effectMark(mark.effect)}</li>`)}</ol>
<figcaption>The party in the middle; outward, whom it reaches by ownership, the brands it is sold under, and what is yours. Size is the number of things, darkness the gravest effect, hatching what could not be decided.</figcaption></figure>
<p class="note">Read next: ${rehearsals.map((rehearsal) => html`<a href="#${rehearsal.portfolio.id}">${rehearsal.portfolio.title}</a> · `)}<a href="#deadlines">deadlines</a> · <a href="#sensitivity">what moves the result</a> · <a href="#method">method and sources</a></p>
<details><summary>The same as a list (${map.marks.length} marks)</summary>${table(
    'Marks of the shock map',
    ['Ring', 'What', 'Before', 'After', 'Items', 'Value'],
    map.marks.map((mark) => [
      mark.ring,
      html`<bdi>${mark.label}</bdi><br><small>${mark.detail}</small>`,
      effectMark(mark.before),
      effectMark(mark.effect),
      mark.count,
      amounts(mark.values),
    ]),
    [4, 5],
  )}</details>`;
}

function headline(rehearsal: Rehearsal): Markup {
  const { totals, portfolio } = rehearsal;
  if (totals.changedAssets === 0) return html`For ${portfolio.title} nothing that was found changes. `;
  const worst = totals.byEffect[0]!;
  return html`For ${portfolio.title}, ${totals.changedAssets} of ${totals.assets} assets change; the gravest effect is “${worst.effect}”, on ${worst.assets}. `;
}

function assumed({ rehearsals, bars }: ReportInput): Markup {
  const rehearsal = rehearsals[0]!;
  const own = rehearsals.flatMap(({ deadlines }) =>
    deadlines.filter(({ asset }) => asset !== undefined).map((deadline) => deadline.day),
  );
  return html`<h2>What is assumed</h2><div class="scroll" tabindex="0" role="group" aria-label="Timeline">${new Markup(timelineSvg(bars, own))}</div><ol>${rehearsal.scenario.assumptions.map((words) => html`<li>${words}</li>`)}</ol>
${table(
  'Days on which the picture changes',
  ['Day', 'What happens'],
  rehearsal.keyDays.map((key) => [day(key.day), key.what]),
)}`;
}

function caught({ rehearsals, regimeTitle }: ReportInput): Markup {
  const { reached, cleared } = rehearsals[0]!;
  const title = html`<h2>Who is caught without being named</h2>`;
  const gone =
    cleared.length === 0
      ? ''
      : html`<p>No longer reached: ${[...new Set(cleared.map(({ caption }) => caption))].join(', ')}.</p>`;
  if (reached.length === 0) return html`${title}<p>Nobody in the ownership data held.</p>${gone}`;
  const caughtRows = byParty(reached.filter(({ result }) => result === 'caught'));
  return html`${title}<p>Ownership data is never complete: a party that is missing here may still be caught.</p>${gone}${
    caughtRows.length === 0
      ? ''
      : table(
          'Caught by ownership, subsidiary or affiliate rules',
          ['Party', 'Regime', 'Proof'],
          caughtRows.map(({ party, regimes }) => [
            html`<span id="party-${party.party}"><bdi>${party.caption}</bdi></span>`,
            regimes.map((regime) => html`${regimeTitle(regime)}<br>`),
            html`${party.because}${pathMarkup(party.path)}`,
          ]),
        )
  }${openParties(reached, regimeTitle)}`;
}

/** Parties that one and the same fact would settle stand in one row. */
function openParties(reached: readonly ReachedParty[], regimeTitle: (id: string) => string): Markup {
  const rows = new Map<string, ReachedParty[]>();
  for (const party of reached) {
    if (party.result !== 'undetermined') continue;
    const key = `${party.regime} ${party.settle ?? party.because}`;
    rows.set(key, [...(rows.get(key) ?? []), party]);
  }
  if (rows.size === 0) return html``;
  const caughtToo = new Set(reached.filter(({ result }) => result === 'caught').map(({ party }) => party));
  return table(
    'Undetermined, with the fact that would settle it',
    ['Regime', 'Parties', 'Would settle it'],
    [...rows.values()].map((parties) => [
      regimeTitle(parties[0]!.regime),
      html`${effectMark('undetermined')} ${parties.length}<br><small>${parties.map((party, at) => html`${at > 0 ? ', ' : ''}<bdi${caughtToo.has(party.party) ? '' : new Markup(` id="party-${party.party.replace(/[^\w:.-]/g, '')}"`)}>${party.caption}</bdi>`)}</small>`,
      parties[0]!.settle ?? parties[0]!.because,
    ]),
  );
}

/** One row a party and result: the regimes that reach it stand together, with the proof of the first. */
function byParty(
  reached: readonly ReachedParty[],
): { readonly party: ReachedParty; readonly regimes: readonly string[] }[] {
  const rows = new Map<string, { party: ReachedParty; regimes: string[] }>();
  for (const party of reached) {
    const key = `${party.party} ${party.result}`;
    const row = rows.get(key);
    if (row) row.regimes.push(party.regime);
    else rows.set(key, { party, regimes: [party.regime] });
  }
  return [...rows.values()];
}

function pathMarkup(path: readonly PathStep[]): Markup {
  if (path.length === 0) return html``;
  return html`<div class="path"><bdi>${path[0]!.from}</bdi>${path.map(
    (step) =>
      html` <b>→ ${step.relation}${step.share ? ` ${step.share}` : ''} →</b> <bdi>${step.to}</bdi>${step.verified && step.verified !== 'verified' ? html` <span class="flag">${step.verified}</span>` : ''}`,
  )}</div>`;
}

const most = 60;

function portfolioSection(rehearsal: Rehearsal, { regimeTitle }: ReportInput): Markup {
  const { totals, portfolio } = rehearsal;
  const groups = groupChanges(rehearsal.changes);
  return html`<h2 id="${portfolio.id}">${portfolio.title}</h2>
<p>${portfolio.invented ? html`<span class="flag">invented for demonstration</span> ` : ''}Asking as ${portfolio.actor.roles.join(', ')} in ${portfolio.actor.jurisdictions.join(', ').toUpperCase()}. ${totals.assets} assets, of which ${totals.touched} touch a party that is known here.</p>
${beforeAfter(rehearsal)}
${waterfall(rehearsal, regimeTitle)}
${pathDiagram(groups)}<h3>What changes</h3>${
    groups.length === 0
      ? html`<p>Nothing that was found.</p>`
      : table(
          `Changed dealings, gravest first${groups.length > most ? `; the first ${most} of ${groups.length} groups, all of them in the CSV` : ''}`,
          ['What', 'Dealing', 'Before', 'After', 'Items', 'Value', 'From', 'Why and by what path'],
          groups
            .slice(0, most)
            .map(({ change, count, values }) => [
              html`<bdi>${change.label}</bdi><br><small>${change.assetKind}${change.confidence === 'certain' ? '' : `, ${change.confidence} match`}</small>`,
              change.activity,
              effectMark(change.before),
              html`${effectMark(change.after)}${change.policy ? html`<br><small>${change.policy}</small>` : ''}${change.later.map((step) => html`<br><small>then ${step.effect} from ${day(step.from)}</small>`)}`,
              count,
              amounts(values),
              day(change.from),
              html`${change.because}<br><small>${change.citation}${change.regime ? ` · ${regimeTitle(change.regime)}` : ''}</small>${change.verified && change.verified !== 'verified' ? html` <span class="flag">${change.verified}</span>` : ''}${pathMarkup(change.path)}`,
            ]),
          [4, 5],
        )
  }
${
  totals.bySite.length > 0
    ? table(
        'By site',
        ['Site', 'Devices', 'Replacement value in the user’s own figures'],
        totals.bySite.slice(0, 40).map((site) => [site.site, site.count, amounts(site.values)]),
        [1, 2],
      )
    : ''
}
${moneySections(rehearsal)}
${undecided(rehearsal)}`;
}

/** Value by reason as bars, each beginning where the one above ends; one table a currency. */
function waterfall(rehearsal: Rehearsal, regimeTitle: (id: string) => string): Markup {
  const reasons = valueByReason(rehearsal.changes);
  const tables = rehearsal.totals.values.map((whole) => {
    let begun = 0;
    const rows = reasons.flatMap((reason) => {
      const place = reason.values.findIndex(({ currency }) => currency === whole.currency);
      const value = reason.values[place];
      if (!value || whole.minor <= 0) return [];
      const bar = html`<i class="bar" style="margin-left:${percent(begun, whole.minor)};width:${percent(value.minor, whole.minor)};background:${effectLooks[reason.effect].colour}"></i>`;
      begun += value.minor;
      return [
        [
          html`${effectMark(reason.effect)} ${regimeTitle(reason.regime)}`,
          reason.valued[place]!,
          moneyText(value, true),
          bar,
        ],
      ];
    });
    return table(
      `Value by reason, ${whole.currency}; each asset once, under its gravest change`,
      ['Reason', 'Assets', 'Value', ''],
      [
        ...rows,
        [
          'Together',
          '',
          moneyText(whole, true),
          html`<i class="bar" style="width:100%;background:var(--ink)"></i>`,
        ],
      ],
      [1, 2],
    );
  });
  return tables.length === 0 ? html`` : html`<h3>Value by reason</h3>${tables}`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((1000 * part) / whole) / 10}%`;
}

/** The gravest change of each of the three largest parties, as boxes from the thing to the listed party. */
function pathDiagram(groups: readonly ChangeGroup[]): Markup {
  const chosen: ChangeGroup[] = [];
  for (const group of groups)
    if (group.change.path.length > 0 && !chosen.some(({ change }) => change.party === group.change.party))
      chosen.push(group);
  if (chosen.length === 0) return html``;
  return html`<h3>By what paths</h3>${chosen.slice(0, 3).map(({ change }) => {
    const { path } = change;
    return html`<ol class="steps"><li><bdi>${path[0]!.from}</bdi></li>${path.map((step) => html`<li><small>${step.relation}${step.share ? ` ${step.share}` : ''}</small><bdi>${step.to}</bdi></li>`)}<li>${effectMark(change.after)}</li></ol>`;
  })}`;
}

/** What the same party's other listings, and those of allies, would add: by whose law, how many dealings. */
function otherRegimes({ rehearsals, regimeTitle, jurisdictionOf }: ReportInput): Markup {
  const rows = rehearsals.flatMap((rehearsal) =>
    rehearsal.totals.byRegime.map((row) => [
      jurisdictionOf(row.regime).toUpperCase(),
      regimeTitle(row.regime),
      rehearsal.portfolio.title,
      row.dealings,
      row.assets,
      amounts(row.values),
    ]),
  );
  if (rows.length === 0) return html``;
  return html`<h2>By whose law</h2><p>The same asset may stand under several regimes, so these rows are not to be added up.</p>${table(
    'Changed dealings by the regime that changes them',
    ['Law of', 'Regime', 'Portfolio', 'Dealings', 'Assets', 'Value'],
    rows,
    [3, 4, 5],
  )}`;
}

function counterMeasures({ counterMeasures: rows }: ReportInput): Markup {
  if (rows.length === 0) return html``;
  return html`<h2>Conflict of laws</h2><p>Following a foreign measure may itself be answered. Whoever is bound by both sides needs advice in both places before acting.</p><ul>${rows.map((row) => html`<li>${row.says} <small>${row.regime}: ${row.citation}</small>${row.verified === 'verified' ? '' : html` <span class="flag">${row.verified}</span>`}</li>`)}</ul>`;
}

function beforeAfter({ before, after }: Rehearsal): Markup {
  const effects = [...new Set([...before.effects, ...after.effects].map((row) => row.effect))].sort(
    (a, b) => gravity(b) - gravity(a),
  );
  const cell = (side: Rehearsal['before'], effect: string) => {
    const row = side.effects.find((one) => one.effect === effect);
    return row ? html`${row.assets}<br><small>${amounts(row.values)}</small>` : '–';
  };
  return table(
    'Assets by their gravest effect; each asset counts once',
    ['Effect', 'Before', `After, on ${dayInWords(after.on)}`],
    effects.map((effect) => [effectMark(effect), cell(before, effect), cell(after, effect)]),
    [1, 2],
  );
}

function undecided(rehearsal: Rehearsal): Markup {
  const devices = rehearsal.unsettled;
  const questions = new Map<string, { count: number; dealings: number }>();
  for (const one of rehearsal.undetermined) {
    for (const unknown of one.unknowns) {
      const known = questions.get(unknown.question) ?? { count: 0, dealings: 0 };
      questions.set(unknown.question, { count: known.count + 1, dealings: known.dealings + 1 });
    }
  }
  if (devices.length === 0 && questions.size === 0) return html``;
  const groups = new Map<string, { count: number; labels: Set<string> }>();
  for (const device of devices) {
    const group = groups.get(device.question) ?? { count: 0, labels: new Set<string>() };
    group.count += device.count;
    group.labels.add(device.label);
    groups.set(device.question, group);
  }
  return html`<h3>What could not be decided</h3>
${
  questions.size > 0
    ? table(
        'Missing facts',
        ['Question', 'Dealings'],
        [...questions]
          .sort((a, b) => b[1].dealings - a[1].dealings || (a[0] < b[0] ? -1 : 1))
          .map(([question, row]) => [question, row.dealings]),
        [1],
      )
    : ''
}
${
  groups.size > 0
    ? table(
        'Devices whose maker is not settled',
        ['Cheapest check', 'Devices', 'Such as'],
        [...groups]
          .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
          .slice(0, 30)
          .map(([question, group]) => [
            question,
            group.count,
            [...group.labels].sort().slice(0, 5).join(', '),
          ]),
        [1],
      )
    : ''
}`;
}

function deadlines(rehearsals: readonly Rehearsal[]): Markup {
  const rows = rehearsals
    .flatMap((rehearsal) =>
      rehearsal.deadlines.map((deadline) => ({ deadline, title: rehearsal.portfolio.title })),
    )
    .sort((a, b) => (a.deadline.day < b.deadline.day ? -1 : a.deadline.day > b.deadline.day ? 1 : 0));
  if (rows.length === 0) return html``;
  return html`<h2 id="deadlines">Deadlines</h2>${table(
    'In order of day; also in the calendar file',
    ['Day', 'What', 'For', 'Value', 'Why'],
    rows.map(({ deadline, title }) => [
      day(deadline.day),
      deadline.what,
      deadline.asset === undefined ? 'all' : title,
      deadline.value ? moneyText(deadline.value, true) : '',
      html`${deadline.why}${deadline.citation ? html`<br><small>${deadline.citation}</small>` : ''}`,
    ]),
    [3],
  )}`;
}

function sensitivity(rehearsals: readonly Rehearsal[]): Markup {
  return html`<h2 id="sensitivity">What moves the result most</h2><p>Each assumption turned round, one at a time, and each missing fact settled the other way.</p>${rehearsals.map(
    (rehearsal) =>
      rehearsal.sensitivity.length === 0
        ? ''
        : table(
            rehearsal.portfolio.title,
            ['If', 'Kind', 'Dealings that would read differently', 'Value'],
            rehearsal.sensitivity
              .slice(0, 3)
              .map((row) => [
                row.what,
                row.group,
                row.dealings,
                row.values.length ? amounts(row.values) : '',
              ]),
            [2, 3],
          ),
  )}`;
}

function substitutes(first: Rehearsal, rehearsals: readonly Rehearsal[]): Markup {
  const rows =
    rehearsals.find((rehearsal) => rehearsal.substitutes.length > 0)?.substitutes ?? first.substitutes;
  if (rows.length === 0) return html``;
  return html`<h2>Substitutes</h2><p>Other makers, and what stands against buying from each.</p>${table(
    'Alternatives',
    ['Maker', 'Buying today', 'Buying after', 'Listed on', 'Note'],
    rows.map((row) => [
      html`<bdi>${row.caption}</bdi>`,
      effectMark(row.before),
      effectMark(row.after),
      row.listings.join(', ') || 'none of the lists held',
      row.note,
    ]),
  )}`;
}

function next(first: Rehearsal): Markup {
  if (first.next.length === 0) return html``;
  return html`<h2>Who shares the documented criteria</h2><p>A ranking of evidence in the casebook, not a prediction.</p>${table(
    'Parties by shared criteria',
    ['Party', 'Shared', 'Criteria', 'Listed on'],
    first.next
      .slice(0, 15)
      .map((row) => [
        html`<bdi>${row.caption}</bdi>`,
        row.shared.length,
        row.shared.map(
          (one) =>
            html`${one.criterion} <small>(${one.source})</small>${one.verified === 'verified' ? '' : html` <span class="flag">${one.verified}</span>`}<br>`,
        ),
        row.listings.join(', '),
      ]),
    [1],
  )}`;
}

function observations(rows: readonly Observation[]): Markup {
  if (rows.length === 0) return html``;
  return html`<h2>What others have published</h2><p>Their figures, with unit, day and known errors. They count different things and are never added up here.</p>${table(
    'Published observations',
    ['Claim', 'Value', 'Unit', 'Place', 'As of', 'Who says so', 'Caution'],
    rows.map((row) => [
      row.claim,
      row.value,
      row.unit,
      row.place,
      row.asOf,
      `${row.whoSays}${row.system ? `, by ${row.system}` : ''}`,
      row.caution ?? '',
    ]),
    [1],
  )}`;
}

function notForbidden(rehearsals: readonly Rehearsal[]): Markup {
  const statements = [...new Set(rehearsals.flatMap((rehearsal) => rehearsal.notForbidden))].sort();
  if (statements.length === 0) return html``;
  return html`<h2>What these regimes do not forbid</h2><ul>${statements.map((statement) => html`<li>${statement}</li>`)}</ul>`;
}

function method(rehearsals: readonly Rehearsal[]): Markup {
  const first = rehearsals[0]!;
  return html`<h2 id="method">Method and sources</h2>
<p>Each asset was joined to a party by identifier, name or the evidence of who made it; each dealing with it was asked of the law in the world as it is and in the world assumed, on every day named above. Ownership was carried by each regime’s own test. Nothing was estimated: a figure is the user’s own, or it is “not known”.</p>
<p class="note">Known as of ${day(first.known)} · register ${first.register.slice(0, 16)} · engine ${first.engine}</p>
${
  first.versions.length === 0
    ? html`<p>The casebook alone was used; no official list was held. Run <code>aftershock update</code> for the full lists.</p>`
    : table(
        'List versions used',
        ['List', 'Published', 'Entries', 'sha256'],
        first.versions.map((version) => [
          version.source,
          day(version.published),
          version.entries,
          html`<code>${version.sha256.slice(0, 16)}</code>`,
        ]),
        [2],
      )
}
<p>Sources of the provisions that applied:</p><ul>${[...new Set(rehearsals.flatMap((rehearsal) => rehearsal.sources.map((source) => source.title)))].map((title) => html`<li>${title}</li>`)}</ul>
<p>Not looked at: anything that the files did not hold, ownership that nobody has published, and the law after the day on which each provision was last checked. Facts marked <span class="flag">from memory</span> were not looked up.</p>`;
}
