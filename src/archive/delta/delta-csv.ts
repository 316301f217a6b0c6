import { csvLine } from '../../formats/index.ts';
import type { ListDelta } from './diff-lists.ts';

/** One line for each change, made safe for spreadsheets. */
export function* deltaCsv(deltas: readonly ListDelta[]): Generator<string> {
  yield line([
    'list',
    'from',
    'to',
    'entry',
    'name',
    'kind of party',
    'regimes',
    'change',
    'about',
    'before',
    'after',
  ]);
  for (const delta of deltas) {
    for (const entry of delta.entries) {
      for (const change of entry.changes) {
        yield line([
          delta.source,
          delta.from?.published ?? '',
          delta.to?.published ?? '',
          entry.entry,
          entry.name,
          entry.schema,
          entry.regimes.join(' '),
          change.kind,
          change.about ?? '',
          change.before ?? '',
          change.after ?? '',
        ]);
      }
    }
  }
}

function line(cells: readonly string[]): string {
  return `${csvLine(cells)}\r\n`;
}
