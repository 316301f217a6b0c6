import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'screen-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const home = join(folder, 'home');
const input = join(folder, 'vendors.csv');
/** So many that the command has long started its threads when it is killed. */
const total = 12_000;
const names = ['Hangzhou Hikvision Digital Technology', 'Mill Lane Bakery', 'Zhejiang Dahua', '"Lone, quote'];
const long = 'Payment for video surveillance cameras and network technology equipment of Zhejiang invoice';
const lines = Array.from({ length: total }, (_, at) => `V${at},${names[at % 400] ?? `${long} ${at}`}`);
writeFileSync(input, `ref,vendor name\n${lines.map((line) => line.replace('"Lone,', 'Lone')).join('\n')}\n`);

function start(out: string, threads: number): ChildProcess {
  const args = [main, '--home', home, 'screen', '--in', input, '--out', out, '--threads', String(threads)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stderr })));
}

describe('aftershock screen --in', { timeout: 180_000 }, () => {
  it('gives the same bytes with one thread, and killed twice and resumed with other numbers', async () => {
    const alone = join(folder, 'alone.csv');
    expect((await ended(start(alone, 1))).code).toBe(0);
    const killed = join(folder, 'killed.csv');
    const state = `${killed}.progress`;
    const rowsDone = () =>
      existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as { rows: number }).rows : 0;
    for (const [threads, until] of [
      [2, total * 0.4],
      [3, total * 0.8],
    ] as const) {
      const child = start(killed, threads);
      const end = ended(child);
      while (child.exitCode === null && rowsDone() < until) await setTimeout(5);
      child.kill('SIGKILL');
      expect((await end).signal).toBe('SIGKILL');
      expect(rowsDone()).toBeGreaterThanOrEqual(until);
    }
    const { code, stderr } = await ended(start(killed, 1));
    expect(code).toBe(0);
    expect(stderr).toMatch(/Going on after row (9|1\d),\d00\./);
    expect(stderr).toContain('12,000 rows');
    expect(existsSync(state)).toBe(false);
    expect(readFileSync(killed).equals(readFileSync(alone))).toBe(true);
    expect(readFileSync(alone, 'utf8').trim().split('\n').length).toBeGreaterThan(total);
  });

  it('says in the rows of a table and in a summary beside it how the lists stand', async () => {
    const [few, out] = [join(folder, 'few.csv'), join(folder, 'few-hits.csv')];
    writeFileSync(few, 'ref,name\n1,Hangzhou Hikvision Digital Technology\n2,Mill Lane Bakery\n3,\n');
    const args = [main, '--home', home, 'screen', '--in', few, '--out', out, '--on', '2024-05-01'];
    expect((await ended(spawn(process.execPath, args))).code).toBe(0);
    const [header, ...rows] = readFileSync(out, 'utf8').trimEnd().split('\r\n');
    expect(header).toMatch(/,register,lists$/);
    expect(new Set(rows.map((row) => row.split(',', 1)[0]))).toEqual(new Set(['1', '2', '3']));
    for (const row of rows) expect(row).toMatch(/,[0-9a-f]{64},"as of 2024-05-01: not held .* more"$/);
    const summary = JSON.parse(readFileSync(`${out}.summary.json`, 'utf8')) as Record<string, unknown>;
    expect(summary).toMatchObject({
      ...{ input: few, rows: 3, hits: 1, clear: 1, errors: 1, on: '2024-05-01', lists: [] },
      listStandings: { asOf: '2024-05-01', missing: expect.arrayContaining(['us-ofac-sdn']) },
    });
  });

  it('leaves no summary of an earlier run beside results that are not whole', async () => {
    const out = join(folder, 'again.csv');
    writeFileSync(`${out}.summary.json`, '{}');
    const child = start(out, 1);
    const end = ended(child);
    while (child.exitCode === null && !existsSync(`${out}.progress`)) await setTimeout(5);
    child.kill('SIGKILL');
    expect((await end).signal).toBe('SIGKILL');
    expect(existsSync(`${out}.summary.json`)).toBe(false);
  });

  it.each(['0', '-1', '2.5', 'many', '1000'])('refuses --threads %s', async (threads) => {
    const args = [main, '--home', home, 'screen', '--in', input, `--threads=${threads}`];
    const { code, stderr } = await ended(spawn(process.execPath, args));
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--threads is "${threads}"`)]);
  });
});
