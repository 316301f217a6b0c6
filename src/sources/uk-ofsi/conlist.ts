import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { NameKind } from '../../model/party.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import {
  addAddress,
  addAttribute,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  finishRecord,
  regime,
  startRecord,
} from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import { scriptOf } from '../script.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { type TableOptions, type TableRow, tableOfFile } from '../table.ts';
import { mergeListing } from '../uk/merge-listing.ts';
import { readOtherInformation } from '../uk/other-information.ts';
import { addUkPerson } from '../uk/person-details.ts';
import { readExactDay } from '../written-day.ts';

const names = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'];
const address = ['Address 1', 'Address 2', 'Address 3', 'Address 4', 'Address 5', 'Address 6'];
const required = [
  ...names,
  'Group Type',
  'Alias Type',
  'Regime',
  'Listed On',
  'Group ID',
  'Other Information',
];

/** OFSI’s consolidated list, CSV or XLSX: one row for each name of a group, a line with the day above the header. */
export const ofsiConList: Format = {
  id: 'ofsi-conlist',
  title: 'OFSI consolidated list of financial sanctions targets, CSV or XLSX (until January 2026)',
  files: [{ pattern: /\.(csv|xlsx)$/i, required: true }],
  recognises: (head, name) =>
    head.startsWith('PK')
      ? /conlist/i.test(name)
      : /^\uFEFF?"?Last Updated/.test(head) && head.includes('Group ID'),
  read: (files, report) => readConList(files[0]!, report),
  mapped: [
    ...required,
    ...address,
    'Title',
    'Name Non-Latin Script',
    'Non-Latin Script Language',
    'DOB',
    'Town of Birth',
    'Country of Birth',
    'Nationality',
    'Passport Number',
    'Passport Details',
    'National Identification Number',
    'National Identification Details',
    'NI Details',
    'Position',
    'Post/Zip Code',
    'Country',
    'Alias Quality',
    'UK Sanctions List Date Designated',
    'Last Updated',
  ],
  leftOut: [{ field: 'Non-Latin Script Type', why: 'told by the letters of the name' }],
};

function* readConList(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  const options: TableOptions = {
    format: ofsiConList,
    report,
    required,
    delimiter: ',',
    endsWithLineEnd: true,
    onPreamble: (cells) => {
      published ??= readExactDay(cells[1]);
    },
  };
  const groups = new Map<string, Draft>();
  let count = 0;
  const rows = tableOfFile(file, options);
  for (let step = rows.next(); !step.done; step = rows.next()) {
    count++;
    addRow(groups, step.value, file.name, report);
  }
  for (const draft of groups.values()) yield finishRecord(withPrimaryFirst(draft));
  return { counts: { rows: count, groups: groups.size }, ...(published ? { published } : {}) };
}

function addRow(
  groups: Map<string, Draft>,
  row: TableRow,
  file: string,
  report: (issue: Issue) => void,
): void {
  const id = row.get('Group ID');
  const name = row.join(names, ' ') ?? row.get('Name Non-Latin Script');
  if (!id || !name) {
    report(lostRow(file, 'The row has no group or no name.', row.line));
    return;
  }
  const draft = groups.get(id) ?? startRecord(id, schemaOfKind(row.get('Group Type')), file, row.line);
  groups.set(id, draft);
  addName(draft, name, kindOf(row), { script: scriptOf(name) === 'Latn' ? undefined : scriptOf(name) });
  const native = row.get('Name Non-Latin Script');
  if (native) {
    addName(draft, native, 'alias', {
      script: scriptOf(native) === 'Latn' ? undefined : scriptOf(native),
      language: row.get('Non-Latin Script Language'),
    });
  }
  addUnique(draft.titles, row.get('Title'));
  const one = (column: string) => {
    const value = row.get(column);
    return value ? [value] : [];
  };
  addUkPerson(
    draft,
    {
      births: one('DOB'),
      towns: one('Town of Birth'),
      countries: one('Country of Birth'),
      nationalities: one('Nationality'),
      passports: one('Passport Number'),
      passportDetails: one('Passport Details'),
      nationalIds: one('National Identification Number'),
      nationalIdDetails: [...one('National Identification Details'), ...one('NI Details')],
      positions: one('Position'),
    },
    { file, line: row.line, report },
  );
  addAddress(draft, {
    street: row.join(address),
    postalCode: row.get('Post/Zip Code'),
    country: row.get('Country'),
  });
  addListing(draft, row);
}

function addListing(draft: Draft, row: TableRow): void {
  const program = row.get('Regime');
  const from = readExactDay(row.get('Listed On'));
  const designated = readExactDay(row.get('UK Sanctions List Date Designated'));
  const information = row.get('Other Information');
  addAttribute(draft, 'last updated', row.get('Last Updated'));
  const seen = draft.attributes['other information'] ?? [];
  let reasons: string | undefined;
  if (information && !seen.includes(information)) {
    // Every row of a group repeats it; it is read once and the text itself not kept twice.
    draft.attributes['other information'] = [...seen, information];
    reasons = readOtherInformation(draft, information);
  }
  addIdentifier(draft, 'source id', draft.entry, { issuer: 'uk-ofsi' });
  mergeListing(draft, {
    regime: regime('uk-sanctions'),
    ...(from ? { from } : {}),
    programs: program ? [program] : [],
    ...(designated ? { dates: { designated } } : {}),
    ...(reasons ? { remarks: reasons } : {}),
  });
}

function kindOf(row: TableRow): NameKind {
  const type = row.get('Alias Type') ?? '';
  if (row.get('Alias Quality') === 'Low quality') return 'weak alias';
  if (type === 'FKA') return 'former';
  return type === 'Primary name' || type === 'Prime Alias' ? 'primary' : 'alias';
}

/** Groups may have several primary names, or, in a cut file, none; the first stands first, the others become aliases. */
export function withPrimaryFirst(draft: Draft): Draft {
  delete draft.attributes['other information'];
  const at = Math.max(
    0,
    draft.names.findIndex((name) => name.kind === 'primary'),
  );
  const [first] = draft.names.splice(at, 1);
  const others = draft.names.splice(0);
  if (first) draft.names.push({ ...first, kind: 'primary' });
  for (const name of others) draft.names.push(name.kind === 'primary' ? { ...name, kind: 'alias' } : name);
  return draft;
}
