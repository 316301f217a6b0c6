import { rmSync } from 'node:fs';
import { engineVersion } from '../../../engine/index.ts';
import type { ScreenContext } from '../../../engine/screening/answer-row.ts';
import { writeResult } from '../../write-file.ts';
import type { Counts } from './resumable-output.ts';

/** Where the summary of a result file stands. */
function summaryPath(output: string): string {
  return `${output}.summary.json`;
}

/** A summary says that the results beside it are whole: one of an earlier run goes before they change. */
export function removeSummary(output: string): void {
  rmSync(summaryPath(output), { force: true });
}

/** What stands behind a whole result file: how many rows came out how, by which settings, on which list versions. */
export function writeSummary(
  output: string,
  input: string,
  { rows, hits, errors }: Counts,
  { register, names, on, threshold, limit, listStandings }: ScreenContext,
): void {
  const summary = {
    input,
    rows,
    hits,
    clear: rows - hits - errors,
    errors,
    on,
    known: register.known,
    threshold,
    limit,
    settings: `${names.settings.id} ${names.settings.version}`,
    engine: engineVersion,
    register: register.hash,
    listStandings,
    lists: register.versions,
  };
  writeResult(summaryPath(output), `${JSON.stringify(summary, null, 2)}\n`);
}
