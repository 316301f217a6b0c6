import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { lostRow } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { tableOfCsv } from '../table.ts';
import { readExactDay } from '../written-day.ts';
import { recordsOfItem } from './covered-record.ts';

const item = 'covered_equipment_or_services';
const inclusion = 'date_of_inclusion_on_covered_list';

/** The table of the FCC’s page as CSV. */
export const coveredTable: Format = {
  id: 'fcc-covered-csv',
  title: 'The table of the Covered List page as CSV',
  files: [{ pattern: /\.csv$/i, required: true }],
  recognises: (head) => head.includes(item) && head.includes(inclusion),
  read: (files, report) => readTable(files[0]!, report),
  mapped: [item, inclusion],
  leftOut: [],
};

function* readTable(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const rows = tableOfCsv(file, {
    format: coveredTable,
    report,
    required: [item, inclusion],
    delimiter: ',',
    endsWithLineEnd: true,
  });
  let count = 0;
  for (let step = rows.next(); !step.done; step = rows.next()) {
    const row = step.value;
    count++;
    const text = row.get(item);
    // "December 22, 2025Updated:January 7, 2026Updated:March 18, 2026"
    const [first, ...updates] = (row.get(inclusion) ?? '').split(/\s*Updated:\s*/);
    const from = readExactDay(first, 'month first');
    if (!text) {
      report(lostRow(file.name, 'The item has no text.', row.line));
      continue;
    }
    if (!from) {
      report({
        code: 'AS_FIELD',
        message: `"${first}" is not a day.`,
        file: file.name,
        line: row.line,
        field: inclusion,
        lost: false,
      });
    }
    yield* recordsOfItem(text, from, updates, file.name, row.line);
  }
  return { counts: { items: count } };
}
