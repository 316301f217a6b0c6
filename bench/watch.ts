/**
 * The watch's figures: two versions of the SDN list and a file of made-up vendors, one in a hundred a changed entry with its
 * name varied; the words of the others are those of listed names. Told is the time from changed entries to matches, for some
 * of the changes as on a usual day and for all of them, with what is lost against asking every vendor as `screen` does.
 * Usage: node bench/watch.ts [vendors=100000] [from=2024-04-26] [to=2024-05-03] [thorough]
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffSince, openArchive, takeIn, versionsSeen } from '../src/archive/index.ts';
import { openEngine } from '../src/engine/index.ts';
import { listedParties } from '../src/engine/names/listed-parties.ts';
import { changedParties } from '../src/engine/watch/changed-parties.ts';
import { openPartyShelf } from '../src/engine/watch/party-shelf.ts';
import { rescreen } from '../src/engine/watch/rescreen.ts';
import { partiesOfFile } from '../src/engine/watch/watched-parties.ts';
import { csvLine } from '../src/formats/index.ts';
import { mutations, recombinedPersons, SeededRandom } from '../src/match/index.ts';
import type { Day } from '../src/model/index.ts';

const [wanted = '100000', from = '2024-04-26', to = '2024-05-03', mode] = process.argv.slice(2);
const told = new Map<string, ReadonlySet<string>>();
const folder = mkdtempSync(join(tmpdir(), 'watch-bench-'));
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(2)} s`;
const busy = () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
};

async function timed<Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> {
  const [start, before] = [performance.now(), busy()];
  const result = await work();
  console.log(`${what}: ${seconds(start)} by the clock, ${(busy() - before).toFixed(2)} s of processor time`);
  return result;
}

try {
  const lists = join(folder, 'lists');
  for (const day of readdirSync('../shared/data/ofac-sdn')) {
    if (day <= to && existsSync(join('../shared/data/ofac-sdn', day, 'sdn.csv.gz')))
      cpSync(join('../shared/data/ofac-sdn', day), join(lists, 'ofac-sdn', day), { recursive: true });
  }
  const home = join(folder, 'home');
  await timed('lists taken in', () =>
    takeIn(openArchive(home), lists, { now: () => new Date().toISOString() }),
  );
  const engine = openEngine({ home, today: to as Day });
  await timed('register and name index made', () => engine.names);
  const archive = openArchive(home);
  const [delta] = await timed('versions compared', () =>
    diffSince(archive, versionsSeen(archive, from as Day)),
  );
  console.log(`${from} to ${to}: ${delta!.entries.length} entries changed`);

  const file = join(folder, 'vendors.csv');
  const planted = writeVendors(
    file,
    Number(wanted),
    delta!.entries.map(({ entry }) => `us-ofac-sdn:${entry}`),
  );
  console.log(`${wanted} vendors, ${planted} of them changed entries with the name varied`);
  const open = (thorough: boolean) =>
    openPartyShelf({
      folder: join(folder, 'parties'),
      content: String(thorough),
      parties: (report) => partiesOfFile(file, {}, report),
      thorough,
    });
  (await timed('vendors read and indexed, once', () => open(false))).close();
  const shelf = await timed('index opened', () => open(false));
  const all = changedParties([delta!], engine.register).parties;
  engine.names.search('warm');
  for (const count of [10, 50, 150, all.size]) {
    const changed = new Map([...all].slice(0, count));
    const { found, compared } = await timed(`${changed.size} changed parties rescreened`, () =>
      rescreen(shelf, changed, engine.names),
    );
    console.log(`  ${found.length} matches; ${compared} vendors compared`);
    if (count === 150) told.set('some', matches(found));
    if (count === all.size) told.set('all', matches(found));
  }
  console.log(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  if (mode === 'thorough') {
    const everyone = await open(true);
    const { found } = await timed('every vendor asked as screen does', () =>
      rescreen(everyone, all, engine.names),
    );
    const some = new Set([...all.keys()].slice(0, 150));
    lost('by the index', matches(found.filter(({ party }) => some.has(party))), told.get('some')!);
    lost('where everybody is compared', matches(found), told.get('all')!);
  }

  function matches(found: ReturnType<typeof rescreen>['found']): Set<string> {
    return new Set(
      found.map(({ watched, match }) => `${watched.label} | ${match.matched.name} | ${match.score}`),
    );
  }

  function lost(how: string, given: ReadonlySet<string>, got: ReadonlySet<string>): void {
    const missing = [...given].filter((one) => !got.has(one));
    console.log(`${how} ${missing.length} of ${given.size} matches are lost`);
    for (const one of missing.slice(0, 10)) console.log(`  ${one}`);
  }

  /** Nine in ten are names that no list has, in the proportions of a vendor file: two companies to one person. */
  function writeVendors(path: string, count: number, changed: readonly string[]): number {
    const random = new SeededRandom(3);
    const parties = [...listedParties(engine.register.parties())].filter(({ kind }) => kind !== 'aircraft');
    const companies = parties.flatMap(({ kind, names }) => (kind === 'company' ? [names[0]!.text] : []));
    const persons = recombinedPersons(parties, 20_000, random);
    const changedParties = parties.filter(({ id }) => changed.includes(id));
    const rows = [csvLine(['id', 'vendor name', 'type', 'country'])];
    let made = 0;
    for (let number = 1; number <= count; number++) {
      const kind = number % 100 === 0 ? 'changed' : number % 3 === 0 ? 'person' : 'company';
      const party = random.pick(changedParties);
      const varied = () =>
        random.pick(mutations).apply(random.pick(party.names).text, party.kind, random) ??
        party.names[0]!.text;
      if (kind === 'changed') made++;
      const name =
        kind === 'changed' ? varied() : kind === 'person' ? random.pick(persons) : company(companies, random);
      const type = kind === 'changed' ? '' : kind === 'person' ? 'Person' : 'Company';
      rows.push(csvLine([`V${number}`, name, type, random.pick(['us', 'de', 'cn', 'ru', 'in'])]));
    }
    writeFileSync(path, `${rows.join('\r\n')}\r\n`);
    return made;
  }
} finally {
  rmSync(folder, { recursive: true });
}

function company(companies: readonly string[], random: SeededRandom): string {
  const words = `${random.pick(companies)} ${random.pick(companies)}`.split(/\s+/);
  return Array.from({ length: 3 }, () => random.pick(words)).join(' ');
}
