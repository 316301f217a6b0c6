import { child, childrenOf, childText, type XmlElement } from '../../formats/xml.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { baseName } from '../file-end.ts';
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
import { lostRow } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { readExactDay } from '../written-day.ts';
import { recordsOfXml } from '../xml-list.ts';
import { addLabelled } from './labelled.ts';
import { refineSchema } from './legacy-csv.ts';
import { addListings, type OfacList } from './listings.ts';
import { type RemarkDate, readRemarks } from './remarks.ts';

const lists = {
  'programList/program': [],
  'idList/id': ['idType', 'idNumber', 'idCountry', 'issueDate', 'expirationDate'],
  'akaList/aka': ['type', 'category', 'lastName', 'firstName'],
  'addressList/address': [
    'address1',
    'address2',
    'address3',
    'city',
    'stateOrProvince',
    'postalCode',
    'country',
  ],
  'nationalityList/nationality': ['country', 'mainEntry'],
  'citizenshipList/citizenship': ['country', 'mainEntry'],
  'dateOfBirthList/dateOfBirthItem': ['dateOfBirth', 'mainEntry'],
  'placeOfBirthList/placeOfBirthItem': ['placeOfBirth', 'mainEntry'],
};
const vessel = ['callSign', 'vesselType', 'vesselFlag', 'vesselOwner', 'tonnage', 'grossRegisteredTonnage'];

/** The plain XML of either publication, `sdn.xml` or `consolidated.xml`. */
export function sdnXmlFormat(list: OfacList): Format {
  const format: Format = {
    id: `ofac-${list}-xml`,
    title: list === 'sdn' ? 'SDN list, XML' : 'Consolidated (non-SDN) list, XML',
    files: [{ pattern: /\.xml$/i, required: true }],
    recognises: (head, name) =>
      head.includes('<sdnList') && /^cons/i.test(baseName(name)) === (list === 'consolidated'),
    read: (files, report) => readSdnXml(list, format, files[0]!, report),
    mapped: [
      'sdnEntry',
      ...['uid', 'lastName', 'firstName', 'title', 'sdnType', 'nspType', 'remarks'].map(
        (name) => `sdnEntry/${name}`,
      ),
      ...Object.entries(lists).flatMap(([path, fields]) => [
        `sdnEntry/${path.split('/')[0]}`,
        `sdnEntry/${path}`,
        ...fields.map((field) => `sdnEntry/${path}/${field}`),
      ]),
      'sdnEntry/vesselInfo',
      ...vessel.map((field) => `sdnEntry/vesselInfo/${field}`),
      'publshInformation',
      'publshInformation/Publish_Date',
      'publshInformation/Record_Count',
    ],
    leftOut: Object.keys(lists).map((path) => ({
      field: `sdnEntry/${path}/uid`,
      why: 'number of the row within OFAC’s database; nothing refers to it',
    })),
  };
  return format;
}

function* readSdnXml(
  list: OfacList,
  format: Format,
  file: SourceFile,
  report: (issue: Issue) => void,
): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  let declared: number | undefined;
  const count = yield* recordsOfXml(
    file,
    {
      format,
      report,
      root: 'sdnList',
      entries: ['sdnEntry'],
      others: {
        publshInformation(element) {
          published = readExactDay(childText(element, 'Publish_Date'), 'month first');
          declared = Number(childText(element, 'Record_Count')) || undefined;
        },
      },
    },
    (element) => readEntry(list, element, file.name, report),
  );
  if (declared !== undefined && declared !== count) {
    report({
      code: 'AS_FILE_TRUNCATED',
      message: `The file says that it has ${declared} entries, but has ${count}.`,
      file: file.name,
      field: 'Record_Count',
      lost: true,
    });
  }
  return {
    counts: { entries: count },
    ...(published ? { published } : {}),
    ...(declared === undefined ? {} : { declared }),
  };
}

function readEntry(
  list: OfacList,
  element: XmlElement,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const uid = childText(element, 'uid');
  const name = nameOf(element);
  if (!uid || !name) {
    report(lostRow(file, 'The entry has no uid or no name.', element.line));
    return undefined;
  }
  const draft = startRecord(
    uid,
    schemaOfKind(childText(element, 'sdnType') ?? childText(element, 'nspType')),
    file,
    element.line,
  );
  addName(draft, name, 'primary');
  for (const aka of items(element, 'akaList', 'aka')) {
    const isFormer = /^f/i.test(childText(aka, 'type') ?? '');
    const isWeak = childText(aka, 'category') === 'weak';
    addName(draft, nameOf(aka), isWeak ? 'weak alias' : isFormer ? 'former' : 'alias');
    if (isFormer && isWeak) addAttribute(draft, 'former name', nameOf(aka));
    if (/^n/i.test(childText(aka, 'type') ?? '')) addAttribute(draft, 'now known as', nameOf(aka));
  }
  addUnique(draft.titles, childText(element, 'title'));
  for (const address of items(element, 'addressList', 'address')) {
    const street = ['address1', 'address2', 'address3'].map((part) => childText(address, part));
    addAddress(draft, {
      street: street.filter((part) => part !== undefined).join(', '),
      city: childText(address, 'city'),
      region: childText(address, 'stateOrProvince'),
      postalCode: childText(address, 'postalCode'),
      country: childText(address, 'country'),
    });
  }
  const dates = readFacts(draft, element);
  readVessel(draft, child(element, 'vesselInfo'));
  const remarks = childText(element, 'remarks');
  if (remarks) dates.push(...readRemarks(draft, remarks));
  draft.schema = refineSchema(draft);
  addIdentifier(draft, 'source id', uid, { issuer: 'us-ofac' });
  const programs = items(element, 'programList', 'program').map((program) => program.text);
  addListings(draft, list, programs, dates);
  return finishRecord(draft);
}

function items(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  return childrenOf(child(element, list), item);
}

/** `Last, First`, as the legacy files write it, so that both forms give the same name. */
function nameOf(element: XmlElement): string {
  return [childText(element, 'lastName'), childText(element, 'firstName')]
    .filter((part) => part !== undefined)
    .join(', ');
}

function readFacts(draft: Draft, element: XmlElement): RemarkDate[] {
  const dates: RemarkDate[] = [];
  for (const birth of items(element, 'dateOfBirthList', 'dateOfBirthItem')) {
    addLabelled(draft, { label: 'DOB', value: childText(birth, 'dateOfBirth') ?? '' }, dates);
  }
  for (const place of items(element, 'placeOfBirthList', 'placeOfBirthItem')) {
    addLabelled(draft, { label: 'POB', value: childText(place, 'placeOfBirth') ?? '' }, dates);
  }
  for (const item of items(element, 'nationalityList', 'nationality')) {
    addLabelled(draft, { label: 'nationality', value: childText(item, 'country') ?? '' }, dates);
  }
  for (const item of items(element, 'citizenshipList', 'citizenship')) {
    addLabelled(draft, { label: 'citizen', value: childText(item, 'country') ?? '' }, dates);
  }
  for (const id of items(element, 'idList', 'id')) {
    addLabelled(
      draft,
      {
        label: childText(id, 'idType') ?? 'Identifier',
        value: childText(id, 'idNumber') ?? '',
        country: childText(id, 'idCountry'),
        issued: childText(id, 'issueDate'),
        expires: childText(id, 'expirationDate'),
      },
      dates,
    );
  }
  return dates;
}

function readVessel(draft: Draft, info: XmlElement | undefined): void {
  if (!info) return;
  addIdentifier(draft, 'call sign', childText(info, 'callSign'));
  addAttribute(draft, 'vessel type', childText(info, 'vesselType'));
  addAttribute(draft, 'tonnage', childText(info, 'tonnage'));
  addAttribute(draft, 'gross registered tonnage', childText(info, 'grossRegisteredTonnage'));
  const flag = childText(info, 'vesselFlag');
  addAttribute(draft, 'vessel flag', flag);
  addCountry(draft, 'countries', flag);
  const owner = childText(info, 'vesselOwner');
  addAttribute(draft, 'vessel owner', owner);
  if (owner) {
    draft.relations.push({
      kind: 'ownership',
      end: 'owned',
      otherName: owner,
      text: `Vessel owner: ${owner}`,
    });
  }
}
