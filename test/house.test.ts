import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { userAgent } from '../src/archive/fetch/request.ts';
import { engineVersion } from '../src/engine/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What is made or brought, and no part of the tree. */
const notOurs = new Set(['node_modules', 'dist', '.git', '.runtime', '.aftershock', 'coverage', 'out']);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      if (notOurs.has(entry.name)) return [];
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
    })
    .sort();
}

const files = filesBelow('');
const isCode = (path: string) => /\.(ts|tsx|cjs|css)$/.test(path) || path === 'bin/aftershock';
const code = files.filter(isCode);
const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  readonly version: string;
} = JSON.parse(read('package.json'));
const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

describe('files', () => {
  /** Longer than 400 lines, and why it stays in one piece. */
  const long: Readonly<Record<string, string>> = {
    'src/sources/collection.test.ts': 'one table of all lists, with the counts of every file',
  };

  it('are at most 400 lines long, or have a reason', () => {
    const tooLong = code.filter(
      (path) =>
        /^(src|web\/src)\//.test(path) &&
        !path.includes('.generated.') &&
        read(path).split('\n').length - 1 > 400,
    );
    expect(tooLong.filter((path) => long[path] === undefined)).toEqual([]);
  });

  it('on the list of long ones are there', () => {
    expect(Object.keys(long).filter((path) => !files.includes(path))).toEqual([]);
  });

  it('are named after what is in them', () => {
    // `common-names.ts` says what it holds; `names-common.ts` and `common.ts` do not.
    const empty = /(^|-)(utils?|helpers?|misc|manager|common|stuff)$/;
    expect('name-utils').toMatch(empty);
    expect(code.filter((path) => empty.test(basename(path).split('.')[0]!))).toEqual([]);
  });

  it('name no place of one machine', () => {
    const place = /(?:^|[^A-Za-z0-9.:/_-])\/(?:work|root|home|Users)\/[a-z]/m;
    const text = files.filter((path) => !/\.(woff2?|png|xlsx|gz|parquet)$/.test(path));
    expect(text.filter((path) => place.test(read(path)))).toEqual([]);
  });

  it('carry no examples of tests into the package: what only tests use is called test or fixture', () => {
    const { exclude }: { exclude: string[] } = JSON.parse(read('tsconfig.build.json'));
    for (const path of exclude.filter((pattern) => !pattern.includes('*'))) expect(files).toContain(path);
  });
});

describe('code', () => {
  const sources = code.filter((path) => path.startsWith('src/') && /\.ts$/.test(path));
  /** Lines of code, without those that are comments alone. */
  const linesOf = (path: string) =>
    read(path)
      .split('\n')
      .map((line, index) => ({ where: `${path}:${index + 1}`, line: line.trim() }))
      .filter(({ line }) => !/^(\/\/|\*|\/\*)/.test(line));
  const findAll = (paths: readonly string[], pattern: RegExp) =>
    paths
      .flatMap(linesOf)
      .filter(({ line }) => pattern.test(line))
      .map(({ where, line }) => `${where}: ${line}`);

  const place = /\b(localeCompare\(|toLocale[A-Z]\w*\(\)|Intl\.\w+\(\))/;
  const surroundings =
    /\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.(env|cwd|argv)|performance\.now\(|crypto\.randomUUID\()/;
  const unfinished = /\b(TODO|FIXME|HACK)\b(?! #\d)/;
  const partial = /\b(describe|it|test)\.only\(/;

  it.each([
    [place, 'names.sort((a, b) => a.localeCompare(b))'],
    [place, 'total.toLocaleString()'],
    [surroundings, 'const today = new Date()'],
    [surroundings, 'return Math.random() < 0.5'],
    [unfinished, 'return []; // TODO later'],
    [partial, "describe.only('x', () => {})"],
  ])('is searched by a pattern that finds what it is for: %s', (pattern, line) => {
    expect(line).toMatch(pattern);
  });

  it('sorts and writes numbers the same in every country', () => {
    expect(findAll(sources, place)).toEqual([]);
  });

  it('of the pure rooms asks neither clock, chance nor surroundings', () => {
    const pure =
      /^src\/(model|formats|text|sources|law|ownership|equipment|match|portfolio|exposure|rehearsal|report)\//;
    const tested = sources.filter((path) => pure.test(path) && !/\.(test|fixture)\.ts$/.test(path));
    expect(tested.length).toBeGreaterThan(200);
    expect(findAll(tested, surroundings)).toEqual([]);
  });

  it('leaves nothing for later without saying where that is written down', () => {
    expect(code.filter((path) => path !== 'test/house.test.ts' && unfinished.test(read(path)))).toEqual([]);
  });

  it('of tests leaves no test out by running one alone', () => {
    const tests = code.filter((path) => path.endsWith('.test.ts') && path !== 'test/house.test.ts');
    expect(findAll(tests, partial)).toEqual([]);
  });
});

describe('documents', () => {
  const pages = files.filter((path) => path.endsWith('.md'));

  it('link to what is there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
        .map((found) => join(dirname(page), found[1]!))
        .filter((target) => !files.includes(target) && !files.some((file) => file.startsWith(`${target}/`)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('are there where code and casebook point to them', () => {
    const named = files
      .filter(
        (path) => /^(src|web\/src|casebook|bin|tools)\//.test(path) && /\.(ts|tsx|cjs|yaml)$/.test(path),
      )
      .flatMap((path) =>
        [...read(path).matchAll(/\bdocs\/[a-z-]+\.(?:md|json|svg)/g)].map(([page]) => `${path}: ${page}`),
      );
    expect(named.filter((line) => !files.includes(line.split(': ')[1]!))).toEqual([]);
  });
});

describe('pages that a program writes', () => {
  const writers = files.filter((path) => /\/write-[a-z-]+\.ts$/.test(path));
  const written = writers.flatMap((path) =>
    [...read(path).matchAll(/docs\/([a-z-]+\.(?:schema\.)?(?:md|json|svg))/g)].map(([, name]) => name!),
  );
  const tests = files.filter((path) => path.endsWith('.test.ts') && path !== 'test/house.test.ts');

  it.each([...new Set(written)].sort())('%s has a test that tells when it is stale', (name) => {
    expect(tests.filter((path) => read(path).includes(`docs/${name}`))).not.toEqual([]);
  });

  it('are the ones that are known', () => {
    expect([...new Set(written)].sort()).toEqual([
      'errors.md',
      'law-vocabulary.md',
      'openapi.json',
      'scenario.schema.json',
      'shock-map.svg',
      'sources.md',
    ]);
  });
});

describe('packages', () => {
  it.each(packages)('%s has its line in docs/dependencies.md', (name) => {
    const cells = read('docs/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) =>
        line
          .split('|')[1]!
          .split(',')
          .map((cell) => cell.trim()),
      );
    expect(cells).toContain(name);
  });

  it('listed in docs/dependencies.md are those in use', () => {
    const listed = read('docs/dependencies.md')
      .split('\n')
      .filter((line) => /^\| *[@a-z]/.test(line) && !/^\| *package\b/.test(line))
      .flatMap((line) =>
        line
          .split('|')[1]!
          .split(',')
          .map((cell) => cell.trim()),
      );
    expect(listed.filter((name) => !packages.includes(name))).toEqual([]);
  });

  it('are imported somewhere, or are programs that are run', () => {
    /** Run by their command, and where that is written. */
    const programs: Readonly<Record<string, string>> = {
      '@biomejs/biome': '.ci/run',
      'dependency-cruiser': '.ci/run',
      'typescript-7': '.ci/run',
      // Needed by dependency-cruiser, which reads TypeScript with it.
      typescript: '.dependency-cruiser.cjs',
    };
    const text = code.map(read).join('\n');
    const isUsed = (name: string) =>
      name.startsWith('@types/') ||
      programs[name] !== undefined ||
      new RegExp(`['"(]${name.replace(/[/.]/g, '\\$&')}(/[^'"]*)?['")]`).test(text);
    expect(packages.filter((name) => !isUsed(name))).toEqual([]);
  });

  it('of the published package are imported by it, and it imports no others', () => {
    const published = code.filter((path) => path.startsWith('src/') && !/\.(test|fixture)\.ts$/.test(path));
    const imported = new Set(
      published.flatMap((path) =>
        [...read(path).matchAll(/(?:from |import\(|import |require\(|url\)\(|resolve\()'([^'.][^']*)'/g)]
          .map((found) => found[1]!)
          // A doc comment shows the package's own entries; `node:` is what Node brings.
          .filter((name) => !name.startsWith('node:') && !/^aftershock(\/|$)/.test(name))
          .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]),
      ),
    );
    expect([...imported].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('come from whatever registry the user has: the lockfile names none', () => {
    const lock = read('package-lock.json');
    expect(lock).not.toMatch(/"resolved":/);
    expect(lock).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('are fixed to one version', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

it('has one version everywhere', () => {
  expect(engineVersion).toBe(manifest.version);
  expect(userAgent).toContain(`aftershock/${manifest.version} `);
  expect(read('src/cli/main.ts')).toContain(`.version('${manifest.version}')`);
});
