import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aftershock-require-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aftershock(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    input: '',
    maxBuffer: 2 ** 26,
  });
  return { code: status, stdout, stderr };
}

/** Some entries of the SDN list in the publisher's plain XML. */
function sdn(day: string, count: number): string {
  const entries = Array.from(
    { length: count },
    (_, at) =>
      `<sdnEntry><uid>${306 + at}</uid><lastName>ZORBLATT TRADING ${at}</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry>`,
  );
  return `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>${day}</Publish_Date><Record_Count>${count}</Record_Count></publshInformation>${entries.join('')}</sdnList>`;
}

function offer(path: string, text: string): void {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, text);
}

const entity =
  '{"id":"NK-1","caption":"Zorblatt Trading 1","schema":"Company","properties":{"name":["Zorblatt Trading 1"]},"datasets":["eu_fsf"]}\n';

const questions = {
  screen: ['screen', 'Zorblatt Trading 1'],
  ask: ['ask', '--as', 'exporter', '--activity', 'export', '--party', 'Hikvision', '--item', 'camera'],
  rehearse: ['rehearse', 'hikvision-sdn', '--portfolio', 'alder-row-fund'],
} as const;
const names = Object.keys(questions) as (keyof typeof questions)[];
const fresh = ['--on', '2024-01-01'];
const stale = ['--on', '2025-01-01'];

interface Standings {
  readonly asOf: string;
  readonly stale: Record<string, number>;
  readonly standingIn: Record<string, string>;
  readonly missing: readonly string[];
}
function standingsOf(stdout: string): Standings {
  const answer: { listStandings: Standings } = JSON.parse(stdout);
  return answer.listStandings;
}

beforeAll(() => {
  offer('lists/2023-12-28/sdn.xml', sdn('12/28/2023', 5));
  expect(aftershock('update', '--from', 'lists').code).toBe(0);
}, 120_000);

describe('--require', { timeout: 120_000 }, () => {
  it.each(names)('lets %s answer where the list is held and fresh on the day asked about', (name) => {
    const { code, stdout, stderr } = aftershock(
      ...questions[name],
      ...fresh,
      '--require',
      'us-ofac-sdn',
      '--json',
    );
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('Stale')]);
    expect(standingsOf(stdout)).toMatchObject({ asOf: '2024-01-01', stale: {}, standingIn: {} });
  });

  it.each(names)('makes %s fail where the list is stale, and no answer is given', (name) => {
    const { code, stdout, stderr } = aftershock(...questions[name], ...stale, '--require', 'us-ofac-sdn');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      'The list us-ofac-sdn is required. us-ofac-sdn is stale: the version of 28 December 2023 was last known to be current 370 days ago',
    );
    expect(stderr).toContain('aftershock update --only us-ofac-sdn');
  });

  it.each(names)('makes %s fail where the list is not held, and no answer is given', (name) => {
    const { code, stdout, stderr } = aftershock(
      ...questions[name],
      ...fresh,
      '--require',
      'us-ofac-sdn,un-sc',
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The list un-sc is required and not held.');
    expect(stderr).toContain('aftershock update --only un-sc');
  });

  it.each(names)('of %s is wrong use for a list that there is not', (name) => {
    const { code, stdout, stderr } = aftershock(...questions[name], '--require', 'us-ofac-snd');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no list "us-ofac-snd".');
  });

  it.each(names)('and --lists: %s asked of a list that there is not is wrong use, not an answer', (name) => {
    const { code, stdout, stderr } = aftershock(...questions[name], '--lists', 'us-ofac-sdn,us-ofac-snd');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no list "us-ofac-snd".');
  });

  it('fails for a required list that --lists leaves out', () => {
    const { code, stderr } = aftershock(
      ...questions.screen,
      ...fresh,
      '--lists',
      'us-ofac-sdn',
      '--require',
      'un-sc',
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining('The list un-sc is required and not held.')]);
  });
});

describe('how the lists stand', { timeout: 120_000 }, () => {
  const all: Record<string, readonly string[]> = {
    ...questions,
    show: ['show', 'Hikvision'],
    owners: ['owners', 'ezviz'],
    expose: ['expose', 'marrow-creek-systems'],
    rehearse: ['rehearse', 'hikvision-sdn', '--portfolio', 'marrow-creek-systems'],
  };

  it.each(Object.keys(all))('is told in the JSON of %s, the same whenever it is asked', (name) => {
    const words = [...all[name]!, '--known', '2025-01-01', '--json'];
    const { code, stdout } = aftershock(...words);
    expect(code).toBe(0);
    expect(standingsOf(stdout)).toEqual({
      asOf: '2025-01-01',
      stale: { 'us-ofac-sdn': 370 },
      standingIn: {},
      partial: [],
      missing: expect.arrayContaining(['eu-fsf', 'un-sc']),
    });
    expect(aftershock(...words).stdout).toBe(stdout);
  });

  it('is told on each line of many, for the day that the line asks about', () => {
    offer('queries.jsonl', '{"id":"a","properties":{"name":["Zorblatt Trading 1"]}}\n{"id":"b"}\n');
    const ask = { activity: 'export', counterparty: 'Hikvision', actor: { roles: ['exporter'] } };
    offer(
      'questions.jsonl',
      ['2024-01-01', '2025-01-01'].map((on) => `${JSON.stringify({ id: on, on, ...ask })}\n`).join(''),
    );
    const lines = (...words: string[]) =>
      aftershock(...words)
        .stdout.trim()
        .split('\n')
        .map(standingsOf);
    expect(
      lines('screen', '--in', 'queries.jsonl', '--jsonl', ...stale).map(({ stale: days }) => days),
    ).toEqual([{ 'us-ofac-sdn': 370 }, { 'us-ofac-sdn': 370 }]);
    expect(
      lines('ask', '--in', 'questions.jsonl', '--jsonl').map(({ asOf, stale: days }) => [asOf, days]),
    ).toEqual([
      ['2024-01-01', {}],
      ['2025-01-01', { 'us-ofac-sdn': 370 }],
    ]);
  });

  it('tells of a version that stands in for a refused one; a record sealed before that, and before another list was taken in, still verifies and says so', () => {
    expect(
      aftershock('seal', 'answer.json', '--', ...questions.screen, '--json', '--known', '2024-01-05').code,
    ).toBe(0);
    offer('later/2024-01-04/sdn.xml', sdn('01/04/2024', 1));
    offer('later/2024-01-04/eu_fsf.entities.ftm.json', entity);
    expect(aftershock('update', '--from', 'later').code).toBe(1);
    const { stdout } = aftershock(...questions.screen, '--json', '--known', '2024-01-05');
    expect(standingsOf(stdout)).toMatchObject({ stale: {}, standingIn: { 'us-ofac-sdn': '2023-12-28' } });
    const verified = aftershock('verify', 'answer.json');
    expect([verified.code, verified.stdout]).toEqual([
      0,
      expect.stringContaining('Replayed: the same bytes.'),
    ]);
    expect(`${verified.stdout}${verified.stderr}`).toContain('The lists stood otherwise then');
  });
});
