import { parseJson } from '../../formats/json.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { openLedger } from '../field-ledger.ts';
import { uniqueIds } from '../record-draft.ts';
import { emptyList, lostRow, wrongFormat } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { type CslAddress, type CslEntry, cslFields, cslLeftOut, listCode, recordOfEntry } from './entry.ts';
import type { CslIdentifier } from './identifiers.ts';

/** What stands inside a field of the JSON. */
const inside: Readonly<Record<string, readonly string[]>> = {
  addresses: ['address', 'city', 'state', 'postal_code', 'country'],
  ids: ['type', 'number', 'country', 'issue_date', 'expiration_date'],
};
const mapped = [
  'id',
  ...cslFields.flatMap((field) => [field, ...(inside[field] ?? []).map((part) => `${field}.${part}`)]),
];

/** The JSON of the screening list, whole file or answer of the search service. */
export const cslJson: Format = {
  id: 'csl-json',
  title: 'Consolidated Screening List, JSON',
  files: [{ pattern: /\.json$/i, required: true }],
  recognises: (head) =>
    /^\s*\{/.test(head) && head.includes('"results"') && head.includes('"source_list_url"'),
  read: (files, report) => readJson(files[0]!, report),
  mapped,
  leftOut: [
    ...cslLeftOut,
    { field: 'country', why: 'repeats the country of the addresses' },
    { field: 'score', why: 'rank of a search answer' },
  ],
};

type Json = Readonly<Record<string, unknown>>;

function* readJson(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const root = parseJson(file.chunks(), file.name);
  const results = isObject(root) ? root.results : undefined;
  if (!Array.isArray(results)) throw wrongFormat(file.name, 'There is no list "results" in it.');
  if (results.length === 0) throw emptyList(file.name);
  const ledger = openLedger(cslJson, file.name, report);
  const unique = uniqueIds();
  const counts: Record<string, number> = { rows: 0 };
  for (const [at, raw] of results.entries()) {
    const line = at + 1;
    counts.rows!++;
    if (!isObject(raw) || !textOf(raw.name) || !textOf(raw.source)) {
      report(lostRow(file.name, 'The entry has no name or no list.', line));
      continue;
    }
    for (const field of Object.keys(raw)) ledger.see(field, line);
    for (const name of ['addresses', 'ids'] as const) {
      for (const part of objects(raw[name]))
        for (const field of Object.keys(part)) ledger.see(`${name}.${field}`, line);
    }
    const code = listCode(textOf(raw.source)!);
    if (code) counts[code] = (counts[code] ?? 0) + 1;
    const record = recordOfEntry(entryOf(raw), file.name, line, unique, report);
    if (record) yield record;
  }
  const total = isObject(root) && typeof root.total === 'number' ? root.total : undefined;
  return { counts, ...(total === undefined ? {} : { declared: total }) };
}

function entryOf(raw: Json): CslEntry {
  return {
    id: textOf(raw.id),
    source: textOf(raw.source)!,
    name: textOf(raw.name)!,
    entityNumber: textOf(raw.entity_number),
    type: textOf(raw.type),
    programs: texts(raw.programs),
    title: textOf(raw.title),
    addresses: objects(raw.addresses).map(
      (address): CslAddress => ({
        street: textOf(address.address),
        city: textOf(address.city),
        region: textOf(address.state),
        postalCode: textOf(address.postal_code),
        country: textOf(address.country),
      }),
    ),
    citation: textOf(raw.federal_register_notice),
    start: textOf(raw.start_date),
    end: textOf(raw.end_date),
    standardOrder: textOf(raw.standard_order),
    requirement: textOf(raw.license_requirement),
    policy: textOf(raw.license_policy),
    callSign: textOf(raw.call_sign),
    vesselType: textOf(raw.vessel_type),
    tonnage: textOf(raw.gross_tonnage),
    grossRegisteredTonnage: textOf(raw.gross_registered_tonnage),
    vesselFlag: textOf(raw.vessel_flag),
    vesselOwner: textOf(raw.vessel_owner),
    remarks: textOf(raw.remarks),
    aliases: texts(raw.alt_names),
    citizenships: texts(raw.citizenships),
    birthDates: texts(raw.dates_of_birth),
    nationalities: texts(raw.nationalities),
    birthPlaces: texts(raw.places_of_birth),
    identifiers: objects(raw.ids).map(
      (id): CslIdentifier => ({
        label: textOf(id.type) ?? 'Identifier',
        value: textOf(id.number) ?? '',
        country: textOf(id.country),
        issued: textOf(id.issue_date),
        expires: textOf(id.expiration_date),
      }),
    ),
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return textOf(value)?.split(/;\s*/) ?? [];
  return value.map(textOf).filter((text) => text !== undefined);
}
