import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../model/day.ts';
import { openArchive } from './archive.ts';
import { openRegister } from './open-register.ts';
import { keepOwnList } from './own-lists.ts';
import { takeIn } from './take-in/take-in.ts';

const guide = readFileSync(new URL('../../docs/mapping.md', import.meta.url), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(guide)![1]!;
const mapping = block('yaml');
const table = block('csv');
const renamed = {
  mapping: mapping.replace('  Ref:', '  Reference:'),
  table: table.replace('Ref,', 'Reference,'),
};

let home: string;
let time: number;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aftershock-own-'));
  time = Date.parse('2026-01-01');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function take(text: string, published: string, described?: string) {
  const all = described === undefined ? undefined : keepOwnList(home, described, 'watchlist.yaml');
  const path = join(home, 'watchlist.csv');
  writeFileSync(path, text);
  const result = await takeIn(openArchive(home), path, {
    published: published as Day,
    now: () => {
      time += 1000;
      return new Date(time).toISOString();
    },
    ...(all ? { all } : {}),
  });
  return result.sets.map(({ source, outcome }) => [
    source,
    outcome.state === 'refused' ? outcome.refusal.code : outcome.state,
  ]);
}

const register = (known?: string) =>
  openRegister(openArchive(home), {
    today: '2026-11-22' as Day,
    casebook: { parties: [], listings: [], links: [] },
    ...(known === undefined ? {} : { known: known as Day }),
  });

describe('a list of the user’s own', () => {
  it('is taken in by the mapping of the guide, and is there when the archive is opened again', async () => {
    expect(await take(table, '2026-01-01', mapping)).toEqual([['acme-watchlist', 'taken in']]);
    expect(openArchive(home).source('acme-watchlist')?.title).toBe('Acme watch list');
    expect(register().party('acme-watchlist:A1')).toMatchObject({
      caption: 'Quibbly Pumps Ltd',
      countries: ['ir'],
      identifiers: [{ kind: 'registration number', value: '123456' }],
    });
    expect(register().listingsOf('acme-watchlist:A1')).toMatchObject([
      {
        regime: 'acme-watchlist',
        from: '2020-04-03',
        sourceEntry: { source: 'acme-watchlist', entry: 'A1' },
      },
    ]);
  });

  it('is told by its header in later files, and keeps every version', async () => {
    await take(table, '2026-01-01', mapping);
    expect(await take(table.replace('Zorblatt Marine', 'Zorblatt Shipping'), '2026-02-01')).toEqual([
      ['acme-watchlist', 'taken in'],
    ]);
    expect(await take(table, '2026-01-01')).toEqual([['acme-watchlist', 'already held']]);
    expect(register('2026-01-15').party('acme-watchlist:A2')?.caption).toBe('Zorblatt Marine Ltd');
    expect(register().party('acme-watchlist:A2')?.caption).toBe('Zorblatt Shipping Ltd');
  });

  it('is refused where it lost more entries than its mapping allows', async () => {
    await take(table, '2026-01-01', mapping);
    const shorter = table.split('\n').slice(0, 2).join('\n');
    expect(await take(`${shorter}\n`, '2026-02-01')).toEqual([['acme-watchlist', 'AS_LIST_SHRUNK']]);
  });

  it('may change its columns: each version is read by the mapping that it came with', async () => {
    await take(table, '2026-01-01', mapping);
    expect(await take(renamed.table, '2026-02-01', mapping)).toEqual([['acme-watchlist', 'AS_FILE_FORMAT']]);
    expect(await take(renamed.table, '2026-02-01', renamed.mapping)).toEqual([
      ['acme-watchlist', 'taken in'],
    ]);
    rmSync(join(home, 'archive', 'records'), { recursive: true });
    rmSync(join(home, 'archive', 'ready'), { recursive: true, force: true });
    expect(register('2026-01-15').size).toBe(2);
    expect(register().resolve('acme-watchlist:A1')).toBe('acme-watchlist:A1');
  });

  it('corrected by a new mapping for the same table is the version of that day from then on', async () => {
    await take(table, '2026-01-01', mapping);
    await take(table, '2026-01-01', mapping.replace('kind: alias', 'kind: weak alias'));
    const { versions } = openArchive(home).chains()[0]!;
    expect(versions).toHaveLength(1);
    expect(
      register()
        .party('acme-watchlist:A1')
        ?.names.find(({ text }) => text === 'QP')?.kind,
    ).toBe('weak alias');
  });

  it.each([
    ['the id of an official list', mapping.replace('id: acme-watchlist', 'id: us-ofac-sdn'), 'AS_FIELD'],
    ['no name', mapping.replace('{ to: name, bracketed: true }', '{ to: remark }'), 'AS_FILE_FORMAT'],
    ['a file pattern that is none', mapping.replace('watchlist.*', '('), 'AS_FILE_FORMAT'],
    ['no YAML', ': :', 'AS_FILE_FORMAT'],
  ])('is not known by a mapping with %s', (_what, text, code) => {
    expect(() => keepOwnList(home, text, 'x.yaml')).toThrow(expect.objectContaining({ code }));
    expect(openArchive(home).sources.some(({ definition }) => definition)).toBe(false);
  });
});
