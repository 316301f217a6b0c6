import { expect, it } from 'vitest';
import { fileOf } from '../../../test/list-files.ts';
import { readList } from '../read-list.ts';
import { samExclusionsCsv } from './exclusions-csv.ts';

it('reads firms by name and individuals by its parts', () => {
  const columns = samExclusionsCsv.mapped.concat('Open Data Flag');
  const row = (values: Record<string, string>) => columns.map((column) => values[column] ?? '').join(',');
  const file = fileOf(
    'SAM_Exclusions.csv',
    `${columns.join(',')}\n${row({
      Classification: 'Firm',
      Name: 'Acme',
      City: 'Reno',
      Country: 'USA',
      'Unique Entity ID': 'ABC123DEF456',
      'Exclusion Program': 'Reciprocal',
      'Exclusion Type': 'Ineligible (Proceedings Completed)',
      'Active Date': '03/04/2020',
      'Termination Date': 'Indefinite',
      'SAM Number': 'S4MR1',
    })}\n${row({ Classification: 'Individual', First: 'Jo', Last: 'Doe', 'SAM Number': 'S4MR2' })}\n`,
  );
  const { records, issues } = readList(samExclusionsCsv, [file]);
  expect(records).toMatchObject([
    {
      entry: 'S4MR1',
      schema: 'Company',
      countries: ['us'],
      identifiers: [{ kind: 'UEI', value: 'ABC123DEF456' }],
      listings: [{ regime: 'us-sam', from: '2020-03-04', programs: ['Reciprocal'] }],
      remarks: [],
    },
    { entry: 'S4MR2', schema: 'Person', names: [{ text: 'Jo Doe', kind: 'primary' }] },
  ]);
  expect(records[0]!.listings[0]!.until).toBeUndefined();
  expect(issues).toEqual([]);
});

it('reads the header of the extract as GSA writes it, in its order', () => {
  const header =
    '"Classification","Name","Prefix","First","Middle","Last","Suffix","Address 1","Address 2","Address 3","Address 4","City","State / Province","Country","Zip Code","Open Data Flag","Blank (Deprecated)","Unique Entity ID","Exclusion Program","Excluding Agency","CT Code","Exclusion Type","Additional Comments","Active Date","Termination Date","Record Status","Cross-Reference","SAM Number","CAGE","NPI","Creation_Date"';
  const row =
    '"Firm","ZTE CORPORATION","","","","","","NO.55, HI-TECH SOUTH ROAD, NANSHAN DISTRICT","","","","SHENZHEN","","CHN","518057","","","HWEKRJ3F3N29","Reciprocal","GSA","","Prohibition/Restriction","Prohibition is limited to certain products and services.","08/13/2020","Indefinite","","","S4MR1","","",""';
  const file = fileOf('SAM_Exclusions_Public_Extract_V2_22096.CSV', `${header}\r\n${row}\r\n`);
  const { records, issues } = readList(samExclusionsCsv, [file]);
  expect(issues).toEqual([]);
  expect(records[0]).toMatchObject({
    entry: 'S4MR1',
    names: [{ text: 'ZTE CORPORATION' }],
    countries: ['cn'],
    listings: [{ from: '2020-08-13', requirement: 'Prohibition/Restriction' }],
  });
});
