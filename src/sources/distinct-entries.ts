import type { Issue } from '../model/fault.ts';
import type { SourceRecord } from '../model/source-record.ts';
import type { Format, ListFacts, Source } from './source.ts';

/**
 * The source with readers whose records have ids of their own: where a publisher gives an id twice, the later record is
 * kept under `id-2` and reported, so that neither takes the other's place.
 */
export function withDistinctEntries(source: Source): Source {
  return { ...source, formats: source.formats.map(distinct) };
}

function distinct(format: Format): Format {
  return { ...format, read: (files, report) => keepApart(format.read(files, report), report) };
}

function* keepApart(
  reading: Generator<SourceRecord, ListFacts>,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  const counts = new Map<string, number>();
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value;
    const record = step.value;
    const count = (counts.get(record.entry) ?? 0) + 1;
    counts.set(record.entry, count);
    if (count === 1) {
      yield record;
      continue;
    }
    const entry = `${record.entry}-${count}`;
    report({
      code: 'AS_ROW',
      message: `The entry ${record.entry} stands more than once; this one is kept as ${entry}.`,
      ...record.position,
      lost: false,
    });
    yield { ...record, entry };
  }
}
