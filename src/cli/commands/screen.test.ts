import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const home = join(tmpdir(), 'aftershock-no-archive-here');

function screen(...args: string[]) {
  return spawnSync(process.execPath, [main, '--home', home, 'screen', ...args], { encoding: 'utf8' });
}

describe('aftershock screen of a name', { timeout: 60_000 }, () => {
  it('shows what is in force first, with the days that lists state, and calls a hit possible', () => {
    const { stdout, stderr } = screen('海康威视', '--country', 'China', '--on', '2022-01-01');
    expect(stdout).toContain('a possible match until a person has checked');
    expect(stdout).toMatch(
      /us-bis-entity-list: in force from 9 October 2019[\s\S]*ca-ica-hikvision: not yet: from 27 June 2025[\s\S]*us-dod-1237: ended: from 24 June 2020 until 2 June 2021/,
    );
    expect(stderr).toContain(`No official list is held in ${home}`);
  });

  it('finds on the lists that it is confined to what is on them, and nothing else', () => {
    const on = (lists: string) => JSON.parse(screen('Hikvision', '--lists', lists, '--json').stdout);
    expect(on('us-ofac-sdn')).toMatchObject({ status: 'clear', results: [] });
    const [hit] = on('us-bis-entity-list').results;
    expect([hit.id, hit.datasets]).toEqual(['hikvision', ['us-bis-entity-list']]);
  });

  it.each([
    [['  '], 'There is nothing to screen.'],
    [['Putin', '--birth-date', '1952-13-45'], '--birth-date: "1952-13-45" is not a year, month or day.'],
    [['Putin', '--country', 'Atlantis'], '--country: There is no country "Atlantis".'],
    [['Putin', '--column', 'name=x'], '--column belongs to a file.'],
    [['Putin', '--out', 'hits.csv'], '--out belongs to a file.'],
    [['--in', 'vendors.csv', '--country', 'ru'], '--country belongs to a single name.'],
    [['--in', 'vendors.csv', '--out', 'hits.xlsx'], 'does not say in what form'],
  ])('refuses what it would have passed over: %j', (args, message) => {
    const { status, stderr, stdout } = screen(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
