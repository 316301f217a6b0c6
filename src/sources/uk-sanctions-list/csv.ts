import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { type Draft, finishRecord, startRecord } from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { type TableRow, tableOfCsv } from '../table.ts';
import { withPrimaryFirst } from '../uk-ofsi/conlist.ts';
import { readExactDay } from '../written-day.ts';
import { addDesignation, type UkDesignation } from './designation.ts';

const names = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'];
const address = [1, 2, 3, 4, 5, 6].map((number) => `Address Line ${number}`);
const required = [...names, 'Unique ID', 'Name type', 'Regime Name', 'Designation Type', 'Date Designated'];

/** The FCDO’s CSV: a line with the day of the report, 58 columns, one row for each name and address. */
export const ukSanctionsCsv: Format = {
  id: 'uk-sanctions-list-csv',
  title: 'UK Sanctions List, CSV',
  files: [{ pattern: /\.csv$/i, required: true }],
  recognises: (head) => /Report Date:/.test(head.slice(0, 200)) && head.includes('OFSI Group ID'),
  read: (files, report) => readCsv(files[0]!, report),
  mapped: [
    ...required,
    ...address,
    'Last Updated',
    'OFSI Group ID',
    'UN Reference Number',
    'Alias strength',
    'Title',
    'Name non-latin script',
    'Non-latin script language',
    'Designation source',
    'Sanctions Imposed',
    'Other Information',
    'UK Statement of Reasons',
    'Address Postal Code',
    'Address Country',
    'Phone number',
    'Website',
    'Email address',
    'D.O.B',
    'Nationality(/ies)',
    'National Identifier number',
    'National Identifier additional information',
    'Passport number',
    'Passport additional information',
    'Position',
    'Gender',
    'Town of birth',
    'Country of birth',
    'Type of entity',
    'Subsidiaries',
    'Parent company',
    'Business registration number (s)',
    'IMO number',
    'Current owner/operator (s)',
    'Previous owner/operator (s)',
    'Current believed flag of ship',
    'Previous flags',
    'Type of ship',
    'Tonnage of ship',
    'Length of ship',
    'Year Built',
    'Hull identification number (HIN)',
  ],
  leftOut: [{ field: 'Non-latin script type', why: 'told by the letters of the name' }],
};

function* readCsv(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  const rows = tableOfCsv(file, {
    format: ukSanctionsCsv,
    report,
    required,
    delimiter: ',',
    endsWithLineEnd: true,
    onPreamble: (cells) => {
      // "Report Date: 08-Oct-2026"
      published ??= readExactDay(/Report Date:\s*(\S+)/.exec(cells[0] ?? '')?.[1]);
    },
  });
  const drafts = new Map<string, Draft>();
  let count = 0;
  for (let step = rows.next(); !step.done; step = rows.next()) {
    const row = step.value;
    count++;
    const id = row.get('Unique ID');
    if (!id) {
      report(lostRow(file.name, 'The row has no Unique ID.', row.line));
      continue;
    }
    const draft =
      drafts.get(id) ?? startRecord(id, schemaOfKind(row.get('Designation Type')), file.name, row.line);
    drafts.set(id, draft);
    addDesignation(draft, designationOf(row), { file: file.name, line: row.line, report });
  }
  for (const draft of drafts.values()) {
    if (draft.names.length > 0) yield finishRecord(withPrimaryFirst(draft));
    else {
      report(lostRow(file.name, 'The designation has no name.', draft.position.line));
    }
  }
  return { counts: { rows: count, designations: drafts.size }, ...(published ? { published } : {}) };
}

function designationOf(row: TableRow): UkDesignation {
  const one = (column: string) => {
    const value = row.get(column);
    return value ? [value] : [];
  };
  const name = row.join(names, ' ');
  return {
    names: name ? [{ text: name, type: row.get('Name type'), strength: row.get('Alias strength') }] : [],
    nativeNames: one('Name non-latin script'),
    nativeLanguage: row.get('Non-latin script language'),
    titles: one('Title'),
    addresses: [
      {
        street: row.join(address),
        postalCode: row.get('Address Postal Code'),
        country: row.get('Address Country'),
      },
    ],
    groupId: row.get('OFSI Group ID'),
    unReference: row.get('UN Reference Number'),
    regimeName: row.get('Regime Name'),
    source: row.get('Designation source'),
    imposed: row.get('Sanctions Imposed'),
    designated: row.get('Date Designated'),
    updated: row.get('Last Updated'),
    information: row.get('Other Information'),
    reasons: row.get('UK Statement of Reasons'),
    person: {
      births: one('D.O.B'),
      towns: one('Town of birth'),
      countries: one('Country of birth'),
      nationalities: one('Nationality(/ies)'),
      passports: one('Passport number'),
      passportDetails: one('Passport additional information'),
      nationalIds: one('National Identifier number'),
      nationalIdDetails: one('National Identifier additional information'),
      positions: one('Position'),
    },
    details: {
      Gender: one('Gender'),
      'Phone number': one('Phone number'),
      Website: one('Website'),
      'Email address': one('Email address'),
      'Type of entity': one('Type of entity'),
      Subsidiaries: one('Subsidiaries'),
      'Parent company': one('Parent company'),
      'Business Reg No': one('Business registration number (s)'),
      'IMO number': one('IMO number'),
      'Current owners': one('Current owner/operator (s)'),
      'Previous owners': one('Previous owner/operator (s)'),
      'Flag of ship': one('Current believed flag of ship'),
      'Previous flags': one('Previous flags'),
      'Type of ship': one('Type of ship'),
      'Tonnage of ship': one('Tonnage of ship'),
      'Length of ship': one('Length of ship'),
      'Year built': one('Year Built'),
      'Hull identification number': one('Hull identification number (HIN)'),
    },
  };
}
