import { expect, it } from 'vitest';
import { listFiles } from '../../../test/list-files.ts';
import { describeWithShared } from '../../../test/shared-data.ts';
import { readList } from '../read-list.ts';
import { usOfacConsolidated } from './source.ts';

const format = usOfacConsolidated.formats[0]!;
const latest = () =>
  readList(
    format,
    listFiles(
      'ofac-consolidated/2025-12-19',
      'cons_prim.csv',
      'cons_add.csv',
      'cons_alt.csv',
      'cons_comments.csv',
    ),
  );

describeWithShared('the consolidated legacy CSV sets of the collection', () => {
  it.each([
    ['2025-03-26', ['cons_prim.csv'], { prim: 443 }],
    ['2025-04-21', ['cons_prim.csv', 'cons_add.csv'], { prim: 443, add: 572 }],
    // The collection's description counts the closing 0x1A line as a row: 575, 1,074 and 11.
    [
      '2025-12-19',
      ['cons_prim.csv', 'cons_add.csv', 'cons_alt.csv', 'cons_comments.csv'],
      { prim: 442, add: 574, alt: 1073, comments: 10 },
    ],
  ])('%s is read whole', (day, names, counts) => {
    const read = readList(format, listFiles(`ofac-consolidated/${day}`, ...names));
    expect(read.facts.counts).toEqual(counts);
    expect(read.records).toHaveLength(counts.prim);
    expect(read.issues.filter((issue) => issue.lost)).toEqual([]);
    expect(
      read.records
        .flatMap((record) => record.listings)
        .filter((listing) => listing.regime === 'us-ofac-non-sdn'),
    ).toEqual([]);
  });

  it('has Hangzhou Hikvision on NS-CMIC with its three dates, ISIN and USCC', () => {
    expect(latest().records.find((record) => record.entry === '30946')).toMatchObject({
      schema: 'Company',
      names: [
        { text: 'HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.', kind: 'primary' },
        { text: 'HIKVISION' },
        { text: 'HANGZHOU HIKVISION DIGITAL TECHNOLOGY' },
      ],
      identifiers: [
        { kind: 'ticker', value: '002415 CN' },
        { kind: 'ISIN', value: 'CNE100000PM8' },
        { kind: 'USCC', value: '91330000733796106P', issuer: 'cn' },
        { kind: 'source id', value: '30946', issuer: 'us-ofac' },
      ],
      listings: [
        {
          regime: 'us-ns-cmic',
          from: '2021-06-03',
          programs: ['CMIC-EO13959'],
          dates: { listed: '2021-06-03', effective: '2021-08-02', 'divest by': '2022-06-03' },
        },
      ],
    });
  });

  it('gives every listing of an entry its own regime, and names the programmes of other lists apart', () => {
    const gazprom = latest().records.find((record) => record.entry === '17250')!;
    expect(gazprom.listings.map((listing) => [listing.regime, listing.programs])).toEqual([
      ['us-ofac-mbs', ['RUSSIA-EO14024']],
      ['us-ofac-ssi', ['UKRAINE-EO13662']],
    ]);
    const zahhar = latest().records.find((record) => record.entry === '9647')!;
    expect(zahhar.listings.map((listing) => listing.regime)).toEqual(['us-ofac-plc']);
    expect(zahhar.attributes['programs of other lists']).toEqual(['SDGT']);
  });
});
