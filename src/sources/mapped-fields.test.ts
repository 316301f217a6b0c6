import { expect, it } from 'vitest';
import { fileOf, listFiles } from '../../test/list-files.ts';
import { describeWithShared } from '../../test/shared-data.ts';
import { csvLine, csvRows } from '../formats/csv.ts';
import { findFormat, findSource } from './detect.ts';
import { readList } from './read-list.ts';
import type { SourceFile } from './source.ts';

/** A table with the cells of one column blanked; nothing where the column is blank throughout or not there. */
function withoutColumn(file: SourceFile, column: string): SourceFile | undefined {
  const delimiter = file.name.endsWith('.txt') ? '\t' : ',';
  let at = -1;
  let changed = false;
  const lines: string[] = [];
  for (const row of csvRows(file.chunks(), { file: file.name, delimiter })) {
    const cells = [...row.cells];
    if (at < 0) at = cells.findIndex((cell) => cell.trim() === column);
    else if (cells[at]?.trim()) {
      cells[at] = '';
      changed = true;
    }
    lines.push(
      delimiter === '\t' ? cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t') : csvLine(cells),
    );
  }
  return changed ? fileOf(file.name, `${lines.join('\r\n')}\r\n`) : undefined;
}

describeWithShared('a column that a format says it reads', () => {
  it.each([
    ['us-csl', 'csl-csv', 'us-csl/2019-12-03-extract', 'csl.csv'],
    ['us-csl', 'csl-csv', 'us-csl/2025-06-25-extract', 'consolidated.csv'],
    ['us-bis-dpl', 'bis-dpl-txt', 'us-bis-dpl/2022-09-07', 'dpl.txt'],
    ['us-bis-entity-list', 'bis-entity-list-csv', 'us-csl/ita-source-samples-2018', 'el.csv'],
    ['us-bis-uvl', 'bis-uvl-csv', 'us-csl/ita-source-samples-2018', 'uvl.csv'],
    ['us-state-isn', 'state-isn-csv', 'us-state/isn', 'isn.csv'],
    ['us-state-ddtc', 'state-ddtc-csv', 'us-state/ddtc', 'itar_debarred_party_list_01242018.csv'],
    ['us-fcc-covered', 'fcc-covered-csv', 'us-fcc-covered/2026-08-20', 'table.csv'],
    ['us-dod-1260h', 'dod-1260h-extract-csv', 'us-1260h', 'section-1260h.extract-2026-08-18.csv'],
    ['uk-ofsi', 'ofsi-conlist', 'uk/samples', 'ofsi_conlist.sample.csv'],
    ['opensanctions', 'opensanctions-simple-csv', 'opensanctions-format', 'peps-sample.targets.simple.csv'],
  ])('%s %s: changes the records when it is blanked (%s)', (sourceId, formatId, folder, name) => {
    const format = findFormat(findSource(sourceId)!, formatId)!;
    const file = listFiles(folder, name)[0]!;
    const records = (of: SourceFile) => {
      try {
        return JSON.stringify(readList(format, [of]).records);
      } catch (fault) {
        return String(fault);
      }
    };
    const before = records(file);
    const unread = format.mapped.filter((column) => {
      const blanked = withoutColumn(file, column);
      return blanked !== undefined && records(blanked) === before;
    });
    expect(unread).toEqual([]);
  });
});
