import { child, childrenOf, childText, type XmlElement } from '../../formats/xml.ts';
import { type ApproximateDay, addDays, type Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { IdentifierKind } from '../../model/party.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
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
import { scriptOf } from '../script.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';
import { recordsOfXml } from '../xml-list.ts';
import fields from './fields.json' with { type: 'json' };

/** The EU’s consolidated list, schema 1.1. */
export const euFsfXml: Format = {
  id: 'eu-fsf-xml',
  title: 'EU consolidated list of financial sanctions, XML 1.1',
  files: [{ pattern: /\.xml$/i, required: true }],
  recognises: (head) => /<(?:\w+:)?export\b[^>]*\/fpi\/fsd\/export/.test(head),
  read: (files, report) => readExport(files[0]!, report),
  mapped: fields.mapped,
  leftOut: fields.leftOut,
};

function* readExport(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  const count = yield* recordsOfXml(
    file,
    {
      format: euFsfXml,
      report,
      root: 'export',
      entries: ['sanctionEntity'],
      onRoot: (attributes) => {
        published = readExactDay(attributes.generationDate?.slice(0, 10));
      },
    },
    (element) => readEntity(element, file.name, report),
  );
  return { counts: { entities: count }, ...(published ? { published } : {}) };
}

function readEntity(
  element: XmlElement,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const { attributes } = element;
  const draft = startRecord(
    attributes.logicalId ?? '',
    schemaOfKind(child(element, 'subjectType')?.attributes.code),
    file,
    element.line,
  );
  for (const alias of childrenOf(element, 'nameAlias')) readAlias(draft, alias);
  if (!attributes.logicalId || draft.names.length === 0) {
    report(lostRow(file, 'The entity has no id or no name.', element.line));
    return undefined;
  }
  for (const item of childrenOf(element, 'citizenship')) readCitizenship(draft, item);
  for (const item of childrenOf(element, 'birthdate')) readBirth(draft, item, file, report);
  for (const item of childrenOf(element, 'address')) readAddress(draft, item);
  for (const item of childrenOf(element, 'identification')) readIdentification(draft, item);
  addIdentifier(draft, 'source id', attributes.euReferenceNumber || attributes.logicalId, {
    issuer: 'eu-fsf',
  });
  if (attributes.unitedNationId) {
    addIdentifier(draft, 'source id', attributes.unitedNationId, { issuer: 'un-sc' });
  }
  addRemarks(draft, element);
  addUnique(draft.remarks, attributes.designationDetails);
  addListings(draft, element);
  return finishRecord(draft);
}

/** The first strong name in English, or the first at all, stands as primary. */
function readAlias(draft: Draft, alias: XmlElement): void {
  const { attributes } = alias;
  const parts = [attributes.firstName, attributes.middleName, attributes.lastName].filter(Boolean).join(' ');
  const text = attributes.wholeName || parts;
  const script = scriptOf(text);
  const kind = draft.names.length === 0 ? 'primary' : attributes.strong === 'false' ? 'weak alias' : 'alias';
  addName(draft, text, kind, {
    script: script === 'Latn' ? undefined : script,
    language: attributes.nameLanguage?.toLowerCase() || undefined,
  });
  addUnique(draft.titles, attributes.function);
  addUnique(draft.titles, attributes.title);
  if (attributes.gender === 'M') draft.gender = 'male';
  if (attributes.gender === 'F') draft.gender = 'female';
  addRemarks(draft, alias);
}

function addRemarks(draft: Draft, element: XmlElement): void {
  for (const remark of childrenOf(element, 'remark')) addUnique(draft.remarks, remark.text);
  for (const more of childrenOf(element, 'additionalInformation')) {
    addAttribute(draft, more.attributes.key ?? 'additional information', more.attributes.value);
  }
}

/** `00`, `UNKNOWN` stands for no country. */
function countryOf(element: XmlElement): string | undefined {
  const { countryIso2Code, countryDescription } = element.attributes;
  if (!countryIso2Code || countryIso2Code === '00') {
    return countryDescription === 'UNKNOWN' ? undefined : countryDescription;
  }
  return countryIso2Code.toUpperCase();
}

function readCitizenship(draft: Draft, item: XmlElement): void {
  addCountry(draft, 'nationalities', countryOf(item));
  addAttribute(draft, 'citizenship region', item.attributes.region);
  addAttribute(draft, 'citizenship since', item.attributes.acquisitionDate);
  addAttribute(draft, 'citizenship until', item.attributes.disenfranchisementDate);
  addRemarks(draft, item);
}

function readBirth(draft: Draft, item: XmlElement, file: string, report: (issue: Issue) => void): void {
  const { attributes } = item;
  const day = birthDay(item);
  if (day) addBirthDate(draft, day);
  else if (attributes.birthdate || attributes.year || attributes.yearRangeFrom) {
    const text = [attributes.birthdate, attributes.year, attributes.yearRangeFrom, attributes.yearRangeTo]
      .filter(Boolean)
      .join(' ');
    addUnique(draft.remarks, `Birth date ${text}`);
    report({
      code: 'AS_FIELD',
      message: `"${text}" is not a date; it is kept as a remark.`,
      file,
      line: item.line,
      field: 'birthdate',
      lost: false,
    });
  }
  const place = [
    attributes.place,
    attributes.city,
    attributes.zipCode,
    attributes.region,
    placeCountry(item),
  ];
  addUnique(draft.birthPlaces, place.filter(Boolean).join(', '));
  addRemarks(draft, item);
}

function placeCountry(item: XmlElement): string | undefined {
  const text = item.attributes.countryDescription;
  return text === 'UNKNOWN' ? undefined : text;
}

function birthDay(item: XmlElement): ApproximateDay | undefined {
  const { attributes } = item;
  const [year, month, day] = [attributes.year, attributes.monthOfYear, attributes.dayOfMonth];
  const pad = (text: string) => text.padStart(2, '0');
  const text =
    attributes.yearRangeFrom && attributes.yearRangeTo
      ? `${attributes.yearRangeFrom} to ${attributes.yearRangeTo}`
      : attributes.birthdate ||
        (year ? [year, ...(month ? [pad(month), ...(day ? [pad(day)] : [])] : [])].join('-') : '') ||
        attributes.yearRangeFrom ||
        attributes.yearRangeTo ||
        '';
  if (attributes.calendarType && attributes.calendarType !== 'GREGORIAN') return undefined;
  return readWrittenDay(attributes.circa === 'true' ? `circa ${text}` : text);
}

function readAddress(draft: Draft, item: XmlElement): void {
  const { attributes } = item;
  const country = countryOf(item);
  addAddress(draft, {
    street: [attributes.street, attributes.poBox && `PO box ${attributes.poBox}`, attributes.place]
      .filter(Boolean)
      .join(', '),
    city: attributes.city,
    region: attributes.region,
    postalCode: attributes.zipCode,
    country: placeCountry(item) ?? country,
  });
  if (country) addCountry(draft, 'countries', country);
  for (const contact of childrenOf(item, 'contactInfo')) {
    const { key = '', value } = contact.attributes;
    const kind = /mail/i.test(key)
      ? 'email'
      : /web/i.test(key)
        ? 'website'
        : /phone|fax/i.test(key)
          ? 'phone'
          : 'other';
    addIdentifier(draft, kind, value, { label: key });
  }
  addRemarks(draft, item);
}

const identificationKinds: Readonly<Record<string, IdentifierKind>> = {
  passport: 'passport',
  diplomatic: 'passport',
  id: 'national id',
  ssn: 'national id',
  birthcert: 'national id',
  fiscalcode: 'tax number',
  tin: 'tax number',
  regnumber: 'registration number',
  swiftbic: 'BIC',
  imo: 'IMO',
  driving: 'national id',
};

function readIdentification(draft: Draft, item: XmlElement): void {
  const { attributes } = item;
  const number = attributes.number || attributes.latinNumber;
  addIdentifier(draft, identificationKinds[attributes.identificationTypeCode ?? ''] ?? 'other', number, {
    issuer: countryCode(countryOf(item)) ?? countryOf(item),
    label: attributes.identificationTypeDescription,
  });
  const marks = ['diplomatic', 'knownExpired', 'knownFalse', 'reportedLost', 'revokedByIssuer'];
  const details = [
    ...marks.filter((mark) => attributes[mark] === 'true'),
    attributes.issuedBy && `issued by ${attributes.issuedBy}`,
    attributes.issueDate && `issued ${attributes.issueDate}`,
    attributes.validFrom && `valid from ${attributes.validFrom}`,
    attributes.validTo && `valid to ${attributes.validTo}`,
    attributes.nameOnDocument && `in the name of ${attributes.nameOnDocument}`,
    attributes.region && `region ${attributes.region}`,
    attributes.latinNumber && attributes.latinNumber !== number && `Latin ${attributes.latinNumber}`,
  ].filter(Boolean);
  if (details.length > 0) addAttribute(draft, 'document details', `${number ?? ''} ${details.join('; ')}`);
  addRemarks(draft, item);
}

/** One listing for each regulation that names the entity; the designation day, where given, is when it began. */
function addListings(draft: Draft, element: XmlElement): void {
  const designated = readExactDay(element.attributes.designationDate);
  const delisted = readExactDay(element.attributes.delistingDate);
  for (const regulation of childrenOf(element, 'regulation')) {
    const { attributes } = regulation;
    const inForce = readExactDay(attributes.entryIntoForceDate);
    const from = designated ?? inForce;
    const published = readExactDay(attributes.publicationDate);
    const url = childText(regulation, 'publicationUrl');
    const kind = [attributes.regulationType, attributes.organisationType].filter(Boolean).join(', ');
    draft.listings.push({
      regime: regime('eu-fsf'),
      ...(from ? { from } : {}),
      ...(delisted ? { until: addDays(delisted, -1) } : {}),
      citation: [attributes.numberTitle, kind && `(${kind})`, url].filter(Boolean).join(' '),
      programs: attributes.programme ? [attributes.programme] : [],
      dates: {
        ...(inForce ? { 'entry into force of the last amendment': inForce } : {}),
        ...(published ? { published } : {}),
      },
    });
    addRemarks(draft, regulation);
  }
}
