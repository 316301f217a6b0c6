import { parseJson } from '../../formats/json.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { PartySchema } from '../../model/party.ts';
import type { RecordListing, SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import { citedDays } from '../federal-register.ts';
import { openLedger } from '../field-ledger.ts';
import {
  addAddress,
  addCountry,
  addName,
  addUnique,
  contentId,
  type Draft,
  finishRecord,
  regime,
  startRecord,
  uniqueIds,
} from '../record-draft.ts';
import { emptyList, lostRow, truncated, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { readExactDay } from '../written-day.ts';

/** An entry of an extract, every field as written or nothing. */
export interface ExtractEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | undefined;
  readonly address: string | undefined;
  readonly status: string | undefined;
  readonly effective: Day | undefined;
  readonly federalRegister: string | undefined;
  readonly notes: string | undefined;
}

/** What is peculiar to one list among the extracts. */
export interface ExtractList {
  readonly listId: string;
  readonly title: string;
  readonly regime: string;
  readonly schema: (entry: ExtractEntry) => PartySchema;
  /** Citation of the list as a whole, where entries have none. */
  readonly citation?: string;
  /** Several listings of one entry, where the notes tell them apart; instead of the one that the fields give. */
  readonly listings?: (draft: Draft, entry: ExtractEntry) => readonly RecordListing[];
  /** Refines the draft and gives what the listing has beyond the usual. */
  readonly detail?: (draft: Draft, entry: ExtractEntry) => Partial<RecordListing>;
}

const topFields = ['list_id', 'source_file', 'extracted', 'count', 'entities'];
const entryFields = [
  'name',
  'aliases',
  'country',
  'address',
  'status',
  'effective_date',
  'federal_register',
  'notes',
];

/** Lists that are published as PDF or web page only, as JSON of one shape: facts of the official text, entry by entry. */
export function jsonExtractFormat(list: ExtractList): Format {
  return {
    id: `${list.listId}-extract-json`,
    title: list.title,
    files: [{ pattern: /\.json$/i, required: true }],
    recognises: (head) => head.trimStart().startsWith('{') && head.includes(`"list_id": "${list.listId}"`),
    read: (files, report) => readExtract(list, files[0]!, report),
    mapped: ['list_id', 'extracted', 'count', 'entities', ...entryFields.map((field) => `entities.${field}`)],
    leftOut: [
      { field: 'source_file', why: 'name of the file that was read; it says nothing about an entry' },
    ],
  };
}

function* readExtract(
  list: ExtractList,
  file: SourceFile,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  const root = parseJson(file.chunks(), file.name);
  if (!isRecord(root) || !Array.isArray(root.entities)) {
    throw wrongFormat(file.name, 'There is no list "entities" in it.');
  }
  if (root.list_id !== list.listId) {
    throw wrongFormat(file.name, `It is the list "${String(root.list_id)}", not "${list.listId}".`);
  }
  const entries: readonly unknown[] = root.entities;
  if (entries.length === 0) throw emptyList(file.name);
  if (typeof root.count === 'number' && root.count !== entries.length) {
    throw truncated(file.name, `It says that it has ${root.count} entries, but has ${entries.length}.`);
  }
  const ledger = openLedger(jsonExtractFormat(list), file.name, report);
  for (const field of Object.keys(root)) if (!topFields.includes(field)) ledger.see(field, 1);
  const id = uniqueIds();
  for (let at = 0; at < entries.length; at++) {
    const raw = entries[at];
    const line = at + 1;
    if (!isRecord(raw) || typeof raw.name !== 'string' || raw.name.trim() === '') {
      report(lostRow(file.name, 'The entry has no name.', line));
      continue;
    }
    for (const field of Object.keys(raw)) ledger.see(`entities.${field}`, line);
    yield readEntry(list, raw, raw.name.trim(), file.name, line, id, report);
  }
  const published = readExactDay(typeof root.extracted === 'string' ? root.extracted : undefined);
  return {
    ...(published ? { published } : {}),
    counts: { entries: entries.length },
    ...(typeof root.count === 'number' ? { declared: root.count } : {}),
  };
}

function readEntry(
  list: ExtractList,
  raw: Readonly<Record<string, unknown>>,
  name: string,
  file: string,
  line: number,
  id: (id: string) => string,
  report: (issue: Issue) => void,
): SourceRecord {
  const text = (field: string) => {
    const value = raw[field];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const entry: ExtractEntry = {
    name,
    aliases: Array.isArray(raw.aliases) ? raw.aliases.filter((alias) => typeof alias === 'string') : [],
    country: text('country'),
    address: text('address'),
    status: text('status'),
    effective: readExactDay(text('effective_date'), 'month first'),
    federalRegister: text('federal_register'),
    notes: text('notes'),
  };
  if (text('effective_date') && !entry.effective) {
    report({
      code: 'AS_FIELD',
      message: `"${text('effective_date')}" is not a day.`,
      file,
      line,
      field: 'effective_date',
      lost: false,
    });
  }
  const draft = startRecord(
    id(contentId(name, countryCode(entry.country) ?? entry.country ?? '')),
    list.schema(entry),
    file,
    line,
  );
  addName(draft, name, 'primary');
  for (const alias of entry.aliases) addName(draft, alias, 'alias');
  addCountry(draft, 'countries', entry.country);
  if (entry.address) for (const part of splitAddresses(entry.address)) addAddress(draft, { street: part });
  const detail = list.detail?.(draft, entry) ?? {};
  if (entry.notes && detail.requirement !== entry.notes) addUnique(draft.remarks, entry.notes);
  const told = list.listings?.(draft, entry) ?? [];
  if (told.length > 0) {
    draft.listings.push(...told);
    return finishRecord(draft);
  }
  const citation = entry.federalRegister?.replace(/\s+/g, ' ') ?? list.citation;
  const days = citedDays(entry.federalRegister ?? '');
  const from = entry.effective ?? days[0];
  draft.listings.push({
    regime: regime(list.regime),
    ...(from ? { from } : {}),
    ...(citation ? { citation } : {}),
    programs: [],
    ...(days[0] ? { dates: { 'first Federal Register citation': days[0] } } : {}),
    ...(entry.status ? { remarks: `Status: ${entry.status}` } : {}),
    ...detail,
  });
  return finishRecord(draft);
}

/** Several addresses of one entry are joined by `; and`. */
export function splitAddresses(text: string): string[] {
  return text
    .split(/;\s*and\s+|;\s+(?=[A-Z0-9])/)
    .map((part) => part.replace(/[.;,\s]+$/, '').trim())
    .filter((part) => part !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
