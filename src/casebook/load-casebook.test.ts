import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../model/index.ts';
import { inspectCasebook, loadCasebook, packagedCasebook } from './load-casebook.ts';
import { sourceCodes } from './source-book.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The packaged casebook with one text replaced in one file. */
function edited(file: string, from: string | RegExp, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-'));
  folders.push(folder);
  cpSync(packagedCasebook, folder, {
    recursive: true,
    filter: (path) => !/portfolios|scenarios/.test(path.slice(packagedCasebook.length)),
  });
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${file} has no ${String(from)}`).not.toBe(text);
  writeFileSync(path, changed);
  return folder;
}

function faultOf(folder: string): Fault {
  try {
    const { signatures } = loadCasebook(folder);
    throw new Error(`The casebook was taken, with ${signatures.length} signatures.`);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

describe('the casebook as shipped', () => {
  const casebook = loadCasebook();

  it('has no defect, signature tables and regimes included', () => {
    expect(inspectCasebook()).toEqual([]);
  });

  it('holds the parties, events and claims of the Hikvision case', () => {
    expect(casebook.parties.length).toBeGreaterThanOrEqual(82);
    expect(casebook.events.length).toBeGreaterThanOrEqual(114);
    expect(casebook.observations.length).toBeGreaterThanOrEqual(117);
    expect(casebook.brands.length).toBeGreaterThanOrEqual(79);
    expect(casebook.signatures.filter(({ kind }) => kind === 'mac prefix')).toHaveLength(3177);
  });

  it('lists Hikvision under its five regimes of 2022 with their own days', () => {
    const days = casebook.listings
      .filter(({ party, until }) => party === 'hikvision' && until === undefined)
      .map(({ regime, from }) => `${regime} ${from}`);
    expect(days).toEqual(
      expect.arrayContaining([
        'us-ndaa-889 2018-08-13',
        'us-bis-entity-list 2019-10-09',
        'us-fcc-covered 2021-03-12',
        'us-ns-cmic 2021-06-03',
        'us-dod-1260h 2021-06-03',
      ]),
    );
  });

  it('gives every fact a source that is known and a flag', () => {
    const facts = [
      ...casebook.parties.flatMap(({ names, identifiers, addresses, provenance }) => [
        ...[...names, ...identifiers, ...addresses].map((fact) => fact.provenance),
        ...provenance,
      ]),
      ...casebook.listings.flatMap(({ provenance, fieldProvenance = {} }) => [
        provenance,
        ...Object.values(fieldProvenance),
      ]),
      ...[
        ...casebook.links,
        ...casebook.brands,
        ...casebook.signatures,
        ...casebook.events,
        ...casebook.observations,
        ...casebook.precedents,
        ...casebook.alternatives,
        ...casebook.criteria.flatMap(({ parties }) => parties),
      ].map((fact) => fact.provenance),
    ];
    expect(facts.filter((fact) => fact === undefined)).toEqual([]);
    const unknown = facts
      .flatMap((fact) => sourceCodes(fact!.source))
      .filter((code) => !casebook.sources[code]);
    expect(unknown).toEqual([]);
  });

  it('keeps both shares of EZVIZ after its listing, under one tag, and the one before apart', () => {
    const shares = casebook.links.filter(
      ({ owner, owned, kind }) => owner === 'hikvision' && owned === 'ezviz' && kind === 'ownership',
    );
    expect(
      shares.map(({ share, from, until, disputed }) => [share!.min / 1e10, from, until, disputed]),
    ).toEqual([
      [60, undefined, '2022-12-27', undefined],
      [48, '2022-12-28', undefined, 'hikvision-in-ezviz'],
      [51, '2022-12-28', undefined, 'hikvision-in-ezviz'],
    ]);
  });

  it('never lets the sum of state holdings stand as ownership beside its parts', () => {
    const sums = casebook.links.filter(({ owner }) => owner.startsWith('state-total'));
    expect(sums.length).toBeGreaterThan(0);
    expect(sums.every(({ kind }) => kind === 'other')).toBe(true);
  });

  it('has the same hash for the same files and another after any change', () => {
    expect(loadCasebook().hash).toBe(casebook.hash);
    expect(loadCasebook(edited('mac-prefixes.csv', 'high', 'medium')).hash).not.toBe(casebook.hash);
  });
});

const hikvision = 'parties/hikvision.yaml';
const dahua = 'parties/dahua.yaml';

describe('inspectCasebook', () => {
  it('also reads the words of the regime files', () => {
    const folder = edited('regimes/us-ns-cmic.yaml', 'buy securities', 'buy secureties');
    expect(inspectCasebook(folder)).toMatchObject([
      { code: 'AS_CASEBOOK', message: expect.stringContaining('secureties') },
    ]);
  });

  it('finds every defect, not the first alone', () => {
    expect(
      inspectCasebook(edited('parties/hikvision.yaml', /source: M, /g, 'source: X9, ')).length,
    ).toBeGreaterThan(20);
  });
});

describe('a casebook is refused where', () => {
  it.each<[string, string, string | RegExp, string, RegExp, number?]>([
    ['a name has no source', hikvision, "source: 'L1, L3, L4, IEEE', ", '', /names\.0\.source/, 7],
    [
      'a listing has no flag',
      hikvision,
      "\n      source: 'S5, S8, L3'\n      verified: verified",
      "\n      source: 'S5, S8, L3'",
      /listings\.0\.verified/,
    ],
    [
      'an event has no source',
      'events.csv',
      ',effective,"Starts in Hangzhou, helped into being by the 52nd research institute of CETC","S14, S9"',
      ',effective,"Starts in Hangzhou",',
      /source/,
      2,
    ],
    ['a flag is none of the known ones', dahua, 'verified: secondary', 'verified: certain', /verified/],
    [
      'a source code is not in sources.yaml',
      hikvision,
      "source: 'S5, S8, L3'",
      'source: S99',
      /no source "S99"/,
    ],
    [
      'a recalled fact is called verified',
      hikvision,
      'source: M, verified: from memory',
      'source: M, verified: verified',
      /does not go with source M/,
    ],
    [
      'a fact with a document is called recalled',
      dahua,
      'source: S9\n      verified: secondary',
      'source: S9\n      verified: from memory',
      /does not go with source S9/,
    ],
    ['an owner is no party', hikvision, 'owner: gong-hongjia', 'owner: gong-honga', /no party "gong-honga"/],
    ['a party owns itself', hikvision, 'owner: gong-hongjia', 'owner: hikvision', /cannot own itself/],
    [
      'the maker of a brand is no party',
      'brands.csv',
      'HiLook,hikvision',
      'HiLook,hikvison',
      /no party "hikvison"/,
    ],
    [
      'the maker of a MAC prefix is no party',
      'mac-prefixes.csv',
      'Hikvision,hikvision',
      'Hikvision,hikvison',
      /no party "hikvison"/,
      2,
    ],
    ['an event is about nobody', 'events.csv', ',hikvision,', ',hikvison,', /no party or regime "hikvison"/],
    ['a criterion names no party', 'criteria.yaml', 'party: dahua', 'party: daha', /no party "daha"/],
    [
      'a regime is unknown',
      hikvision,
      'regime: us-fcc-covered',
      'regime: us-fcc-list',
      /no regime "us-fcc-list"/,
    ],
    [
      'the regime of an event is unknown',
      'events.csv',
      'us-ofac-50pct,effective',
      'us-ofac-51pct,effective',
      /no regime "us-ofac-51pct"/,
    ],
    ['a day does not exist', hikvision, 'from: 2019-10-09', 'from: 2019-02-30', /not a calendar day/],
    ['the day of an event does not exist', 'events.csv', '2010-05-28,', '2010-05-32,', /2010-05-32/],
    [
      'a listing ends before it begins',
      hikvision,
      'from: 2020-06-24',
      'from: 2021-06-24',
      /would end \(2021-06-02\) before it begins/,
    ],
    [
      'a listing is older than the party',
      hikvision,
      "founded: { value: '2001'",
      "founded: { value: '2020'",
      /before it was founded/,
    ],
    [
      'a date of a listing lies before it',
      hikvision,
      'divest by: 2022-06-03',
      'divest by: 2020-06-03',
      /"divest by" \(2020-06-03\) lies before/,
    ],
    [
      'a party is listed twice at one time',
      hikvision,
      'regime: us-dod-1237\n      from: 2020-06-24\n      until: 2021-06-02',
      'regime: us-dod-1260h\n      from: 2020-06-24',
      /listed twice on us-dod-1260h/,
    ],
    [
      'a party is listed and said to be absent',
      hikvision,
      '- { regime: uk-ghr,',
      '- { regime: us-fcc-covered,',
      /said to be absent from us-fcc-covered/,
    ],
    [
      'two shares contradict without a mark',
      hikvision,
      /disputed: hikvision-in-ezviz\n/g,
      '\n',
      /hold at one time/,
    ],
    [
      'only one of two contradicting shares is marked',
      hikvision,
      'disputed: hikvision-in-ezviz\n',
      '\n',
      /hold at one time/,
    ],
    [
      'a dispute has one side',
      'parties/hikvision-owners.yaml',
      "share: '100'\n      asOf: '2022'",
      "share: '100'\n      disputed: nothing-else\n      asOf: '2022'",
      /needs two statements/,
    ],
    [
      'owners hold more than the whole',
      dahua,
      "owner: central-motion-picture-usa\n      share: '100'\n      from: 2024-01-31",
      "owner: central-motion-picture-usa\n      share: '100'\n      from: 2024-01-15",
      /together hold 200 percent on 2024-01-15/,
    ],
    ['a share is over the whole', hikvision, "share: '10.57'", "share: '110.57'", /more than the whole/],
    ['two parties have one id', dahua, 'id: dahua-usa', 'id: dahua', /party "dahua" stands twice/],
    [
      'two events have one id',
      'events.csv',
      /^2001-hikvision,/m,
      '2010-05-28-hikvision,',
      /event "2010-05-28-hikvision" stands twice/,
    ],
    ['two parties have one identifier', hikvision, '002415.SZ', '002236.SZ', /also that of/],
    ['a check digit is wrong', hikvision, 'CNE100000PM8', 'CNE100000PM9', /check digit of the ISIN/],
    ['a field is unknown', hikvision, 'founded:', 'foundet:', /foundet/],
    ['the YAML is broken', hikvision, '- id: hikvision\n', '- id: [hikvision\n', /YAML is broken/],
    ['a column is missing', 'brands.csv', ',grade,', ',grad,', /"grade" is missing/, 1],
    ['a model pattern is none', 'brands.csv', '^HRGX?', '^(HRGX?', /no regular expression/],
    [
      'a precedent frees what nobody does',
      'precedents.yaml',
      '[sell securities]',
      '[sell security blankets]',
      /no activity "sell security blankets"/,
    ],
  ])('%s', (_what, file, from, to, message, line) => {
    const fault = faultOf(edited(file, from, to));
    expect(fault.code).toBe('AS_CASEBOOK');
    expect(`${fault.place.field ?? ''} ${fault.message}`).toMatch(message);
    expect(fault.place.file).toMatch(new RegExp(`${file.replace('/', '.')}$`));
    expect(fault.place.line).toBeGreaterThanOrEqual(1);
    if (line !== undefined) expect(fault.place.line).toBe(line);
  });

  it('a file is missing, naming it', () => {
    const folder = edited('sources.yaml', 'stored pages', 'pages');
    rmSync(join(folder, 'criteria.yaml'));
    expect(faultOf(folder)).toMatchObject({
      code: 'AS_FILE_MISSING',
      place: { file: join(folder, 'criteria.yaml') },
    });
  });

  it('the folder is not there', () => {
    expect(() => loadCasebook('/nowhere/casebook')).toThrow('not there');
  });

  it('counts the defects it does not name', () => {
    expect(faultOf(edited(hikvision, /source: M, /g, 'source: X9, ')).message).toMatch(
      /\d+ more of the kind/,
    );
  });
});
