import type { Alert, ListLook, WatchedTarget } from '../../../engine/index.ts';
import { listingInWords } from '../../../engine/screening/listing-in-words.ts';
import { type Day, dayInWords } from '../../../model/index.ts';
import { effectText, group, styled, textTable, wrap } from '../../terminal.ts';
import {
  lookInWords,
  type NotKnown,
  quietInWords,
  reasonsInWords,
  type WatchReport,
} from './watch-report.ts';

/** A run for people to read: what is not known first, then target by target. */
export function watchText(report: WatchReport): string {
  const parts = [styled('bold', `Watch of ${report.at.slice(0, 16).replace('T', ' ')} UTC`), '\n'];
  if (report.notKnown.length > 0) parts.push('\n', notKnownText(report.notKnown));
  for (const target of report.targets) parts.push('\n', targetText(target, report.notKnown));
  parts.push(`\n${report.note}\n`);
  return parts.join('');
}

/** Lists not held are many on a new home; those are counted after so many. */
const mostMissing = 8;

function notKnownText(all: readonly NotKnown[]): string {
  const lines = [
    wrap(
      `${styled('red', '!')} What changed on these lists is not known (${reasonsInWords(all)}). That there is no alert from there says nothing:`,
    ),
  ];
  for (const { why, text } of all) if (why !== 'not held') lines.push(wrap(text, 100, '  '));
  const missing = all.filter(({ why }) => why === 'not held').map(({ source }) => source);
  if (missing.length > 0) {
    const more = missing.length - mostMissing;
    const named = missing.slice(0, mostMissing).join(', ');
    lines.push(wrap(`not held: ${named}${more > 0 ? ` and ${more} more` : ''}`, 100, '  '));
  }
  return lines.join('');
}

function targetText(target: WatchedTarget, notKnown: readonly NotKnown[]): string {
  const { title, alerts, parties, devices, lost, notices, unasked } = target;
  const watched = [
    ...(parties > 0 || devices === 0 ? [`${group(parties)} ${parties === 1 ? 'party' : 'parties'}`] : []),
    ...(devices > 0 ? [`${group(devices)} ${devices === 1 ? 'device' : 'devices'}`] : []),
  ].join(' and ');
  const parts = [`${styled('bold', title)} (${watched}): ${summary(target, notKnown)}\n`];
  for (const notice of notices) parts.push(wrap(notice, 100, '  '));
  if (lost > 0) {
    parts.push(
      `  ${styled('red', '!')} ${group(lost)} ${lost === 1 ? 'row' : 'rows'} could not be read and not watched:\n`,
    );
    for (const { line, message } of target.issues.filter((issue) => issue.lost).slice(0, 5))
      parts.push(`    ${line === undefined ? '' : `line ${line}: `}${message}\n`);
  }
  if (unasked.length > 0) {
    const named = unasked.slice(0, 5).map(({ list, entry, name }) => `${name} (${list} ${entry})`);
    parts.push(
      `  ${styled('red', '!')} ${unasked.length} changed entries have no party here and were not asked about: ${named.join(', ')}\n`,
    );
  }
  for (const alert of alerts) parts.push('\n', alertText(alert));
  parts.push('\n', listTable(target.lists, notKnown));
  for (const { source, notices: said } of target.lists)
    for (const notice of said) parts.push(wrap(`${source}: ${notice}`, 100, '  '));
  return parts.join('');
}

function summary(target: WatchedTarget, notKnown: readonly NotKnown[]): string {
  const { alerts, begins } = target;
  if (begins) return 'nothing to compare with yet';
  if (alerts.length === 0) return quietInWords(target, notKnown);
  const assets = new Set(alerts.map(({ asset }) => asset)).size;
  const told = alerts.length === 1 ? 'one change touches' : `${group(alerts.length)} changes touch`;
  return `${told} ${assets === 1 ? 'one of them' : `${group(assets)} of them`}`;
}

function alertText(alert: Alert): string {
  const { label, asset, role, at, entry, changes, match, means, through, version, before } = alert;
  const where = at === undefined ? '' : `, ${at.file}:${at.line}`;
  const lines = [`  ${styled('bold', label)}  [${asset}${role === undefined ? '' : `, ${role}`}${where}]\n`];
  const isNew = before === undefined ? 'on a list not told of before,' : 'now on';
  const words = { added: isNew, removed: 'taken off', changed: 'changed on' }[entry.state];
  lines.push(
    wrap(
      `${entry.name}: ${words} ${entry.source} (entry ${entry.entry}; ${entry.regimes.join(', ')})`,
      100,
      '    ',
    ),
  );
  for (const step of through) lines.push(wrap(`through ${step}`, 100, '      '));
  if (entry.state === 'changed') {
    for (const { kind, about, before: old, after } of changes) {
      const values = [old, after].map((value) => value ?? 'nothing').join(' → ');
      lines.push(wrap(`${kind}${about === undefined ? '' : ` (${about})`}: ${values}`, 100, '      '));
    }
  }
  if (match.by === 'name') {
    lines.push(
      `    score ${match.score}, similarity ${match.similarity}, strength of evidence ${match.strength}\n`,
    );
  } else lines.push(`    ${match.confidence}, score ${match.score}\n`);
  lines.push(wrap(match.explanation, 100, '    '));
  for (const meaning of means ?? []) {
    const rule = meaning.regime === undefined ? '' : ` [${meaning.regime}; ${meaning.citation ?? ''}]`;
    const first = `${effectText(meaning.effect)}: ${meaning.activities.join(', ')}.`;
    lines.push(wrap(`${first} ${meaning.because}${rule}`, 100, '    '));
  }
  if (means === undefined) {
    for (const listing of alert.listings)
      lines.push(wrap(`- ${listing.regime}: ${listingInWords(listing)}; ${listing.citation}`, 100, '    '));
  }
  const old = before === undefined ? 'no earlier version told of' : `before: ${versionText(before)}`;
  lines.push(`    list version of ${versionText(version)}; ${old}\n`);
  return lines.join('');
}

function versionText({ published, sha256 }: { readonly published: Day; readonly sha256: string }): string {
  return `${dayInWords(published)} (${sha256.slice(0, 12)})`;
}

function listTable(lists: readonly ListLook[], notKnown: readonly NotKnown[]): string {
  if (lists.length === 0) return '';
  const number = { align: 'right' as const };
  const columns = [
    { title: '  list' },
    { title: 'told of' },
    { title: 'now' },
    { title: 'version' },
    { title: 'added', ...number },
    { title: 'removed', ...number },
    { title: 'changed', ...number },
    { title: '' },
  ];
  return textTable(
    columns,
    lists.map((list) => {
      const { source, before, now, added, removed, changed, state } = list;
      return [
        `  ${source}`,
        before.at(-1)?.published ?? 'none',
        now.at(-1)?.published ?? '',
        now.at(-1)?.sha256.slice(0, 12) ?? '',
        ...(state === 'not comparable' ? ['?', '?', '?'] : [added, removed, changed].map(String)),
        lookInWords(list, notKnown),
      ];
    }),
  );
}
