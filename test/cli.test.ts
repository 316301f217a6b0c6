import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownCommands } from './command-examples.ts';
import { layOutCommandFolder } from './command-folder.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aftershock-cli-'));
const bin = layOutCommandFolder(folder);
const commands = await shownCommands();
const small = ['--entities', 'parties.jsonl', '--sample', '1', '--clean', '1'];

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line of shell where `aftershock` is a command. */
function shell(line: string): Promise<Ended> {
  return ended(spawn('/bin/sh', ['-c', line], options()));
}

function aftershock(...args: string[]): Promise<Ended> {
  return ended(spawn(process.execPath, [main, ...args], options()));
}

function options() {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' };
  return { cwd: folder, env };
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin?.on('error', () => {}).end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

beforeAll(async () => {
  const { code, stderr } = await aftershock('update', '--from', 'downloads');
  expect([code, stderr]).toEqual([0, expect.any(String)]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the help', { timeout: 120_000 }, () => {
  it('says of every command what it does, with an example', () => {
    for (const { name, summary, description, examples } of commands) {
      expect([name, summary, description]).not.toContain('');
      expect([name, examples.length]).not.toEqual([name, 0]);
      for (const example of examples) expect(example).toMatch(/(^|\| )aftershock /);
      expect(examples.join('\n')).toContain(`aftershock ${name}`);
    }
  });

  it('is shown without loading any command', async () => {
    const tell = `import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); } });`;
    const hooks = `data:text/javascript,${encodeURIComponent(tell)}`;
    const child = spawn(process.execPath, ['--import', hooks, main, '--help'], options());
    const { code, stdout, stderr } = await ended(child);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: aftershock');
    const loaded = stderr.split('\n').filter((url) => url.includes('/src/'));
    expect(loaded.map((url) => url.replace(/^.*\/src\//, ''))).toEqual([
      'cli/main.ts',
      'model/fault.ts',
      'cli/commands.ts',
      'cli/system-refusal.ts',
    ]);
  });

  it('of one command is the same by “help X” and “X --help”', async () => {
    const [by, other] = await Promise.all([aftershock('help', 'lists'), aftershock('lists', '--help')]);
    expect(by).toEqual(other);
    expect(by.stdout).toContain('aftershock lists --lists us-ofac-sdn --all --json');
  });
});

describe('the examples of the help', { concurrent: true, timeout: 120_000 }, () => {
  /** What an example cannot do here. */
  const needsNetwork = (example: string) =>
    /^aftershock (update|watch)/.test(example) && !/--(from|no-update)/.test(example);
  const runsOn = (example: string) => example.startsWith('aftershock serve');

  const isRunAlone = ({ name }: { readonly name: string }) => name === 'update';
  const work = async (examples: readonly string[]) => {
    for (const example of examples) {
      if (needsNetwork(example) || runsOn(example)) continue;
      const { code, stdout, stderr } = await shell(example);
      expect([example, code, code === 0 ? '' : stderr]).toEqual([
        example,
        example.includes('--fail-on') ? 3 : 0,
        expect.any(String),
      ]);
      if (!/ > |--(out|html) /.test(example)) expect([example, stdout]).not.toEqual([example, '']);
    }
  };

  // It changes what all others answer from, two of which compare an answer with one of a moment before.
  beforeAll(async () => {
    for (const { examples } of commands.filter(isRunAlone)) await work(examples);
  }, 120_000);

  it.for(commands.filter((command) => !isRunAlone(command)))(
    'of $name work as they are written',
    async ({ examples }) => work(examples),
  );

  it('of serve answers, and ends when it is told to', async () => {
    const child = spawn(process.execPath, [main, 'serve', '--port', '0'], options());
    const end = ended(child);
    const address = await new Promise<string>((resolve) => {
      let text = '';
      const look = (more: string) => {
        text += more;
        const found = /http:\/\/\S+?(?=[\s/]|$)/.exec(text);
        if (found && text.includes('\n')) resolve(found[0]);
      };
      child.stdout!.on('data', (chunk: string) => look(chunk));
      child.stderr!.on('data', (chunk: string) => look(chunk));
    });
    expect((await fetch(`${address}/v1/status`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await end).code).toBe(0);
  });

  // Two runs of watch at a time exclude each other; test/watch-command.test.ts reads its JSON.
  const alone = new Set(['update', 'watch']);
  it.for(commands.filter(({ name, flags }) => flags.includes('--json') && !alone.has(name)))(
    'of $name give with --json a JSON text on stdout and nothing else',
    async ({ examples }) => {
      const plain = examples.at(-1)!.replace(/ > \S+| --(jsonl|json|csv)\b(?! [a-z]+\.)/g, '');
      const { stdout } = await shell(`${plain} --json`);
      expect(() => JSON.parse(stdout)).not.toThrow();
    },
  );
});

describe('wrong use', { concurrent: true, timeout: 120_000 }, () => {
  it.for(commands)('of $name by an unknown option ends with 2 and one line', async ({ name, required }) => {
    expect(await aftershock(name, ...required.flatMap((flag) => [flag, 'x']), '--frobnicate')).toEqual({
      code: 2,
      stdout: '',
      stderr: `aftershock: unknown option '--frobnicate'. See "aftershock ${name} --help".\n`,
    });
  });

  it.for([
    [['scren', 'x'], `unknown command 'scren'. Did you mean screen? See "aftershock --help".`],
    [['help', 'scren'], `unknown command 'scren'. Did you mean screen? See "aftershock --help".`],
    [['scren', '--help'], `unknown command 'scren'. Did you mean screen? See "aftershock --help".`],
    [['--frob'], `unknown option '--frob'. See "aftershock --help".`],
    [['show'], `missing required argument 'party'. See "aftershock show --help".`],
    [['show', 'x', '--jsno'], `unknown option '--jsno'. Did you mean --json? See "aftershock show --help".`],
    [
      ['show', 'x', '--on', '2020-13-01'],
      '--on: "2020-13-01" is not a calendar day. Write days as 2022-06-01.',
    ],
  ] as const)('%j is told in one line', async ([args, line]) => {
    expect(await aftershock(...args)).toEqual({ code: 2, stdout: '', stderr: `aftershock: ${line}\n` });
  });
});

describe('what cannot be done', { concurrent: true, timeout: 120_000 }, () => {
  const between = ['--from', '2021-07-07', '--to', '2023-12-28'];

  it.for([
    [
      'a damaged Parquet file',
      ['screen', '--in', 'damaged.parquet'],
      1,
      'damaged.parquet: The Parquet file is',
    ],
    [
      'YAML that grows without end',
      ['expose', 'bomb'],
      1,
      'portfolio.yaml:1: The file refers to its own parts',
    ],
    ['a page for a folder', ['diff', ...between, '--html', 'downloads'], 1, 'downloads: The file cannot be'],
    [
      'a report for a folder',
      ['accuracy', ...small, '--out', 'downloads'],
      1,
      'downloads: The file cannot be',
    ],
    [
      'a folder that cannot be made',
      ['expose', 'assets.csv', '--csv', 'arp.txt/f.csv'],
      1,
      'arp.txt/f.csv: ',
    ],
    ['a folder of a system that has none', ['expose', 'assets.csv', '--csv', '/proc/no/f.csv'], 1, 'f.csv: '],
    ['a folder for cases', ['ownership', '--in', 'downloads'], 1, 'downloads'],
    ['a score that is none', ['accuracy', ...small, '--threshold', 'high'], 2, 'number from 0 to 1'],
    ['half a hit', ['screen', 'Hikvision', '--limit', '2.5'], 2, 'whole number from 1 to 1000'],
    [
      'a place that is none',
      ['law', '--matrix', 'Hikvision', '--jurisdiction', 'zz'],
      2,
      '"zz" is not a known',
    ],
    ['a list misspelt', ['diff', ...between, '--lists', 'us-ofac-snd'], 2, 'Did you mean us-ofac-sdn'],
    ['a list that nobody fetches', ['update', '--only', 'us-sam'], 1, 'us-sam: no address. Download it'],
    [
      'a list that --only leaves out',
      ['update', '--from', 'downloads', '--only', 'un-sc'],
      2,
      '--only leaves out',
    ],
    [
      'a file that is no list',
      ['update', '--from', 'arp.txt'],
      1,
      'arp.txt: It is no list that is known here.',
    ],
    ['a list not held', ['diff', ...between, '--lists', 'un-sc'], 1, 'No version of un-sc'],
  ] as const)('is told with its place, as no defect: %s', async ([, args, code, told]) => {
    const ran = await aftershock(...args);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(told)]);
    expect(ran.stderr).not.toContain('defect');
  });

  it.runIf(process.platform === 'linux')('is told where the disk that takes the answer is full', async () => {
    const { code, stderr } = await shell('aftershock law --json > /dev/full');
    expect([code, stderr]).toEqual([1, expect.stringContaining('The system refused “write” (ENOSPC).')]);
    expect(stderr).not.toContain('    at ');
  });
});

describe('exit codes', { concurrent: true, timeout: 120_000 }, () => {
  it.for([
    ['0 when all is well', ['compare', 'Acme', 'Acme'], 0],
    ['1 when a file is missing', ['identify', '--in', 'nothing.csv'], 1],
    ['2 for a word that is not known', ['compare', 'a', 'b', '--preset', 'nothing'], 2],
    ['2 for a schema that is not known', ['compare', 'a', 'b', '--schema', 'Foo'], 2],
    ['2 for a schema to screen by that is not known', ['screen', 'a', '--schema', 'Foo'], 2],
    ['3 for findings where --fail-on asks', ['screen', 'Hikvision', '--fail-on', 'hit'], 3],
    ['0 for findings where nothing asks', ['screen', 'Hikvision'], 0],
  ] as const)('are %s', async ([, args, code]) => {
    expect((await aftershock(...args)).code).toBe(code);
  });

  it('stay 0 and quiet when the reader has seen enough', async () => {
    const child = spawn(process.execPath, [main, 'law', '--json'], options());
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout!.once('data', () => child.stdout!.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    // How the lists stand is said whoever reads; nothing is said of the pipe that broke.
    expect([code, stderr.replace(/^! .*\n/gm, '')]).toEqual([0, '']);
  });
});
