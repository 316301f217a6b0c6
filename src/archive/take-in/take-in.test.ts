import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../sources/source.ts';
import { type Archive, openArchive } from '../archive.ts';
import { detectFake, fakeSource, fakeText, numbered, writeFiles } from '../fake-list.fixture.ts';
import { type TakeInOptions, takeIn } from './take-in.ts';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aftershock-home-'));
  folder = mkdtempSync(join(tmpdir(), 'aftershock-lists-'));
});
afterEach(() => {
  for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
});

const open = () => openArchive(home, [fakeSource]);
const take = (archive: Archive = open(), more: Partial<TakeInOptions> = {}) =>
  takeIn(archive, folder, { detect: detectFake, now: () => '2025-01-01T00:00:00.000Z', ...more });
const states = (result: Awaited<ReturnType<typeof take>>) =>
  result.sets.map(({ paths, outcome }) => [
    paths[0],
    outcome.state === 'refused' ? outcome.refusal.code : outcome.state,
  ]);

describe('takeIn', () => {
  it('takes in every dated version in order, compressed or not, and names what is no list', async () => {
    writeFiles(folder, {
      '2024-01-01/fake.txt': fakeText(numbered(3)),
      '2023-01-01/fake.txt.gz': gzipSync(fakeText(numbered(2))),
      'notes/readme.md': 'hello',
      '.hidden/fake.txt': fakeText(numbered(9)),
    });
    const result = await take();
    expect(states(result)).toEqual([
      ['2023-01-01/fake.txt.gz', 'taken in'],
      ['2024-01-01/fake.txt', 'taken in'],
    ]);
    expect(result.unrecognised).toEqual(['notes/readme.md']);
    const [chain] = open().chains();
    expect(chain!.versions.map(({ published, entries, counts }) => [published, entries, counts])).toEqual([
      ['2023-01-01', 2, { lines: 2 }],
      ['2024-01-01', 3, { lines: 3 }],
    ]);
  });

  it('changes nothing when it is run again', async () => {
    writeFiles(folder, { '2024-01-01/fake.txt': fakeText(numbered(3)), '2024-02-01/fake.txt': 'FAKE -\n{' });
    await take();
    const before = JSON.stringify([open().ledger.versions(), open().ledger.refusals()]);
    const again = await take(open(), { now: () => '2026-01-01T00:00:00.000Z' });
    expect(states(again)).toEqual([
      ['2024-01-01/fake.txt', 'already held'],
      ['2024-02-01/fake.txt', 'AS_FILE_TRUNCATED'],
    ]);
    expect(JSON.stringify([open().ledger.versions(), open().ledger.refusals()])).toBe(before);
  });

  it('believes the day inside the file before that of the folder', async () => {
    writeFiles(folder, { '2024-01-01/fake.txt': fakeText(numbered(1), '2023-12-30') });
    await take();
    expect(open().ledger.versions()[0]).toMatchObject({ published: '2023-12-30', publishedEvidence: 'file' });
  });

  it('takes a day that is given, for files that tell none', async () => {
    writeFiles(folder, { 'fake.txt': fakeText(numbered(1)) });
    await take(open(), { published: '2022-02-02' as never });
    expect(open().ledger.versions()[0]).toMatchObject({
      published: '2022-02-02',
      publishedEvidence: 'given',
    });
  });

  it('refuses a version that has shrunk, keeps the one before live, and takes the next good one', async () => {
    writeFiles(folder, {
      '2024-01-01/fake.txt': fakeText(numbered(20)),
      '2024-02-01/fake.txt': fakeText(numbered(5)),
      '2024-03-01/fake.txt': fakeText(numbered(21)),
    });
    expect(states(await take())).toEqual([
      ['2024-01-01/fake.txt', 'taken in'],
      ['2024-02-01/fake.txt', 'AS_LIST_SHRUNK'],
      ['2024-03-01/fake.txt', 'taken in'],
    ]);
    const archive = open();
    expect(archive.chains('2024-02-15' as never)[0]!.live.published).toBe('2024-01-01');
    expect(archive.ledger.refusals()[0]).toMatchObject({ standingIn: { published: '2024-01-01' } });
    expect(archive.blobs.has(archive.ledger.refusals()[0]!.sha256)).toBe(true);
  });

  it('takes a shrunk version that the user accepts', async () => {
    writeFiles(folder, {
      '2024-01-01/fake.txt': fakeText(numbered(20)),
      '2024-02-01/fake.txt': fakeText(numbered(5)),
    });
    await take(open(), { acceptLoss: ['fake'] });
    expect(open().chains()[0]!.live.published).toBe('2024-02-01');
  });

  it('reads a set that lacks a file with that of the version before, and says so', async () => {
    writeFiles(folder, {
      '2024-01-01/fake.txt': fakeText(numbered(2)),
      '2024-01-01/more.txt': '1 Alias',
      '2024-02-01/fake.txt': fakeText(numbered(3)),
    });
    await take();
    const archive = open();
    const { live } = archive.chains()[0]!;
    expect(live.standIns).toMatchObject([{ name: 'more.txt', published: '2024-01-01' }]);
    expect(archive.lines(live)[0]!.content).toContain('Alias');
  });

  it('refuses parts of a set without their main file', async () => {
    writeFiles(folder, { '2024-01-01/more.txt': '1 Alias' });
    const result = await take();
    expect(states(result)).toEqual([['2024-01-01/more.txt', 'AS_FILE_MISSING']]);
    expect(open().chains()).toEqual([]);
  });

  it.each([
    ['a damaged gzip', gzipSync(fakeText(numbered(50))).subarray(0, 60), 'AS_FILE_TRUNCATED'],
    ['a file without entries', fakeText([]), 'AS_FILE_EMPTY'],
    ['a file that claims more than it has', fakeText(numbered(3), '- 5'), 'AS_FILE_TRUNCATED'],
    ['a file cut off', fakeText(numbered(3)).slice(0, -5), 'AS_FILE_TRUNCATED'],
  ])('refuses %s', async (_what, content, code) => {
    writeFiles(folder, { '2024-01-01/fake.txt.gz': content });
    expect(states(await take())).toEqual([['2024-01-01/fake.txt.gz', code]]);
    expect(open().chains()).toEqual([]);
  });

  it('refuses a file that has the name of a list but not its content, and keeps what was held', async () => {
    writeFiles(folder, {
      '2024-01-01/fake.txt': fakeText(numbered(3)),
      '2024-02-01/fake.txt': '<html>Service unavailable</html>',
      '2024-02-01/other.txt': 'hello',
    });
    const result = await take();
    expect(states(result)).toEqual([
      ['2024-01-01/fake.txt', 'taken in'],
      ['2024-02-01/fake.txt', 'AS_FILE_FORMAT'],
    ]);
    expect(result.unrecognised).toEqual(['2024-02-01/other.txt']);
    expect(open().chains()[0]!.live.published).toBe('2024-01-01');
  });

  it.each([
    ['<html>Service unavailable</html>', 'It is a web page, not the list.'],
    ['', 'It is empty.'],
    ['hello', 'Its beginning is of no form in which the list is published.'],
  ])('says what a file is that has the name which two lists use: %j', async (content, what) => {
    writeFiles(folder, { '2024-01-01/list.xml': content });
    const offered = (id: string): Source => ({
      ...fakeSource,
      id,
      formats: [{ ...fakeSource.formats[0]!, files: [{ pattern: /\.xml$/, required: true }] }],
      addresses: [
        { format: 'fake-lines', files: [{ name: 'list.xml', url: 'https://example.com/list.xml' }] },
      ],
    });
    const archive = openArchive(home, [offered('one'), offered('two')]);
    const result = await takeIn(archive, folder, { now: () => '2025-01-01T00:00:00.000Z' });
    expect(result.unclear).toEqual([{ path: '2024-01-01/list.xml', sources: ['one', 'two'], what }]);
    expect(result.unrecognised).toEqual([]);
  });

  it('takes an extract for what it is, whatever total it states, and never live before a whole version', async () => {
    writeFiles(folder, {
      '2024-01-01/fake.txt': fakeText(numbered(20)),
      '2024-02-01-extract/fake.txt': fakeText(numbered(1), '- 20'),
    });
    await take();
    const [chain] = open().chains();
    expect(chain!.live.published).toBe('2024-01-01');
    expect(chain!.later.map((version) => version.completeness)).toEqual(['extract']);
  });

  it('says which lists there are when one is asked for that is not', async () => {
    await expect(take(open(), { only: ['fakee'] })).rejects.toMatchObject({
      code: 'AS_UNKNOWN_WORD',
      remedy: 'Did you mean fake?',
    });
  });

  it('says that a folder is not there', async () => {
    await expect(
      takeIn(open(), join(folder, 'none'), { detect: detectFake, now: String }),
    ).rejects.toMatchObject({
      code: 'AS_FILE_MISSING',
    });
  });

  it('reads records anew from the raw bytes when the derived file is damaged or gone', async () => {
    writeFiles(folder, { '2024-01-01/fake.txt': fakeText(numbered(4)) });
    await take();
    const before = open().lines(open().chains()[0]!.live);
    rmSync(join(home, 'archive', 'records'), { recursive: true });
    expect(open().lines(open().chains()[0]!.live)).toEqual(before);
  });
});
