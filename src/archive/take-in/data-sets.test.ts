import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWithShared, sharedData } from '../../../test/shared-data.ts';
import type { Day } from '../../model/day.ts';
import { openArchive } from '../archive.ts';
import { writeFiles } from '../fake-list.fixture.ts';
import { openRegister } from '../open-register.ts';
import { type TakeInOptions, takeIn } from './take-in.ts';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aftershock-home-'));
  folder = mkdtempSync(join(tmpdir(), 'aftershock-exports-'));
});
afterEach(() => {
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
});

const take = (more: Partial<TakeInOptions> = {}, from = folder) =>
  takeIn(openArchive(home), from, { now: () => '2026-01-05T00:00:00.000Z', ...more });
const taken = (result: Awaited<ReturnType<typeof take>>) =>
  result.sets.map(({ source, paths, outcome, dataSet }) => [
    paths.join(' '),
    source,
    outcome.state === 'refused' ? outcome.refusal.code : outcome.state,
    dataSet?.by,
  ]);
const register = (lists?: readonly string[]) =>
  openRegister(openArchive(home), {
    today: '2026-11-22' as Day,
    casebook: { parties: [], listings: [], links: [] },
    ...(lists === undefined ? {} : { lists }),
  });

/** Entities numbered from 1, each of the data sets that `dataSets` gives it. */
function entities(count: number, dataSets: (number: number) => readonly string[], name = 'Zorblatt'): string {
  return Array.from({ length: count }, (_, at) => {
    const caption = `${name} Trading ${at + 1}`;
    const properties = { name: [caption], topics: ['sanction'] };
    return `${JSON.stringify({ id: `NK-${name}${at + 1}`, caption, schema: 'Company', properties, datasets: dataSets(at) })}\n`;
  }).join('');
}
const of =
  (...dataSets: string[]) =>
  () =>
    dataSets;
const table = (count: number, title: string) =>
  '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"\n' +
  Array.from(
    { length: count },
    (_, at) => `"NK-T${at}","Company","Quibbly ${at}","","","cn","","","","","","${title}","","",""\n`,
  ).join('');

describe('exports of OpenSanctions', () => {
  it('of two data sets stand side by side, each with its own versions', async () => {
    writeFiles(folder, {
      '2026-01-01/us/entities.ftm.json': entities(20, of('us_ofac_sdn')),
      '2026-01-01/eu/entities.ftm.json': entities(4, of('eu_fsf'), 'Quibbly'),
      '2026-01-02/us/entities.ftm.json': entities(21, of('us_ofac_sdn')),
    });
    expect(taken(await take())).toEqual([
      ['2026-01-01/eu/entities.ftm.json', 'opensanctions-eu_fsf', 'taken in', 'the export'],
      ['2026-01-01/us/entities.ftm.json', 'opensanctions-us_ofac_sdn', 'taken in', 'the export'],
      ['2026-01-02/us/entities.ftm.json', 'opensanctions-us_ofac_sdn', 'taken in', 'the export'],
    ]);
    const chains = openArchive(home).chains();
    expect(chains.map(({ source, versions }) => [source, versions.length])).toEqual([
      ['opensanctions-eu_fsf', 1],
      ['opensanctions-us_ofac_sdn', 2],
    ]);
    expect(openArchive(home).source('opensanctions-eu_fsf')?.title).toBe('OpenSanctions: eu_fsf');
    expect(register().size).toBe(25);
    expect(register(['opensanctions-eu_fsf']).size).toBe(4);
    expect(register(['opensanctions']).size).toBe(25);
  });

  it('that are cut off or have shrunk are refused, and the other data set has nothing to do with it', async () => {
    const whole = entities(20, of('us_ofac_sdn'));
    writeFiles(folder, {
      '2026-01-01/us.entities.ftm.json': whole,
      '2026-01-01/eu.entities.ftm.json': entities(4, of('eu_fsf'), 'Quibbly'),
    });
    await take();
    writeFiles(folder, {
      '2026-01-02/us.entities.ftm.json': whole.slice(0, -40),
      '2026-01-03/us.entities.ftm.json': entities(10, of('us_ofac_sdn')),
      '2026-01-03/eu.entities.ftm.json': entities(5, of('eu_fsf'), 'Quibbly'),
    });
    expect((await take()).sets.map(({ source, outcome }) => [source, outcome.state]).sort()).toEqual([
      ['opensanctions-eu_fsf', 'already held'],
      ['opensanctions-eu_fsf', 'taken in'],
      ['opensanctions-us_ofac_sdn', 'already held'],
      ['opensanctions-us_ofac_sdn', 'refused'],
      ['opensanctions-us_ofac_sdn', 'refused'],
    ]);
    const refusals = openArchive(home).ledger.refusals();
    expect(refusals.map(({ source, code, standingIn }) => [source, code, standingIn?.published])).toEqual([
      ['opensanctions-us_ofac_sdn', 'AS_FILE_TRUNCATED', '2026-01-01'],
      ['opensanctions-us_ofac_sdn', 'AS_LIST_SHRUNK', '2026-01-01'],
    ]);
    expect(register(['opensanctions-us_ofac_sdn']).size).toBe(20);
  });

  it('of a collection are named by the index beside them, else by file or folder', async () => {
    const mixed = entities(6, (number) => [number % 2 === 0 ? 'us_ofac_sdn' : 'eu_fsf']);
    const index = JSON.stringify({ name: 'sanctions', title: 'All sanctions', type: 'collection' });
    writeFiles(folder, {
      'a/2026-01-01/entities.ftm.json': mixed,
      'a/2026-01-01/index.json': index,
      'crime/2026-01-01/entities.ftm.json': mixed,
      'd/2026-01-01/regional.targets.nested.json': mixed,
      '2026-01-01/entities.ftm.json': mixed,
    });
    const result = await take();
    expect(taken(result)).toEqual(
      [
        ['2026-01-01/entities.ftm.json', 'opensanctions', 'taken in', 'nothing'],
        ['crime/2026-01-01/entities.ftm.json', 'opensanctions-crime', 'taken in', 'folder name'],
        ['d/2026-01-01/regional.targets.nested.json', 'opensanctions-regional', 'taken in', 'file name'],
        ['a/2026-01-01/entities.ftm.json', 'opensanctions-sanctions', 'taken in', 'index.json'],
      ].sort((a, b) => (a[1]! < b[1]! ? -1 : 1)),
    );
    expect(result.unrecognised).toEqual([]);
  });

  it('are not named by an index that speaks of another data set than they', async () => {
    writeFiles(folder, {
      '2026-01-01/entities.ftm.json': entities(3, of('eu_fsf')),
      '2026-01-01/index.json': JSON.stringify({ name: 'us_ofac_sdn', title: 'SDN', type: 'source' }),
    });
    expect(taken(await take())).toMatchObject([
      [expect.anything(), 'opensanctions-eu_fsf', 'taken in', 'the export'],
    ]);
  });

  it('in several forms in one folder are one version, read from the fullest', async () => {
    writeFiles(folder, {
      '2026-01-01/eu_fsf/entities.ftm.json': entities(20, of('eu_fsf')),
      '2026-01-01/eu_fsf/targets.nested.json': entities(8, of('eu_fsf')),
      '2026-01-01/eu_fsf/targets.simple.csv': table(8, 'EU Financial Sanctions'),
      '2026-01-01/eu_fsf/index.json': JSON.stringify({
        name: 'eu_fsf',
        title: 'EU Financial Sanctions',
        type: 'source',
      }),
    });
    const files = ['entities.ftm.json', 'targets.nested.json', 'targets.simple.csv'];
    expect(taken(await take())).toEqual([
      [
        files.map((name) => `2026-01-01/eu_fsf/${name}`).join(' '),
        'opensanctions-eu_fsf',
        'taken in',
        'index.json',
      ],
    ]);
    const [chain] = openArchive(home).chains();
    expect(chain!.live).toMatchObject({ entries: 20, format: 'opensanctions-ftm-json' });
  });

  it('as tables are listed under the regime of their data set', async () => {
    writeFiles(folder, { '2026-01-01/eu_fsf/targets.simple.csv': table(2, 'EU Financial Sanctions') });
    await take();
    expect(register().listingsOf('opensanctions-eu_fsf:NK-T0')).toMatchObject([{ regime: 'os-eu_fsf' }]);
  });

  it('are one party where two data sets give the same id', async () => {
    writeFiles(folder, {
      '2026-01-01/us/entities.ftm.json': entities(2, of('us_ofac_sdn')),
      '2026-01-01/eu/entities.ftm.json': entities(2, of('eu_fsf')),
    });
    await take();
    expect(register().size).toBe(2);
    expect(
      register()
        .listingsOf('opensanctions-eu_fsf:NK-Zorblatt1')
        .map(({ regime }) => regime)
        .sort(),
    ).toEqual(['os-eu_fsf', 'os-us_ofac_sdn']);
  });

  it('are meant, all data sets of them, by the id opensanctions', async () => {
    writeFiles(folder, { '2026-01-01/entities.ftm.json': entities(2, of('eu_fsf')) });
    expect((await take({ only: ['opensanctions-us_ofac_sdn'] })).sets).toEqual([]);
    expect(taken(await take({ only: ['opensanctions'] }))).toMatchObject([
      [expect.anything(), 'opensanctions-eu_fsf', 'taken in', 'the export'],
    ]);
  });
});

describeWithShared('real exports of OpenSanctions', () => {
  it('are each of the data set that they or their index name', async () => {
    const found = taken(await take({ published: '2026-01-01' as Day }, sharedData('opensanctions-format')));
    expect(found.map(([path, source, state, by]) => [path!.split(' '), source, state, by])).toEqual(
      [
        [['peps-sample.entities.ftm.json'], 'opensanctions-sa_wiki_peps_v2', 'taken in', 'the export'],
        [['sanctions-sample.entities.ftm.json'], 'opensanctions-eu_fsf', 'taken in', 'the export'],
        [
          ['peps-sample.targets.nested.json', 'peps-sample.targets.simple.csv'],
          'opensanctions-wd_persons',
          'taken in',
          'index.json',
        ],
      ].sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
    );
  });
});
