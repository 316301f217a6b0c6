import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const home = join(tmpdir(), 'aftershock-no-archive-here');

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--home', home, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('aftershock ask', () => {
  it('answers JSON lines in order; a bad line is an error of its own and the rest goes on', () => {
    const lines = [
      '{"id":"1","on":"2020-01-01","actor":{"jurisdiction":["us"],"roles":["exporter"]},"activity":"export","counterparty":"Hangzhou Hikvision Digital Technology Co., Ltd.","item":{"description":"integrated circuit","eccn":"EAR99","origin":"us"},"facts":{},"assume":[{"party":"hikvision","regime":"us-ofac-sdn-glomag","from":"2022-06-01"}]}',
      '{"id":"2","on":',
      '{"id":3,"on":"2022-06-02","actor":{"roles":["us-person"]},"activity":"pay","counterparty":"海康威视","assume":[{"party":"hikvision","regime":"us-ofac-sdn-glomag","from":"2022-06-01"}]}',
      '{"id":"4","on":"2022-06-02","activity":"pya","counterparty":"hikvision"}',
      '[1]',
      '{"id":"6","on":"2022-06-02","activity":"pay","counterparty":"hikvision","assume":[{"party":"hikvision","regime":"us-nothing","from":"2022-06-01"}]}',
      '{"id":"7","on":"2022-06-02","activity":"pay","counterparty":{"name":"hikvision"}}',
      '{"id":"8","on":"2022-06-02","activity":"pay","counterparty":"Nobody Ltd"}',
    ];
    const { status, stdout } = run(['ask', '--jsonl'], lines.join('\n'));
    expect(status).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((one) => [one.id, one.effect ?? one.error.code])).toEqual([
      ['1', 'licence required'],
      [null, 'AS_ROW'],
      [3, 'blocked'],
      ['4', 'AS_UNKNOWN_WORD'],
      [null, 'AS_ROW'],
      ['6', 'AS_UNKNOWN_REGIME'],
      ['7', 'AS_USAGE'],
      ['8', 'undetermined'],
    ]);
    expect(answers[1].error.line).toBe(2);
    expect(answers[0]).toMatchObject({ policy: 'presumption of denial', on: '2020-01-01' });
    expect(answers[0].register).toMatch(/^[0-9a-f]{64}$/);
  }, 60_000);

  it('names a day of knowledge that a single line has, since one counts for all lines', () => {
    const line = '{"id":"1","activity":"pay","counterparty":"hikvision","known":"2019-01-01"}';
    const answer = (...args: string[]) => JSON.parse(run(['ask', '--jsonl', ...args], line).stdout);
    expect(answer().notices).toEqual([expect.stringContaining('"known" was not used')]);
    expect(answer('--known', '2019-01-01').notices).toBeUndefined();
  }, 60_000);

  it('says in words what leads, what else applies, whose rule leaves a dealing free, and that this clears nobody', () => {
    const ask = (...args: string[]) =>
      run(['ask', '--party', 'Hikvision', '--on', '2023-06-01', ...args]).stdout;
    expect(ask('--as', 'federal contractor', '--activity', 'buy')).toMatch(
      /^▲ prohibited\n[\s\S]*\nAlso: .*\(us-/,
    );
    expect(ask('--as', 'school district', '--activity', 'buy')).toMatch(
      /^○ allowed\n[\s\S]*Entity List: It does not bar imports[\s\S]*That is no clearance\./,
    );
    expect(run(['ask', '--activity', 'buy', '--party', 'Hikvison']).stderr).toContain('(hikvision)');
  }, 60_000);

  it('refuses a single question that it cannot read, in one line with a remedy', () => {
    for (const [args, words] of [
      [['--activity', 'buy'], 'a party are needed'],
      [['--activity', 'exprot', '--party', 'Hikvision'], 'Did you mean "export"'],
      [['--activity', 'buy', '--party', 'Nobody Ltd'], 'No party with the name'],
      [['--activity', 'buy', '--party', 'Hikvision', '--fact', 'purpose'], 'Write --fact'],
      [['--activity', 'buy', '--party', 'Hikvision', '--on', '2022-13-01'], 'not a calendar day'],
    ] as const) {
      const { status, stderr, stdout } = run(['ask', ...args]);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.split('\n').filter((line) => line.startsWith('aftershock:'))).toHaveLength(1);
      expect(stderr).toContain(words);
    }
  }, 60_000);
});
