/**
 * Time and memory of `aftershock screen --in ROWS.csv --out HITS.csv`, start to end, with one thread and with more; the
 * results must be the same bytes. Nine rows in ten are names of persons and companies that no list has, one is a listed
 * name varied; no name comes twice.
 * Usage: node bench/screen.ts [HOME, or - for the casebook alone] [rows=100000] [threads=1,2] [root of the program=.]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvLine } from '../src/formats/index.ts';
import {
  type ListedParty,
  mutations,
  partyOfEntityLine,
  recombinedPersons,
  SeededRandom,
} from '../src/match/index.ts';
import { grownList } from './grown-list.ts';

const [home = '-', wanted = '100000', threads = '1,2', root = '.'] = process.argv.slice(2);
const given = readFileSync('../shared/data/names/dev-entities.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => partyOfEntityLine(JSON.parse(line)))
  .filter((party): party is ListedParty => party !== undefined);

const folder = mkdtempSync(join(tmpdir(), 'screen-bench-'));
try {
  const file = join(folder, 'rows.csv');
  const rows = madeRows(Number(wanted));
  const lines = rows.map(({ name, type }, at) => csvLine([`V${at + 1}`, name, type]));
  writeFileSync(file, `${[csvLine(['id', 'name', 'type']), ...lines].join('\r\n')}\r\n`);
  let first: string | undefined;
  for (const count of threads.split(',')) {
    const out = join(folder, `hits-${count}.csv`);
    const measured = run(file, out, count);
    const text = readFileSync(out, 'utf8');
    first ??= text;
    const hits = new Set(
      text
        .split('\r\n')
        .filter((line) => line.includes(',hit,'))
        .map((line) => line.split(',', 1)[0]),
    ).size;
    console.log(
      `${rows.length} rows, ${hits} with hits, ${count === '-' ? 'as it is' : `threads ${count}`}: ${measured}${text === first ? '' : ' OTHER RESULTS'}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs the command and says what it took, as the system counted it. */
function run(file: string, out: string, count: string): string {
  const at = home === '-' ? join(folder, 'empty') : home;
  const usage = join(folder, 'usage');
  const counting = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`;
  const start = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(counting)}`,
      join(root, 'bin/aftershock'),
      ...['--home', at, 'screen', '--in', file, '--out', out],
      // A program of before the option has one thread.
      ...(count === '-' ? [] : ['--threads', count]),
    ],
    { stdio: ['ignore', 'ignore', 'ignore'] },
  );
  if (status !== 0) throw new Error(`The command failed with ${status}.`);
  const wall = (performance.now() - start) / 1000;
  // Written by the line above.
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    readFileSync(usage, 'utf8'),
  ) as NodeJS.ResourceUsage;
  const busy = (userCPUTime + systemCPUTime) / 1e6;
  return `${wall.toFixed(1)} s, ${busy.toFixed(1)} s of processor time, peak RSS ${(maxRSS / 1000).toFixed(0)} MB`;
}

interface Row {
  readonly name: string;
  readonly type: 'Person' | 'Company' | '';
}

function madeRows(count: number): Row[] {
  const random = new SeededRandom(5);
  const persons = recombinedPersons(given, count, random);
  const companies = [...grownList(given, 40_000 + count, true)].flatMap(({ kind, id, names }) =>
    kind === 'company' && id.startsWith('x') ? [names[0]!.text] : [],
  );
  const made = new Map<string, Row>();
  for (let number = 0; made.size < count; number++) {
    const party = random.pick(given);
    const kind = number % 10 === 0 ? 'listed' : number % 3 === 0 ? 'company' : 'person';
    const name =
      kind === 'listed'
        ? random.pick(mutations).apply(random.pick(party.names).text, party.kind, random)
        : kind === 'company'
          ? companies[number % companies.length]
          : persons[number % persons.length];
    if (name !== undefined && name !== '')
      made.set(name, { name, type: kind === 'person' ? 'Person' : kind === 'company' ? 'Company' : '' });
  }
  return [...made.values()];
}
