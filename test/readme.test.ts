import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const askIt = /## Ask it.*?```sh\n(.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8'))![1]!;
const lines = askIt
  .split('\n')
  .map((line) => line.replace(/\s+#.*$/, ''))
  .filter((line) => line !== '');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftershock-readme-'));
  mkdirSync(join(folder, 'bin'));
  const program = join(folder, 'bin', 'aftershock');
  const main = join(root, 'src', 'cli', 'main.ts');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(program, 0o755);
  symlinkSync(join(root, 'casebook'), join(folder, 'casebook'), 'dir');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the README', () => {
  it('shows commands', () => {
    expect(lines.length).toBeGreaterThan(6);
    expect(lines.every((line) => line.startsWith('bin/aftershock '))).toBe(true);
  });

  it.for(lines)('runs as written: %s', async (line) => {
    const { stdout } = await run('sh', ['-c', line], { cwd: folder, maxBuffer: 2 ** 26 });
    const written = /--(?:out|report) (\S+)/.exec(line)?.[1];
    expect(stdout.length).toBeGreaterThan(100);
    if (written !== undefined) expect(existsSync(join(folder, written))).toBe(true);
  });
});
