import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const home = join(tmpdir(), 'aftershock-no-archive-here');

function aftershock(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--home', home, ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    input: '',
    maxBuffer: 2 ** 26,
  });
  return { code: status, stdout, stderr };
}

const fund = ['--portfolio', 'alder-row-fund'];
const answering: Readonly<Record<string, readonly string[]>> = {
  show: ['show', 'Hikvision'],
  screen: ['screen', 'Hikvision'],
  ask: ['ask', '--as', 'us-person', '--activity', 'buy', '--party', 'Hikvision'],
  owners: ['owners', 'ezviz'],
  'law --matrix': ['law', '--matrix', 'Hikvision'],
  'law --ladder': ['law', '--ladder', 'Hikvision'],
  expose: ['expose', 'alder-row-fund'],
};
const rehearsing: Readonly<Record<string, readonly string[]>> = {
  rehearse: ['rehearse', 'hikvision-sdn', ...fund],
  'compare-scenarios': ['compare-scenarios', 'hikvision-sdn', 'dahua-sdn', ...fund],
};
const commands = Object.entries({ ...answering, ...rehearsing });

describe('the day asked about and the day of knowledge', { timeout: 100_000 }, () => {
  it.each(Object.entries(answering))(
    '%s asks about the day of knowledge where no other is given',
    (_, words) => {
      const answer = JSON.parse(aftershock(...words, '--known', '2020-01-01', '--json').stdout);
      expect(answer).toMatchObject({ on: '2020-01-01', known: '2020-01-01' });
      const other = aftershock(...words, '--known', '2020-01-01', '--on', '2022-06-01', '--json');
      expect(JSON.parse(other.stdout)).toMatchObject({ on: '2022-06-01', known: '2020-01-01' });
    },
  );

  it.each(commands)('%s names both, the register and the version of the program', (_, words) => {
    const answer = [JSON.parse(aftershock(...words, '--json').stdout)].flat()[0];
    expect(answer).toMatchObject({
      known: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      register: expect.stringMatching(/^[0-9a-f]{64}$/),
      engine: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      listStandings: expect.anything(),
    });
  });

  it.each(commands)('%s says in words that what was published since does not count', (_, words) => {
    const then = aftershock(...words, '--known', '2020-01-01').stdout.replaceAll(/\s+/g, ' ');
    expect(then).toMatch(
      /Only what had been published by 1 January 2020 counts|(?:what was|as) known on 1 January 2020/,
    );
    expect(aftershock(...words).stdout).not.toContain('Only what');
  });

  it.each(commands)('%s knows of no day to come what will have been published', (_, words) => {
    const { code, stdout, stderr } = aftershock(...words, '--known', '2999-01-01');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Nothing is known yet on 2999-01-01');
  });
});
