import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrail } from '../src/desk/index.ts';
import { openStore } from '../src/store/index.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aftershock-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(home: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  return run(home, ['watch', ...words], environment);
}

function run(home: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [main, '--home', home, ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, ended };
}

const verify = (home: string, ...words: string[]) => run(home, ['verify', '--trail', ...words]).ended;
const watch = (home: string, ...words: string[]) => start(home, ['--once', ...words]).ended;

interface Told {
  readonly alerts: number;
  readonly notKnown: readonly { readonly source: string; readonly why: string }[];
  readonly targets: readonly {
    readonly begins: boolean;
    readonly lost: number;
    readonly notices: readonly string[];
    readonly lists: readonly {
      readonly source: string;
      readonly state: string;
      readonly now: readonly unknown[];
    }[];
    readonly alerts: readonly {
      readonly id: string;
      readonly asset: string;
      readonly entry: { readonly name: string; readonly state: string };
      readonly through: readonly string[];
      readonly changes: readonly {
        readonly kind: string;
        readonly before?: string;
        readonly after?: string;
      }[];
      readonly version: { readonly published: string; readonly sha256: string };
      readonly means?: readonly { readonly effect: string; readonly citation?: string }[];
    }[];
  }[];
}

async function told(home: string, ...words: string[]): Promise<Told & { readonly code: number | null }> {
  const { code, stdout, stderr } = await watch(home, '--json', ...words);
  if (stdout === '') throw new Error(stderr);
  const report: Told = JSON.parse(stdout);
  return { ...report, code };
}

/** Each alert in a line: asset, what became of the entry, and the kinds of its changes. */
const lines = ({ targets }: Told) =>
  targets.flatMap(({ alerts }) =>
    alerts.map(
      ({ asset, entry, changes }) =>
        `${asset} ${entry.state} ${entry.name}: ${changes.map(({ kind }) => kind)}`,
    ),
  );

interface Entry {
  readonly uid: number;
  readonly name: string;
  readonly program?: string;
  readonly alias?: string;
  readonly country?: string;
}

const filler = Array.from(
  { length: 30 },
  (_, at): Entry => ({ uid: 900 + at, name: `FILLER NUMBER ${at} GMBH` }),
);

function sdn(day: string, entries: readonly Entry[], ending = '</sdnList>'): string {
  const [year, month, date] = day.split('-');
  const all = [...entries, ...filler];
  const texts = all.map(({ uid, name, program = 'CUBA', alias, country }) => {
    const aliases = alias
      ? `<akaList><aka><uid>${uid}1</uid><type>a.k.a.</type><category>strong</category><lastName>${alias}</lastName></aka></akaList>`
      : '';
    const address = country
      ? `<addressList><address><uid>${uid}2</uid><country>${country}</country></address></addressList>`
      : '';
    return `<sdnEntry><uid>${uid}</uid><lastName>${name}</lastName><sdnType>Entity</sdnType><programList><program>${program}</program></programList>${aliases}${address}</sdnEntry>`;
  });
  return `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>${month}/${date}/${year}</Publish_Date><Record_Count>${all.length}</Record_Count></publshInformation>${texts.join('')}${ending}`;
}

/** A folder with one version of the SDN list; gives its name for --from. */
function published(name: string, text: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'sdn.xml'), text);
  return name;
}

const zorblatt: Entry = { uid: 306, name: 'ZORBLATT MARITIME TRADING LLC' };
const quux: Entry = { uid: 307, name: 'QUUXWARE HOLDING SA' };
const first = published('first', sdn('2024-01-10', [quux]));
const second = published('second', sdn('2024-02-10', [quux, zorblatt]));
writeFileSync(
  join(folder, 'vendors.csv'),
  'id,name,country\nV1,Mill Lane Bakery,us\nV2,Zorblatt Maritime Trading,\nV3,Quuxware Holding,\n,,\n',
);
const vendors = ['--in', 'vendors.csv'];

/** A home whose vendors are watched since the first version. */
async function begun(home: string): Promise<string> {
  expect((await watch(home, '--from', first, ...vendors)).code).toBe(0);
  return home;
}

describe('aftershock watch', { timeout: 240_000 }, () => {
  it('remembers at the first run, tells what is new at the next, and is silent after that', async () => {
    const initial = await told('a', '--from', first, ...vendors);
    expect(initial).toMatchObject({ code: 0, alerts: 0 });
    expect(initial.targets[0]).toMatchObject({ begins: true, lost: 1 });
    expect(initial.targets[0]!.notices.join()).toContain('aftershock screen --in vendors.csv');

    const next = await told('a', '--from', second, ...vendors, '--fail-on', 'change');
    expect(next.code).toBe(3);
    expect(lines(next)).toEqual(['V2 added ZORBLATT MARITIME TRADING LLC: added']);
    const file = readFileSync(join(folder, second, 'sdn.xml'));
    const [version] = readdirSync(join(folder, 'a/archive/versions/us-ofac-sdn')).sort().reverse();
    expect(next.targets[0]!.alerts[0]!.version.published).toBe('2024-02-10');
    expect(version).toContain(next.targets[0]!.alerts[0]!.version.sha256.slice(0, 16));
    expect(readFileSync(join(folder, 'a/archive/versions/us-ofac-sdn', version!), 'utf8')).toContain(
      createHash('sha256').update(file).digest('hex'),
    );

    const silent = await watch('a', '--no-update', ...vendors, '--fail-on', 'change');
    expect(silent.code).toBe(0);
    expect(silent.stdout).toContain('of 1 list it is not known whether anything changed');
    expect(silent.stdout).toMatch(
      /us-ofac-sdn +2024-02-10 +2024-02-10 +[0-9a-f]{12} .*no new version \(stale\)/,
    );
    expect(silent.stdout).not.toContain('nothing changed');

    const today = new Date().toISOString().slice(0, 10);
    const fresh = published('fresh', sdn(today, [quux, zorblatt]));
    expect((await told('a', '--from', fresh, ...vendors)).alerts).toBe(0);
    const current = await watch('a', '--no-update', ...vendors);
    expect(current.stdout).toContain('nothing changed on 1 list');
    expect(current.stdout).toMatch(
      new RegExp(`us-ofac-sdn +${today} +${today} +[0-9a-f]{12} .*nothing changed`),
    );
    expect(silent.stdout).toContain('No hit is not clearance');
  });

  it('tells removals, new names and programmes, before and after, and no change that is none in law', async () => {
    const home = await begun('b');
    await watch(home, '--from', second, ...vendors);
    const renamed = {
      ...zorblatt,
      name: 'ZORBLATT MARITIME LOGISTICS LLC',
      program: 'IRAN',
      alias: zorblatt.name,
    };
    const third = published('third', sdn('2024-03-10', [renamed]));
    const report = await told(home, '--from', third, ...vendors);
    expect(lines(report)).toEqual([
      'V2 changed ZORBLATT MARITIME LOGISTICS LLC: renamed,alias added,programme added,programme removed',
      'V3 removed QUUXWARE HOLDING SA: removed',
    ]);
    expect(report.targets[0]!.alerts[0]!.changes[0]).toEqual({
      kind: 'renamed',
      before: 'ZORBLATT MARITIME TRADING LLC',
      after: 'ZORBLATT MARITIME LOGISTICS LLC',
    });
  });

  it('names a list that was refused as not known, fails, and tells its changes once it is whole', async () => {
    const home = await begun('c');
    const broken = published('broken', sdn('2024-02-10', [quux, zorblatt], '<sdnEntry>'));
    const report = await told(home, '--from', broken, ...vendors, '--fail-on', 'change');
    expect(report.code).toBe(1);
    expect(report.notKnown).toContainEqual(
      expect.objectContaining({ source: 'us-ofac-sdn', why: 'refused' }),
    );
    const text = await watch(home, '--no-update', ...vendors);
    expect(text.stdout).toMatch(/What changed on these lists is not known \([^)]*one refused/);
    expect(text.stdout.replace(/\s+/g, ' ')).toMatch(/us-ofac-sdn: the version of \S+ \S+ \S+ was refused/);
    expect(lines(await told(home, '--from', second, ...vendors))).toHaveLength(1);
  });

  it('says of a stale list that it is not known what changed, and fails where the list is required', async () => {
    const home = await begun('d');
    const report = await told(home, '--no-update', ...vendors, '--require', 'us-ofac-sdn');
    expect(report.code).toBe(1);
    expect(report.notKnown).toContainEqual(expect.objectContaining({ source: 'us-ofac-sdn', why: 'stale' }));
    expect(report.notKnown).toContainEqual(expect.objectContaining({ source: 'un-sc', why: 'not held' }));
  });

  it('says that a file changed since the last run, whose new parties were not asked about the rest', async () => {
    const home = await begun('e');
    writeFileSync(join(folder, 'growing.csv'), 'id,name\nV1,Mill Lane Bakery\n');
    await watch(home, '--no-update', '--in', 'growing.csv');
    writeFileSync(join(folder, 'growing.csv'), 'id,name\nV1,Mill Lane Bakery\nV2,Quuxware Holding\n');
    const report = await told(home, '--no-update', '--in', 'growing.csv');
    expect(report.targets[0]!.notices.join()).toContain('only about what changed');
  });

  it('tells of a portfolio what the law says, also where an owner is the one who was listed', async () => {
    mkdirSync(join(folder, 'buyer'), { recursive: true });
    writeFileSync(
      join(folder, 'buyer/portfolio.yaml'),
      'title: A buyer\nactor: { jurisdictions: [us], roles: [us-person] }\nfiles: [{ file: vendors.csv }]\n',
    );
    writeFileSync(
      join(folder, 'buyer/vendors.csv'),
      'vendor_id,vendor_name,country\nS1,Zorblatt Maritime Trading LLC,\nS2,Ezviz Network,CN\n',
    );
    const home = await begun('f');
    const hikvision = { uid: 400, name: 'HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.', country: 'China' };
    const listed = published('listed', sdn('2024-02-10', [quux, zorblatt, hikvision]));
    const report = await told(home, '--from', listed, '--portfolio', './buyer', '--since', '2024-01-10');
    const alerts = report.targets[0]!.alerts;
    const [direct] = alerts.filter(({ asset }) => asset === 'S1');
    expect(direct!.means![0]).toMatchObject({
      effect: 'blocked',
      citation: expect.stringContaining('entry 306'),
    });
    const owned = alerts.filter(({ asset }) => asset === 'S2');
    expect(owned.map(({ entry }) => entry.name)).toContain(hikvision.name);
    expect(owned[0]!.through.join()).toMatch(/of Hangzhou Hikvision/);
  });

  it('refuses what it cannot do, in one line', async () => {
    for (const [words, message] of [
      [['--once'], 'nothing to watch'],
      [['--once', '--every', '1h', ...vendors], 'exclude each other'],
      [['--every', 'daily', ...vendors], '--every is "daily"'],
      [['--fail-on', 'change', ...vendors], '--fail-on is for one run'],
      [['--once', '--fail-on', 'hit', ...vendors], 'does not know "hit"'],
      [['--once', '--out', 'x.pdf', ...vendors], 'in what form'],
      [['--once', '--no-update', '--lists', 'us-ofac-snd', ...vendors], 'no list "us-ofac-snd"'],
      [['--once', '--no-update', '--since', '2024-13-01', ...vendors], 'not a calendar day'],
    ] as const) {
      const { code, stdout, stderr } = await start('wrong', words).ended;
      expect([words, code, stdout]).toEqual([words, 2, '']);
      expect(stderr).toContain(message);
    }
    expect(await watch('wrong', '--no-update', ...vendors)).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('what aftershock watch tells', { timeout: 240_000 }, () => {
  let server: Server;
  let answering: RequestListener;
  const posted: Told[] = [];
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?secret=4711`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        posted.push(JSON.parse(body));
        answering(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function notified(home: string): Promise<string> {
    await begun(home);
    const settings = { lists: { allowHosts: ['127.0.0.1'], attempts: 1 } };
    writeFileSync(join(folder, home, 'settings.json'), JSON.stringify(settings));
    posted.length = 0;
    return home;
  }

  it('is told again, under the same id, when it could not be delivered', async () => {
    const home = await notified('g');
    answering = (_request, response) => void response.writeHead(500).end();
    const failed = await watch(home, '--from', second, ...vendors, '--notify', url());
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('did not take the message');
    expect(failed.stderr).not.toContain('4711');
    answering = (_request, response) => void response.writeHead(204).end();
    const again = await watch(home, '--no-update', ...vendors, '--notify', url());
    expect(again.code).toBe(0);
    expect(posted.map(lines)).toEqual([lines(posted[0]!), lines(posted[0]!)]);
    expect(lines(posted[0]!)).toHaveLength(1);
    expect(posted[1]!.targets[0]!.alerts[0]!.id).toBe(posted[0]!.targets[0]!.alerts[0]!.id);
    expect((await told(home, '--no-update', ...vendors)).alerts).toBe(0);
  });

  it('is told again when the run is killed before all was told', async () => {
    const home = await notified('h');
    const asked = new Promise<void>((resolve) => {
      answering = () => resolve();
    });
    const { child, ended } = start(home, ['--once', '--from', second, ...vendors, '--notify', url()]);
    await asked;
    child.kill('SIGKILL');
    await ended;
    expect(lines(await told(home, '--no-update', ...vendors))).toEqual(lines(posted[0]!));
  });

  it('is not posted to a private address that the settings do not allow', async () => {
    const home = await notified('i');
    rmSync(join(folder, home, 'settings.json'));
    const refused = await watch(home, '--from', second, ...vendors, '--notify', url());
    expect([refused.code, posted]).toEqual([1, []]);
    expect(refused.stderr).toContain('allowHosts');
  });

  it('is written for the desk, as text whatever names contain', async () => {
    const home = await begun('j');
    writeFileSync(join(folder, 'hostile.csv'), 'id,name\n=cmd,"<b>Zorblatt Maritime Trading</b>"\n');
    for (const form of ['html', 'csv', 'json']) {
      const out = `desk/alerts.${form}`;
      const words = ['--from', second, '--in', 'hostile.csv', '--since', '2024-01-10', '--out', out];
      expect((await watch(home, ...words)).code).toBe(0);
    }
    const read = (form: string) => readFileSync(join(folder, `desk/alerts.${form}`), 'utf8');
    const report: Told = JSON.parse(read('json'));
    expect(lines(report)).toEqual(['=cmd added ZORBLATT MARITIME TRADING LLC: added']);
    expect(read('html')).toContain('&#60;b&#62;Zorblatt');
    expect(read('html')).toContain('No hit is not clearance');
    expect(read('html')).not.toMatch(/<b>|<script|https?:/);
    expect(read('csv').split('\r\n')[1]).toContain('us-ofac-sdn');
    expect(read('csv')).not.toMatch(/(^|,)=cmd/);
  });

  it('is noted in the audit trail run by run, also the failed ones, without names', async () => {
    const home = await begun('k');
    await watch(home, '--from', second, ...vendors);
    await watch(home, '--no-update', '--in', 'nothing.csv');
    const store = await openStore(join(folder, home, 'aftershock.db'));
    const { lines: trail, brokenAt } = await readTrail(store);
    await store.destroy();
    expect(brokenAt).toBeUndefined();
    expect(trail.map(({ event, subject }) => `${event}: ${subject}`)).toEqual([
      'watch run: vendors.csv',
      'watch run: vendors.csv',
      'watch failed: nothing.csv',
    ]);
    expect(trail[1]!.detail).not.toMatch(/zorblatt/i);
    expect(JSON.parse(trail[1]!.detail)).toMatchObject({ targets: [{ alerts: [expect.any(String)] }] });
  });

  it('has an audit trail that verify finds whole, with the line that was kept, and broken where it was altered', async () => {
    const home = await begun('trail');
    const { stderr } = await watch(home, '--from', second, ...vendors);
    const kept = /Noted as line 2 of the audit trail: (\w{64})/.exec(stderr)?.[1] ?? '';
    await watch(home, '--no-update', ...vendors);
    const whole = await verify(home, '--line', kept);
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    expect(whole.stdout).toContain('is whole: 3 lines');
    expect(whole.stdout).toContain('Line 2 has the hash that was given');

    const store = await openStore(join(folder, home, 'aftershock.db'));
    await store.deleteFrom('audit').where('number', '>', 1).execute();
    const shorter = await verify(home, '--line', kept);
    expect([shorter.code, shorter.stdout]).toEqual([1, expect.stringContaining('No line has the hash')]);
    await store.updateTable('audit').set({ detail: '{}' }).where('number', '=', 1).execute();
    await store.destroy();
    const broken = await verify(home, '--json');
    expect([broken.code, JSON.parse(broken.stdout)]).toEqual([
      1,
      expect.objectContaining({ whole: false, brokenAt: 1, lines: [expect.objectContaining({ number: 1 })] }),
    ]);
  });

  it('has no audit trail where nothing was watched, and verify makes none', async () => {
    const { code, stderr } = await verify('nowhere');
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no audit trail.')]);
    expect(readdirSync(folder)).not.toContain('nowhere');
  });

  it('is not begun where its audit trail cannot be written', async () => {
    const home = await begun('unwritten');
    const environment = { AFTERSHOCK_STORE: 'postgres://desk:secret@127.0.0.1:1/trail' };
    const { code, stdout, stderr } = await start(home, ['--once', '--from', second, ...vendors], environment)
      .ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^aftershock: postgres:\/\/127\.0\.0\.1:1\/trail: The store could not be opened/);
    expect(stderr).not.toContain('secret');
    expect((await told(home, '--from', second, ...vendors)).alerts).toBe(1);
  });

  it('comes round after round until the watch is stopped, which ends with 0', async () => {
    const home = await begun('l');
    const { child, ended } = start(home, ['--every', '1h', '--no-update', ...vendors]);
    let stderr = '';
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (text: string) => {
        stderr += text;
        if (stderr.includes('Next run in 1h')) resolve();
      });
    });
    child.kill('SIGTERM');
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout.match(/No hit is not clearance/g)).toHaveLength(1);
  });

  it('is told by one run at a time', async () => {
    const home = await notified('m');
    let other: Promise<Ended> | undefined;
    answering = async (_request, response) => {
      other = watch(home, '--no-update', ...vendors);
      await other;
      response.writeHead(204).end();
    };
    const one = await watch(home, '--from', second, ...vendors, '--notify', url());
    expect(one.code).toBe(0);
    expect(await other).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Another run'),
    });
  });
});
