import { describe, expect, it } from 'vitest';
import { advancedXml } from '../../../bench/advanced-xml.ts';
import { cut, fileOf, listFiles } from '../../../test/list-files.ts';
import { describeWithShared } from '../../../test/shared-data.ts';
import { readList } from '../read-list.ts';
import { advancedXmlFormat } from './advanced-xml.ts';

const format = advancedXmlFormat('sdn');
const made = (parties: number) => fileOf('sdn_advanced.xml', Buffer.concat([...advancedXml(parties)]));

describe('the ADVANCED XML', () => {
  it('reads names by script and quality, documents, dates with precision, places, lists and relations', () => {
    const { records, facts, issues } = readList(format, [made(40)]);
    expect(facts).toEqual({
      published: '2026-09-29',
      counts: { parties: 40, entries: 40, relationships: 20, documents: 40, locations: 40 },
    });
    expect(issues).toEqual([]);
    expect(records[0]).toMatchObject({
      entry: '0',
      schema: 'Person',
      gender: 'male',
      names: [
        { text: 'Ivanov 0, Aleksandr', kind: 'primary' },
        { text: 'الرحمن 0, الرحمن', kind: 'former', script: 'Arab' },
        { text: 'Hosseini 0, Ali Reza', kind: 'weak alias' },
      ],
      birthDates: [{ earliest: '1930-01-01', latest: '1930-12-31', text: '1930' }],
      birthPlaces: ['Tehran, Iran'],
      addresses: [
        { full: '0 Ulitsa Lenina & Co, Building 0, Moscow, 100000, Iran', city: 'Moscow', country: 'ir' },
      ],
      identifiers: [
        { kind: 'passport', value: '7700000000', issuer: 'ru' },
        { kind: 'source id', value: '0', issuer: 'us-ofac' },
      ],
      listings: [
        { regime: 'us-ofac-sdn-glomag', from: '2010-01-01', programs: ['GLOMAG'], requirement: 'Block' },
      ],
    });
    expect(records[1]).toMatchObject({
      schema: 'Organization',
      listings: [{ regime: 'us-ofac-sdn', programs: ['SDGT'] }],
      relations: [{ kind: 'control', end: 'owned', otherEntry: '0', otherName: 'Ivanov 0, Aleksandr' }],
    });
  });

  it.each([0.1, 0.5, 0.999])('is refused when cut at %f', (keep) => {
    expect(() => readList(format, [cut(made(20), keep)])).toThrow(
      expect.objectContaining({ code: 'AS_FILE_TRUNCATED' }),
    );
  });

  it('reports an element that it does not know, once', () => {
    const text = Buffer.concat([...advancedXml(4)])
      .toString()
      .replaceAll('<IssuingAuthority />', '<IssuingAuthority /><Hologram>yes</Hologram>');
    expect(readList(format, [fileOf('x.xml', text)]).issues).toMatchObject([
      { code: 'AS_FIELD', field: 'IDRegDocument/Hologram', lost: false },
    ]);
  });

  it('reports an entry or relation of a party that is not there', () => {
    const text = Buffer.concat([...advancedXml(4)])
      .toString()
      .replace('ProfileID="3" ListID', 'ProfileID="99" ListID')
      .replace('From-ProfileID="1"', 'From-ProfileID="98"');
    const { issues } = readList(format, [fileOf('x.xml', text)]);
    expect(issues.filter((issue) => issue.lost).map((issue) => issue.message)).toEqual([
      'A relationship begins at party 98, which is not in the file.',
      'An entry is of party 99, which is not in the file.',
    ]);
  });
});

describeWithShared('the ADVANCED XML of the collection', () => {
  it('gives each list its own regime and first day; the consolidated list itself is none', () => {
    const file = listFiles('ofac-consolidated/2020-03-17', 'cons_advanced.xml.gz');
    const { records } = readList(advancedXmlFormat('consolidated'), file);
    expect(records.find((record) => record.entry === '9659')!.listings).toMatchObject([
      { regime: 'us-ofac-sdn', from: '2016-09-16', programs: ['SDGT'] },
      { regime: 'us-ofac-plc', from: '2006-04-12', programs: ['NS-PLC'] },
    ]);
    const regimes = records.flatMap((record) => record.listings.map((listing) => listing.regime));
    const counts = Object.groupBy(regimes, (regime) => regime);
    expect(
      Object.fromEntries(Object.entries(counts).map(([regime, all]) => [regime, all!.length])),
    ).toMatchObject({
      'us-ofac-ssi': expect.any(Number),
      'us-ofac-plc': expect.any(Number),
    });
    expect(regimes).not.toContain('us-ofac-non-sdn');
  });
});
