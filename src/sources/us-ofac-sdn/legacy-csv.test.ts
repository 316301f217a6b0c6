import { describe, expect, it } from 'vitest';
import { cut, fileOf, listFiles } from '../../../test/list-files.ts';
import { describeWithShared } from '../../../test/shared-data.ts';
import { readList } from '../read-list.ts';
import { usOfacSdn } from './source.ts';

const format = usOfacSdn.formats[0]!;
const end = '\u001a';
const sdn = (...rows: string[]) => fileOf('sdn.csv', `${rows.join('\r\n')}\r\n${end}`);
const nulls = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
const one = (row: string, ...others: ReturnType<typeof fileOf>[]) =>
  readList(format, [sdn(row), ...others]).records[0]!;

describe('the SDN legacy CSV set', () => {
  it('gives Global Magnitsky a listing of its own beside the other programmes', () => {
    const record = one(`1,"X",-0- ,"GLOMAG] [UHRPA",${nulls},-0- `);
    expect(record.listings).toEqual([
      { regime: 'us-ofac-sdn', programs: ['UHRPA'] },
      { regime: 'us-ofac-sdn-glomag', programs: ['GLOMAG'] },
    ]);
  });

  it('reads what remarks hide: birth, places, nationality, documents, weak aliases, wallets and links', () => {
    const record = one(
      `8219,"ALLANE, Hacene","individual","SDGT",${nulls},"DOB 17 Jan 1941; alt. DOB circa 1942; POB El Menea, Algeria; nationality Algeria; citizen Mali; Gender Male; Passport A1 (Algeria) issued 21 May 2000 expires 20 May 2005; Digital Currency Address - XBT 1Abc; a.k.a. 'HASSAN THE OLD'; Linked To: AL QA'IDA; Brigadier General."`,
    );
    expect(record).toMatchObject({
      schema: 'Person',
      gender: 'male',
      names: [
        { text: 'ALLANE, Hacene', kind: 'primary' },
        { text: 'HASSAN THE OLD', kind: 'weak alias' },
      ],
      birthDates: [
        { earliest: '1941-01-17', latest: '1941-01-17' },
        { earliest: '1942-01-01', latest: '1942-12-31', circa: true },
      ],
      birthPlaces: ['El Menea, Algeria'],
      nationalities: ['dz', 'ml'],
      identifiers: [
        { kind: 'passport', value: 'A1', issuer: 'dz' },
        { kind: 'wallet', value: '1Abc', issuer: 'XBT' },
        { kind: 'source id', value: '8219', issuer: 'us-ofac' },
      ],
      relations: [{ otherName: "AL QA'IDA", end: 'owned' }],
      remarks: ['Brigadier General'],
    });
    expect(record.attributes['document expires']).toEqual(['Passport A1: 20 May 2005']);
  });

  it('goes on with long remarks in the comments file without a separator', () => {
    const record = one(
      `1,"X",-0- ,"SDGT",${nulls},"Tax ID No. 12"`,
      fileOf('sdn_comments.csv', `1,"34 (Russia); a.k.a. 'Y'."\r\n${end}`),
    );
    expect(record.identifiers).toEqual([
      { kind: 'tax number', value: '1234', issuer: 'ru', label: 'Tax ID No.' },
      { kind: 'source id', value: '1', issuer: 'us-ofac' },
    ]);
    expect(record.names[1]).toEqual({ text: 'Y', kind: 'weak alias' });
  });

  it('keeps a semicolon that belongs to a quoted alias', () => {
    expect(one(`1,"X",-0- ,"SDGT",${nulls},"a.k.a. 'A; B'; DOB 1960."`).names[1]!.text).toBe('A; B');
  });

  it('reads vessel columns', () => {
    const record = one(
      '5,"SHIP","vessel","IRAN",-0- ,"9HEL8","Crude Oil Tanker","163660","85462","Malta","NITC","MMSI 1234."',
    );
    expect(record).toMatchObject({
      schema: 'Vessel',
      countries: ['mt'],
      identifiers: [{ kind: 'call sign', value: '9HEL8' }, { kind: 'MMSI' }, { kind: 'source id' }],
      attributes: {
        tonnage: ['163660'],
        'gross registered tonnage': ['85462'],
        'vessel type': ['Crude Oil Tanker'],
      },
      relations: [{ kind: 'ownership', end: 'owned', otherName: 'NITC' }],
    });
  });

  it('reports a row of another width and goes on', () => {
    const read = readList(format, [
      sdn(`1,"X",-0- ,"A",${nulls},-0- `, '2,"Y"', `3,"Z",-0- ,"A",${nulls},-0- `),
    ]);
    expect(read.records.map((record) => record.entry)).toEqual(['1', '3']);
    expect(read.issues).toContainEqual(expect.objectContaining({ code: 'AS_ROW', line: 2, lost: true }));
  });

  it.each([
    ['an empty file', fileOf('sdn.csv', ''), 'AS_FILE_EMPTY'],
    ['an error page', fileOf('sdn.csv', '<html><body>Access denied</body></html>'), 'AS_FILE_FORMAT'],
    [
      'a file without the closing mark',
      fileOf('sdn.csv', `1,"X",-0- ,"A",${nulls},-0- \r\n`),
      'AS_FILE_TRUNCATED',
    ],
    ['another list’s file', fileOf('sdn.csv', 'source,name\r\nA,B\r\n'), 'AS_FILE_FORMAT'],
  ])('refuses %s', (_, file, code) => {
    expect(() => readList(format, [file])).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a set without its main file', () => {
    expect(() => readList(format, [fileOf('add.csv', `1,2,-0- ,"A","B",-0- \r\n${end}`)])).toThrow(
      expect.objectContaining({ code: 'AS_FILE_MISSING' }),
    );
  });
});

describeWithShared('the SDN legacy CSV sets of the collection', () => {
  const set = ['sdn.csv.gz', 'add.csv', 'alt.csv', 'sdn_comments.csv'];
  it.each([
    ['2019-01-15', set, { sdn: 7379, add: 11696, alt: 9682, comments: 3 }, 0],
    ['2021-04-25', set.slice(0, 3), { sdn: 8890, add: 13761, alt: 11742 }, 0],
    ['2021-07-07', set, { sdn: 8976, add: 13837, alt: 11910, comments: 5 }, 0],
    [
      '2023-12-28',
      ['sdn.csv.gz', 'add.csv.gz', 'alt.csv', 'sdn_comments.csv'],
      { sdn: 13821, add: 18990, alt: 17091, comments: 13 },
      3,
    ],
    ['2024-02-20', ['sdn.csv.gz'], { sdn: 13931 }, 0],
    ['2024-02-23', ['sdn.csv.gz'], { sdn: 14484 }, 0],
    ['2024-04-26', ['sdn.csv.gz'], { sdn: 14668 }, 0],
    ['2024-05-03', ['sdn.csv.gz'], { sdn: 14965 }, 0],
  ])('%s is read whole', (day, names, counts, lost) => {
    const read = readList(format, listFiles(`ofac-sdn/${day}`, ...names));
    expect(read.facts.counts).toEqual(counts);
    expect(read.records).toHaveLength(counts.sdn);
    expect(read.issues.filter((issue) => issue.lost)).toHaveLength(lost);
    expect(
      read.records.every((record) => record.listings.length > 0 && record.names[0]!.kind === 'primary'),
    ).toBe(true);
  });

  it('reports by line the comments that were left over from another version', () => {
    const read = readList(
      format,
      listFiles('ofac-sdn/2023-12-28', 'sdn.csv.gz', 'add.csv.gz', 'alt.csv', 'sdn_comments.csv'),
    );
    expect(read.issues.filter((issue) => issue.lost)).toMatchObject([
      { file: 'sdn_comments.csv', line: 1 },
      { file: 'sdn_comments.csv', line: 2 },
      { file: 'sdn_comments.csv', line: 3 },
    ]);
    const garantex = read.records.find((record) => record.entry === '36216')!;
    expect(garantex.identifiers.filter((identifier) => identifier.kind === 'wallet').length).toBeGreaterThan(
      90,
    );
  });

  it.each(['2025-02-27', '2025-12-24', '2026-06-02'])('%s, which has no sdn.csv, is refused', (day) => {
    const alt = day === '2025-02-27' ? 'alt.csv' : 'alt.csv.gz';
    expect(() => readList(format, listFiles(`ofac-sdn/${day}`, 'add.csv.gz', alt))).toThrow(
      expect.objectContaining({ code: 'AS_FILE_MISSING' }),
    );
  });

  it.each([0.2, 0.5, 0.9, 0.9999])('a main file cut at %f is refused', (keep) => {
    const [main, ...others] = listFiles('ofac-sdn/2021-07-07', ...set);
    expect(() => readList(format, [cut(main!, keep), ...others])).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^AS_FILE_(TRUNCATED|FORMAT)$/) }),
    );
  });

  it('a set of files of different days is refused', () => {
    expect(() =>
      readList(format, [
        ...listFiles('ofac-sdn/2019-01-15', 'sdn.csv.gz'),
        ...listFiles('ofac-sdn/2023-12-28', 'add.csv.gz'),
      ]),
    ).toThrow(expect.objectContaining({ code: expect.stringMatching(/^AS_FILE_/) }));
  });

  it('leaves the country open only where the address names no ISO country', () => {
    const { records } = readList(format, listFiles('ofac-sdn/2023-12-28', 'sdn.csv.gz', 'add.csv.gz'));
    const open = new Set(
      records
        .flatMap((record) => record.addresses.filter((address) => !address.country))
        .map((address) => address.full.split(', ').at(-1)),
    );
    expect(
      [...open].filter(
        (text) => /^[A-Z][a-z]+$/.test(text!) && !['Crimea', 'Kashmir', 'Solon'].includes(text!),
      ),
    ).toEqual([]);
  });
});
