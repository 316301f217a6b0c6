import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { generated } from '../../casebook/portfolios/made-by/generate.ts';
import { csvRecords } from '../formats/index.ts';
import { loadCasebook, packagedCasebook } from './load-casebook.ts';

const home = join(packagedCasebook, 'portfolios');
const casebook = loadCasebook();
const rowsOf = (file: string) =>
  [...csvRecords([readFileSync(join(home, file))], { file })].map(({ values }) => values);
const district = 'harlow-prairie-school-district/devices.csv';

describe('the demo portfolios', () => {
  it('are three, each plainly marked as invented', () => {
    expect(casebook.portfolios.map(({ id }) => id)).toEqual([
      'alder-row-fund',
      'harlow-prairie-school-district',
      'marrow-creek-systems',
    ]);
    for (const { folder } of casebook.portfolios) {
      const text = readFileSync(join(folder, 'portfolio.yaml'), 'utf8');
      expect(text).toMatch(/^# INVENTED\./);
      expect(load(text)).toMatchObject({ invented: true, title: expect.stringContaining('(invented)') });
    }
  });

  it('name every file that lies beside them, and no other', () => {
    for (const { folder } of casebook.portfolios) {
      const { files } = load(readFileSync(join(folder, 'portfolio.yaml'), 'utf8')) as {
        files: { file: string }[];
      };
      const there = readdirSync(folder).filter((name) => name !== 'portfolio.yaml');
      expect(files.map(({ file }) => file).sort()).toEqual(there.sort());
    }
  });

  it.each(Object.entries(generated()))('come from the seed: %s', (name, text) => {
    expect(readFileSync(join(home, name), 'utf8')).toBe(text);
  });

  it('have some 700 cameras on 32 sites, labelled and not', () => {
    const rows = rowsOf(district);
    const cameras = rows.filter((row) => row.Type === 'camera');
    expect(cameras.length).toBeGreaterThan(650);
    expect(cameras.length).toBeLessThan(750);
    expect(new Set(rows.map((row) => row.Site)).size).toBe(32);
    const labels = new Set(rows.map((row) => row.Manufacturer));
    for (const label of [
      'Hikvision',
      'LTS',
      'Annke',
      'Alibi',
      'TruVision',
      'HiLook',
      'W Box',
      'Lorex',
      'Axis',
      '',
    ]) {
      expect(labels).toContain(label);
    }
  });

  it('use only addresses that are reserved for documentation, each once', () => {
    for (const file of [district, 'marrow-creek-systems/devices.csv']) {
      const addresses = rowsOf(file).map((row) => row['IP Address']!);
      expect(
        addresses.filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/.test(address)),
      ).toEqual([]);
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });

  it('hold the traps: a storage model like a camera, a scale, a router address, addresses that no registry gives', () => {
    const rows = rowsOf(district);
    expect(rows.some((row) => row.Model === 'DS923+' && row.Manufacturer === 'Synology')).toBe(true);
    expect(rows.some((row) => row['MAC Address']?.startsWith('40:2C:76:1'))).toBe(true);
    expect(rows.filter((row) => row['MAC Address'] === '00:1B:67:4A:20:01')).toHaveLength(4);
    expect(rows.some((row) => /^.[26AE]:/.test(row['MAC Address'] ?? ''))).toBe(true);
  });

  it('give each purchase order one day and one price', () => {
    const orders = Map.groupBy(
      rowsOf(district).filter((row) => row.PO !== ''),
      (row) => row.PO,
    );
    for (const rows of orders.values()) {
      expect(new Set(rows.map((row) => `${row['Purchase Date']} ${row['Unit Cost']}`)).size).toBe(1);
    }
  });

  it('have payments before and after wind-down dates of 2022', () => {
    for (const file of ['harlow-prairie-school-district/payments.csv', 'marrow-creek-systems/payments.csv']) {
      const days = rowsOf(file).map((row) => (row.Due ?? row['Due Date'])!);
      expect(days.filter((day) => day >= '2022-06-01' && day <= '2022-07-31').length).toBeGreaterThan(2);
      expect(days.filter((day) => day > '2022-09-30').length).toBeGreaterThan(2);
    }
  });

  it('hold Hikvision shares directly and through funds whose weights add up to the whole', () => {
    const held = rowsOf('alder-row-fund/holdings.csv').filter((row) => row.ISIN === 'CNE100000PM8');
    expect(held).toHaveLength(2);
    const funds = Map.groupBy(rowsOf('alder-row-fund/fund-look-through.csv'), (row) => row.Fund);
    for (const rows of funds.values()) {
      const total = rows.reduce((sum, row) => sum + Math.round(Number(row['Weight Percent']) * 100), 0);
      expect(total).toBe(10_000);
      expect(rows.some((row) => row.ISIN === 'CNE100000PM8')).toBe(true);
    }
  });
});
