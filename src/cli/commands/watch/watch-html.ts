import type { Alert, WatchedTarget } from '../../../engine/index.ts';
import { listingInWords } from '../../../engine/screening/listing-in-words.ts';
import { escapeMarkup as safe } from '../../../formats/index.ts';
import { dayInWords } from '../../../model/index.ts';
import {
  lookInWords,
  type NotKnown,
  quietInWords,
  reasonsInWords,
  type WatchReport,
} from './watch-report.ts';

/** A page for the desk by itself, without script or outside address, that prints well. */
export function* watchHtml(report: WatchReport): Generator<string> {
  const title = `Watch of ${report.at.slice(0, 16).replace('T', ' ')} UTC`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd; }
th { white-space: nowrap; } td { overflow-wrap: anywhere; } td:last-child { white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
article { border-top: 2px solid #1a1a1a; padding: .5rem 0 1rem; }
h3 { margin: .2rem 0; } p { margin: .3rem 0; } ul { margin: .3rem 0; padding-left: 1.2rem; }
.about { color: #555; } .warning { border-left: 4px solid #8a1c1c; padding-left: .8rem; }
del { color: #8a1c1c; } ins { color: #155724; text-decoration: none; }
@media print { body { margin: 0; max-width: none; } article { break-inside: avoid; } }
</style>
</head>
<body>
<h1>${safe(title)}</h1>
`;
  if (report.notKnown.length > 0) {
    const known = report.notKnown.length === 1 ? 'one list' : `${report.notKnown.length} lists`;
    yield `<p class="warning"><strong>What changed on <a href="#not-known">${known}</a> is not known</strong> (${safe(reasonsInWords(report.notKnown))}). That there is no alert from there says nothing.</p>\n`;
  }
  for (const target of report.targets) yield* targetSection(target, report.notKnown);
  yield* notKnownSection(report.notKnown);
  yield `<p><strong>${safe(report.note)}</strong></p>
<p class="about">Day ${report.on}; engine ${safe(report.engine)}; register ${safe(report.register)}.</p>
</body>
</html>
`;
}

function* notKnownSection(all: readonly NotKnown[]): Generator<string> {
  if (all.length === 0) return;
  yield '<section id="not-known">\n<h2>Lists of which it is not known what changed</h2>\n<ul>\n';
  const missing = all.filter(({ why }) => why === 'not held');
  for (const { why, text } of all) if (why !== 'not held') yield `<li>${safe(text)}</li>\n`;
  if (missing.length > 0)
    yield `<li>Not held: ${missing.map(({ source }) => safe(source)).join(', ')}</li>\n`;
  yield '</ul>\n</section>\n';
}

function* targetSection(target: WatchedTarget, notKnown: readonly NotKnown[]): Generator<string> {
  const count = target.alerts.length;
  const found = target.begins
    ? 'Watched from now on: nothing to compare with yet.'
    : count === 0
      ? `No alert: ${quietInWords(target, notKnown)}.`
      : `${count} ${count === 1 ? 'change touches' : 'changes touch'} it.`;
  yield `<section>\n<h2>${safe(target.title)}</h2>\n<p>${target.parties} parties${target.kind === 'file' ? '' : ` and ${target.devices} devices`} watched. ${found}</p>\n`;
  for (const notice of target.notices) yield `<p class="warning">${safe(notice)}</p>\n`;
  if (target.lost > 0)
    yield `<p class="warning">${target.lost} rows could not be read and are not watched.</p>\n`;
  if (target.unasked.length > 0)
    yield `<p class="warning">${target.unasked.length} changed entries have no party here and were not asked about: ${target.unasked.map(({ list, entry }) => safe(`${list} ${entry}`)).join(', ')}</p>\n`;
  for (const alert of target.alerts) yield alertArticle(alert);
  yield '<table>\n<thead><tr><th>List</th><th>Told of</th><th>Now</th><th>Added</th><th>Removed</th><th>Changed</th><th></th></tr></thead>\n<tbody>\n';
  for (const list of target.lists) {
    const { title, before, now, added, removed, changed, state } = list;
    const numbers = [added, removed, changed].map(
      (number) => `<td class="number">${state === 'not comparable' ? '?' : number}</td>`,
    );
    yield `<tr><td>${safe(title)}</td><td>${version(before.at(-1))}</td><td>${version(now.at(-1))}</td>${numbers.join('')}<td>${lookInWords(list, notKnown)}</td></tr>\n`;
  }
  yield '</tbody>\n</table>\n';
  for (const { title, notices } of target.lists)
    if (notices.length > 0) yield `<p class="about">${safe(title)}: ${safe(notices.join(' '))}</p>\n`;
  yield '</section>\n';
}

function alertArticle(alert: Alert): string {
  const { entry, match, means = [], at, role, through } = alert;
  const where = [alert.asset, role, at && `${at.file}:${at.line}`].filter((text) => text !== undefined);
  const changes = alert.changes.map(({ kind, about, before, after }) => {
    const what = `${kind}${about === undefined ? '' : ` <span class="about">(${safe(about)})</span>`}`;
    const old = before === undefined ? '' : ` <del>${safe(before)}</del>`;
    const now = after === undefined ? '' : ` <ins>${safe(after)}</ins>`;
    return `<li>${what}:${old}${old && now ? ' →' : ''}${now}</li>`;
  });
  const numbers =
    match.by === 'name'
      ? `score ${match.score}, similarity ${match.similarity}, strength of evidence ${match.strength}`
      : `${match.confidence}, score ${match.score}`;
  const law = means.map(({ effect, activities, because, citation }) => {
    const source = citation === undefined ? '' : ` <span class="about">${safe(citation)}</span>`;
    return `<li><strong>${effect}</strong>: ${safe(activities.join(', '))}. ${safe(because)}${source}</li>`;
  });
  const listings = alert.means ? [] : alert.listings.map(listingItem);
  return `<article>
<h3><bdi>${safe(alert.label)}</bdi> <span class="about">${safe(where.join(', '))}</span></h3>
<p><bdi>${safe(entry.name)}</bdi> ${entry.state} on ${safe(entry.source)}, entry ${safe(entry.entry)} (${safe(entry.regimes.join(', '))})</p>
${through.length > 0 ? `<p>Through ${through.map(safe).join('; ')}</p>\n` : ''}<ul>${changes.join('')}</ul>
<p>${safe(match.explanation)} <span class="about">${numbers}</span></p>
${law.length > 0 ? `<ul>${law.join('')}</ul>\n` : ''}${listings.length > 0 ? `<ul>${listings.join('')}</ul>\n` : ''}<p class="about">Version ${version(alert.version)}; before: ${version(alert.before)}</p>
</article>
`;
}

function listingItem(listing: Alert['listings'][number]): string {
  const { regime, citation } = listing;
  return `<li>${safe(regime)}: ${listingInWords(listing)} <span class="about">${safe(citation)}</span></li>`;
}

function version(
  mark: { readonly published: Parameters<typeof dayInWords>[0]; readonly sha256: string } | undefined,
): string {
  if (!mark) return 'none told of';
  return `${dayInWords(mark.published)} <span class="about">${mark.sha256.slice(0, 12)}</span>`;
}
