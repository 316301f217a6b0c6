import { child, childrenOf, childText, descendants, type XmlElement } from '../../formats/xml.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import {
  addAddress,
  addAttribute,
  addBirthDate,
  addIdentifier,
  addName,
  addUnique,
  type Draft,
  finishRecord,
  startRecord,
} from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import { scriptOf } from '../script.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';
import { recordsOfXml } from '../xml-list.ts';
import { type AdvancedEntry, addEntryListing, finishListings, relationKind } from './advanced-entries.ts';
import enhancedFields from './enhanced-fields.json' with { type: 'json' };
import { addLabelled } from './labelled.ts';
import { refineSchema } from './legacy-csv.ts';
import type { OfacList } from './listings.ts';
import type { RemarkDate } from './remarks.ts';

/** The ENHANCED XML of either publication: values written out where the ADVANCED form refers to value sets. */
export function enhancedXmlFormat(list: OfacList): Format {
  const format: Format = {
    id: `ofac-${list}-enhanced-xml`,
    title: list === 'sdn' ? 'SDN list, ENHANCED XML' : 'Consolidated (non-SDN) list, ENHANCED XML',
    files: [{ pattern: /\.xml$/i, required: true }],
    recognises: (head) =>
      /<(?:\w+:)?sanctionsData\b/.test(head) &&
      /<(?:\w+:)?sanctionsList\b[^>]*>Consolidated List</.test(head.slice(0, 3000)) ===
        (list === 'consolidated'),
    read: (files, report) => readEnhanced(list, format, files[0]!, report),
    mapped: enhancedFields.mapped,
    leftOut: enhancedFields.leftOut,
  };
  return format;
}

function* readEnhanced(
  list: OfacList,
  format: Format,
  file: SourceFile,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  const entities = yield* recordsOfXml(
    file,
    {
      format,
      report,
      root: 'sanctionsData',
      entries: ['entity'],
      others: {
        publicationInfo(element) {
          published = readExactDay(childText(element, 'dataAsOf')?.slice(0, 10));
        },
        // Looked at for fields that are not known.
        referenceValues() {},
        featureTypes() {},
      },
    },
    (element) => readEntity(list, element, file.name, report),
  );
  return { counts: { entities }, ...(published ? { published } : {}) };
}

function readEntity(
  list: OfacList,
  element: XmlElement,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const id = element.attributes.id;
  const general = child(element, 'generalInfo');
  const draft = startRecord(id ?? '', schemaOfKind(childText(general, 'entityType')), file, element.line);
  for (const name of namesOf(element)) readName(draft, name);
  if (!id || draft.names.length === 0) {
    report(lostRow(file, 'The entity has no id or no name.', element.line));
    return undefined;
  }
  const dates: RemarkDate[] = [];
  addUnique(draft.titles, childText(general, 'title'));
  addUnique(draft.remarks, childText(general, 'remarks'));
  for (const address of childrenOf(child(element, 'addresses'), 'address')) readAddress(draft, address);
  for (const feature of childrenOf(child(element, 'features'), 'feature')) readFeature(draft, feature, dates);
  for (const document of childrenOf(child(element, 'identityDocuments'), 'identityDocument')) {
    readDocument(draft, document, dates);
  }
  for (const relationship of childrenOf(child(element, 'relationships'), 'relationship')) {
    readRelationship(draft, relationship);
  }
  draft.schema = refineSchema(draft);
  addIdentifier(draft, 'source id', id, { issuer: 'us-ofac' });
  const party = { draft, dates };
  const leftOver = entriesOf(element).filter((entry) => !addEntryListing(party, entry));
  finishListings(party, leftOver, list);
  return finishRecord(draft);
}

/** Each list that the entity stands on, with the programmes of the entity as a whole. */
function entriesOf(element: XmlElement): AdvancedEntry[] {
  const texts = (list: string, item: string) =>
    childrenOf(child(element, list), item)
      .map((part) => part.text)
      .filter((text) => text !== '');
  const shared = {
    until: undefined,
    programs: texts('sanctionsPrograms', 'sanctionsProgram'),
    measures: texts('sanctionsTypes', 'sanctionsType'),
    legalBasis: texts('legalAuthorities', 'legalAuthority'),
    comments: [],
  };
  return childrenOf(child(element, 'sanctionsLists'), 'sanctionsList').map((list) => ({
    ...shared,
    list: list.text,
    from: readExactDay(list.attributes.datePublished),
  }));
}

function namesOf(element: XmlElement): XmlElement[] {
  const rank = (name: XmlElement) => (childText(name, 'isPrimary') === 'true' ? 0 : 1);
  return [...childrenOf(child(element, 'names'), 'name')].sort((a, b) => rank(a) - rank(b));
}

function readName(draft: Draft, name: XmlElement): void {
  const isPrimary = childText(name, 'isPrimary') === 'true';
  const isWeak = childText(name, 'isLowQuality') === 'true';
  const isFormer = /^F\.K\.A/i.test(childText(name, 'aliasType') ?? '');
  const rank = (part: XmlElement) => (childText(part, 'isPrimary') === 'true' ? 0 : 1);
  const translations = [...childrenOf(child(name, 'translations'), 'translation')].sort(
    (a, b) => rank(a) - rank(b),
  );
  for (const translation of translations) {
    const text = childText(translation, 'formattedFullName') ?? partsOf(translation, 'namePart');
    const kind =
      isPrimary && draft.names.length === 0
        ? 'primary'
        : isWeak
          ? 'weak alias'
          : isFormer
            ? 'former'
            : 'alias';
    const script = text ? scriptOf(text) : 'Latn';
    addName(draft, text, kind, { script: script === 'Latn' ? undefined : script });
    if (isWeak && isFormer) addAttribute(draft, 'former name', text);
  }
}

function partsOf(element: XmlElement, name: string): string | undefined {
  const values = [...descendants(element, name)].map((part) => childText(part, 'value'));
  return values.filter((value) => value !== undefined).join(', ') || undefined;
}

function readAddress(draft: Draft, address: XmlElement): void {
  const country = childText(address, 'country');
  const translations = childrenOf(child(address, 'translations'), 'translation');
  if (translations.length === 0) addAddress(draft, { country });
  for (const translation of translations) {
    const parts: Record<string, string[]> = {};
    for (const part of descendants(translation, 'addressPart')) {
      const type = childText(part, 'type')?.toUpperCase() ?? 'UNKNOWN';
      const value = childText(part, 'value');
      if (!value) continue;
      parts[type] ??= [];
      parts[type].push(value);
    }
    const street = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'UNKNOWN'].flatMap((type) => parts[type] ?? []);
    const region = [
      ...(parts['STATE/PROVINCE'] ?? []),
      ...(parts.REGION ?? []).map((text) => `Region: ${text}`),
    ];
    addAddress(draft, {
      street: street.join(', '),
      city: parts.CITY?.join(', '),
      region: region.join(', '),
      postalCode: parts['POSTAL CODE']?.join(', '),
      country,
    });
  }
}

function readFeature(draft: Draft, feature: XmlElement, dates: RemarkDate[]): void {
  const label = childText(feature, 'type') ?? 'Feature';
  const value = childText(feature, 'value') ?? '';
  addUnique(draft.remarks, childText(feature, 'comments'));
  if (label !== 'Birthdate') {
    addLabelled(draft, { label, value }, dates);
    return;
  }
  const range = child(feature, 'valueDate');
  const from = readExactDay(childText(range, 'fromDateBegin') ?? childText(range, 'fromDateEnd'));
  const to = readExactDay(childText(range, 'toDateEnd') ?? childText(range, 'toDateBegin'));
  const written = readWrittenDay(value);
  if (written && !to) addBirthDate(draft, written);
  else if (from) {
    const circa = childText(range, 'isApproximate') === 'true';
    const latest = to && to >= from ? to : from;
    addBirthDate(draft, { earliest: from, latest, text: value || from, ...(circa ? { circa } : {}) });
  } else addUnique(draft.remarks, `DOB ${value}`);
}

function readDocument(draft: Draft, document: XmlElement, dates: RemarkDate[]): void {
  const type = childText(document, 'type') ?? 'Identifier';
  const invalid = childText(document, 'isValid') === 'false';
  addLabelled(
    draft,
    {
      label: invalid ? `${type} (fraudulent)` : type,
      value: childText(document, 'documentNumber') ?? '',
      country: childText(document, 'issuingCountry') ?? childText(document, 'issuingLocation'),
      issued: childText(document, 'issueDate'),
      expires: childText(document, 'expirationDate'),
      comment: childText(document, 'comments'),
    },
    dates,
  );
}

function readRelationship(draft: Draft, relationship: XmlElement): void {
  const type = childText(relationship, 'type') ?? 'Related to';
  const other = child(relationship, 'relatedEntity');
  const comment = childText(relationship, 'comments');
  draft.relations.push({
    ...relationKind(type),
    ...(other?.attributes.entityId ? { otherEntry: other.attributes.entityId } : {}),
    ...(other?.text ? { otherName: other.text } : {}),
    text: `${type}${other?.text ? ` ${other.text}` : ''}${comment ? `: ${comment}` : ''}`,
  });
}
