import type { Issue } from '../../model/fault.ts';
import type { RecordListing, SourceRecord } from '../../model/source-record.ts';
import { addFact } from '../ofac/fact.ts';
import { refineSchema } from '../ofac/legacy-csv.ts';
import {
  addAddress,
  addAttribute,
  addBirthDate,
  addCountry,
  addIdentifier,
  addName,
  addUnique,
  contentId,
  type Draft,
  finishRecord,
  regime,
  startRecord,
} from '../record-draft.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { footnotesOf } from '../us-bis-entity-list/footnotes.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';
import type { CslIdentifier } from './identifiers.ts';
import table from './sub-lists.json' with { type: 'json' };

/** An entry of the screening list in either form, lists split. */
export interface CslEntry {
  readonly id: string | undefined;
  readonly source: string;
  readonly name: string;
  readonly entityNumber: string | undefined;
  readonly type: string | undefined;
  readonly programs: readonly string[];
  readonly title: string | undefined;
  readonly addresses: readonly CslAddress[];
  readonly citation: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly standardOrder: string | undefined;
  readonly requirement: string | undefined;
  readonly policy: string | undefined;
  readonly callSign: string | undefined;
  readonly vesselType: string | undefined;
  readonly tonnage: string | undefined;
  readonly grossRegisteredTonnage: string | undefined;
  readonly vesselFlag: string | undefined;
  readonly vesselOwner: string | undefined;
  readonly remarks: string | undefined;
  readonly aliases: readonly string[];
  readonly citizenships: readonly string[];
  readonly birthDates: readonly string[];
  readonly nationalities: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly identifiers: readonly CslIdentifier[];
}

/** The fields that every form of the screening list has, in the publisher's order. */
export const cslFields = [
  'source',
  'entity_number',
  'type',
  'programs',
  'name',
  'title',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
  'ids',
];

/** Fields that no form needs, and why. */
export const cslLeftOut = ['source_list_url', 'source_information_url'].map((field) => ({
  field,
  why: 'address of the publisher’s page, the same for all entries of a list',
}));

export interface CslAddress {
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

const regimes: Readonly<Record<string, string>> = table.regimes;
export const cslRegimes = [...new Set([...Object.values(regimes), 'us-ofac-sdn-glomag'])].sort();

/** `Entity List (EL) - Bureau of Industry and Security` is `EL`. */
export function listCode(source: string): string | undefined {
  const code = /\(([A-Z0-9]+)\)/.exec(source)?.[1];
  return code !== undefined && regimes[code] ? code : undefined;
}

/** The record of an entry; its listing stands under the regime of the sub-list, not of the screening list. */
export function recordOfEntry(
  entry: CslEntry,
  file: string,
  line: number,
  unique: (id: string) => string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const code = listCode(entry.source);
  if (!code) {
    report({
      code: 'AS_FIELD',
      message: `The list "${entry.source}" is not known; its entry was not read.`,
      file,
      line,
      field: 'source',
      lost: true,
    });
    return undefined;
  }
  const id = entry.id ?? entry.entityNumber ?? contentId(code, entry.name, entry.citation ?? '');
  const draft = startRecord(unique(id), schemaOfKind(entry.type), file, line);
  addName(draft, entry.name, 'primary');
  for (const alias of entry.aliases) addName(draft, alias.replace(/^and /, ''), 'alias');
  addUnique(draft.titles, entry.title);
  for (const address of entry.addresses) addAddress(draft, address);
  for (const text of [...entry.citizenships, ...entry.nationalities])
    addCountry(draft, 'nationalities', text);
  addBirth(draft, entry, file, line, report);
  addVessel(draft, entry);
  addAttribute(draft, 'standard order', entry.standardOrder);
  for (const identifier of entry.identifiers) {
    if (!addFact(draft, identifier)) addUnique(draft.remarks, `${identifier.label} ${identifier.value}`);
  }
  if (entry.entityNumber) addIdentifier(draft, 'source id', entry.entityNumber, { issuer: 'us-ofac' });
  addUnique(draft.remarks, entry.remarks);
  draft.schema = refineSchema(draft);
  draft.listings.push(...listingsOf(entry, code));
  return finishRecord(draft);
}

function listingsOf(entry: CslEntry, code: string): RecordListing[] {
  const from = readExactDay(entry.start);
  const until = readExactDay(entry.end);
  const base = (programs: readonly string[], id: string): RecordListing => ({
    regime: regime(id),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(entry.citation ? { citation: entry.citation } : {}),
    programs,
    ...(entry.requirement ? { requirement: entry.requirement } : {}),
    ...(entry.policy ? { policy: entry.policy } : {}),
  });
  if (code === 'EL') return [base([...entry.programs, ...footnotesOf(entry.requirement)], regimes.EL!)];
  if (code !== 'SDN' || !entry.programs.includes('GLOMAG')) return [base(entry.programs, regimes[code]!)];
  const others = entry.programs.filter((program) => program !== 'GLOMAG');
  return [
    ...(others.length > 0 ? [base(others, 'us-ofac-sdn')] : []),
    base(['GLOMAG'], 'us-ofac-sdn-glomag'),
  ];
}

function addBirth(
  draft: Draft,
  entry: CslEntry,
  file: string,
  line: number,
  report: (issue: Issue) => void,
): void {
  for (const text of entry.birthDates) {
    const day = readWrittenDay(text);
    if (day) addBirthDate(draft, day);
    else {
      report({
        code: 'AS_FIELD',
        message: `"${text}" is not a date.`,
        file,
        line,
        field: 'dates_of_birth',
        lost: false,
      });
      addUnique(draft.remarks, `DOB ${text}`);
    }
  }
  for (const place of entry.birthPlaces) addUnique(draft.birthPlaces, place);
}

function addVessel(draft: Draft, entry: CslEntry): void {
  addIdentifier(draft, 'call sign', entry.callSign);
  addAttribute(draft, 'vessel type', entry.vesselType);
  addAttribute(draft, 'tonnage', entry.tonnage);
  addAttribute(draft, 'gross registered tonnage', entry.grossRegisteredTonnage);
  addAttribute(draft, 'vessel flag', entry.vesselFlag);
  if (entry.vesselFlag) addCountry(draft, 'countries', entry.vesselFlag);
  if (entry.vesselOwner) {
    addAttribute(draft, 'vessel owner', entry.vesselOwner);
    draft.relations.push({
      kind: 'ownership',
      end: 'owned',
      otherName: entry.vesselOwner,
      text: `Vessel owner: ${entry.vesselOwner}`,
    });
  }
}
