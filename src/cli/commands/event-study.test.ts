import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addDays, type Day } from '../../model/index.ts';
import { define } from './event-study.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftershock-event-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'prices.csv');
const rows = Array.from({ length: 150 }, (_, at) => {
  const drop = at >= 140 ? 0.8 : 1;
  return `${addDays('2022-01-01' as Day, at)},${(100 + Math.sin(at)) * drop},${1000 + 5 * Math.cos(at * 2)}`;
});
writeFileSync(file, `day,share,index\n${rows.join('\n')}\nnot a day,1,1\n`);

async function run(...args: string[]): Promise<{ out: string; err: string }> {
  const written = { out: '', err: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name === 'stdout' ? 'out' : 'err'] += String(text);
      return true;
    }),
  );
  try {
    const command = new Command('event-study').exitOverride();
    define(command);
    await command.parseAsync(args, { from: 'user' });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written;
}

describe('event-study', () => {
  const event = addDays('2022-01-01' as Day, 140);

  it('tells the windows as a table, the rows it could not use on the side', async () => {
    const { out, err } = await run('--prices', file, '--event', event, '--limit', '10', '--window=-1:2');
    expect(out).toContain(`Event of ${event}`);
    expect(out).toMatch(/-1 to 2 +-2\d\.\d\d %/);
    expect(out).toContain('at the limit');
    expect(err).toMatch(/prices\.csv:152: "not a day" is not a day/);
  });

  it('gives one study for each event as JSON', async () => {
    const { out } = await run('--prices', file, '--event', event, addDays(event, 1), '--json');
    const studies = JSON.parse(out) as { event: string; windows: unknown[] }[];
    expect(studies.map((study) => [study.event, study.windows.length])).toEqual([
      [event, 3],
      [addDays(event, 1), 3],
    ]);
  });

  it.each([
    [['--window=3'], /--window is "3"/],
    [['--limit', 'ten'], /--limit is "ten"/],
    [['--share', 'closing'], /no column "closing"/],
  ])('refuses %j', async (more, message) => {
    await expect(run('--prices', file, '--event', event, ...more)).rejects.toThrow(message);
  });

  it('refuses a file that is not there and a day that does not exist', async () => {
    await expect(run('--prices', join(folder, 'none'), '--event', event)).rejects.toThrow(/cannot be read/);
    await expect(run('--prices', file, '--event', '2022-02-30')).rejects.toThrow(/not a calendar day/);
  });
});
