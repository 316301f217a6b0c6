import { childText, type XmlElement } from '../../formats/xml.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { baseName } from '../file-end.ts';
import { type AddressParts, finishRecord } from '../record-draft.ts';
import { emptyList, lostRow } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { xmlList } from '../xml-list.ts';
import { dayOfPoint } from './advanced-dates.ts';
import {
  type AdvancedEntry,
  addEntryListing,
  finishListings,
  readRelationship,
  readSanctionsEntry,
} from './advanced-entries.ts';
import advancedFields from './advanced-fields.json' with { type: 'json' };
import { readDocument, readLocation } from './advanced-parts.ts';
import { type PendingParty, readParty } from './advanced-party.ts';
import { openReferenceValues } from './advanced-values.ts';
import type { OfacFact } from './fact.ts';
import { refineSchema } from './legacy-csv.ts';
import type { OfacList } from './listings.ts';

/** The ADVANCED XML of either publication: everything OFAC publishes of a party, by reference to value sets. */
export function advancedXmlFormat(list: OfacList): Format {
  const format: Format = {
    id: `ofac-${list}-advanced-xml`,
    title: list === 'sdn' ? 'SDN list, ADVANCED XML' : 'Consolidated (non-SDN) list, ADVANCED XML',
    files: [{ pattern: /\.xml$/i, required: true }],
    recognises: (head, name) =>
      /<(?:\w+:)?Sanctions\b[^>]*un\.org\/sanctions/.test(head) &&
      /^cons/i.test(baseName(name)) === (list === 'consolidated'),
    read: (files, report) => readAdvanced(list, format, files[0]!, report),
    mapped: advancedFields.mapped,
    leftOut: advancedFields.leftOut,
  };
  return format;
}

const sections = new Set([
  'DateOfIssue',
  'AliasTypeValues',
  'AreaCodeValues',
  'AreaCodeTypeValues',
  'CalendarTypeValues',
  'CountryValues',
  'CountryRelevanceValues',
  'DecisionMakingBodyValues',
  'DetailReferenceValues',
  'DetailTypeValues',
  'DocNameStatusValues',
  'EntryEventTypeValues',
  'EntryLinkTypeValues',
  'ExRefTypeValues',
  'FeatureTypeValues',
  'FeatureTypeGroupValues',
  'IDRegDocDateTypeValues',
  'IDRegDocTypeValues',
  'IdentityFeatureLinkTypeValues',
  'LegalBasisValues',
  'LegalBasisTypeValues',
  'ListValues',
  'LocPartTypeValues',
  'LocPartValueStatusValues',
  'LocPartValueTypeValues',
  'NamePartTypeValues',
  'OrganisationValues',
  'PartySubTypeValues',
  'PartyTypeValues',
  'RelationQualityValues',
  'RelationTypeValues',
  'ReliabilityValues',
  'SanctionsProgramValues',
  'SanctionsTypeValues',
  'ScriptValues',
  'ScriptStatusValues',
  'SubsidiaryBodyValues',
  'SupInfoTypeValues',
  'TargetTypeValues',
  'ValidityValues',
  'Location',
  'IDRegDocument',
  'DistinctParty',
  'ProfileRelationship',
  'SanctionsEntry',
  'SanctionsEntryLink',
]);

/**
 * One pass. The file states parties before the lists they stand on, so that read parties are held until its end:
 * about 3 kB each. XML elements are not held.
 */
function* readAdvanced(
  list: OfacList,
  format: Format,
  file: SourceFile,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  const values = openReferenceValues();
  const locations = new Map<string, AddressParts>();
  const documents = new Map<string, OfacFact[]>();
  const parties = new Map<string, PendingParty>();
  const leftOver = new Map<string, AdvancedEntry[]>();
  const counts = { parties: 0, entries: 0, relationships: 0, documents: 0, locations: 0 };
  let published: Day | undefined;
  for (const element of xmlList(file, { format, report, root: 'Sanctions', records: sections })) {
    switch (element.name) {
      case 'DateOfIssue':
        published = dayOfPoint(element);
        break;
      case 'Location':
        counts.locations++;
        locations.set(element.attributes.ID ?? '', readLocation(element, values));
        break;
      case 'IDRegDocument':
        counts.documents++;
        pushTo(documents, element.attributes.IdentityID ?? '', readDocument(element, values, locations));
        break;
      case 'DistinctParty': {
        counts.parties++;
        const party = readParty(element, { values, locations, documents }, file.name);
        if (party && party.draft.names.length > 0) parties.set(party.draft.entry, party);
        else report(lostParty(file.name, element));
        break;
      }
      case 'ProfileRelationship':
        // Parties are read; what served to read them makes room for their entries.
        locations.clear();
        documents.clear();
        counts.relationships++;
        addRelationship(element, parties, values, file.name, report);
        break;
      case 'SanctionsEntry':
        counts.entries++;
        addEntry(element, readSanctionsEntry(element, values), parties, leftOver, file.name, report);
        break;
      default:
        values.take(element);
    }
  }
  if (counts.parties === 0) throw emptyList(file.name);
  for (const [id, party] of parties) {
    parties.delete(id);
    const own = leftOver.get(id) ?? [];
    if (own.length === 0 && party.draft.listings.length === 0) {
      report({
        code: 'AS_ROW',
        message: `The party ${id} stands on no list.`,
        file: file.name,
        line: party.draft.position.line,
        lost: false,
      });
    }
    finishListings(party, own, list);
    party.draft.schema = refineSchema(party.draft);
    yield finishRecord(party.draft);
  }
  return { counts, ...(published ? { published } : {}) };
}

function addEntry(
  element: XmlElement,
  entry: AdvancedEntry,
  parties: ReadonlyMap<string, PendingParty>,
  leftOver: Map<string, AdvancedEntry[]>,
  file: string,
  report: (issue: Issue) => void,
): void {
  const id = element.attributes.ProfileID ?? '';
  const party = parties.get(id);
  if (!party) {
    report(lostRow(file, `An entry is of party ${id}, which is not in the file.`, element.line));
  } else if (!addEntryListing(party, entry)) pushTo(leftOver, id, entry);
}

function addRelationship(
  element: XmlElement,
  parties: ReadonlyMap<string, PendingParty>,
  values: ReturnType<typeof openReferenceValues>,
  file: string,
  report: (issue: Issue) => void,
): void {
  const from = parties.get(element.attributes['From-ProfileID'] ?? '');
  const to = parties.get(element.attributes['To-ProfileID'] ?? '');
  if (from) from.draft.relations.push(readRelationship(element, values, to?.draft.names[0]?.text));
  else {
    report(
      lostRow(
        file,
        `A relationship begins at party ${element.attributes['From-ProfileID']}, which is not in the file.`,
        element.line,
      ),
    );
  }
}

function lostParty(file: string, element: XmlElement): Issue {
  const id = element.attributes.FixedRef ?? childText(element, 'Comment') ?? '';
  return lostRow(file, `The party ${id} has no name.`, element.line);
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
