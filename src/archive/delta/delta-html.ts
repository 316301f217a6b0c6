import { escapeMarkup } from '../../formats/index.ts';
import { type Day, dayInWords } from '../../model/day.ts';
import type { Change } from './compare-records.ts';
import type { TouchesOf } from './delta-csv.ts';
import type { ListDelta } from './diff-lists.ts';
import type { EntryDelta } from './diff-versions.ts';

/**
 * A page by itself, without script or outside address, that prints well; with `touchesOf` each entry says what of the
 * user's it touches.
 */
export function* deltaHtml(
  deltas: readonly ListDelta[],
  from: Day,
  to: Day,
  touchesOf?: TouchesOf,
): Generator<string> {
  const title = `What changed from ${dayInWords(from)} to ${dayInWords(to)}`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #ddd; overflow-wrap: anywhere; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
del { color: #8a1c1c; } ins { color: #155724; text-decoration: none; }
.about, .notice { color: #555; }
h3 { margin: 1.2rem 0 .3rem; }
@media print { body { margin: 0; max-width: none; } h3 { break-after: avoid; } tr { break-inside: avoid; } }
</style>
</head>
<body>
<h1>${escapeMarkup(title)}</h1>
<table>
<thead><tr><th>List</th><th>Version before</th><th>Version after</th><th>Added</th><th>Removed</th><th>Changed</th></tr></thead>
<tbody>
`;
  for (const delta of deltas) {
    const numbers = [delta.added, delta.removed, delta.changed].map(
      (number) => `<td class="number">${number}</td>`,
    );
    yield `<tr><td><a href="#${escapeMarkup(delta.source)}">${escapeMarkup(delta.title)}</a></td><td>${versionText(delta.from)}</td><td>${versionText(delta.to)}</td>${numbers.join('')}</tr>\n`;
  }
  yield '</tbody>\n</table>\n';
  for (const delta of deltas) yield* listSection(delta, touchesOf);
  yield '</body>\n</html>\n';
}

function versionText(version: ListDelta['from']): string {
  return version
    ? `${version.published} <span class="about">${version.sha256.slice(0, 12)}</span>`
    : 'not held';
}

function* listSection(delta: ListDelta, touchesOf: TouchesOf | undefined): Generator<string> {
  yield `<section id="${escapeMarkup(delta.source)}">\n<h2>${escapeMarkup(delta.title)}</h2>\n`;
  for (const notice of delta.notices) yield `<p class="notice">${escapeMarkup(notice)}</p>\n`;
  if (delta.entries.length === 0) yield '<p>No changes.</p>\n';
  for (const state of ['added', 'removed', 'changed'] as const) {
    const entries = delta.entries.filter((entry) => entry.state === state);
    if (entries.length === 0) continue;
    yield `<h3>${state[0]!.toUpperCase()}${state.slice(1)}: ${entries.length}</h3>\n<table>\n<tbody>\n`;
    for (const entry of entries) yield entryRow(entry, touchesOf?.(entry) ?? []);
    yield '</tbody>\n</table>\n';
  }
  yield '</section>\n';
}

const mostTouches = 20;

function entryRow(entry: EntryDelta, touches: readonly string[]): string {
  const what =
    entry.state === 'changed' ? entry.changes.map(changeText).join('<br>') : escapeMarkup(entry.schema);
  return `<tr><th scope="row">${escapeMarkup(entry.name)}<br><span class="about">${escapeMarkup(entry.entry)} · ${escapeMarkup(entry.regimes.join(', '))}</span></th><td>${what}${touchesText(touches)}</td></tr>\n`;
}

function touchesText(touches: readonly string[]): string {
  if (touches.length === 0) return '';
  const first = touches.slice(0, mostTouches).map(escapeMarkup).join('; ');
  const more = touches.length - mostTouches;
  return `<br><span class="about">Touches ${touches.length} of yours:</span> ${first}${more > 0 ? ` and ${more} more` : ''}`;
}

function changeText(change: Change): string {
  const about =
    change.about === undefined ? '' : ` <span class="about">(${escapeMarkup(change.about)})</span>`;
  const before = change.before === undefined ? '' : ` <del>${escapeMarkup(change.before)}</del>`;
  const after = change.after === undefined ? '' : ` <ins>${escapeMarkup(change.after)}</ins>`;
  return `${change.kind}${about}:${before}${before && after ? ' →' : ''}${after}`;
}
