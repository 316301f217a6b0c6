import { type Confidence, confidences, type Day, type Evidence } from '../../model/index.ts';
import { html, type Markup, page, table } from '../page.ts';
import { day } from '../page-words.ts';
import type { ExaminedThing } from './examine.ts';
import { groupThings } from './group-things.ts';
import type { EvidencePackInput } from './input.ts';
import { type EvidencePack, evidencePack, type QuestionResult } from './pack.ts';

/** Rows of a table on the page; all of them are in the CSV. */
const most = 250;

/**
 * The evidence for one representation or attestation as one HTML file that prints: what was looked at, what was found,
 * what could not be decided, what was not looked at. A draft for a person to sign, never a certificate. The same input
 * gives the same bytes.
 */
export function evidencePackPage(input: EvidencePackInput): string {
  const pack = evidencePack(input);
  const rules = numberRules(pack.things);
  const body = html`${head(pack, input)}
${answers(pack, input)}
${lookedAt(pack, input)}
${found(pack, rules)}
${undecided(pack, rules)}
${notCovered(pack)}
${ruleTexts(rules)}
${unseen(pack)}
${method(pack, input)}
${signature(pack)}`;
  return page(`${pack.form.citation}: evidence for ${input.portfolio.title}`, body);
}

function head({ form, results }: EvidencePack, { portfolio, on, known }: EvidencePackInput): Markup {
  const total = (of: (result: QuestionResult) => number) =>
    results.reduce((sum, result) => sum + of(result), 0);
  return html`<header><p class="eyebrow">Aftershock · evidence pack · ${form.citation}</p>
<h1>${form.title}</h1></header>
<p class="notice"><b>Draft for a person to check, complete and sign. Not a certificate, not a representation, and no legal advice.</b> It says what is in the files named below and nothing about anything else.${portfolio.invented ? ' The portfolio is invented for demonstration.' : ''}</p>
<p class="lead"><bdi>${portfolio.title}</bdi>, as of ${day(on)}.</p>
<dl class="figures"><div><dt>found</dt><dd>${total(({ found: count }) => count)}</dd></div><div><dt>not decided</dt><dd>${total(({ open }) => open)}</dd></div><div><dt>looked at</dt><dd>${total(({ looked }) => looked)}</dd></div><div><dt>as known on</dt><dd>${day(known)}</dd></div></dl>
<p class="note">Figures count units of equipment, vendors and contracts, once for each question. The questions are paraphrased; what is signed is the text of the clause itself. ${form.basis}${form.verified === 'verified' ? '' : html` <span class="flag">${form.verified}</span>`}</p>`;
}

function answers({ results, form }: EvidencePack, { on }: EvidencePackInput): Markup {
  return html`<h2>The questions</h2>${results.map(
    (result) => html`<h3>${result.question.paragraph}</h3>
<p>${result.question.asks}</p>
<p>${plainResult(result, on)}</p>
<p class="path">To be completed by the ${form.signer}: ☐ yes&ensp;☐ no&ensp;☐ further inquiry needed</p>`,
  )}`;
}

/** What the data allow to say, and no more. */
function plainResult({ question, looked, found, open, applies }: QuestionResult, on: Day): Markup {
  if (!applies) return html`The rule applies from ${day(question.from)}; on ${day(on)} it did not yet.`;
  if (looked === 0)
    return html`<b>Nothing to go by:</b> none of the files has anything that this question is about.`;
  const of = html`of ${looked} looked at`;
  if (found > 0)
    return html`<b>Covered equipment or services were found: ${found} ${of}.</b> By these files the answer is not “no”.${open > 0 ? html` A further ${open} could not be decided.` : ''}`;
  if (open > 0)
    return html`<b>Nothing sure was found, but ${open} ${of} could not be decided.</b> Until they are, these files do not support a “no”.`;
  return html`<b>Nothing was found among ${looked} looked at.</b> That is not the statement that there is none: see what was not looked at.`;
}

function lookedAt({ byConfidence, bySite, kinds }: EvidencePack, { portfolio }: EvidencePackInput): Markup {
  return html`<h2>What was looked at</h2>${table(
    'Files, as read',
    ['File', 'Read as', 'Rows', 'SHA-256', 'Notices of the reading'],
    portfolio.files.map((file) => [
      html`<bdi>${file.file}</bdi>`,
      file.reader,
      file.rows,
      html`<code style="overflow-wrap:anywhere">${file.sha256}</code>`,
      file.notices
        .slice(0, 8)
        .map((notice) => html`<small>${notice}</small><br>`)
        .concat(file.notices.length > 8 ? [html`<small>… and ${file.notices.length - 8} more</small>`] : []),
    ]),
    [2],
  )}
<p>${kinds
    .filter(({ things }) => things > 0)
    .map(
      ({ kind, things }, index) => html`${index > 0 ? ', ' : ''}${things} ${kind}${things === 1 ? '' : 's'}`,
    )} in all.</p>
${table(
  'Devices by how sure it is who made them',
  ['Sureness', 'Records', 'Units'],
  byConfidence.map(({ confidence, devices, units }) => [sureness[confidence], devices, units]),
  [1, 2],
)}
${table(
  'Units by site',
  ['Site', ...confidences],
  bySite.map(({ name, units }) => [
    html`<bdi>${name}</bdi>`,
    ...confidences.map((confidence) => units[confidence]),
  ]),
  [1, 2, 3, 4],
)}`;
}

const sureness: Readonly<Record<Confidence, string>> = {
  certain: 'certain: two kinds of evidence agree, one from the unit itself',
  probable: 'probable: strong evidence of one kind',
  possible: 'possible: enough to ask, not to say',
  unknown: 'unknown: the evidence does not tell',
};

function found({ things, results, form }: EvidencePack, rules: Rules): Markup {
  const rows = groupThings(things.filter(({ outcome }) => outcome === 'found'));
  if (rows.length === 0)
    return html`<h2>What was found</h2><p>Nothing that is sure enough to be called found.</p>`;
  return html`<h2>What was found</h2><p>${form.disclose}</p><div class="evidence">${table(
    caption('Covered equipment and services, with the evidence', rows.length),
    ['Question', 'Produced by', 'Description', 'Units', 'Sites', 'Why we think so', 'Rule'],
    rows
      .slice(0, most)
      .map(({ first, count, sites }) => [
        paragraphOf(results, first),
        html`<bdi>${first.producer ?? ''}</bdi><br><small>${first.confidence}</small>${(first.provision?.path ?? []).map((step) => html`<br><small>${step.relation} → <bdi>${step.to}</bdi></small>`)}`,
        description(first),
        count,
        sites,
        evidence(first),
        rule(first, rules),
      ]),
    [3, 4],
  )}</div>`;
}

function undecided({ things, results }: EvidencePack, rules: Rules): Markup {
  const rows = groupThings(things.filter(({ outcome }) => outcome === 'open'));
  if (rows.length === 0) return html`<h2>What could not be decided</h2><p>Nothing of what was looked at.</p>`;
  return html`<h2>What could not be decided</h2><p>Each with the question that would decide it. An open question is not a “no”.</p><div class="evidence">${table(
    caption('Open questions', rows.length),
    ['Question', 'Description', 'Units', 'Sites', 'Why it is open', 'What would decide'],
    rows
      .slice(0, most)
      .map(({ first, count, sites }) => [
        paragraphOf(results, first),
        html`${description(first)}${first.producer ? html`<br><small>perhaps <bdi>${first.producer}</bdi> (${first.confidence})</small>` : ''}`,
        count,
        sites,
        html`${first.because}<br>${rule(first, rules)}`,
        first.settle ?? '',
      ]),
    [2, 3],
  )}</div>`;
}

/** Matched, yet not covered: shown so that the reader can disagree. */
function notCovered({ things, results }: EvidencePack): Markup {
  const rows = groupThings(things.filter(({ outcome }) => outcome === 'free'));
  if (rows.length === 0) return html``;
  return html`<h2>Matched, but not covered by the rule</h2><p>These lead to a party known here. By what the files state, the rule does not reach them; check the statement.</p>${table(
    caption('With the reason', rows.length),
    ['Question', 'Description', 'Party', 'Units', 'What the files state', 'Reason'],
    rows
      .slice(0, most)
      .map(({ first, count }) => [
        paragraphOf(results, first),
        description(first),
        html`<bdi>${first.producer ?? 'maker not known'}</bdi><br><small>${first.confidence}</small>`,
        count,
        first.stated,
        first.because,
      ]),
    [3],
  )}`;
}

function caption(text: string, rows: number): string {
  return rows > most ? `${text}; the first ${most} of ${rows} kinds, all of them in the CSV` : text;
}

function paragraphOf(results: readonly QuestionResult[], { question }: ExaminedThing): string {
  return results.find((result) => result.question.id === question)?.question.paragraph ?? question;
}

function description({ label, kind, asset }: ExaminedThing): Markup {
  const serial = asset.kind === 'device' && asset.serial ? `, serial ${asset.serial}` : '';
  return html`<bdi>${label}</bdi><br><small>${asset.kind === 'device' ? (kind ?? 'kind not stated') : asset.kind}; such as <bdi>${asset.id}</bdi>${serial}</small>`;
}

function evidence({ touch, settle }: ExaminedThing): Markup {
  if (!touch) return html``;
  const shown = touch.evidence.filter((one: Evidence) => one.for).slice(0, 3);
  const against = touch.evidence.filter((one) => !one.for && one.weight !== 0).slice(0, 1);
  const opening = shown.length > 0 ? 'Evidence from the files:' : touch.explanation;
  return html`${opening}${shown.map(
    (one) => html`<br><small>${one.signal} <bdi>${one.value}</bdi> → ${one.pointsTo} (${one.source})</small>`,
  )}${against.map(
    (one) =>
      html`<br><small>against: ${one.signal} <bdi>${one.value}</bdi> → ${one.pointsTo} (${one.source})</small>`,
  )}${settle ? html`<br><small>to make sure: ${settle}</small>` : ''}`;
}

type Rules = ReadonlyMap<string, { readonly number: number; readonly thing: ExaminedThing }>;

/** Each reason of the law once, with a number that the tables refer to: they stay short enough to read and to print. */
function numberRules(things: readonly ExaminedThing[]): Rules {
  const rules = new Map<string, { number: number; thing: ExaminedThing }>();
  const inOrder = (['found', 'open'] as const).flatMap((outcome) =>
    groupThings(things.filter((thing) => thing.outcome === outcome)),
  );
  for (const { first } of inOrder) {
    const key = ruleKey(first);
    if (key !== undefined && !rules.has(key)) rules.set(key, { number: rules.size + 1, thing: first });
  }
  return rules;
}

function ruleKey({ provision }: ExaminedThing): string | undefined {
  return provision && JSON.stringify([provision.because, provision.citation, provision.verified]);
}

function rule(thing: ExaminedThing, rules: Rules): Markup {
  const known = rules.get(ruleKey(thing) ?? '');
  const link = known ? html`<a href="#rule-${known.number}">rule ${known.number}</a>${flag(thing)}<br>` : '';
  return html`${link}<small>${thing.stated ? `stated: ${thing.stated}` : 'purpose and place are not stated'}</small>`;
}

function ruleTexts(rules: Rules): Markup {
  if (rules.size === 0) return html``;
  return html`<h2>The rules referred to</h2><ol>${[...rules.values()].map(
    ({ number, thing }) =>
      html`<li id="rule-${number}">${thing.provision?.because ?? ''} <small>${thing.provision?.citation ?? ''}</small>${flag(thing)}</li>`,
  )}</ol>`;
}

function flag({ provision }: ExaminedThing): Markup {
  return provision && provision.verified !== 'verified'
    ? html` <span class="flag">${provision.verified}</span>`
    : html``;
}

function unseen({ notLookedAt, notices }: EvidencePack): Markup {
  return html`<h2>What was not looked at</h2><ul>${notLookedAt.map((text) => html`<li>${text}</li>`)}</ul>${
    notices.length > 0
      ? html`<h3>Stated in the files, but not used</h3><ul>${notices.slice(0, 40).map(({ notice, where, times }) => html`<li>${notice} <small>(${where}${times > 1 ? `, and ${times - 1} more` : ''})</small></li>`)}</ul>${notices.length > 40 ? html`<p>… and ${notices.length - 40} more.</p>` : ''}`
      : ''
  }`;
}

function method(
  { form }: EvidencePack,
  { portfolio, versions, on, known, register, engine }: EvidencePackInput,
): Markup {
  return html`<h2>How it was done</h2>
<p>Asked as ${form.role} in the United States on ${day(on)}, with what had been published by ${day(known)}. The portfolio itself says: ${portfolio.actor.roles.join(', ')} in ${portfolio.actor.jurisdictions.join(', ').toUpperCase()}. A fact that decides a question and is not stated (the funding of a purchase, for whom goods are bought) counts as unknown here. Facts marked “secondary”, “from memory” or “disputed” were not checked against the source itself.</p>
<p class="note">Engine ${engine} · register <code style="overflow-wrap:anywhere">${register}</code></p>${
    versions.length === 0
      ? html`<p>No official list was held; parties, listings and makers are those of the casebook.</p>`
      : table(
          'Lists held',
          ['List', 'Published', 'Entries', 'SHA-256'],
          versions.map((version) => [
            version.source,
            day(version.published),
            version.entries,
            html`<code style="overflow-wrap:anywhere">${version.sha256}</code>`,
          ]),
          [2],
        )
  }`;
}

function signature({ form }: EvidencePack): Markup {
  const line = (label: string) => html`<p>${label}:&ensp;<span class="blank"></span></p>`;
  return html`<section class="signature"><h2>To be completed by the ${form.signer}</h2>
<style>.blank{display:inline-block;width:min(22em,60%);border-bottom:1px solid var(--ink)}.signature{break-inside:avoid}</style>
<p>I have checked this draft, made the further inquiries noted below, and answer for the representation that I make. Aftershock does not.</p>
${['Further inquiry made, by whom and when', 'Corrections to this draft', 'Name and title', 'Signature and date'].map(line)}</section>`;
}
