import { csvLine } from '../../formats/index.ts';
import type { ListDelta } from './diff-lists.ts';
import type { EntryDelta } from './diff-versions.ts';

/** The things of the user that an entry may be about, in words; nothing where none were looked for. */
export type TouchesOf = (entry: EntryDelta) => readonly string[];

/** One line for each change, made safe for spreadsheets; with `touchesOf` a last column says what of the user's it touches. */
export function* deltaCsv(deltas: readonly ListDelta[], touchesOf?: TouchesOf): Generator<string> {
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
    ...(touchesOf ? ['touches'] : []),
  ]);
  for (const delta of deltas) {
    for (const entry of delta.entries) {
      const touches = touchesOf ? [touchesOf(entry).join('; ')] : [];
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
          ...touches,
        ]);
      }
    }
  }
}

function line(cells: readonly string[]): string {
  return `${csvLine(cells)}\r\n`;
}
