/**
 * Speed and memory of the name engine on lists of 56,000 and 300,000 names (the entity file, grown by putting its
 * given names and surnames, and words of its company names, together anew). One thread.
 * Usage: node bench/match.ts [entities.jsonl] [names=56000] [queries=20000]
 */
import { readFileSync } from 'node:fs';
import {
  type ListedParty,
  mutations,
  NameMatcher,
  partyOfEntityLine,
  recombinedPersons,
  SeededRandom,
} from '../src/match/index.ts';

const file = process.argv[2] ?? '../shared/data/names/dev-entities.jsonl';
const wantedNames = Number(process.argv[3] ?? 56_000);
const queryCount = Number(process.argv[4] ?? 20_000);
const random = new SeededRandom(7);
const given = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => partyOfEntityLine(JSON.parse(line)))
  .filter((party): party is ListedParty => party !== undefined);
const parties = [...given];
let names = given.reduce((sum, party) => sum + party.names.length, 0);
const companies = given.filter(({ kind }) => kind === 'company');
while (names < wantedNames) {
  const count = Math.min(5_000, wantedNames - names);
  for (const text of recombinedPersons(given, count, random)) {
    const at = parties.length;
    if (at % 3 > 0) parties.push({ id: `x${at}`, kind: 'person', names: [{ text, kind: 'primary' }] });
    else {
      const words = (
        random.pick(companies).names[0]!.text +
        ' ' +
        random.pick(companies).names[0]!.text
      ).split(' ');
      const mixed = [random.pick(words), random.pick(words), random.pick(words), syllables()].join(' ');
      parties.push({ id: `x${at}`, kind: 'company', names: [{ text: mixed, kind: 'primary' }] });
    }
    names++;
  }
}

/** An invented word, since a larger list has more words. */
function syllables(): string {
  return Array.from({ length: 2 + random.below(3) }, () =>
    random.pick(['ka', 'lo', 'mir', 'sten', 'vo', 'tra', 'bel', 'nu', 'gor', 'shi', 'zan', 'ple']),
  ).join('');
}

const buildStart = performance.now();
const bytes = NameMatcher.index(parties);
const built = performance.now() - buildStart;
const shared = new SharedArrayBuffer(bytes.length);
new Uint8Array(shared).set(bytes);
const openStart = performance.now();
const matcher = NameMatcher.open(shared);
const opened = performance.now() - openStart;

const queries: { text: string; kind: ListedParty['kind'] }[] = [];
const clean = recombinedPersons(given, queryCount, random);
while (queries.length < queryCount) {
  const party = random.pick(given);
  if (random.below(2) === 0) queries.push({ text: clean[queries.length]!, kind: 'person' });
  else {
    const text = random.pick(mutations).apply(random.pick(party.names).text, party.kind, random);
    if (text !== undefined) queries.push({ text, kind: party.kind });
  }
}
for (const { text, kind } of queries.slice(0, 2_000)) matcher.hits(text, kind, 0.7);
for (const threshold of [0.7, 0.5]) {
  const times: number[] = [];
  let hits = 0;
  const start = performance.now();
  const startCpu = process.cpuUsage();
  for (const { text, kind } of queries) {
    const before = performance.now();
    hits += matcher.hits(text, kind, threshold).length;
    times.push(performance.now() - before);
  }
  const total = performance.now() - start;
  const { user, system } = process.cpuUsage(startCpu);
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${(times[Math.floor(times.length * share)]! * 1000).toFixed(0)} us`;
  console.log(
    `${names} names, ${matcher.index.counts.words} words; threshold ${threshold}: ${((queries.length / total) * 1000).toFixed(0)} queries/s (${(queries.length / ((user + system) / 1e6)).toFixed(0)} a second of CPU time), median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}; ${(hits / queries.length).toFixed(2)} hits a query`,
  );
}
console.log(
  `build ${(built / 1000).toFixed(1)} s, open ${opened.toFixed(1)} ms, index ${(bytes.length / 1e6).toFixed(0)} MB, peak RSS ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`,
);
