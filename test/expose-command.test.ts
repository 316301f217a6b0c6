import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'expose-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(command: string, ...args: string[]) {
  return spawnSync(process.execPath, [main, '--home', join(folder, 'home'), command, ...args], {
    encoding: 'utf8',
  });
}

const assets = file(
  'assets.csv',
  [
    'Asset ID,Site,Type,Manufacturer,Model,MAC,Purpose,Unit Cost,Currency',
    'D1,HQ,camera,Hikvision,DS-2CD2143G0-I,08:A1:89:47:4C:9C,public safety,100.00,USD',
    'D2,HQ,camera,Axis,P3245-LV,AC:CC:8E:05:10:11,public safety,500.00,USD',
    'D3,Depot,camera,,,,public safety,80.00,USD',
    '=cmd|calc,Depot,camera,Hikvision,DS-2CD2143G0-I,08:A1:89:47:4C:9D,spelunking,100.00,USD',
    '',
  ].join('\n'),
);

describe('aftershock expose', () => {
  it('groups by what one has to do, with counts, sites, value, rule and the open questions', () => {
    const { stdout, status } = run('expose', assets, '--as', 'contractor', '--on', '2022-06-01');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Remove or stop using {2}2 items · 2 sites · 200 USD/);
    expect(stdout).toContain('s.889(a)(1)(B); FAR 52.204-25(b)(2)');
    expect(stdout).toMatch(/Find out {2}1 item/);
    expect(stdout).toContain('"spelunking"');
    expect(stdout).toMatch(/That is no\s+clearance/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('asks about everybody of a name, however many entries have it: the one that bars may be the last', () => {
    const numbers = [11, 12, 13, 14, 15, 16, 17];
    const entries = numbers.map(
      (uid) =>
        `<sdnEntry><uid>${uid}</uid><lastName>ZORBLATT HOLDING</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry>`,
    );
    const list = file(
      'sdn.xml',
      `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>01/05/2024</Publish_Date><Record_Count>${numbers.length}</Record_Count></publshInformation>${entries.join('')}</sdnList>`,
    );
    const home = join(folder, 'home-of-many');
    const words = (...args: string[]) =>
      spawnSync(process.execPath, [main, '--home', home, ...args], { encoding: 'utf8' });
    expect(words('update', '--from', list).status).toBe(0);
    const vendors = file('many.csv', 'vendor id,name,spend,currency\n1,Zorblatt Holding,5,USD\n');
    const { findings } = JSON.parse(words('expose', vendors, '--as', 'us-person', '--json').stdout);
    const touched = new Set(findings.map(({ touch }: { touch: { party: string } }) => touch.party));
    expect([...touched].sort()).toEqual(numbers.map((uid) => `us-ofac-sdn:${uid}`));
  }, 60_000);

  it('says on the side which column was dropped, and never shows it', () => {
    const secret = file('secret.csv', 'Asset ID,Manufacturer,Model,Password\nD1,Axis,P3245-LV,hunter2\n');
    const { stdout, stderr } = run('expose', secret);
    expect(stderr).toContain('column "Password" may hold secrets: dropped unread');
    expect(stdout + stderr).not.toContain('hunter2');
  });

  it('says that nobody said who asks', () => {
    expect(run('expose', assets).stdout).toContain('nobody said who asks');
  });

  it('gives everything as JSON, the same bytes each time', () => {
    const args = ['expose', assets, '--as', 'federal contractor', '--on', '2022-06-01', '--json'];
    const { stdout } = run(...(args as [string]));
    expect(run(...(args as [string])).stdout).toBe(stdout);
    const result = JSON.parse(stdout) as {
      assets: number;
      touched: number;
      duties: {
        duty: string;
        count: number;
        lines: { sites: string[]; path: unknown[]; citation?: string }[];
      }[];
      findings: { asset: string; effect: string }[];
      unsettled: { asset: string; question: string }[];
      notices: { notice: string }[];
      files: { sha256: string }[];
    };
    expect(result).toMatchObject({ assets: 4, on: '2022-06-01', actor: { roles: ['federal contractor'] } });
    expect(result.duties.map(({ duty, count }) => [duty, count])).toContainEqual(['stop using', 2]);
    expect(
      result.findings.filter(({ effect }) => effect === 'prohibited').map(({ asset }) => asset),
    ).toContain('D1');
    expect(result.unsettled.map(({ asset }) => asset)).toEqual(['D3']);
    expect(result.notices[0]?.notice).toContain('spelunking');
    expect(result.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes every finding and every open device as CSV, with formulas disarmed', () => {
    const out = join(folder, 'deep', 'findings.csv');
    expect(run('expose', assets, '--as', 'federal contractor', '--csv', out).status).toBe(0);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n');
    expect(lines.some((line) => line.startsWith("'=cmd|calc,"))).toBe(true);
    expect(lines.some((line) => line.startsWith('=cmd'))).toBe(false);
    expect(lines.filter((line) => line.startsWith('D3,'))).toHaveLength(1);
  });

  it.each([
    ['prohibited', 3],
    ['blocked', 0],
    ['disclosure required', 3],
    ['License_Required', 3],
    ['undetermined', 3],
  ])('fails on %s with exit code %i', (effect, code) => {
    expect(
      run('expose', assets, '--as', 'federal contractor', '--on', '2022-06-01', '--fail-on', effect).status,
    ).toBe(code);
  });

  const empty = file('empty.csv', '');
  const columns = file('columns.csv', 'a,b\n1,2\n');
  mkdirSync(join(folder, 'nothing'));
  it.each([
    ['a word that is no effect', [assets, '--fail-on', 'prohibitd'], 2, 'Did you mean “prohibited”?'],
    ['an effect that nothing fails on', [assets, '--fail-on', 'allowed'], 2, 'nothing can fail on it'],
    ['a role that is not known', [assets, '--as', 'contracter'], 2, 'is not a known role'],
    ['a day that does not exist', [assets, '--on', '2022-02-31'], 2, 'not a calendar day'],
    ['an unknown portfolio', ['no-such-portfolio'], 1, 'harlow-prairie-school-district'],
    ['a missing file', [join(folder, 'gone.csv')], 1, 'no such file'],
    ['an empty file', [empty], 1, 'The file is empty.'],
    ['columns that say nothing', [columns], 1, 'The columns say nothing'],
    ['an empty folder', [join(folder, 'nothing')], 1, 'no devices, vendors'],
    ['a CSV that cannot be written', [assets, '--csv', join(assets, 'x.csv')], 1, 'cannot be written'],
  ])('refuses %s in one line', (_says, args, code, words) => {
    const { status, stdout, stderr } = run('expose', ...args);
    expect(stderr).toContain(words);
    // Beside what is said of every answer here: that no list is held.
    const refusals = stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('No official list is held'));
    expect(refusals).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(code);
  });
});

describe('aftershock evidence', () => {
  it('writes the pack and its table, and says in one line a question what they hold', () => {
    const [out, csv] = [join(folder, 'pack.html'), join(folder, 'pack.csv')];
    const { stdout, status } = run(
      'evidence',
      assets,
      '--for',
      'far-52.204-24',
      '--on',
      '2022-06-01',
      '--out',
      out,
      '--csv',
      csv,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('FAR 52.204-24(d)(2): 2 found, 1 not decided, of 4 looked at');
    expect(readFileSync(out, 'utf8')).toContain('Not a certificate');
    expect(
      readFileSync(csv, 'utf8')
        .split('\r\n')
        .filter((line) => line.includes(',not decided,')),
    ).toHaveLength(1);
  });

  it.each([
    [
      'an unknown form',
      [assets, '--for', 'sf-86', '--out', 'x.html'],
      2,
      'Packs are made for: far-52.204-24',
    ],
    ['a pack without a place to go', [assets, '--for', 'grant-200.216'], 2, '--out'],
    ['a missing portfolio', ['nowhere', '--for', 'grant-200.216', '--json'], 1, 'There is no portfolio'],
  ])('refuses %s', (_says, args, code, words) => {
    const { status, stderr } = run('evidence', ...args);
    expect(stderr).toContain(words);
    expect(status).toBe(code);
  });
});
