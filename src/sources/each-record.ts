import type { Issue } from '../model/fault.ts';
import type { SourceRecord } from '../model/source-record.ts';
import type { Format, ListFacts, Source } from './source.ts';

/** What is done with each record of one reading; `start` is called once for a reading. */
export type StartReading = (report: (issue: Issue) => void) => (record: SourceRecord) => SourceRecord;

/** The source with readers whose records have all gone through a step more. */
export function withEachRecord(source: Source, start: StartReading): Source {
  const further = (format: Format): Format => ({
    ...format,
    read: (files, report) => changed(format.read(files, report), start(report)),
  });
  return { ...source, formats: source.formats.map(further) };
}

function* changed(
  reading: Generator<SourceRecord, ListFacts>,
  change: (record: SourceRecord) => SourceRecord,
): Generator<SourceRecord, ListFacts> {
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value;
    yield change(step.value);
  }
}
