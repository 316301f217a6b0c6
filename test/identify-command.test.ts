import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'identify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]) {
  return spawnSync(process.execPath, [main, 'identify', ...args], { encoding: 'utf8' });
}

const assets = file(
  'assets.csv',
  'device_id,site,brand,model,mac,password\nD1,HQ,LTS,CMIP9382W-28M,14:2F:FD:22:10:02,hunter2\nD2,HQ,Axis,P3245-LV,AC:CC:8E:05:10:11,hunter2\n',
);

describe('aftershock identify', () => {
  it('gives one JSON object a device, in the agreed form', () => {
    const lines = execFileSync(process.execPath, [main, 'identify', '--in', assets, '--jsonl'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(
      lines.map(({ id, site, brand, maker, confidence }) => ({ id, site, brand, maker, confidence })),
    ).toEqual([
      { id: 'D1', site: 'HQ', brand: 'LTS', maker: 'Hikvision', confidence: 'probable' },
      { id: 'D2', site: 'HQ', brand: 'Axis', maker: 'Axis', confidence: 'certain' },
    ]);
    const [first] = lines[0]!.evidence as Record<string, unknown>[];
    expect(Object.keys(first!).sort()).toEqual(['for', 'points to', 'signal', 'source', 'value', 'weight']);
    expect(lines[1]!.settle).toBeNull();
  });

  it('says on the side what it dropped, and never shows it', () => {
    const { stdout, stderr } = run('--in', assets, '--json');
    expect(stderr).toContain('column "password" may hold secrets: dropped unread');
    expect(stdout + stderr).not.toContain('hunter2');
    expect(JSON.parse(stdout)).toHaveLength(2);
  });

  it('heads the table, writes no sentence short, and says what is there where no devices are', () => {
    const unknown = file('scan.csv', 'device_id,site,brand,model,ip\nD1,HQ,,,192.0.2.19\n');
    const { stdout, stderr } = run('--in', unknown);
    expect(stdout).toMatch(/^device +what it says it is +how sure +made by +by which evidence/);
    expect(stdout).toMatch(/to settle: Look up 192\.0\.2\.19 .*names the registrant\.\n$/);
    expect(stderr).toContain('1 device: 0 certain');
    const vendors = file(
      'vendors.csv',
      'vendor_id,vendor name,country,spend\nV1,Acme Supply Co,US,100\nV2,Zeta Ltd,GB,5\n',
    );
    const none = run('--in', vendors);
    expect([none.stdout, none.stderr]).toEqual(['', expect.stringContaining('They hold 2 vendors')]);
    expect(run('--in', folder).stderr).toContain('This is a folder.');
  }, 120_000);

  it('finds a hardware address that stands in the column of the brand', () => {
    const swapped = file('swapped.csv', 'device_id,site,brand,model,mac\nD1,HQ,44:19:B6:AA:BB:CC,,Axis\n');
    expect(JSON.parse(run('--in', swapped, '--jsonl').stdout)).toMatchObject({
      brand: 'Axis',
      maker: 'Hikvision',
      device: { mac: '4419B6AABBCC' },
    });
  });

  it('saves the column mapping and reads by a changed one', () => {
    const saved = join(folder, 'mapping.json');
    run('--in', assets, '--jsonl', '--save-mapping', saved);
    const mapping = JSON.parse(readFileSync(saved, 'utf8')) as { columns: Record<string, string> };
    expect(mapping.columns).toMatchObject({ id: 'device_id', brand: 'brand', mac: 'mac' });
    writeFileSync(saved, JSON.stringify({ ...mapping, columns: { name: 'device_id', mac: 'mac' } }));
    const [first] = run('--in', assets, '--jsonl', '--mapping', saved).stdout.split('\n');
    expect(JSON.parse(first!)).toMatchObject({ brand: 'LTS', evidence: [{ signal: 'mac prefix' }] });
  });

  it('lays the user’s own brand facts over the casebook’s and shows their source', () => {
    const own = file(
      'own.csv',
      'brand,maker,grade,source\nZorvex,Dahua,B,letter of the reseller 2024-05-02\n',
    );
    const units = file('z.csv', 'id,brand,model\nZ1,Zorvex,X-100\n');
    const { stdout } = run('--in', units, '--jsonl', '--brands', own);
    expect(JSON.parse(stdout)).toMatchObject({ maker: 'Dahua' });
    expect(stdout).toContain('letter of the reseller');
  });

  it.each([
    [['--in', join(folder, 'missing.csv')], 1, 'There is no such file'],
    [[], 2, '--in'],
    [['--in', file('foo.csv', 'foo,bar\n1,2\n')], 1, 'foo, bar'],
    [['--in', file('empty.csv', '')], 1, 'empty'],
  ])('tells what is wrong: %j', (args, code, message) => {
    const { status, stderr, stdout } = run(...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(message);
  });
});
