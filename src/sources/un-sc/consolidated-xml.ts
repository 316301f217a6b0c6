import { child, childrenOf, childText, type XmlElement } from '../../formats/xml.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
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
import { readExactDay, readWrittenDay } from '../written-day.ts';
import { recordsOfXml } from '../xml-list.ts';

const shared = [
  '',
  '/REFERENCE_NUMBER',
  '/FIRST_NAME',
  '/SECOND_NAME',
  '/THIRD_NAME',
  '/FOURTH_NAME',
  '/NAME_ORIGINAL_SCRIPT',
  '/UN_LIST_TYPE',
  '/LISTED_ON',
  '/COMMENTS1',
  '/LAST_DAY_UPDATED',
  '/LAST_DAY_UPDATED/VALUE',
  '/SUBMITTED_ON',
  '/SUBMITTED_BY',
  '/DATAID',
];
const addressParts = ['', '/STREET', '/CITY', '/STATE_PROVINCE', '/ZIP_CODE', '/COUNTRY', '/NOTE'];
const person = [
  '/DESIGNATION',
  '/DESIGNATION/VALUE',
  '/NATIONALITY',
  '/NATIONALITY/VALUE',
  '/NATIONALITY2',
  '/TITLE',
  '/TITLE/VALUE',
  '/GENDER',
  ...['', '/QUALITY', '/ALIAS_NAME', '/DATE_OF_BIRTH', '/CITY_OF_BIRTH', '/COUNTRY_OF_BIRTH', '/NOTE'].map(
    (part) => `/INDIVIDUAL_ALIAS${part}`,
  ),
  ...addressParts.map((part) => `/INDIVIDUAL_ADDRESS${part}`),
  ...['', '/TYPE_OF_DATE', '/DATE', '/YEAR', '/FROM_YEAR', '/TO_YEAR', '/NOTE'].map(
    (part) => `/INDIVIDUAL_DATE_OF_BIRTH${part}`,
  ),
  ...['', '/STREET', '/CITY', '/STATE_PROVINCE', '/COUNTRY', '/NOTE'].map(
    (part) => `/INDIVIDUAL_PLACE_OF_BIRTH${part}`,
  ),
  ...[
    '',
    '/TYPE_OF_DOCUMENT',
    '/TYPE_OF_DOCUMENT2',
    '/NUMBER',
    '/ISSUING_COUNTRY',
    '/COUNTRY_OF_ISSUE',
    '/CITY_OF_ISSUE',
    '/DATE_OF_ISSUE',
    '/NOTE',
  ].map((part) => `/INDIVIDUAL_DOCUMENT${part}`),
];
const entity = [
  ...['', '/QUALITY', '/ALIAS_NAME', '/NOTE'].map((part) => `/ENTITY_ALIAS${part}`),
  ...addressParts.map((part) => `/ENTITY_ADDRESS${part}`),
];
const internal = [
  ['/VERSIONNUM', 'number of the entry’s revision in the publisher’s database'],
  ['/LIST_TYPE', 'always “UN List”'],
  ['/LIST_TYPE/VALUE', 'always “UN List”'],
  ['/SORT_KEY', 'empty, serves the publisher’s own sorting'],
  ['/SORT_KEY_LAST_MOD', 'empty, serves the publisher’s own sorting'],
] as const;

/** The Security Council’s consolidated list. */
export const unConsolidatedXml: Format = {
  id: 'un-sc-xml',
  title: 'UN Security Council Consolidated List, XML',
  files: [{ pattern: /\.xml$/i, required: true }],
  recognises: (head) => head.includes('<CONSOLIDATED_LIST'),
  read: (files, report) => readConsolidated(files[0]!, report),
  mapped: [
    'CONSOLIDATED_LIST@dateGenerated',
    ...[...shared, ...person].map((path) => `INDIVIDUAL${path}`),
    ...[...shared, ...entity].map((path) => `ENTITY${path}`),
  ],
  leftOut: ['INDIVIDUAL', 'ENTITY'].flatMap((record) =>
    internal.map(([path, why]) => ({ field: `${record}${path}`, why })),
  ),
};

function* readConsolidated(
  file: SourceFile,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  const counts = { individuals: 0, entities: 0 };
  yield* recordsOfXml(
    file,
    {
      format: unConsolidatedXml,
      report,
      root: 'CONSOLIDATED_LIST',
      entries: ['INDIVIDUAL', 'ENTITY'],
      onRoot: (attributes) => {
        published = readExactDay(attributes.dateGenerated?.slice(0, 10));
      },
    },
    (element) => {
      if (element.name === 'INDIVIDUAL') counts.individuals++;
      else counts.entities++;
      return readEntry(element, file.name, report);
    },
  );
  return { counts, ...(published ? { published } : {}) };
}

function readEntry(
  element: XmlElement,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const isPerson = element.name === 'INDIVIDUAL';
  const reference = childText(element, 'REFERENCE_NUMBER');
  const id = reference ?? childText(element, 'DATAID');
  const name = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
    .map((part) => childText(element, part))
    .filter((part) => part !== undefined)
    .join(' ');
  if (!id || name === '') {
    report(lostRow(file, 'The entry has no number or no name.', element.line));
    return undefined;
  }
  const draft = startRecord(id, isPerson ? 'Person' : 'Organization', file, element.line);
  addName(draft, name, 'primary');
  for (const original of splitLines(childText(element, 'NAME_ORIGINAL_SCRIPT'))) {
    addName(draft, original, 'alias', { script: scriptOf(original) });
  }
  for (const alias of childrenOf(element, `${element.name}_ALIAS`)) readAlias(draft, alias);
  for (const address of childrenOf(element, `${element.name}_ADDRESS`)) readAddress(draft, address);
  for (const designation of values(element, 'DESIGNATION')) addUnique(draft.titles, designation);
  for (const title of values(element, 'TITLE')) addUnique(draft.titles, title);
  for (const nationality of values(element, 'NATIONALITY')) addCountry(draft, 'nationalities', nationality);
  addCountry(draft, 'nationalities', childText(element, 'NATIONALITY2'));
  const gender = childText(element, 'GENDER')?.toLowerCase();
  if (gender === 'male' || gender === 'female') draft.gender = gender;
  for (const birth of childrenOf(element, 'INDIVIDUAL_DATE_OF_BIRTH')) readBirth(draft, birth, file, report);
  for (const place of childrenOf(element, 'INDIVIDUAL_PLACE_OF_BIRTH')) readBirthPlace(draft, place);
  for (const document of childrenOf(element, 'INDIVIDUAL_DOCUMENT')) readDocument(draft, document);
  if (reference) addIdentifier(draft, 'source id', reference, { issuer: 'un-sc' });
  addAttribute(draft, 'data id', childText(element, 'DATAID'));
  addAttribute(draft, 'submitted by', childText(element, 'SUBMITTED_BY'));
  addAttribute(draft, 'submitted on', childText(element, 'SUBMITTED_ON'));
  for (const day of values(element, 'LAST_DAY_UPDATED')) addAttribute(draft, 'updated', day);
  addUnique(draft.remarks, childText(element, 'COMMENTS1'));
  const from = readExactDay(childText(element, 'LISTED_ON')?.slice(0, 10));
  const program = childText(element, 'UN_LIST_TYPE');
  draft.listings.push({
    regime: regime('un-sc'),
    ...(from ? { from } : {}),
    ...(reference ? { citation: `UN reference ${reference}` } : {}),
    programs: program ? [program] : [],
  });
  return finishRecord(draft);
}

function values(element: XmlElement, name: string): string[] {
  return childrenOf(child(element, name), 'VALUE')
    .map((value) => value.text.replace(/\s+/g, ' '))
    .filter((text) => text !== '');
}

function splitLines(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\r\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `Low` quality is the UN’s weak alias; entities have `a.k.a.` and `f.k.a.` instead. */
function readAlias(draft: Draft, alias: XmlElement): void {
  const quality = childText(alias, 'QUALITY');
  const note = childText(alias, 'NOTE');
  const kind =
    quality === 'f.k.a.' || /previously listed|formerly/i.test(note ?? '')
      ? 'former'
      : quality === 'Low'
        ? 'weak alias'
        : 'alias';
  const name = childText(alias, 'ALIAS_NAME');
  addName(draft, name, kind);
  const born = childText(alias, 'DATE_OF_BIRTH');
  const day = born ? readWrittenDay(born) : undefined;
  if (day) addBirthDate(draft, day);
  const place = [childText(alias, 'CITY_OF_BIRTH'), childText(alias, 'COUNTRY_OF_BIRTH')]
    .filter((part) => part !== undefined)
    .join(', ');
  addUnique(draft.birthPlaces, place);
  if (note || (born && !day)) {
    addUnique(
      draft.remarks,
      `Alias ${name ?? ''}: ${[note, day ? undefined : born].filter(Boolean).join('; ')}`,
    );
  }
}

function readAddress(draft: Draft, address: XmlElement): void {
  addAddress(draft, {
    street: childText(address, 'STREET'),
    city: childText(address, 'CITY'),
    region: childText(address, 'STATE_PROVINCE'),
    postalCode: childText(address, 'ZIP_CODE'),
    country: childText(address, 'COUNTRY'),
  });
  const note = childText(address, 'NOTE');
  if (note) addUnique(draft.remarks, `Address: ${note}`);
}

function readBirth(draft: Draft, birth: XmlElement, file: string, report: (issue: Issue) => void): void {
  const from = childText(birth, 'FROM_YEAR');
  const to = childText(birth, 'TO_YEAR');
  const text =
    from && to ? `${from} to ${to}` : (childText(birth, 'DATE') ?? childText(birth, 'YEAR') ?? from ?? to);
  const note = childText(birth, 'NOTE');
  if (note) addUnique(draft.remarks, `Date of birth${text ? ` ${text}` : ''}: ${note}`);
  if (!text) return;
  const circa = childText(birth, 'TYPE_OF_DATE') === 'APPROXIMATELY';
  const day = readWrittenDay(circa ? `circa ${text}` : text);
  if (day) addBirthDate(draft, day);
  else {
    addUnique(draft.remarks, `Date of birth ${text}`);
    report({
      code: 'AS_FIELD',
      message: `"${text}" is not a date; it is kept as a remark.`,
      file,
      line: birth.line,
      field: 'INDIVIDUAL_DATE_OF_BIRTH',
      lost: false,
    });
  }
}

function readBirthPlace(draft: Draft, place: XmlElement): void {
  const text = ['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY', 'NOTE']
    .map((part) => childText(place, part))
    .filter((part) => part !== undefined)
    .join(', ');
  addUnique(draft.birthPlaces, text);
}

function readDocument(draft: Draft, document: XmlElement): void {
  const type = childText(document, 'TYPE_OF_DOCUMENT');
  const type2 = childText(document, 'TYPE_OF_DOCUMENT2');
  const label = [type, type2].filter((part) => part !== undefined).join(', ');
  const number = childText(document, 'NUMBER');
  const country = childText(document, 'ISSUING_COUNTRY') ?? childText(document, 'COUNTRY_OF_ISSUE');
  const kind = /pass(?:port|eport)|pasaporte/i.test(label)
    ? 'passport'
    : /fiscal|tax/i.test(label)
      ? 'tax number'
      : /ident|national|tazkira/i.test(label)
        ? 'national id'
        : 'other';
  addIdentifier(draft, kind, number, { issuer: countryCode(country) ?? country, label });
  const details = [
    number ? undefined : label,
    number ? undefined : country,
    childText(document, 'COUNTRY_OF_ISSUE') && `country of issue ${childText(document, 'COUNTRY_OF_ISSUE')}`,
    childText(document, 'CITY_OF_ISSUE') && `issued at ${childText(document, 'CITY_OF_ISSUE')}`,
    childText(document, 'DATE_OF_ISSUE') && `issued ${childText(document, 'DATE_OF_ISSUE')}`,
    childText(document, 'NOTE'),
  ].filter((part) => part !== undefined);
  if (details.length > 0) addAttribute(draft, 'document details', `${number ?? ''} ${details.join('; ')}`);
}
