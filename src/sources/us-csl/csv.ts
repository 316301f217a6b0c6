import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import { splitAddresses } from '../extract/json-extract.ts';
import { uniqueIds } from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { type TableRow, tableOfCsv } from '../table.ts';
import { type CslAddress, type CslEntry, cslFields, cslLeftOut, listCode, recordOfEntry } from './entry.ts';
import { readIdentifiers } from './identifiers.ts';

/** The CSV of the screening list: 28 columns, or 29 with `_id` since 2020. */
export const cslCsv: Format = {
  id: 'csl-csv',
  title: 'Consolidated Screening List, CSV',
  files: [{ pattern: /\.csv$/i, required: true }],
  recognises: (head) =>
    /^(?:\uFEFF)?"?(?:_id|source)"?,/.test(head) && head.includes('federal_register_notice'),
  read: (files, report) => readCsv(files[0]!, report),
  mapped: ['_id', ...cslFields],
  leftOut: cslLeftOut,
};

function* readCsv(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const rows = tableOfCsv(file, { format: cslCsv, report, required: cslFields, delimiter: ',' });
  const unique = uniqueIds();
  const counts: Record<string, number> = { rows: 0 };
  for (let step = rows.next(); !step.done; step = rows.next()) {
    const row = step.value;
    counts.rows!++;
    const name = row.get('name');
    const source = row.get('source');
    if (!name || !source) {
      report(lostRow(file.name, 'The row has no name or no list.', row.line));
      continue;
    }
    const code = listCode(source);
    if (code) counts[code] = (counts[code] ?? 0) + 1;
    const record = recordOfEntry(entryOfRow(row, name, source), file.name, row.line, unique, report);
    if (record) yield record;
  }
  return { counts };
}

function entryOfRow(row: TableRow, name: string, source: string): CslEntry {
  const several = (column: string) =>
    (row.get(column) ?? '').split(/;\s*/).filter((value) => value.trim() !== '');
  return {
    id: row.get('_id'),
    source,
    name,
    entityNumber: row.get('entity_number'),
    type: row.get('type'),
    programs: several('programs'),
    title: row.get('title'),
    addresses: splitAddresses(row.get('addresses') ?? '').map(splitCountry),
    citation: row.get('federal_register_notice'),
    start: row.get('start_date'),
    end: row.get('end_date'),
    standardOrder: row.get('standard_order'),
    requirement: row.get('license_requirement'),
    policy: row.get('license_policy'),
    callSign: row.get('call_sign'),
    vesselType: row.get('vessel_type'),
    tonnage: row.get('gross_tonnage'),
    grossRegisteredTonnage: row.get('gross_registered_tonnage'),
    vesselFlag: row.get('vessel_flag'),
    vesselOwner: row.get('vessel_owner'),
    remarks: row.get('remarks'),
    aliases: several('alt_names'),
    citizenships: several('citizenships'),
    birthDates: several('dates_of_birth'),
    nationalities: several('nationalities'),
    birthPlaces: several('places_of_birth'),
    identifiers: readIdentifiers(row.get('ids')),
  };
}

/** Addresses end in the two-letter code of the country. */
function splitCountry(text: string): CslAddress {
  const match = /^(?:(.*), )?([A-Z]{2})$/s.exec(text);
  return match && countryCode(match[2]) ? { street: match[1], country: match[2] } : { street: text };
}
