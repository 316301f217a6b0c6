import type { Issue } from '../model/fault.ts';
import type { SourceRecord } from '../model/source-record.ts';
import type { Format, ListFacts, SourceFile } from './source.ts';

/** A list version read whole. */
export interface ReadList {
  readonly records: readonly SourceRecord[];
  readonly facts: ListFacts;
  readonly issues: readonly Issue[];
}

/**
 * Reads a list version into memory: about 30,000 records take some 100 MB. Throws what `format.read` throws; for files
 * that should not be held whole, go through `format.read` itself.
 */
export function readList(format: Format, files: readonly SourceFile[]): ReadList {
  const issues: Issue[] = [];
  const records: SourceRecord[] = [];
  const reading = format.read(files, (issue) => issues.push(issue));
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return { records, facts: step.value, issues };
    records.push(step.value);
  }
}
