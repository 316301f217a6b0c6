import { csvLine } from '../../formats/index.ts';
import type { ListDelta } from './diff-lists.ts';

/** One row for each change, made safe for spreadsheets. */
export function* deltaCsv(deltas: readonly ListDelta[]): Generator<string> {
  yield csvLine([
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
        yield csvLine([
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
