import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeRunLock } from './run-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftershock-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lets one run at a time onto a home, and the next once it is done', () => {
  const free = takeRunLock(folder);
  expect(() => takeRunLock(folder)).toThrow(expect.objectContaining({ code: 'AS_STORE' }));
  free();
  takeRunLock(folder)();
});

it('is not left behind by a run that was killed', async () => {
  const module = fileURLToPath(new URL('./run-lock.ts', import.meta.url));
  const code = `import { takeRunLock } from ${JSON.stringify(module)};
    takeRunLock(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  await once(child.stdout, 'data');
  expect(() => takeRunLock(folder)).toThrow('Another run');
  child.kill('SIGKILL');
  await once(child, 'exit');
  takeRunLock(folder)();
}, 30_000);
