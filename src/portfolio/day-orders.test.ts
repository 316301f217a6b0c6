import { describe, expect, it } from 'vitest';
import type { Contract } from '../model/index.ts';
import { readPortfolioWithIssues } from './read-portfolio.ts';
import { readCsvTable } from './readers/table.ts';
import { devicesInPart, deviceTableShape } from './stream-devices.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options = {}) =>
  readCsvTable({ name: 'contracts.csv', bytes: bytesOf(text) }, options);

/** A table of contracts with a column of first days and one of last days. */
const table = (...rows: readonly (readonly [start: string, end: string])[]) =>
  ['contract,counterparty,start,end', ...rows.map(([start, end], at) => `C${at},Acme,${start},${end}`)].join(
    '\n',
  );

const daysOf = (text: string, options = {}) =>
  read(text, options).assets.map((asset) => [(asset as Contract).start, (asset as Contract).end]);
const issuesOf = (text: string, options = {}) =>
  read(text, options).issues.map(({ code, field, line, message, lost }) => [
    code,
    field,
    line,
    lost,
    message,
  ]);

describe('days such as 03/04/2021', () => {
  it('are read month first where nothing says otherwise, which is told once for each column', () => {
    const text = table(['03/04/2021', '2022-01-01'], ['05/06/2021', '07/08/2022']);
    expect(daysOf(text)).toEqual([
      ['2021-03-04', '2022-01-01'],
      ['2021-05-06', '2022-07-08'],
    ]);
    expect(issuesOf(text)).toEqual([
      [
        'AS_DAY',
        'start',
        2,
        false,
        expect.stringContaining('“03/04/2021” is read month first, as 2021-03-04, nothing'),
      ],
      ['AS_DAY', 'end', 3, false, expect.stringContaining('“07/08/2022” is read month first, as 2022-07-08')],
    ]);
    expect(read(text).notices).toEqual([]);
  });

  it.each([
    ['25/12/2021', '2021-04-03', '2021-12-25'],
    ['12/25/2021', '2021-03-04', '2021-12-25'],
    ['25-12-21', '2021-04-03', '2021-12-25'],
  ])('are read as a cell of their column says that leaves no choice: %s', (settling, first, second) => {
    const text = table(['03/04/2021', ''], [settling, '']);
    expect(daysOf(text)).toEqual([
      [first, undefined],
      [second, undefined],
    ]);
    expect(issuesOf(text)).toEqual([]);
  });

  it('are settled by a row far behind the first ones', () => {
    const rows = Array.from({ length: 3000 }, () => ['03/04/2021', ''] as const);
    const text = table(...rows, ['25/12/2021', '']);
    expect(daysOf(text).map(([start]) => start)).toEqual([...rows.map(() => '2021-04-03'), '2021-12-25']);
    expect(issuesOf(text)).toEqual([]);
  });

  it('are settled, or told, also where the first of them comes after many rows without a day', () => {
    const blank = Array.from({ length: 200 }, () => ['', '2022-01-01'] as const);
    const last = (...rows: readonly (readonly [string, string])[]) =>
      daysOf(table(...blank, ...rows)).slice(blank.length);
    expect(last(['03/04/2021', ''], ['25/12/2021', ''])[0]).toEqual(['2021-04-03', undefined]);
    expect(last(['03/04/2021', '25/12/2021'])[0]).toEqual(['2021-04-03', '2021-12-25']);
    expect(issuesOf(table(...blank, ['03/04/2021', '']))).toEqual([
      ['AS_DAY', 'start', 202, false, expect.stringContaining('“03/04/2021” is read month first')],
    ]);
    const text = table(...blank, ['03/04/2021', '']);
    expect(daysOf(text, { dayOrder: 'day first' }).at(-1)).toEqual(['2021-04-03', undefined]);
  });

  it('are read as another column of the table says, each column by itself where it says something', () => {
    const text = table(['03/04/2021', '31/12/2021']);
    expect(daysOf(text)).toEqual([['2021-04-03', '2021-12-31']]);
    expect(issuesOf(text)).toEqual([
      [
        'AS_DAY',
        'start',
        2,
        false,
        expect.stringContaining('is read day first, as 2021-04-03, as other columns are'),
      ],
    ]);
    const mixed = table(['25/12/2021', '12/31/2021'], ['03/04/2021', '03/04/2021']);
    expect(daysOf(mixed)[1]).toEqual(['2021-04-03', '2021-03-04']);
    expect(issuesOf(mixed)).toEqual([]);
  });

  it('of both orders in one column are told, and those of the rarer order are left out and told too', () => {
    const text = table(['25/12/2021', ''], ['26/12/2021', ''], ['12/27/2021', ''], ['03/04/2021', '']);
    expect(daysOf(text).map(([start]) => start)).toEqual([
      '2021-12-25',
      '2021-12-26',
      undefined,
      '2021-04-03',
    ]);
    expect(issuesOf(text)).toEqual([
      [
        'AS_DAY',
        'start',
        4,
        false,
        expect.stringMatching(
          /both orders, “25\/12\/2021” on line 2 and “12\/27\/2021” on line 4: it is read day first/,
        ),
      ],
    ]);
    expect(read(text).notices).toEqual([expect.stringContaining('“12/27/2021” on line 4')]);
  });

  it('are read as portfolio.yaml or the mapping says', () => {
    const text = table(['03/04/2021', '']);
    const { mapping } = read(text);
    const options = { mapping: { ...mapping, dayOrder: 'day first' } };
    expect(daysOf(text, options)).toEqual([['2021-04-03', undefined]]);
    expect(issuesOf(text, options)).toEqual([]);
    const { portfolio, issues } = readPortfolioWithIssues(
      {
        id: 'mine',
        title: 'Mine',
        actor: { jurisdictions: [], roles: [] },
        files: [{ file: 'contracts.csv', dayOrder: 'day first' }],
      },
      [{ name: 'contracts.csv', bytes: bytesOf(text) }],
    );
    expect([portfolio.assets, issues]).toEqual([[expect.objectContaining({ start: '2021-04-03' })], []]);
  });

  it('are no question where both numbers are the same, or points stand between them', () => {
    const text = table(['04/04/2021', '03.04.2021']);
    expect(daysOf(text)).toEqual([['2021-04-04', '2021-04-03']]);
    expect(issuesOf(text)).toEqual([]);
  });

  it('are settled before the rows of a large file are read one by one', () => {
    const text = [
      'brand,model,purchased',
      ...Array(200).fill('Hikvision,DS-2CD1,03/04/2021'),
      'Dahua,IPC-H,25/12/2021',
    ];
    const chunks = [bytesOf(text.join('\n'))];
    const shape = deviceTableShape(chunks, { file: 'devices.csv' });
    expect(shape.dayIssues).toEqual([]);
    const days = [...devicesInPart({ chunks, firstLine: 1 }, structuredClone(shape))].map(
      ({ purchased }) => purchased,
    );
    expect([days.length, days[0], days.at(-1)]).toEqual([201, '2021-04-03', '2021-12-25']);
    const open = deviceTableShape([bytesOf(text.slice(0, -1).join('\n'))], { file: 'devices.csv' });
    expect(open.dayIssues).toEqual([expect.objectContaining({ field: 'purchased', line: 2 })]);
  });
});
