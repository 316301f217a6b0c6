import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import { openArchive } from '../archive.ts';
import { detectFake, type FakeEntry, fakeSource, fakeText, writeFiles } from '../fake-list.fixture.ts';
import { takeIn } from '../take-in/take-in.ts';
import { diffSince, versionsSeen } from './diff-since.ts';

describe('what changed since the versions seen', () => {
  let folder: string;
  let hour = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aftershock-since-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const archive = () => openArchive(join(folder, 'home'), [fakeSource]);
  async function publish(path: string, entries: readonly FakeEntry[]) {
    const lists = join(folder, path.replaceAll('/', '-'));
    writeFiles(lists, { [`${path}/fake.txt`]: fakeText(entries) });
    const now = `2024-06-01T${String(hour++).padStart(2, '0')}:00:00Z`;
    await takeIn(archive(), lists, { now: () => now, detect: detectFake });
    return archive();
  }
  const told = (since: ReturnType<typeof diffSince>) =>
    since.flatMap(({ entries }) => entries.map(({ entry, state }) => `${state} ${entry}`));
  const many = Array.from({ length: 20 }, (_, at): FakeEntry => ({ entry: `x${at}` }));

  it('is nothing where the same versions stand', async () => {
    const held = await publish('2024-01-01', many);
    expect(told(diffSince(held, versionsSeen(held)))).toEqual([]);
  });

  it('is every entry of a list of which nothing was seen', async () => {
    const held = await publish('2024-01-01', [{ entry: '1' }, { entry: '2' }]);
    expect(told(diffSince(held, {}))).toEqual(['added 1', 'added 2']);
  });

  it('tells two versions of one day apart', async () => {
    const seen = versionsSeen(await publish('2024-01-01', many));
    const held = await publish('2024-01-01/again', [...many, { entry: '2' }]);
    const [since] = diffSince(held, seen);
    expect(told([since!])).toEqual(['added 2']);
    expect(since!.before[0]!.published).toBe(since!.now[0]!.published);
    expect(since!.before[0]!.sha256).not.toBe(since!.now[0]!.sha256);
  });

  it('is what an extract adds, and nobody that an extract lacks', async () => {
    const seen = versionsSeen(await publish('2024-01-01', many));
    const held = await publish('extract/2024-01-02', [{ entry: '9' }]);
    expect(told(diffSince(held, seen))).toEqual(['added 9']);
    const later = versionsSeen(held);
    expect(told(diffSince(await publish('extract/2024-01-03', [{ entry: '10' }]), later))).toEqual([
      'added 10',
    ]);
  });

  it('says which versions seen are not held any more instead of comparing with nothing', async () => {
    const held = await publish('2024-01-01', many);
    const [since] = diffSince(held, { fake: ['f'.repeat(64)] });
    expect(since).toMatchObject({ lost: ['f'.repeat(64)], entries: [] });
  });

  it('knows what was seen by a day', async () => {
    await publish('2024-01-01', many);
    const held = await publish('2024-02-01', [...many, { entry: '2' }]);
    expect(told(diffSince(held, versionsSeen(held, '2024-01-15' as Day)))).toEqual(['added 2']);
    expect(versionsSeen(held, '2023-01-01' as Day)).toEqual({});
  });
});
