import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id, testNamed } from '../../../test/ownership-links.ts';
import { describeWithShared, sharedData } from '../../../test/shared-data.ts';
import { inChunks } from '../../formats/index.ts';
import type { Day } from '../../model/day.ts';
import type { Link } from '../../model/party.ts';
import { shareText } from '../../model/share.ts';
import { buildGraph } from '../build-graph.ts';
import { evaluate } from '../evaluate.ts';
import { readOwnership } from './any.ts';
import type { OwnershipRecord } from './record.ts';

/** In small pieces, as a reader that depends on where a piece ends is wrong. */
function readText(text: string, size = 65_536): readonly OwnershipRecord[] {
  return [...readOwnership(inChunks(new TextEncoder().encode(text), size), 'file')];
}

function readShared(path: string): readonly OwnershipRecord[] {
  return [...readOwnership([readFileSync(sharedData(path))], path)];
}

function linksOf(records: readonly OwnershipRecord[]): readonly Link[] {
  return records.flatMap((record) => (record.kind === 'link' ? [record.link] : []));
}

function lines(records: readonly OwnershipRecord[]): readonly string[] {
  return linksOf(records).map((link) => {
    const share = link.kind === 'ownership' ? shareText(link.share ?? null) : link.kind;
    const period = `${link.from ?? ''}..${link.until ?? ''}`;
    return `${link.owner} > ${link.owned}: ${share}${link.basis ? ` ${link.basis}` : ''} ${period}`;
  });
}

function problems(records: readonly OwnershipRecord[]): readonly string[] {
  return records.flatMap((record) =>
    record.kind === 'issue' ? [`${record.issue.line}: ${record.issue.message}`] : [],
  );
}

describe('our own CSV and its like', () => {
  const text = [
    'owner,owned,share,from,until,basis',
    'X,A,"51,3 %",2020,2021-06,',
    'X,B,>25 %,,,voting',
    'X,C,about half,,,',
    'X,D,130,,,',
    ',E,50,,,',
    'X,F,50,2022-05-01,2022-04-30,',
    'X,G,50,soon,,',
    'X,H,,,,',
  ].join('\n');

  it('gives its links with share, basis and period, and reports what it cannot use', () => {
    for (const size of [7, 65_536]) {
      const records = readText(text, size < 60 ? 64 : size);
      expect(lines(records)).toEqual([
        'X > A: 51.3 % 2020-01-01..2021-06-30',
        'X > B: more than 25 and at most 100 % voting ..',
        'X > C: unknown share ..',
        'X > D: unknown share ..',
        'X > G: 50 % ..',
        'X > H: unknown share ..',
      ]);
      expect(problems(records)).toEqual([
        '4: "about half" is no percentage; the share counts as unknown.',
        '5: "130" is no percentage; the share counts as unknown.',
        '6: The row has no owner.',
        '7: The period ends (2022-04-30) before it begins (2022-05-01).',
        '8: "soon" is not a year, month or day.',
      ]);
    }
  });

  it('reads relationship files in the manner of OpenCorporates, shares and votes apart', () => {
    const records = readText(
      [
        'relationship_type,subject_entity_name,subject_entity_jurisdiction_code,subject_entity_company_number,object_entity_name,object_entity_jurisdiction_code,object_entity_company_number,percentage_min_share_ownership,percentage_max_share_ownership,percentage_min_voting_rights,percentage_max_voting_rights,start_date,end_date',
        'share_parcel,Parent plc,gb,00000001,Child Ltd,gb,00000002,50,75,75,100,2019-01-01,',
        'subsidiary,Parent plc,gb,00000001,Other Ltd,gb,00000003,,,,,,',
      ].join('\n'),
    );
    expect(lines(records)).toEqual([
      'gb/00000001 > gb/00000002: 50 to 75 % economic 2019-01-01..',
      'gb/00000001 > gb/00000002: 75 to 100 % voting 2019-01-01..',
      'gb/00000001 > gb/00000003: subsidiary ..',
    ]);
    expect(problems(records)).toEqual([]);
  });

  it('asks whether shares of which none is over one are parts of one', () => {
    const asked =
      'No share is over 1, and all were read as percent: should they be parts of 1, multiply by 100.';
    const problemsOf = (...shares: string[]) =>
      problems(readText(['owner,owned,share', ...shares.map((share, at) => `a,b${at},${share}`)].join('\n')));
    expect(problemsOf('0.51', '1')).toEqual([`undefined: ${asked}`]);
    expect(problemsOf('0.51', '51')).toEqual([]);
    expect(problemsOf('1', '')).toEqual([]);
  });

  it('refuses a table that names no owners', () => {
    expect(() => readText('a,b\n1,2\n')).toThrow('No columns name an owner');
  });
});

describe('FollowTheMoney', () => {
  it('reads owners and offices with free-text percentages, joint owners as joint, and reports one-sided relations', () => {
    const records = readText(
      [
        '{"id":"x","schema":"Person","properties":{"name":["X"]}}',
        '{"id":"o1","schema":"Ownership","properties":{"owner":["x"],"asset":["a"],"percentage":["mehr als 50"],"startDate":["2021"]}}',
        '{"id":"o2","schema":"Ownership","properties":{"owner":["x","y"],"asset":["b"],"percentage":["60"]}}',
        '{"id":"c1","schema":"constructor","properties":{"constructor":["x"]}}',
        '{"id":"o3","schema":"Ownership","properties":{"owner":["x"]}}',
        '{"id":"d1","schema":"Directorship","properties":{"director":["x"],"organization":["c"],"endDate":["2023-05"]}}',
        'broken',
      ].join('\n'),
    );
    expect(lines(records)).toEqual([
      'x > a: more than 50 and at most 100 % 2021-01-01..',
      'x > b: 60 % ..',
      'y > b: 60 % ..',
      'x > c: officer ..2023-05-31',
    ]);
    expect(problems(records)).toEqual([
      '5: The Ownership does not name both ends.',
      '7: The line is not JSON.',
    ]);
    const graph = buildGraph(linksOf(records));
    const both = evaluate(graph, testNamed('OFAC'), new Set([id('x'), id('y')]), '2025-01-01' as Day);
    const one = evaluate(graph, testNamed('OFAC'), new Set([id('x')]), '2025-01-01' as Day);
    expect([both.resultOf(id('b')), one.resultOf(id('b'))]).toEqual(['caught', 'undetermined']);
    expect(both.verdict(id('b')).attributed.max).toBe(60e10);
  });
});

describeWithShared('ownership files as published', () => {
  it('reads the people with significant control with bands, trusts, ceased persons and who is not named', () => {
    const records = readShared('exposure/uk-psc/constructed-psc-snapshot.txt');
    expect(lines(records)).toEqual([
      'psc:00000003:Example Vision Europe B.V. > gb-coh:00000003: more than 25 and at most 50 % economic 2020-01-01..',
      'psc:00000003:Example Vision Europe B.V. > gb-coh:00000003: more than 25 and at most 50 % voting 2020-01-01..',
      'psc:00000003:Ms Alex Fictional > gb-coh:00000003: more than 50 and less than 75 % economic 2020-01-01..',
      'psc:00000004:Mr Sam Invented > gb-coh:00000004: unknown share economic 2020-01-01..',
      'psc:00000004:Mr Sam Invented > gb-coh:00000004: control 2020-01-01..',
      'psc:00000005:Example State Holding > gb-coh:00000005: control 2020-01-01..',
      'psc:00000006:Mr Past Holder > gb-coh:00000006: 75 to 100 % economic 2020-01-01..2022-03-01',
    ]);
    const unnamed = records.flatMap((record) =>
      record.kind === 'unnamed' ? [[record.owned, record.reason]] : [],
    );
    expect(unnamed).toEqual([
      ['gb-coh:00000007', 'no-individual-or-entity-with-signficant-control'],
      ['gb-coh:00000008', 'super-secure: the person is kept from the register'],
    ]);
    expect(problems(records)).toEqual([]);
  });

  it('joins owners that are companies of the same register to those companies', () => {
    const records = readShared('exposure/uk-psc/real-psc-corporate-2.json');
    expect(linksOf(records)[0]).toMatchObject({ owner: 'gb-coh:00686734', owned: 'gb-coh:07434180' });
    // The sample is two lines of a file of millions: the totals say so.
    expect(problems(records)).toEqual(['2: The file says it has 12799821 persons; 1 were read.']);
  });

  it('takes consolidation for control and not for a share', () => {
    const records = readShared('exposure/gleif/constructed-rr-golden-copy.csv');
    expect(
      linksOf(records).map((link) => [link.owner, link.owned, link.kind, link.share, link.until]),
    ).toEqual([
      ['lei:00000000000000EXMPL1', 'lei:00000000000000EXMPL2', 'control', undefined, undefined],
      ['lei:00000000000000EXMPL2', 'lei:00000000000000EXMPL3', 'control', undefined, undefined],
      ['lei:00000000000000EXMPL1', 'lei:00000000000000EXMPL3', 'control', undefined, '2024-12-31'],
    ]);
    expect(linksOf(records)[1]!.note).toContain(
      '49.00 percent stated for accounting consolidation, which is no share',
    );
    const exceptions = readShared('exposure/gleif/constructed-repex.csv');
    expect(exceptions.map((record) => record.kind)).toEqual(['unnamed', 'unnamed']);
    const level1 = readShared('exposure/gleif/real-lei-cdf-record.xml');
    expect(level1[0]).toMatchObject({
      kind: 'party',
      party: { id: 'lei:353800023456EJMNXY28', country: 'jp' },
    });
    expect(readShared('exposure/gleif/constructed-lei2-golden-copy.csv')).toHaveLength(3);
  });

  it('reads GLEIF relationships as XML the same way', () => {
    const records = readText(
      `<rr:RelationshipData xmlns:rr="x"><rr:RelationshipRecords><rr:RelationshipRecord><rr:Relationship>
<rr:StartNode><rr:NodeID>L1</rr:NodeID></rr:StartNode><rr:EndNode><rr:NodeID>L2</rr:NodeID></rr:EndNode>
<rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY</rr:RelationshipType>
<rr:RelationshipPeriods><rr:RelationshipPeriod><rr:StartDate>2020-01-01T00:00:00Z</rr:StartDate><rr:PeriodType>RELATIONSHIP_PERIOD</rr:PeriodType></rr:RelationshipPeriod></rr:RelationshipPeriods>
</rr:Relationship></rr:RelationshipRecord></rr:RelationshipRecords></rr:RelationshipData>`,
    );
    expect(lines(records)).toEqual(['lei:L2 > lei:L1: control 2020-01-01..']);
  });

  it('counts an indirect interest once, by its steps', () => {
    const records = readShared('exposure/bods/official-example-indirect-ownership.json');
    expect(lines(records)).toEqual([
      'd4ab89ea169a > ad3f6c2fcc9e: 60 % economic 2017-11-01..',
      'c25d4d612c2c > d4ab89ea169a: unknown share ..',
    ]);
  });

  it('keeps the direct part of an interest that is direct and indirect', () => {
    const records = readShared('exposure/bods/official-example-mixed-direct-and-indirect-ownership.json');
    expect(lines(records)).toEqual([
      'ec61aeda7141 > 9bfe59b6a869: 50 % economic 2017-11-01..',
      '53508b65253f > ec61aeda7141: unknown share ..',
      '53508b65253f > 9bfe59b6a869: 50 % economic 2019-05-01..',
    ]);
  });

  it('follows the versions of a record through time', () => {
    const shares = lines(readShared('ownership/bods/tecido.json')).filter((line) =>
      line.includes('economic'),
    );
    expect(shares).toEqual([
      '018AF6B3EB > 01B68D7633: 100 % economic 2002-03-09..2021-09-23',
      '018AF6B3EB > 01B68D7633: 40 % economic 2021-09-24..2022-09-20',
      expect.stringMatching(/^018AF6B3EB > 01B68D7633: 30 % economic 2022-09-21\.\.\d{4}/),
      '033E84672B > 01B68D7633: 60 % economic 2021-09-24..2022-09-20',
      '033E84672B > 01B68D7633: 70 % economic 2022-09-21..2023-02-28',
      '033E84672B > 01B68D7633: 80 % economic 2023-03-01..',
    ]);
  });

  it('says who is not named, and reads every sample without losing a statement', () => {
    const exempt = readShared('exposure/bods/official-example-listed-company-exempt-from-disclosure.json');
    expect(
      exempt.some((record) => record.kind === 'unnamed' && record.reason.startsWith('subjectExempt')),
    ).toBe(true);
    for (const name of [
      'bods-package',
      'full-pep-declaration',
      'joint-ownership',
      'nomination',
      'multiple-indirect-ownership',
    ]) {
      expect(problems(readShared(`exposure/bods/official-example-${name}.json`))).toEqual([]);
    }
  });
});
