import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../archive.ts';
import { detectFake, fakeSource, fakeText, numbered, writeFiles } from '../fake-list.fixture.ts';
import { takeIn } from './take-in.ts';

const root = mkdtempSync(join(tmpdir(), 'aftershock-kill-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const versions = 40;
const entries = 300;

/** Takes in the folder and writes each version to stdout once it is acknowledged. */
const child = `
const { openArchive } = await import(${JSON.stringify(new URL('../archive.ts', import.meta.url).href)});
const { takeIn } = await import(${JSON.stringify(new URL('./take-in.ts', import.meta.url).href)});
const { detectFake, fakeSource } = await import(${JSON.stringify(new URL('../fake-list.fixture.ts', import.meta.url).href)});
const [home, folder] = process.argv.slice(1);
const archive = openArchive(home, [fakeSource]);
const add = archive.ledger.addVersion;
archive.ledger.addVersion = (version) => { add(version); require('node:fs').writeSync(1, version.sha256 + '\\n'); };
require('node:fs').writeSync(1, 'ready\\n');
await takeIn(archive, folder, { detect: detectFake, now: () => new Date().toISOString() });
`.replaceAll("require('node:fs')", 'fs');

function startUpdate(home: string, folder: string) {
  const code = `import fs from 'node:fs';${child}`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', code, home, folder]);
  let out = '';
  let err = '';
  const ready = new Promise<void>((resolve) => {
    run.stdout.on('data', (data) => {
      out += data;
      if (out.includes('ready')) resolve();
    });
    run.on('exit', () => resolve());
  });
  run.stderr.on('data', (data) => {
    err += data;
  });
  const ended = new Promise<void>((resolve) => run.on('close', () => resolve()));
  return { run, ready, ended, acknowledged: () => out.split('\n').slice(1, -1), errors: () => err };
}

describe('an update that is killed', () => {
  const folder = join(root, 'lists');
  for (let day = 1; day <= versions; day++) {
    const published = `2024-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`;
    const list = numbered(entries).map((entry) => ({ ...entry, name: `Party ${entry.entry} of ${day}` }));
    writeFiles(folder, { [`${published}/fake.txt`]: fakeText(list) });
  }

  it('leaves, at whatever moment, every acknowledged version whole and no half one, and goes on when run again', async () => {
    const home = join(root, 'home');
    let kills = 0;
    let held = 0;
    for (let round = 0; round < 12; round++) {
      const update = startUpdate(home, folder);
      await update.ready;
      // Moments spread over the run; where in the code they fall is left to chance.
      await sleep(5 + ((round * 37) % 150));
      if (update.run.kill('SIGKILL')) kills++;
      await update.ended;
      expect(update.errors()).toBe('');
      const archive = openArchive(home, [fakeSource]);
      const found = archive.ledger.versions();
      for (const sha256 of update.acknowledged()) {
        expect(found.some((version) => version.sha256 === sha256)).toBe(true);
      }
      for (const version of found) {
        expect(Buffer.concat([...archive.blobs.chunks(version.sha256)]).length).toBe(version.files[0]!.bytes);
        expect(archive.lines(version).length).toBe(entries);
      }
      expect(found.length).toBeGreaterThanOrEqual(held);
      held = found.length;
    }
    expect(kills).toBeGreaterThan(0);
    const archive = openArchive(home, [fakeSource]);
    const result = await takeIn(archive, folder, {
      detect: detectFake,
      now: () => '2025-01-01T00:00:00.000Z',
    });
    expect(result.sets.every((set) => set.outcome.state !== 'refused')).toBe(true);
    expect(openArchive(home, [fakeSource]).ledger.versions().length).toBe(versions);
  }, 180_000);
});
