import { expect, it } from 'vitest';
import { fileOf } from '../../../test/list-files.ts';
import { readList } from '../read-list.ts';
import { ukSanctionsCsv } from './csv.ts';
import { ukSanctionsXml } from './xml.ts';

const columns = [...ukSanctionsCsv.mapped, 'Non-latin script type'];
const row = (values: Record<string, string>) =>
  columns.map((column) => `"${values[column] ?? ''}"`).join(',');
const csv = (...rows: Record<string, string>[]) =>
  fileOf('UK.csv', ['Report Date: 08-Oct-2026', columns.join(','), ...rows.map(row)].join('\n').concat('\n'));
const base = {
  'Unique ID': 'RUS1',
  'Designation Type': 'Individual',
  'Regime Name': 'The Russia Regulations',
  'Date Designated': '24/02/2022',
};

it('brings the rows of a designation together: primary name, aliases by strength, numbered values, references', () => {
  const { records, facts, issues } = readList(ukSanctionsCsv, [
    csv(
      { ...base, 'Name 6': 'Nick', 'Name type': 'Alias', 'Alias strength': 'Low quality a.k.a' },
      {
        ...base,
        'Name 1': 'Ivan',
        'Name 6': 'PETROV',
        'Name type': 'Primary Name',
        'Name non-latin script': 'Иван ПЕТРОВ',
        'D.O.B': 'dd/mm/1960',
        'Nationality(/ies)': '(1) Russia (2) Cyprus',
        'Passport number': '(1) A1 (2) B2',
        'Passport additional information': '(1) Russia (2) Cyprus',
        'UN Reference Number': 'KPi.001',
        'OFSI Group ID': '123',
        'Sanctions Imposed': 'Asset freeze|Travel Ban|Asset freeze',
        'UK Statement of Reasons': 'Because.',
        Gender: 'Male',
        'Parent company': 'X',
      },
      { ...base, 'Name 6': 'PETROFF', 'Name type': 'Alias', 'Parent company': 'X' },
    ),
  ]);
  expect(issues).toEqual([]);
  expect(facts).toEqual({ counts: { rows: 3, designations: 1 }, published: '2026-10-08' });
  expect(records).toMatchObject([
    {
      entry: 'RUS1',
      gender: 'male',
      names: [
        { text: 'Ivan PETROV', kind: 'primary' },
        { text: 'Nick', kind: 'weak alias' },
        { text: 'Иван ПЕТРОВ', kind: 'alias', script: 'Cyrl' },
        { text: 'PETROFF', kind: 'alias' },
      ],
      birthDates: [{ earliest: '1960-01-01', latest: '1960-12-31' }],
      nationalities: ['ru', 'cy'],
      identifiers: [
        { kind: 'source id', value: 'RUS1', issuer: 'uk-sanctions' },
        { kind: 'passport', value: 'A1', issuer: 'ru' },
        { kind: 'passport', value: 'B2', issuer: 'cy' },
        { kind: 'source id', value: '123', issuer: 'uk-ofsi' },
        { kind: 'source id', value: 'KPi.001', issuer: 'un-sc' },
      ],
      relations: [{ kind: 'subsidiary', end: 'owned', otherName: 'X' }],
    },
  ]);
  expect(records[0]!.listings[0]).toMatchObject({ regime: 'uk-sanctions', from: '2022-02-24' });
});

it('keeps measures and reasons that stand in a later row of the same listing', () => {
  const { records } = readList(ukSanctionsCsv, [
    csv(
      { ...base, 'Name 6': 'A', 'Name type': 'Alias' },
      {
        ...base,
        'Name 6': 'B',
        'Name type': 'Primary Name',
        'Sanctions Imposed': 'Asset freeze',
        'UK Statement of Reasons': 'Because.',
      },
    ),
  ]);
  expect(records[0]!.listings).toMatchObject([{ requirement: 'Asset freeze', remarks: 'Because.' }]);
});

it('reads details of ships and persons of the XML', () => {
  const { records, issues } = readList(ukSanctionsXml, [
    fileOf(
      'UK.xml',
      `<Designations><DateGenerated>02/09/2026</DateGenerated><Designation><DateDesignated>31/07/2024</DateDesignated><UniqueID>RUS2176</UniqueID>
<Names><Name><Name6>KOROLEV PROSPECT</Name6><NameType>Primary Name</NameType></Name></Names><RegimeName>R</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip>
<ShipDetails><Ship><IMONumbers><IMONumber>IMO9826902</IMONumber></IMONumbers><CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips></Ship></ShipDetails></Designation></Designations>`,
    ),
  ]);
  expect(issues).toEqual([]);
  expect(records[0]).toMatchObject({
    schema: 'Vessel',
    countries: ['ga'],
    identifiers: [{ kind: 'IMO', value: '9826902' }, { kind: 'source id' }],
  });
});
