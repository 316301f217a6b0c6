/**
 * The archive's figures: taking in every list under ../shared/data, building the register (both at once, and one by one),
 * opening it, and the delta of the SDN list from 2021-07-07 to 2023-12-28. Each step runs in a process of its own, so that its memory is its own.
 * Usage: node bench/archive.ts [folder of lists]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diffLists, openArchive, openRegister, takeIn } from '../src/archive/index.ts';
import { loadCasebook } from '../src/casebook/index.ts';
import { keepHeapSmall } from '../src/cli/lean-memory.ts';
import type { Day } from '../src/model/day.ts';

const today = '2026-11-22' as Day;
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(2)} s`;
const say = (text: string) =>
  process.stdout.write(`${text}; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);

const steps: Record<string, (home: string, lists: string) => void | Promise<void>> = {
  /** As the command `update` does it, in one process; then the steps one by one. */
  async 'take in and build'(home, lists) {
    keepHeapSmall();
    const start = performance.now();
    await takeIn(openArchive(home), lists, { now: () => new Date().toISOString() });
    const register = openRegister(openArchive(home), { today, casebook: loadCasebook() });
    say(`${register.size} parties from ${register.versions.length} versions in ${seconds(start)}`);
    rmSync(home, { recursive: true });
  },
  async 'take in'(home, lists) {
    keepHeapSmall();
    const start = performance.now();
    const result = await takeIn(openArchive(home), lists, { now: () => new Date().toISOString() });
    const taken = result.sets.flatMap(({ outcome }) =>
      outcome.state === 'refused' ? [] : [outcome.version],
    );
    const entries = taken.reduce((sum, version) => sum + version.entries, 0);
    const bytes = taken.flatMap((version) => version.files).reduce((sum, file) => sum + file.bytes, 0);
    say(
      `${taken.length} versions, ${entries} entries, ${(bytes / 1e6).toFixed(0)} MB of files in ${seconds(start)}`,
    );
  },
  build(home) {
    keepHeapSmall();
    const casebook = loadCasebook();
    const start = performance.now();
    const register = openRegister(openArchive(home), { today, casebook });
    say(`${register.size} parties from ${register.versions.length} versions in ${seconds(start)}`);
  },
  open(home) {
    const casebook = loadCasebook();
    const start = performance.now();
    const register = openRegister(openArchive(home), { today, casebook });
    const opened = performance.now() - start;
    register.party('hikvision');
    const first = performance.now() - start;
    let names = 0;
    for (const _name of register.names()) names++;
    const all = performance.now() - start;
    say(
      `${register.size} parties: opened in ${opened.toFixed(1)} ms, first party at ${first.toFixed(1)} ms, ` +
        `all ${names} names at ${all.toFixed(1)} ms`,
    );
  },
  delta(home) {
    const archive = openArchive(home);
    const start = performance.now();
    const [delta] = diffLists(archive, '2021-07-07' as Day, '2023-12-28' as Day, ['us-ofac-sdn']);
    say(
      `SDN 2021-07-07 (${delta?.from?.entries}) to 2023-12-28 (${delta?.to?.entries}): ${delta?.added} added, ` +
        `${delta?.removed} removed, ${delta?.changed} changed in ${seconds(start)}`,
    );
  },
  'take in again'(home, lists) {
    return steps['take in']!(home, lists);
  },
};

const [step, home, lists] = process.argv.slice(2);
if (step !== undefined && home !== undefined && steps[step]) {
  await steps[step](home, lists ?? '');
} else {
  const folder = step ?? fileURLToPath(new URL('../../shared/data/', import.meta.url));
  if (!existsSync(folder)) throw new Error(`no lists under ${folder}`);
  const place = mkdtempSync(join(tmpdir(), 'aftershock-bench-'));
  for (const name of Object.keys(steps)) {
    process.stdout.write(`${name}: `);
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, place, folder], { stdio: 'inherit' });
  }
  const ready = join(place, 'archive', 'ready');
  const size = readdirSync(ready).reduce((sum, name) => sum + statSync(join(ready, name)).size, 0);
  process.stdout.write(`ready form: ${(size / 1e6).toFixed(1)} MB\n`);
  rmSync(place, { recursive: true });
}
