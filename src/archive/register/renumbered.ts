import type { SourceRecord } from '../../model/source-record.ts';
import { isContentId } from './content-id.ts';
import { nameKey } from './name-key.ts';

/** An entry with its id and, when asked, its content. */
export interface Recorded {
  readonly entry: string;
  record(): SourceRecord;
}

/**
 * Where a list has no ids, an entry whose text is corrected comes under a new one. One that is gone and one that is new
 * are the same entry when they alone have that kind, those regimes and that primary name. Gives the former entry of
 * each new one that has one.
 */
export function matchRenumbered<Gone extends Recorded, New extends Recorded>(
  gone: readonly Gone[],
  fresh: readonly New[],
): Map<New, Gone> {
  const found = new Map<New, Gone>();
  const formers = gone.filter((former) => isContentId(former.entry));
  if (formers.length === 0) return found;
  const formersByKey = Map.groupBy(formers, (former) => likeness(former.record()));
  const newByKey = Map.groupBy(
    fresh.filter((line) => isContentId(line.entry)),
    (line) => likeness(line.record()),
  );
  for (const [key, lines] of newByKey) {
    const same = formersByKey.get(key);
    if (lines.length === 1 && same?.length === 1) found.set(lines[0]!, same[0]!);
  }
  return found;
}

function likeness(record: SourceRecord): string {
  const primary = record.names.find((name) => name.kind === 'primary') ?? record.names[0];
  const regimes = [...new Set(record.listings.map((listing) => listing.regime))].sort();
  return [record.schema, nameKey(primary?.text ?? ''), ...regimes].join('|');
}
