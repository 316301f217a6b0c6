import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '..', 'bin', 'one-at-a-time.cjs');
const folder = mkdtempSync(join(tmpdir(), 'aftershock-alone-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { oneAtATime }: { oneAtATime<T>(name: string, make: () => T): T } = createRequire(import.meta.url)(
  script,
);
const lockOf = (name: string): string =>
  join(tmpdir(), `aftershock-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`);

describe('making a folder ready', () => {
  it('is done by one process after the other', async () => {
    const log = join(folder, 'log');
    const work = `
      const fs = require('node:fs');
      require(${JSON.stringify(script)}).oneAtATime(${JSON.stringify(folder)}, () => {
        fs.appendFileSync(${JSON.stringify(log)}, 'begin ');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
        fs.appendFileSync(${JSON.stringify(log)}, 'end ');
      });`;
    const run = promisify(execFile);
    await Promise.all([1, 2, 3].map(() => run(process.execPath, ['-e', work])));
    expect(readFileSync(log, 'utf8')).toBe('begin end begin end begin end ');
  });

  it('does not wait for a process that was killed', () => {
    const name = join(folder, 'killed');
    // No process has this number: numbers end well below it.
    writeFileSync(lockOf(name), '2147483646');
    expect(oneAtATime(name, () => 'made')).toBe('made');
    expect(existsSync(lockOf(name))).toBe(false);
  });

  it('does not wait for one that was killed and whose number somebody else has now', () => {
    const name = join(folder, 'container');
    writeFileSync(lockOf(name), String(process.pid));
    expect(oneAtATime(name, () => 'made')).toBe('made');
    writeFileSync(lockOf(name), String(process.ppid));
    const anHourAgo = Date.now() / 1000 - 3600;
    utimesSync(lockOf(name), anHourAgo, anHourAgo);
    expect(oneAtATime(name, () => 'made')).toBe('made');
  });

  it('is open to others again where it failed', () => {
    const name = join(folder, 'failed');
    const fail = (): void =>
      oneAtATime(name, () => {
        appendFileSync(join(folder, 'failed.log'), 'tried ');
        throw new Error('no network');
      });
    expect(fail).toThrow('no network');
    expect(fail).toThrow('no network');
    expect(readFileSync(join(folder, 'failed.log'), 'utf8')).toBe('tried tried ');
  });
});
