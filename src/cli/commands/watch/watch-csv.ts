import { csvLine } from '../../../formats/index.ts';
import type { WatchReport } from './watch-report.ts';

const header = [
  'alert',
  'watched',
  'asset',
  'label',
  'role',
  'file',
  'line',
  'party',
  'party name',
  'list',
  'entry',
  'listed name',
  'state',
  'regimes',
  'change',
  'about',
  'before',
  'after',
  'through',
  'match by',
  'score',
  'similarity',
  'strength',
  'match because',
  'effect',
  'activities',
  'citation',
  'version before',
  'version before sha256',
  'version',
  'version sha256',
  'not known',
];

/** One line for each change of each alert, safe for spreadsheets; one without an alert says of which lists nothing is known. */
export function* watchCsv(report: WatchReport): Generator<string> {
  yield line(header);
  const unknown = report.notKnown.map(({ source, why }) => `${source} (${why})`).join('; ');
  for (const target of report.targets) {
    for (const alert of target.alerts) {
      const { match, means = [], entry, before, version } = alert;
      for (const change of alert.changes) {
        yield line([
          alert.id,
          target.word,
          alert.asset,
          alert.label,
          alert.role ?? '',
          alert.at?.file ?? '',
          String(alert.at?.line ?? ''),
          alert.party,
          alert.caption,
          entry.source,
          entry.entry,
          entry.name,
          entry.state,
          entry.regimes.join(' '),
          change.kind,
          change.about ?? '',
          change.before ?? '',
          change.after ?? '',
          alert.through.join('; '),
          match.by,
          String(match.score),
          match.by === 'name' ? String(match.similarity) : '',
          match.by === 'name' ? String(match.strength) : match.confidence,
          match.explanation,
          means.map(({ effect }) => effect).join('; '),
          means.map(({ activities }) => activities.join(', ')).join('; '),
          means.map(({ citation }) => citation ?? '').join('; '),
          before?.published ?? '',
          before?.sha256 ?? '',
          version.published,
          version.sha256,
          unknown,
        ]);
      }
    }
    if (target.alerts.length === 0) {
      const why = target.begins ? 'watched from now on' : 'no alert';
      yield line(
        header.map((name) => ({ watched: target.word, state: why, 'not known': unknown })[name] ?? ''),
      );
    }
  }
}

function line(cells: readonly string[]): string {
  return `${csvLine(cells)}\r\n`;
}
