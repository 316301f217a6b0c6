import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithShared, sharedData } from '../../../test/shared-data.ts';
import type { Day } from '../../model/day.ts';
import { usOfacSdn } from '../../sources/us-ofac-sdn/source.ts';
import { type Archive, openArchive } from '../archive.ts';
import { type FakeEntry, fakeRecord } from '../fake-list.fixture.ts';
import { takeIn } from '../take-in/take-in.ts';
import { compareRecords } from './compare-records.ts';
import { deltaCsv } from './delta-csv.ts';
import { deltaHtml } from './delta-html.ts';
import { diffLists, type ListDelta } from './diff-lists.ts';
import { diffVersions } from './diff-versions.ts';

const changes = (before: Partial<FakeEntry>, after: Partial<FakeEntry>) =>
  compareRecords(fakeRecord({ entry: '1', ...before }), fakeRecord({ entry: '1', ...after }));
const lei = (value: string) => ({ kind: 'LEI' as const, value });

describe('compareRecords', () => {
  it.each([
    ['nothing', {}, {}, []],
    [
      'a new primary name',
      { name: 'Old Co' },
      { name: 'New Co' },
      [{ kind: 'renamed', before: 'Old Co', after: 'New Co' }],
    ],
    [
      'a new name that keeps the old one as alias',
      { name: 'Old' },
      { name: 'New', aliases: ['Old'] },
      [
        { kind: 'renamed', before: 'Old', after: 'New' },
        { kind: 'alias added', about: 'alias', after: 'Old' },
      ],
    ],
    ['an alias more', {}, { aliases: ['X'] }, [{ kind: 'alias added', about: 'alias', after: 'X' }]],
    ['an alias less', { aliases: ['X'] }, {}, [{ kind: 'alias removed', about: 'alias', before: 'X' }]],
    [
      'a programme instead of another',
      { programs: ['SDGT'] },
      { programs: ['GLOMAG'] },
      [
        { kind: 'programme added', about: 'fake-regime', after: 'GLOMAG' },
        { kind: 'programme removed', about: 'fake-regime', before: 'SDGT' },
      ],
    ],
    ['a regime more', { regimes: ['a'] }, { regimes: ['a', 'b'] }, [{ kind: 'regime added', after: 'b' }]],
    [
      'a corrected identifier',
      { identifiers: [lei('A')] },
      { identifiers: [lei('B')] },
      [{ kind: 'identifier changed', about: 'LEI', before: 'A', after: 'B' }],
    ],
    [
      'an identifier more',
      { identifiers: [lei('A')] },
      { identifiers: [lei('A'), lei('B')] },
      [{ kind: 'identifier added', about: 'LEI', after: 'B' }],
    ],
    [
      'a listing date',
      {},
      { from: '2020-01-01' as Day },
      [{ kind: 'dates changed', about: 'fake-regime', after: 'from 2020-01-01' }],
    ],
    [
      'a country',
      { countries: ['cn'] },
      { countries: ['hk'] },
      [{ kind: 'country changed', before: 'cn', after: 'hk' }],
    ],
    [
      'a kind',
      {},
      { schema: 'Organization' as const },
      [{ kind: 'kind changed', before: 'Company', after: 'Organization' }],
    ],
  ])('says in words what %s is', (_what, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it('says the reverse when days are exchanged: what was added is removed', () => {
    const [one, other] = [
      { aliases: ['X', 'Y'], programs: ['A'] },
      { aliases: ['Z'], programs: ['A', 'B'] },
    ];
    const turned = (kind: string) =>
      kind.replace(/added|removed/, (word) => (word === 'added' ? 'removed' : 'added'));
    const forward = changes(one, other).map(({ kind, before, after }) => [kind, before, after].join('|'));
    const backward = changes(other, one).map(({ kind, before, after }) =>
      [turned(kind), after, before].join('|'),
    );
    expect(backward.sort()).toEqual(forward.sort());
  });
});

const line = (entry: FakeEntry) => ({
  entry: entry.entry,
  content: JSON.stringify(entry),
  record: () => fakeRecord(entry),
});

describe('diffVersions', () => {
  it('puts entries in order of what became of them, and leaves out those that only moved', () => {
    const before = [{ entry: '1' }, { entry: '2', name: 'Zed' }, { entry: '3' }].map(line);
    const after = [{ entry: '3' }, { entry: '1', aliases: ['Alias'] }, { entry: '4', name: 'New' }].map(line);
    expect(diffVersions(before, after).map(({ entry, state }) => [entry, state])).toEqual([
      ['4', 'added'],
      ['2', 'removed'],
      ['1', 'changed'],
    ]);
  });

  it('takes a corrected entry without a publisher id for changed, not for removed and added', () => {
    const deltas = diffVersions(
      [line({ entry: 'sha256:a', name: 'Acme Co., Ltd.' })],
      [line({ entry: 'sha256:b', name: 'ACME CO LTD', aliases: ['Acme'] })],
    );
    expect(deltas.map(({ state, changes: list }) => [state, list.map((change) => change.kind)])).toEqual([
      ['changed', ['renamed', 'alias added']],
    ]);
  });
});

const delta: ListDelta = {
  source: 'fake',
  title: 'Fake <List>',
  from: { published: '2024-01-01' as Day, sha256: 'a'.repeat(64), format: 'f', entries: 1 },
  to: { published: '2024-02-01' as Day, sha256: 'b'.repeat(64), format: 'f', entries: 1 },
  added: 0,
  removed: 0,
  changed: 1,
  notices: [],
  entries: [
    {
      entry: '1',
      name: '<script>alert(1)</script>',
      schema: 'Company',
      regimes: ['r'],
      state: 'changed',
      changes: [{ kind: 'renamed', before: '=1+1', after: '<b>' }],
    },
  ],
};

describe('delta pages and tables', () => {
  it('carry names as text, whatever they contain', () => {
    const page = [...deltaHtml([delta], '2024-01-01' as Day, '2024-02-01' as Day)].join('');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&#60;b&#62;');
    const rows = [...deltaCsv([delta])];
    expect(rows.length).toBe(2);
    expect(rows.every((row) => row.indexOf('\r\n') === row.length - 2)).toBe(true);
    expect(rows[1]).not.toMatch(/,=1/);
  });

  it('say of each entry what it touches, where that was looked for', () => {
    const touchesOf = () => ['D1 <Camera>', '=D2'];
    const page = [...deltaHtml([delta], '2024-01-01' as Day, '2024-02-01' as Day, touchesOf)].join('');
    expect(page).toContain('Touches 2 of yours:</span> D1 &#60;Camera&#62;; =D2');
    const rows = [...deltaCsv([delta], touchesOf)];
    expect(rows.map((row) => row.trimEnd().split(',').at(-1))).toEqual(['touches', '"D1 <Camera>; =D2"']);
  });
});

describeWithShared('delta of the SDN list', () => {
  let home: string;
  let archive: Archive;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'aftershock-delta-'));
    archive = openArchive(home, [usOfacSdn]);
    await takeIn(archive, sharedData('ofac-sdn'), { now: () => '2025-01-01T00:00:00.000Z' });
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const ids = (day: string) => {
    const text = gunzipSync(readFileSync(sharedData(`ofac-sdn/${day}/sdn.csv.gz`))).toString('latin1');
    return new Set([...text.matchAll(/^(\d+),/gm)].map((match) => match[1]!));
  };

  it.each([
    ['2021-07-07', '2023-12-28'],
    ['2024-02-20', '2024-02-23'],
    ['2024-04-26', '2024-05-03'],
  ])('from %s to %s counts as the ids of the files themselves do', (from, to) => {
    const [old, now] = [ids(from), ids(to)];
    const [found] = diffLists(archive, from as Day, to as Day);
    expect(found).toMatchObject({
      added: [...now].filter((id) => !old.has(id)).length,
      removed: [...old].filter((id) => !now.has(id)).length,
    });
    const added = found!.entries.filter((entry) => entry.state === 'added').map((entry) => entry.entry);
    expect(added.every((id) => now.has(id) && !old.has(id))).toBe(true);
  });

  it('does not take a missing file of aliases for aliases removed', () => {
    const [found] = diffLists(archive, '2023-12-28' as Day, '2024-02-20' as Day);
    const kinds = found!.entries.flatMap((entry) => entry.changes.map((change) => change.kind));
    expect(kinds.filter((kind) => kind === 'alias removed').length).toBeLessThan(20);
    expect(found!.notices.join(' ')).toContain('alt.csv');
  });
});
