/**
 * Compares the index search with scoring every name: varied listed names and names of others, three thresholds.
 * Usage: node bench/match-lossless.ts [entities.jsonl] [queries=10000] [seed=2026]. Prints what was lost; exit code 1 if anything was.
 */
import { readFileSync } from 'node:fs';
import {
  type ListedParty,
  mutations,
  NameMatcher,
  nearMisses,
  partyOfEntityLine,
  SeededRandom,
} from '../src/match/index.ts';

const file = process.argv[2] ?? '../shared/data/names/dev-entities.jsonl';
const wanted = Number(process.argv[3] ?? 10_000);
const parties = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => partyOfEntityLine(JSON.parse(line)))
  .filter((party): party is ListedParty => party !== undefined);
const matcher = NameMatcher.of(parties);
const random = new SeededRandom(Number(process.argv[4] ?? 2026));
const thresholds = [0.5, 0.7, 0.9];
const started = performance.now();
let queries = 0;
let hits = 0;
let lost = 0;
let added = 0;
while (queries < wanted) {
  const party = random.pick(parties);
  const name = random.pick(party.names).text;
  const query =
    random.below(4) === 0
      ? random.pick(nearMisses).make(name, party.kind, random)
      : random.pick(mutations).apply(name, party.kind, random);
  if (query === undefined) continue;
  queries++;
  const all = matcher.hitsOfAll(query, party.kind, thresholds[0]!);
  for (const threshold of thresholds) {
    const expected = all
      .filter(({ score }) => score >= threshold)
      .map(({ partyId, score }) => `${partyId} ${score}`);
    const got = matcher.hits(query, party.kind, threshold).map(({ partyId, score }) => `${partyId} ${score}`);
    hits += expected.length;
    const missing = expected.filter((line) => !got.includes(line));
    const extra = got.filter((line) => !expected.includes(line));
    lost += missing.length;
    added += extra.length;
    if (missing.length + extra.length > 0)
      console.log(
        `${threshold} ${party.kind} "${query}": lost ${missing.join(', ')}; added ${extra.join(', ')}`,
      );
  }
  if (queries % 500 === 0) process.stderr.write(`${queries} queries, ${hits} hits, lost ${lost}\n`);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${queries} queries x ${thresholds.length} thresholds over ${matcher.index.counts.names} names (${matcher.index.counts.forms} forms): ${hits} hits by scoring every name, ${lost} lost, ${added} added by the index; ${seconds.toFixed(0)} s`,
);
process.exitCode = lost + added > 0 ? 1 : 0;
