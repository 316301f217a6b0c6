import { expect, it } from 'vitest';
import { readCsvTable } from './table.ts';

const read = (text: string) =>
  readCsvTable({ name: 'vendors.csv', bytes: new TextEncoder().encode(text) }, { currency: 'USD' });

it('tells of amounts that are none, column by column, and keeps the rows', () => {
  const { assets, notices } = read(
    'vendor,spend_usd\nAcme,lots\nBeta,12.5\nGamma,99999999999999999999\nDelta,n/a\n',
  );
  expect(assets).toHaveLength(4);
  expect(notices).toEqual([
    '2 cells of column "spend_usd" are no amount and are left out: “lots” on line 2, and others',
  ]);
});

it('tells of a day that does not exist', () => {
  const { notices } = read('contract,counterparty,start\n1,Acme,2024-02-30\n2,Beta,2024-02-29\n');
  expect(notices).toEqual(['a cell of column "start" is no day and is left out: “2024-02-30” on line 2']);
});
