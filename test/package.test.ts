import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docExample } from './doc-example.ts';

/*
 * The published package as another program meets it: packed from a copy of the tree, installed by npm into an empty
 * folder, with the dependencies of the lockfile that are not for development and nothing else.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  npm_config_loglevel: 'error',
};
let folder: string;
let program: string;

const packed = [
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'README.md', 'LICENSE', 'NOTICE'],
  ...['src', 'casebook', 'docs', 'bin', 'tools', 'web/dist'],
];

async function packTree(): Promise<string> {
  const stage = join(folder, 'tree');
  createRequire(import.meta.url)('../bin/runtime.cjs').buildPages(process.execPath);
  for (const name of packed) await cp(join(root, name), join(stage, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(stage, 'node_modules'), 'junction');
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: stage,
    env,
  });
  return join(folder, stdout.trim().split('\n').at(-1)!);
}

async function prepareProgram(): Promise<void> {
  const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  );
  // npm asks the network for a dependency whose commands are not linked; so these come too.
  const wanted = Object.entries(lock.packages).filter(
    ([name, { dev }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(name) && !dev,
  );
  for (const name of ['node_modules/.bin', ...wanted.map(([path]) => path)])
    await cp(join(root, name), join(program, name), { recursive: true, verbatimSymlinks: true }).catch(
      // Optional dependencies of other platforms are in the lockfile and not here.
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      },
    );
  const manifest = { name: 'program', private: true, type: 'module' };
  await writeFile(join(program, 'package.json'), JSON.stringify(manifest));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aftershock-package-'));
  program = join(folder, 'program');
  const [archive] = await Promise.all([packTree(), prepareProgram()]);
  const offline = [
    '--offline',
    '--cache',
    join(folder, 'npm-cache'),
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  await run('npm', ['install', ...offline, archive], { cwd: program, env });
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const entries = ['index', 'match/index', 'law/index', 'ownership/index', 'sources/index'];

describe('the installed package', { concurrent: true }, () => {
  it.for(entries)('runs the example of src/%s.ts with the result it states', async (entry) => {
    const { code, prints } = docExample(await readFile(join(root, 'src', `${entry}.ts`), 'utf8'));
    expect(prints.length).toBeGreaterThan(0);
    const file = join(program, `${entry.replace('/', '-')}.ts`);
    await writeFile(file, code);
    const { stdout } = await run(process.execPath, [file], { cwd: program, env });
    expect(stdout.trimEnd().split('\n')).toEqual(prints);
  });

  it('gives every entry its types, in the strictest reading', async () => {
    for (const entry of entries) {
      const { code } = docExample(await readFile(join(root, 'src', `${entry}.ts`), 'utf8'));
      await writeFile(join(program, `typed-${entry.replace('/', '-')}.ts`), code);
    }
    const compilerOptions = {
      ...{
        module: 'nodenext',
        target: 'es2024',
        strict: true,
        noEmit: true,
        exactOptionalPropertyTypes: true,
      },
      ...{
        noUncheckedIndexedAccess: true,
        types: ['node'],
        typeRoots: [join(root, 'node_modules', '@types')],
      },
    };
    const settings = {
      compilerOptions,
      files: entries.map((entry) => `typed-${entry.replace('/', '-')}.ts`),
    };
    await writeFile(join(program, 'tsconfig.json'), JSON.stringify(settings));
    const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', program], { env }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  it.each([
    [['--help'], 'Usage: aftershock'],
    [['screen', '海康威视'], 'Hangzhou Hikvision Digital Technology Co., Ltd.'],
    [['rehearse', 'hikvision-sdn', '--portfolio', 'alder-row-fund'], 'Hikvision on the SDN list'],
  ])('runs “aftershock %j” and installs nothing for it', async (args, expected) => {
    const command = join(program, 'node_modules', '.bin', 'aftershock');
    const { stdout, stderr } = await run(command, args as string[], { cwd: program, env });
    expect(stdout).toContain(expected);
    expect(stderr).not.toContain('Installing');
  });

  it('serves the pages from the package', async () => {
    const page = join(program, 'node_modules', 'aftershock', 'web', 'dist', 'index.html');
    expect(await readFile(page, 'utf8')).toContain('<div id="');
  });

  it('carries neither tests nor sources nor what makes the demo portfolios', async () => {
    const { files }: { files: readonly string[] } = JSON.parse(
      await readFile(join(program, 'node_modules', 'aftershock', 'package.json'), 'utf8'),
    );
    expect(files).toContain('!casebook/portfolios/made-by');
    const list = await run('node', ['-e', "console.log(fs.readdirSync('.',{recursive:true}).join('\\n'))"], {
      cwd: join(program, 'node_modules', 'aftershock'),
      env,
    });
    const unwanted = list.stdout
      .split('\n')
      .filter((name) => /\.test\.|\.fixture\.|made-by|(?<!\.d)\.ts$|package-lock/.test(name));
    expect(unwanted).toEqual([]);
  });
});
