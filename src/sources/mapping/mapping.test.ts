import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../test/list-files.ts';
import { readList } from '../read-list.ts';
import { mappedSource } from './mapped-format.ts';
import { parseMapping } from './mapping.ts';
import { ownList } from './own-list.ts';

const documented = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8');
const example = /```yaml\n(.*?)```/s.exec(documented)![1]!;
const source = mappedSource(parseMapping(example));
const format = source.formats[0]!;
const header = 'Ref,Name,Also known as,Kind,Country,Street,City,Born,Reg. no.,Since,Reason,Clerk';
const read = (...rows: string[]) =>
  readList(format, [fileOf('watchlist.csv', `${[header, ...rows].join('\r\n')}\r\n`)]);

describe('a list of one’s own, by the mapping that docs/mapping.md shows', () => {
  it('reads every column where the mapping says', () => {
    const { records, issues } = read(
      'A1,Acme Trading Ltd (a.k.a. Acme; formerly Apex),AT Ltd;A.T.,firm,Iran,1 Main St,Tehran,,123,03/04/2020,fraud,kim',
    );
    expect(issues).toEqual([]);
    expect(records).toMatchObject([
      {
        entry: 'A1',
        schema: 'Company',
        names: [
          { text: 'Acme Trading Ltd', kind: 'primary' },
          { text: 'Acme', kind: 'alias' },
          { text: 'Apex', kind: 'former' },
          { text: 'AT Ltd' },
          { text: 'A.T.' },
        ],
        countries: ['ir'],
        addresses: [{ full: '1 Main St, Tehran', city: 'Tehran' }],
        identifiers: [{ kind: 'registration number', value: '123' }],
        listings: [{ regime: 'acme-watchlist', from: '2020-04-03' }],
        remarks: ['fraud'],
      },
    ]);
  });

  it('puts rows of one entry together', () => {
    const { records, facts } = read(
      'A1,X,,firm,Iran,1 Main St,Tehran,,,,,',
      'A1,X,Y,firm,Iran,2 Side St,Qom,,,,,',
    );
    expect(facts.counts).toEqual({ rows: 2 });
    expect(records).toHaveLength(1);
    expect(records[0]!.addresses.map((address) => address.city)).toEqual(['Tehran', 'Qom']);
  });

  it('keeps what cannot be used as a remark, and says where it stands', () => {
    const { records, issues } = read('A1,X,,robot,Iran,,,soon,,,,');
    expect(records[0]!.remarks).toEqual(['Kind: robot', 'Born: soon']);
    expect(issues).toMatchObject([
      { line: 2, field: 'Kind', lost: false },
      { line: 2, field: 'Born', lost: false },
    ]);
  });

  it('reports a row without a name as lost', () => {
    expect(read('A1,X,,firm,,,,,,,,', 'A2,,,firm,,,,,,,,').issues).toMatchObject([{ line: 3, lost: true }]);
  });

  it('reports a column that it does not know', () => {
    const file = fileOf('watchlist.csv', `${header},Mood\r\nA1,X,,firm,,,,,,,,,good\r\n`);
    expect(readList(format, [file]).issues).toMatchObject([{ code: 'AS_FIELD', field: 'Mood', lost: false }]);
  });

  it('names the column that a file lacks', () => {
    expect(() => readList(format, [fileOf('watchlist.csv', 'Ref,Name\r\nA1,X\r\n')])).toThrow(
      expect.objectContaining({
        code: 'AS_FILE_FORMAT',
        message: expect.stringContaining('"Also known as"'),
      }),
    );
  });
});

describe('parseMapping', () => {
  it.each([
    ['columns: [', 'The YAML is broken'],
    ['id: x\ntitle: X\nregime: x\ncolumns: { A: { to: remark } }', 'primary name'],
    ['id: x\ntitle: X\nregime: x\ncolumns: { A: { to: nothing } }', 'columns.A'],
    ['id: X Y\ntitle: X\nregime: x\ncolumns: { A: { to: name } }', 'lower-case'],
    ['id: x\ntitle: X\nregime: x\ncolour: red\ncolumns: { A: { to: name } }', 'colour'],
  ])('says what is wrong with %j', (text, part) => {
    expect(() => parseMapping(text)).toThrow(
      expect.objectContaining({ code: 'AS_FILE_FORMAT', message: expect.stringContaining(part) }),
    );
  });

  it('that does not say the order of its days tells once of each column that leaves it open', () => {
    const silent = ownList(example.replace(/^numberOrder:.*\n/m, '')).formats[0]!;
    const rows = [
      'A1,X,,firm,Iran,,,01/02/1970,,03/04/2020,,',
      'A2,Y,,firm,Iran,,,25/12/1970,,05/06/2020,,',
      'A3,Z,,firm,Iran,,,03/03/1970,,7 May 2020,,',
    ];
    const table = fileOf('watchlist.csv', `${[header, ...rows].join('\r\n')}\r\n`);
    const { records, issues } = readList(silent, [table]);
    expect(records.map(({ listings }) => listings[0]?.from)).toEqual([
      '2020-04-03',
      '2020-06-05',
      '2020-05-07',
    ]);
    expect(issues.map(({ code, field, line, lost }) => [code, field, line, lost])).toEqual([
      ['AS_DAY', 'Born', 2, false],
      ['AS_DAY', 'Since', 2, false],
    ]);
    expect(issues[1]!.message).toContain('“03/04/2020” is read day first, as 2020-04-03: write numberOrder');
    expect(readList(ownList(example).formats[0]!, [table]).issues).toEqual([]);
  });
});
