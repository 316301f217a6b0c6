import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import { openLedger } from '../field-ledger.ts';
import { splitBracketedNames } from '../mapping/bracketed-names.ts';
import {
  addAddress,
  addAttribute,
  addName,
  contentId,
  finishRecord,
  regime,
  startRecord,
  uniqueIds,
} from '../record-draft.ts';
import { emptyList, lostRow, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { firstSheet } from '../table.ts';
import { readExactDay } from '../written-day.ts';

const columns = [
  'Firm Name',
  'Additional Firm Info',
  'Address',
  'Country',
  'From Date',
  'To Date',
  'Grounds',
];

/** The World Bank’s workbook: a line with the day of download, then two heading rows, the second under one cell of the first. */
export const debarredWorkbook: Format = {
  id: 'wb-debarred-xlsx',
  title: 'Listing of ineligible firms and individuals, XLSX',
  files: [{ pattern: /\.xlsx$/i, required: true }],
  recognises: (head, name) => head.startsWith('PK') && /world_?bank|ineligible/i.test(name),
  read: (files, report) => readDebarred(files[0]!, report),
  mapped: [...columns, 'Downloaded on'],
  leftOut: [{ field: 'Ineligibility Period', why: 'heading above the two dates' }],
};

function* readDebarred(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const rows = firstSheet(file);
  const head = rows.findIndex((row) => row.includes('Firm Name'));
  if (head < 0) throw wrongFormat(file.name, 'There is no column "Firm Name" in its first sheet.');
  const [first = [], second = []] = rows.slice(head, head + 2);
  const names = Array.from(
    { length: Math.max(first.length, second.length) },
    (_, at) => second[at] || first[at] || '',
  );
  const ledger = openLedger(debarredWorkbook, file.name, report);
  for (const name of names) if (name !== '') ledger.see(name, head + 1);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw wrongFormat(file.name, `The header lacks the column "${missing.join('", "')}".`, head + 1);
  const unique = uniqueIds();
  let count = 0;
  for (let at = head + 2; at < rows.length; at++) {
    const cells = rows[at]!;
    if (cells.every((cell) => cell.trim() === '')) continue;
    count++;
    const record = readRow(
      (column) => cells[names.indexOf(column)]?.trim() ?? '',
      unique,
      file.name,
      at + 1,
      report,
    );
    if (record) yield record;
  }
  if (count === 0) throw emptyList(file.name);
  const published = downloadDay(rows.slice(0, head));
  return { counts: { rows: count }, ...(published ? { published } : {}) };
}

/** `Downloaded on: 07/01/2025 10:37`, day first: the bank’s dates of January to June 2025 leave no other reading. */
function downloadDay(preamble: readonly (readonly string[])[]): Day | undefined {
  const text = /Downloaded on:?\s*(\d{2}\/\d{2}\/\d{4})/.exec(preamble.flat().join(' '))?.[1];
  return readExactDay(text);
}

function readRow(
  get: (column: string) => string,
  unique: (id: string) => string,
  file: string,
  line: number,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const written = get('Firm Name');
  if (written === '') {
    report(lostRow(file, 'The row has no name.', line));
    return undefined;
  }
  const names = splitBracketedNames(written);
  const country = get('Country');
  const id = unique(contentId(names.name, countryCode(country) ?? country, get('From Date')));
  const isPerson = /^(?:MR|MRS|MS|DR)\.? /i.test(names.name);
  const draft = startRecord(id, isPerson ? 'Person' : 'LegalEntity', file, line);
  addName(draft, names.name, 'primary');
  for (const other of names.others) addName(draft, other.text, other.kind);
  addAttribute(draft, 'name remark', names.rest);
  addAttribute(draft, 'footnote', get('Additional Firm Info'));
  addAddress(draft, { street: get('Address'), country });
  const from = readExactDay(get('From Date'));
  const to = get('To Date');
  // 2999-12-31 stands for debarment without end.
  const isPermanent = to.startsWith('2999');
  const until = isPermanent ? undefined : readExactDay(to);
  if (to !== '' && !isPermanent && !until) addAttribute(draft, 'ineligible until', to);
  if (isPermanent) addAttribute(draft, 'ineligible until', 'without end');
  const grounds = get('Grounds');
  draft.listings.push({
    regime: regime('wb-debarred'),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    citation: 'World Bank Listing of Ineligible Firms and Individuals',
    programs: grounds ? [grounds] : [],
  });
  return finishRecord(draft);
}
