import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCsvTable, readWorkbookTables } from './table.ts';

/** More than a call can take as arguments. */
const many = 130_000;

describe('tables of very many rows', { timeout: 60_000 }, () => {
  it('are read from a workbook', () => {
    const row =
      '<table-row><table-cell><p>Hikvision</p></table-cell><table-cell><p>DS-2CD1</p></table-cell></table-row>';
    const head = row.replace('Hikvision', 'brand').replace('DS-2CD1', 'model');
    const content = `<content><table name="List">${head}${row.repeat(2)}${row.replace('<table-row>', `<table-row number-rows-repeated="${many}">`)}</table></content>`;
    const bytes = zipSync({ 'content.xml': strToU8(content) });
    expect(readWorkbookTables({ name: 'x.ods', bytes }, {}).sightings).toHaveLength(many + 2);
  });

  it('are read with an issue for every row', () => {
    const bytes = strToU8(`brand,model\n${'Hikvision,DS-2CD1,more\n'.repeat(many)}`);
    expect(readCsvTable({ name: 'x.csv', bytes }, {}).issues).toHaveLength(many);
  });
});
