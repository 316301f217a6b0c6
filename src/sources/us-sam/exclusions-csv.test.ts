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
      remarks: ['Termination Date: Indefinite'],
    },
    { entry: 'S4MR2', schema: 'Person', names: [{ text: 'Jo Doe', kind: 'primary' }] },
  ]);
  expect(issues).toMatchObject([{ field: 'Termination Date', lost: false }]);
});
