import { child, childrenOf, childText, descendants, type XmlElement } from '../../formats/xml.ts';
import type { Day } from '../../model/day.ts';
import type { Issue } from '../../model/fault.ts';
import type { SourceRecord } from '../../model/source-record.ts';
import { finishRecord, startRecord } from '../record-draft.ts';
import { lostRow } from '../refusals.ts';
import type { Format, ListFacts, SourceFile } from '../source.ts';
import { schemaOfKind } from '../stated-kind.ts';
import { withPrimaryFirst } from '../uk-ofsi/conlist.ts';
import { readExactDay } from '../written-day.ts';
import { recordsOfXml } from '../xml-list.ts';
import { addDesignation, type UkDesignation } from './designation.ts';

const numbers = [1, 2, 3, 4, 5, 6];
const under = (path: string, ...fields: string[]) => [path, ...fields.map((field) => `${path}/${field}`)];
const person = 'Designation/IndividualDetails/Individual';
const entity = 'Designation/EntityDetails/Entity';
const ship = 'Designation/ShipDetails/Ship';

/** The FCDO’s XML. The excerpt that could be checked is short; elements of details are from memory. */
export const ukSanctionsXml: Format = {
  id: 'uk-sanctions-list-xml',
  title: 'UK Sanctions List, XML',
  files: [{ pattern: /\.xml$/i, required: true }],
  recognises: (head) => head.includes('<Designations'),
  read: (files, report) => readXml(files[0]!, report),
  mapped: [
    'DateGenerated',
    ...under(
      'Designation',
      'LastUpdated',
      'DateDesignated',
      'UniqueID',
      'OFSIGroupID',
      'UNReferenceNumber',
      'RegimeName',
      'IndividualEntityShip',
      'DesignationSource',
      'SanctionsImposed',
      'OtherInformation',
      'UKStatementofReasons',
      'Names',
      'NonLatinNames',
      'Titles',
      'Addresses',
      'PhoneNumbers',
      'Websites',
      'EmailAddresses',
      'IndividualDetails',
      'EntityDetails',
      'ShipDetails',
    ),
    ...under(
      'Designation/Names/Name',
      ...numbers.map((number) => `Name${number}`),
      'NameType',
      'AliasStrength',
    ),
    ...under('Designation/NonLatinNames/NonLatinName', 'NameNonLatinScript', 'NonLatinScriptLanguage'),
    'Designation/Titles/Title',
    ...under(
      'Designation/Addresses/Address',
      ...numbers.map((number) => `AddressLine${number}`),
      'AddressPostalCode',
      'AddressCountry',
    ),
    'Designation/PhoneNumbers/PhoneNumber',
    'Designation/Websites/Website',
    'Designation/EmailAddresses/EmailAddress',
    ...under(person, 'DOBs', 'DOBs/DOB', 'Nationalities', 'Nationalities/Nationality'),
    ...under(
      `${person}/PassportDetails`,
      'Passport',
      'Passport/PassportNumber',
      'Passport/PassportAdditionalInformation',
    ),
    ...under(
      `${person}/NationalIdentifierDetails`,
      'NationalIdentifier',
      'NationalIdentifier/NationalIdentifierNumber',
      'NationalIdentifier/NationalIdentifierAdditionalInformation',
    ),
    ...under(person, 'Positions', 'Positions/Position', 'Genders', 'Genders/Gender').slice(1),
    ...under(`${person}/BirthDetails`, 'Location', 'Location/TownOfBirth', 'Location/CountryOfBirth'),
    ...under(
      entity,
      'TypeOfEntities',
      'TypeOfEntities/TypeOfEntity',
      'Subsidiaries',
      'Subsidiaries/Subsidiary',
      'ParentCompanies',
      'ParentCompanies/ParentCompany',
      'BusinessRegistrationNumbers',
      'BusinessRegistrationNumbers/BusinessRegistrationNumber',
    ),
    ...under(
      ship,
      'IMONumbers',
      'IMONumbers/IMONumber',
      'CurrentOwnerOperators',
      'CurrentOwnerOperators/CurrentOwnerOperator',
      'PreviousOwnerOperators',
      'PreviousOwnerOperators/PreviousOwnerOperator',
      'CurrentBelievedFlagOfShips',
      'CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip',
      'PreviousFlags',
      'PreviousFlags/PreviousFlag',
      'TypeOfShipDetails',
      'TypeOfShipDetails/TypeOfShip',
      'TonnageOfShipDetails',
      'TonnageOfShipDetails/TonnageOfShip',
      'LengthOfShipDetails',
      'LengthOfShipDetails/LengthOfShip',
      'YearBuilts',
      'YearBuilts/YearBuilt',
      'HullIdentificationNumbers',
      'HullIdentificationNumbers/HullIdentificationNumber',
    ),
  ],
  leftOut: [
    {
      field: 'Designation/NonLatinNames/NonLatinName/NonLatinScriptType',
      why: 'told by the letters of the name',
    },
  ],
};

function* readXml(file: SourceFile, report: (issue: Issue) => void): Generator<SourceRecord, ListFacts> {
  let published: Day | undefined;
  const designations = yield* recordsOfXml(
    file,
    {
      format: ukSanctionsXml,
      report,
      root: 'Designations',
      entries: ['Designation'],
      others: {
        DateGenerated(element) {
          published = readExactDay(element.text);
        },
      },
    },
    (element) => readDesignation(element, file.name, report),
  );
  return { counts: { designations }, ...(published ? { published } : {}) };
}

function readDesignation(
  element: XmlElement,
  file: string,
  report: (issue: Issue) => void,
): SourceRecord | undefined {
  const id = childText(element, 'UniqueID');
  const kind = schemaOfKind(childText(element, 'IndividualEntityShip'));
  const draft = startRecord(id ?? '', kind, file, element.line);
  addDesignation(draft, designationOf(element), { file, line: element.line, report });
  if (id && draft.names.length > 0) return finishRecord(withPrimaryFirst(draft));
  report(lostRow(file, 'The designation has no id or no name.', element.line));
  return undefined;
}

function designationOf(element: XmlElement): UkDesignation {
  const all = (name: string) =>
    [...descendants(element, name)].map((part) => part.text).filter((text) => text !== '');
  return {
    names: childrenOf(child(element, 'Names'), 'Name').map((name) => ({
      text: numbers
        .map((number) => childText(name, `Name${number}`))
        .filter(Boolean)
        .join(' '),
      type: childText(name, 'NameType'),
      strength: childText(name, 'AliasStrength'),
    })),
    nativeNames: all('NameNonLatinScript'),
    nativeLanguage: all('NonLatinScriptLanguage')[0],
    titles: all('Title'),
    addresses: childrenOf(child(element, 'Addresses'), 'Address').map((address) => ({
      street: numbers
        .map((number) => childText(address, `AddressLine${number}`))
        .filter(Boolean)
        .join(', '),
      postalCode: childText(address, 'AddressPostalCode'),
      country: childText(address, 'AddressCountry'),
    })),
    groupId: childText(element, 'OFSIGroupID'),
    unReference: childText(element, 'UNReferenceNumber'),
    regimeName: childText(element, 'RegimeName'),
    source: childText(element, 'DesignationSource'),
    imposed: childText(element, 'SanctionsImposed'),
    designated: childText(element, 'DateDesignated'),
    updated: childText(element, 'LastUpdated'),
    information: childText(element, 'OtherInformation'),
    reasons: childText(element, 'UKStatementofReasons'),
    person: {
      births: all('DOB'),
      towns: all('TownOfBirth'),
      countries: all('CountryOfBirth'),
      nationalities: all('Nationality'),
      passports: all('PassportNumber'),
      passportDetails: all('PassportAdditionalInformation'),
      nationalIds: all('NationalIdentifierNumber'),
      nationalIdDetails: all('NationalIdentifierAdditionalInformation'),
      positions: all('Position'),
    },
    details: {
      Gender: all('Gender'),
      'Phone number': all('PhoneNumber'),
      Website: all('Website'),
      'Email address': all('EmailAddress'),
      'Type of entity': all('TypeOfEntity'),
      Subsidiaries: all('Subsidiary'),
      'Parent company': all('ParentCompany'),
      'Business Reg No': all('BusinessRegistrationNumber'),
      'IMO number': all('IMONumber'),
      'Current owners': all('CurrentOwnerOperator'),
      'Previous owners': all('PreviousOwnerOperator'),
      'Flag of ship': all('CurrentBelievedFlagOfShip'),
      'Previous flags': all('PreviousFlag'),
      'Type of ship': all('TypeOfShip'),
      'Tonnage of ship': all('TonnageOfShip'),
      'Length of ship': all('LengthOfShip'),
      'Year built': all('YearBuilt'),
      'Hull identification number': all('HullIdentificationNumber'),
    },
  };
}
