import { childText, type XmlElement } from '../../formats/xml.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { countryCode } from '../../text/country.ts';
import {
  addAttribute,
  addBirthDate,
  addIdentifier,
  addName,
  addUnique,
  contentId,
  finishRecord,
  regime,
  startRecord,
  uniqueIds,
} from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import { scriptOf } from '../script.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { readExactDay, readWrittenDay } from '../written-day.ts';
import { recordsOfXml } from '../xml-list.ts';

const fields = [
  'Country',
  'LastName',
  'GivenName',
  'Entity',
  'EntityOrShip',
  'Aliases',
  'DateOfBirth',
  'DateOfBirthOrShipBuildDate',
  'Title',
  'TitleOrShip',
  'ShipIMONumber',
  'Schedule',
  'Item',
  'DateOfListing',
];

/** Canada’s autonomous sanctions list: the older layout, and that of today with ships and listing dates. */
export const semaXml: Format = {
  id: 'ca-sema-xml',
  title: 'Consolidated Canadian Autonomous Sanctions List, XML',
  files: [{ pattern: /\.xml$/i, required: true }],
  recognises: (head) => head.includes('<data-set') && head.includes('<record>') && head.includes('<Country>'),
  read: (files, report) => readSema(files[0]!, report),
  mapped: ['record', ...fields.map((field) => `record/${field}`)],
  leftOut: [],
};

function* readSema(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  const unique = uniqueIds();
  const options = { format: semaXml, report, root: 'data-set', entries: ['record'] };
  const records = yield* recordsOfXml(file, options, (element) =>
    readRecord(element, unique, file.name, report),
  );
  return { counts: { records } };
}

function readRecord(
  element: XmlElement,
  unique: (id: string) => string,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const text = (field: string) => childText(element, field);
  const entity = text('EntityOrShip') ?? text('Entity');
  const person = [text('GivenName'), text('LastName')].filter((part) => part !== undefined).join(' ');
  const name = entity ?? person;
  if (name === '') {
    report(lostRow(file, 'The record has no name.', element.line));
    return undefined;
  }
  const country = text('Country') ?? '';
  const schedule = text('Schedule');
  const item = text('Item');
  const imo = text('ShipIMONumber');
  // Regulation, schedule and item are how Canada itself cites an entry.
  const id = unique(contentId(country.split(' / ')[0]!, schedule ?? '', item ?? '', name));
  const draft = startRecord(
    id,
    imo ? 'Vessel' : entity === undefined ? 'Person' : 'Organization',
    file,
    element.line,
  );
  addName(draft, name, 'primary');
  for (const alias of splitAliases(text('Aliases'))) {
    const script = scriptOf(alias);
    addName(draft, alias, 'alias', { script: script === 'Latn' ? undefined : script });
  }
  addIdentifier(draft, 'IMO', imo);
  addBirth(draft, text('DateOfBirthOrShipBuildDate') ?? text('DateOfBirth'), file, element.line, report);
  const title = text('TitleOrShip') ?? text('Title');
  if (imo) addAttribute(draft, 'type of ship', title);
  else addUnique(draft.titles, title);
  addProgramCountry(draft, country);
  const from = readExactDay(text('DateOfListing'));
  const citation = [schedule && `Schedule ${schedule}`, item && `item ${item}`].filter(Boolean).join(', ');
  draft.listings.push({
    regime: regime('ca-sema'),
    ...(from ? { from } : {}),
    ...(citation ? { citation } : {}),
    programs: country ? [country] : [],
  });
  return finishRecord(draft);
}

/** The country names the regulation; it is where most of its entries are, but says nothing of one entry for sure. */
function addProgramCountry(draft: ReturnType<typeof startRecord>, country: string): void {
  const english = country.split(' / ')[0]!.trim();
  if (countryCode(english) && draft.schema === 'Organization')
    addAttribute(draft, 'country of the regulation', english);
  else if (english !== '') addAttribute(draft, 'regulation', english);
}

/** Aliases are joined by commas, semicolons or line ends; commas before a legal form do not part. */
function splitAliases(text: string | undefined): string[] {
  return (text ?? '')
    .split(/;|\r?\n|,\s+(?!(?:Inc|Ltd|LLC|Co|Corp|Limited|JSC|PJSC|S\.A|GmbH)\b)/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
}

function addBirth(
  draft: ReturnType<typeof startRecord>,
  text: string | undefined,
  file: string,
  line: number,
  report: (issue: Issue) => void,
): void {
  if (!text) return;
  if (draft.schema !== 'Person') {
    addAttribute(draft, draft.schema === 'Vessel' ? 'year built' : 'founded', text);
    return;
  }
  for (const part of text.split(/;|\bor\b/i)) {
    const day = readWrittenDay(part);
    if (day) {
      addBirthDate(draft, day);
      continue;
    }
    addUnique(draft.remarks, `Date of birth ${part.trim()}`);
    report({
      code: 'AS_FIELD',
      message: `"${part.trim()}" is not a date; it is kept as a remark.`,
      file,
      line,
      field: 'DateOfBirth',
      lost: false,
    });
  }
}
