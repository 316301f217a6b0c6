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
import { rescreen } from '../src/engine/watch/rescreen.ts';
import { partiesOfFile } from '../src/engine/watch/watched-parties.ts';
import { csvLine } from '../src/formats/index.ts';
import { mutations, recombinedPersons, SeededRandom } from '../src/match/index.ts';
import type { Day } from '../src/model/index.ts';

const [wanted = '100000', from = '2024-04-26', to = '2024-05-03', mode] = process.argv.slice(2);
const told = new Set<string>();
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
  const all = changedParties([delta!], engine.register, to as Day).parties;
  const ask = (changed: typeof all, thorough = false) =>
    rescreen({
      parties: partiesOfFile(file, {}, () => {}),
      changed,
      register: engine.register,
      names: () => engine.names,
      thorough,
    });
  engine.names.search('warm');
  for (const count of [10, 50, all.size]) {
    const changed = new Map([...all].slice(0, count));
    const { found } = await timed(`vendors read, ${changed.size} changed parties rescreened`, () =>
      ask(changed),
    );
    console.log(`  ${found.length} matches`);
    if (count === all.size) for (const one of matches(found)) told.add(one);
  }
  console.log(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  if (mode === 'thorough') {
    const { found } = await timed('every vendor asked as screen does', () => ask(all, true));
    const given = matches(found);
    const missing = [...given].filter((one) => !told.has(one));
    console.log(`${missing.length} of ${given.size} matches are lost`);
    for (const one of missing.slice(0, 10)) console.log(`  ${one}`);
  }

  function matches(found: Awaited<ReturnType<typeof rescreen>>['found']): Set<string> {
    return new Set(
      found.map(({ watched, match }) => `${watched.label} | ${match.matched.name} | ${match.score}`),
    );
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
