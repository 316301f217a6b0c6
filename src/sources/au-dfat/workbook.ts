import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { NameKind } from '../../model/party.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { splitEnumerated } from '../enumerated.ts';
import {
  addAddress,
  addAttribute,
  addBirthDate,
  addCountry,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  finishRecord,
  regime,
  startRecord,
} from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import { isNothing } from '../says-nothing.ts';
import { scriptOf } from '../script.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { firstSheet, linesOfSheet, type TableRow, tableOfRows } from '../table.ts';
import { withPrimaryFirst } from '../uk-ofsi/conlist.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';

const columns = [
  'Reference',
  'Name of Individual or Entity',
  'Type',
  'Name Type',
  'Date of Birth',
  'Place of Birth',
  'Citizenship',
  'Address',
  'Additional Information',
  'Listing Information',
  'Committees',
  'Control Date',
];

/** DFAT’s workbook: one row for each name; `51`, `51a`, `51b1` are the names of entry 51. */
export const regulation8Workbook: Format = {
  id: 'au-dfat-xlsx',
  title: 'Consolidated List (Regulation 8), XLSX',
  files: [{ pattern: /\.xlsx$/i, required: true }],
  recognises: (head, name) => head.startsWith('PK') && /regulation8|consolidated/i.test(name),
  read: (files, report) => readRegulation8(files[0]!, report),
  mapped: columns,
  leftOut: [],
};

function* readRegulation8(
  file: SourceFile,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  const rows = tableOfRows(linesOfSheet(firstSheet(file)), file.name, {
    format: regulation8Workbook,
    report,
    required: columns,
    ragged: true,
  });
  const drafts = new Map<string, Draft>();
  let count = 0;
  let latest: Day | undefined;
  for (let step = rows.next(); !step.done; step = rows.next()) {
    const row = step.value;
    count++;
    const reference = /^\d+/.exec(row.get('Reference') ?? '')?.[0];
    const name = row.get('Name of Individual or Entity');
    if (!reference || !name) {
      report(lostRow(file.name, 'The row has no reference or no name.', row.line));
      continue;
    }
    const draft =
      drafts.get(reference) ?? startRecord(reference, schemaOfKind(row.get('Type')), file.name, row.line);
    drafts.set(reference, draft);
    addRow(draft, row, name, file.name, report);
    const control = readExactDay(row.get('Control Date'));
    if (control && (!latest || control > latest)) latest = control;
  }
  for (const draft of drafts.values()) yield finishRecord(withPrimaryFirst(draft));
  return { counts: { rows: count, references: drafts.size }, ...(latest ? { published: latest } : {}) };
}

function addRow(
  draft: Draft,
  row: TableRow,
  name: string,
  file: string,
  report: (issue: Issue) => void,
): void {
  const script = scriptOf(name);
  addName(draft, name, kindOf(row.get('Name Type')), { script: script === 'Latn' ? undefined : script });
  if (draft.schema === 'Person') addBirth(draft, row, file, report);
  else addAttribute(draft, 'founded', row.get('Date of Birth'));
  for (const place of splitEnumerated(row.get('Place of Birth')))
    if (!isNothing(place)) addUnique(draft.birthPlaces, place);
  for (const citizenship of splitEnumerated(row.get('Citizenship'))) {
    if (!isNothing(citizenship)) addCountry(draft, 'nationalities', citizenship);
  }
  for (const address of splitEnumerated(row.get('Address')))
    if (!isNothing(address)) addAddress(draft, readAddress(address));
  addUnique(draft.remarks, row.get('Additional Information'));
  addListing(draft, row);
}

/** The last part of an address that is a country is its country. */
function readAddress(text: string): { street?: string; country?: string } {
  const at = text.lastIndexOf(',');
  return at < 0 ? { street: text } : { street: text.slice(0, at), country: text.slice(at + 1).trim() };
}

function addBirth(draft: Draft, row: TableRow, file: string, report: (issue: Issue) => void): void {
  for (const text of splitEnumerated(row.get('Date of Birth')).flatMap((part) =>
    part.split(/\s+or\s+|;\s*/),
  )) {
    if (isNothing(text)) continue;
    const day = readWrittenDay(text.replace(/\.$/, '').replace(/(\d{4})\s*-\s+(\d{4})/, '$1 to $2'));
    if (day) addBirthDate(draft, day);
    else if (!draft.remarks.includes(`Date of birth ${text}`)) {
      addUnique(draft.remarks, `Date of birth ${text}`);
      report({
        code: 'AS_FIELD',
        message: `"${text}" is not a date; it is kept as a remark.`,
        file,
        line: row.line,
        field: 'Date of Birth',
        lost: false,
      });
    }
  }
}

function kindOf(type: string | undefined): NameKind {
  if (/^primary/i.test(type ?? '')) return 'primary';
  return /^formerly|^previously/i.test(type ?? '') ? 'former' : 'alias';
}

/** `Listed on: 16 Jul. 2009 (amended on ...)`: the first day named is taken where the text says that it is the listing. */
function addListing(draft: Draft, row: TableRow): void {
  const information = row.get('Listing Information');
  const program = row.get('Committees');
  const words =
    /(?:first )?listed (?:by [^.(]*? )?on:? ?(\d{1,2} [A-Z][a-z]+\.? \d{4}|\d{1,2}\/\d{1,2}\/\d{4})/i;
  const from = readExactDay(words.exec(information ?? '')?.[1]?.replace('.', ''));
  addAttribute(draft, 'control date', row.get('Control Date'));
  addIdentifier(draft, 'source id', draft.entry, { issuer: 'au-dfat' });
  if (draft.listings.some((listing) => listing.programs[0] === program)) return;
  draft.listings.push({
    regime: regime('au-dfat'),
    ...(from ? { from } : {}),
    ...(information ? { citation: information } : {}),
    programs: program ? [program] : [],
  });
}
