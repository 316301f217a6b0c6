/**
 * The watch's figures: two versions of the SDN list, some months apart, and a file of made-up vendors, some of them
 * changed entries with their names varied. Told are the seconds from changed entries to alerts with an index of the vendors,
 * the same by asking every vendor as `screen` does, and which alerts the index loses against that.
 * Usage: node bench/watch.ts [vendors=100000] [from=2024-02-20] [to=2024-02-23] [thorough]
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffSince, openArchive, takeIn, versionsSeen } from '../src/archive/index.ts';
import { findChanges, openEngine, type WatchedTarget, watchFolder } from '../src/engine/index.ts';
import { listedParties } from '../src/engine/names/listed-parties.ts';
import { csvLine } from '../src/formats/index.ts';
import { mutations, recombinedPersons, SeededRandom } from '../src/match/index.ts';
import type { Day } from '../src/model/index.ts';

const [wanted = '100000', from = '2024-02-20', to = '2024-02-23', mode] = process.argv.slice(2);
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
  const find = (thorough: boolean) =>
    findChanges({
      engine,
      archive,
      targets: [{ kind: 'file', word: file, columns: {} }],
      since: from as Day,
      thorough,
    });
  await timed('first run, which indexes the vendors', () => find(false));
  const { targets } = await timed('rescreening with the index', () => find(false));
  const alerts = told(targets[0]!);
  console.log(`${alerts.size} alerts; ${targets[0]!.compared} vendors compared one by one`);
  console.log(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  if (mode === 'thorough') {
    const all = told((await timed('every vendor one by one', () => find(true))).targets[0]!);
    const lost = [...all].filter((alert) => !alerts.has(alert));
    console.log(`${all.size} alerts; the index loses ${lost.length} of them`);
    for (const alert of lost.slice(0, 20)) console.log(`  ${alert}`);
  }
  rmSync(watchFolder(home), { recursive: true });

  function told({ alerts: all }: WatchedTarget): Set<string> {
    return new Set(all.map(({ label, entry, match }) => `${label} | ${entry.name} | ${match.score}`));
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
