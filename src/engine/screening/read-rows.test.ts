import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Issue } from '../../model/index.ts';
import { readScreenRows } from './read-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Uint8Array) {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, content);
  const issues: Issue[] = [];
  const names: (string | undefined)[] = [];
  for await (const { query } of readScreenRows(file, {}, (issue) => issues.push(issue)))
    names.push(query?.names[0]);
  return { names, issues };
}

it('says as what it read letters of a file that is no Unicode', async () => {
  // Władysław Wałęsa; Małgorzata
  const bytes = Buffer.from(
    '6e616d650a57b3616479 73b361772057 61b3ea73610a4d61b3676f727a6174610a'.replaceAll(' ', ''),
    'hex',
  );
  const { names, issues } = await read(bytes);
  expect(names).toEqual(['Władysław Wałęsa', 'Małgorzata']);
  expect(issues).toEqual([
    expect.objectContaining({ lost: false, message: expect.stringContaining('read as windows-1250') }),
  ]);
  expect((await read(Buffer.from('name\nSeñor Ibáñez\n', 'latin1'))).issues).toEqual([
    expect.objectContaining({ message: expect.stringContaining('read as windows-1252') }),
  ]);
});

it('says nothing of the encoding of plain and of UTF-8 files', async () => {
  expect(await read('name\nSmith\n')).toEqual({ names: ['Smith'], issues: [] });
  expect(await read('\uFEFFname\nWałęsa\n')).toEqual({ names: ['Wałęsa'], issues: [] });
});

it('reads a table of numbers as what they are, and says that it found no names', async () => {
  const { names, issues } = await read('imo,vessel title\n9187629,Artavil\n,Nobody\n');
  expect(names).toEqual(['9187629', undefined]);
  expect(issues).toEqual([
    expect.objectContaining({ lost: false, message: expect.stringContaining('by their identifiers alone') }),
  ]);
});

it('says of JSON lines too what of them was no evidence', async () => {
  const line = (properties: object) =>
    JSON.stringify({ properties: { name: ['Gong Hongjia'], ...properties } });
  const { names, issues } = await read(
    `${line({ birthDate: ['1965'] })}\n${line({ birthDate: ['thirtieth'], country: ['Chna'] })}\n`,
  );
  expect(names).toEqual(['Gong Hongjia', 'Gong Hongjia']);
  expect(issues.map(({ message, line }) => [message.split(':')[0], line])).toEqual([
    ['“chna” is no country that is known', 2],
    ['“thirtieth” is no date', 2],
  ]);
});

it('loses by a quote that never closes the one row alone, and has it stand as one that was not screened', async () => {
  const file = join(folder, 'quotes.csv');
  writeFileSync(file, 'ref,name\n1,Smith\n2,"Lone quote Ltd\n3,"Two\nlines"\n4,Jones\n');
  const rows = [];
  for await (const { number, line, query, problem } of readScreenRows(file, {}, () => {}))
    rows.push([number, line, query?.names[0] ?? problem?.code]);
  expect(rows).toEqual([
    [1, 2, 'Smith'],
    [2, 3, 'AS_ROW'],
    [3, 4, 'Two\nlines'],
    [4, 6, 'Jones'],
  ]);
});
