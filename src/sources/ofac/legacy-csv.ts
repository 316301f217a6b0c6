import type { Issue } from '../../model/fault.ts';
import type { PartySchema } from '../../model/party.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { baseName, pickFile } from '../file-end.ts';
import {
  addAddress,
  addAttribute,
  addCountry,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  finishRecord,
  startRecord,
} from '../record-draft.ts';
import { lostRow, missingFile, truncated, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { type LegacyRow, legacyRows } from './legacy-rows.ts';
import { addListings, type OfacList, splitPrograms } from './listings.ts';
import { readRemarks } from './remarks.ts';

interface LegacySet {
  readonly main: RegExp;
  readonly add: RegExp;
  readonly alt: RegExp;
  readonly comments: RegExp;
  readonly mainName: string;
}

const sets: Readonly<Record<OfacList, LegacySet>> = {
  sdn: {
    main: /^sdn\.csv$/i,
    add: /^add\.csv$/i,
    alt: /^alt\.csv$/i,
    comments: /^sdn_comments\.csv$/i,
    mainName: 'sdn.csv',
  },
  consolidated: {
    main: /^cons_prim\.csv$/i,
    add: /^cons_add\.csv$/i,
    alt: /^cons_alt\.csv$/i,
    comments: /^cons_comments\.csv$/i,
    mainName: 'cons_prim.csv',
  },
};

/** OFAC's legacy set: a main file, addresses, aliases and the continuation of long remarks, joined by `ent_num`. */
export function legacyCsvFormat(list: OfacList): Format {
  const set = sets[list];
  return {
    id: `ofac-${list}-csv`,
    title: list === 'sdn' ? 'SDN legacy CSV set' : 'Consolidated (non-SDN) legacy CSV set',
    files: [
      { pattern: set.main, required: true },
      { pattern: set.add, required: false },
      { pattern: set.alt, required: false },
      { pattern: set.comments, required: false },
    ],
    recognises: (head, name) =>
      (set.main.test(baseName(name)) || /^\d+,"[^"]*",/.test(head)) &&
      isMainRow(head) &&
      !/cons_/i.test(name) === (list === 'sdn'),
    read: (files, report) => readLegacySet(list, files, report),
    mapped: [
      'ent_num',
      'SDN_Name',
      'SDN_Type',
      'Program',
      'Title',
      'Call_Sign',
      'Vess_type',
      'Tonnage',
      'GRT',
      'Vess_flag',
      'Vess_owner',
      'Remarks',
      'Address',
      'City/State/Province/Postal Code',
      'Country',
      'Add_remarks',
      'alt_type',
      'alt_name',
      'alt_remarks',
    ],
    leftOut: [
      { field: 'Add_num', why: 'number of the row within OFAC’s database; nothing refers to it' },
      { field: 'alt_num', why: 'number of the row within OFAC’s database; nothing refers to it' },
    ],
  };
}

/** The first line has twelve cells and begins with a number. */
function isMainRow(head: string): boolean {
  const line = head.slice(0, head.search(/[\r\n]|$/));
  return /^\d+,/.test(line) && line.replace(/"[^"]*("|$)/g, '').split(',').length === 12;
}

function* readLegacySet(
  list: OfacList,
  files: readonly SourceFile[],
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  const set = sets[list];
  const main = pickFile(files, set.main);
  if (!main)
    throw missingFile(
      set.mainName,
      files.map((file) => baseName(file.name)),
    );
  const parts = {
    add: readPart(pickFile(files, set.add), 6, 'addresses', main, report),
    alt: readPart(pickFile(files, set.alt), 5, 'aliases', main, report),
    comments: readPart(pickFile(files, set.comments), 2, undefined, main, report),
  };
  const seen = new Set<string>();
  const rows = legacyRows(main, 12, report);
  let count = 0;
  let greatest = 0;
  for (const row of rows) {
    count++;
    greatest = Math.max(greatest, Number(row.id));
    seen.add(row.id);
    yield readEntry(list, row, parts, main.name, report);
  }
  checkOrphans(parts, seen, greatest, report);
  return {
    counts: {
      [list === 'sdn' ? 'sdn' : 'prim']: count,
      ...countOf('add', parts.add),
      ...countOf('alt', parts.alt),
      ...countOf('comments', parts.comments),
    },
  };
}

interface Part {
  readonly file: string;
  readonly rows: Map<string, LegacyRow[]>;
  readonly count: number;
}

type Parts = { readonly [name in 'add' | 'alt' | 'comments']: Part | undefined };

function countOf(name: string, part: Part | undefined): Record<string, number> {
  return part ? { [name]: part.count } : {};
}

function readPart(
  file: SourceFile | undefined,
  width: number,
  holds: string | undefined,
  main: SourceFile,
  report: (issue: Issue) => void,
): Part | undefined {
  if (!file) {
    if (holds) {
      report({
        code: 'AS_FILE_MISSING',
        message: `The set has no file of ${holds}; entries are read without them.`,
        file: main.name,
        lost: false,
      });
    }
    return undefined;
  }
  const rows = new Map<string, LegacyRow[]>();
  let count = 0;
  for (const row of legacyRows(file, width, report, holds !== undefined)) {
    count++;
    const known = rows.get(row.id);
    if (known) known.push(row);
    else rows.set(row.id, [row]);
  }
  return { file: file.name, rows, count };
}

function readEntry(
  list: OfacList,
  row: LegacyRow,
  parts: Parts,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord {
  const [, name, type, program, title, callSign, vesselType, tonnage, grt, flag, owner, remarks] =
    row.cells as readonly string[];
  const draft = startRecord(row.id, schemaOf(type ?? '', row, file, report), file, row.line);
  addName(draft, name, 'primary');
  for (const alias of parts.alt?.rows.get(row.id) ?? []) readAlias(draft, alias);
  addUnique(draft.titles, title);
  addIdentifier(draft, 'call sign', callSign);
  addAttribute(draft, 'vessel type', vesselType);
  addAttribute(draft, 'tonnage', tonnage);
  addAttribute(draft, 'gross registered tonnage', grt);
  if (flag) {
    addAttribute(draft, 'vessel flag', flag);
    addCountry(draft, 'countries', flag);
  }
  if (owner) {
    addAttribute(draft, 'vessel owner', owner);
    draft.relations.push({
      kind: 'ownership',
      end: 'owned',
      otherName: owner,
      text: `Vessel owner: ${owner}`,
    });
  }
  for (const address of parts.add?.rows.get(row.id) ?? []) readAddress(draft, address);
  // The remarks stop at exactly 1,000 characters and go on, without a separator, in the comments file.
  const rest = (parts.comments?.rows.get(row.id) ?? []).map((comment) => comment.cells[1]).join('');
  const dates = readRemarks(draft, (remarks ?? '') + rest);
  draft.schema = refineSchema(draft);
  addIdentifier(draft, 'source id', row.id, { issuer: 'us-ofac' });
  addListings(draft, list, splitPrograms(program ?? ''), dates);
  return finishRecord(draft);
}

/** The publisher writes no kind for entities. */
function schemaOf(type: string, row: LegacyRow, file: string, report: (issue: Issue) => void): PartySchema {
  const schema = schemaOfKind(type === '' ? 'entity' : type);
  if (schema === 'LegalEntity') {
    report({
      code: 'AS_FIELD',
      message: `The type "${type}" is not known; whether the entry is a person is left open.`,
      file,
      line: row.line,
      field: 'SDN_Type',
      lost: false,
    });
  }
  return schema;
}

/** What OFAC says of the kind of an entity, where it says so. */
export function refineSchema(draft: Draft): PartySchema {
  if (draft.schema !== 'Organization' && draft.schema !== 'LegalEntity') return draft.schema;
  const type = draft.attributes['target type']?.[0] ?? '';
  if (/Government Entity/i.test(type)) return 'PublicBody';
  return /Company|Enterprise|Financial Institution/i.test(type) ? 'Company' : draft.schema;
}

function readAlias(draft: Draft, row: LegacyRow): void {
  const [, , type, name, remarks] = row.cells as readonly string[];
  addName(draft, name, type === 'fka' ? 'former' : 'alias');
  if (type === 'nka') addAttribute(draft, 'now known as', name);
  addUnique(draft.remarks, remarks);
}

function readAddress(draft: Draft, row: LegacyRow): void {
  const [, , street, city, country, remarks] = row.cells as readonly string[];
  addAddress(draft, { street, city, country });
  addUnique(draft.remarks, remarks);
}

/**
 * Addresses and aliases of entries that the main file does not have: a few are left over from other versions and are
 * reported; many mean that the main file is cut off or of another day.
 */
function checkOrphans(
  parts: Parts,
  seen: ReadonlySet<string>,
  greatest: number,
  report: (issue: Issue) => void,
): void {
  for (const name of ['add', 'alt', 'comments'] as const) {
    const part = parts[name];
    if (!part) continue;
    const orphans = [...part.rows].filter(([id]) => !seen.has(id));
    if (name !== 'comments' && orphans.length > Math.max(3, part.rows.size / 100)) {
      if (orphans.every(([id]) => Number(id) > greatest)) {
        throw truncated(
          part.file,
          `The main file ends at entry ${greatest}, but this file goes on for ${orphans.length} more.`,
          orphans[0]![1][0]!.line,
        );
      }
      throw wrongFormat(
        part.file,
        `${orphans.length} of ${part.rows.size} entries are not in the main file: the files are of different days.`,
        orphans[0]![1][0]!.line,
      );
    }
    for (const [id, rows] of orphans) {
      for (const row of rows) {
        report(
          lostRow(part.file, `There is no entry ${id} in the main file to which this row belongs.`, row.line),
        );
      }
    }
  }
}
