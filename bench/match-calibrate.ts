/**
 * Fits the calibration table of `strength` on one half of the parties of an entity file and checks it on the other.
 * Usage: node bench/match-calibrate.ts ../shared/data/names/dev-entities.jsonl [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  brierScore,
  isotonicFit,
  type ListedParty,
  labelledStrengths,
  NameMatcher,
  partyOfEntityLine,
} from '../src/match/index.ts';

const file = process.argv[2] ?? '../shared/data/names/dev-entities.jsonl';
const parties = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => partyOfEntityLine(JSON.parse(line)))
  .filter((party): party is ListedParty => party !== undefined);
const matcher = NameMatcher.of(parties);
const fitted = labelledStrengths(
  matcher,
  parties.filter((_, at) => at % 2 === 0),
  300,
  11,
);
const held = labelledStrengths(
  matcher,
  parties.filter((_, at) => at % 2 === 1),
  300,
  12,
);
const steps = isotonicFit(fitted);
const points = thinned(steps).map(
  ([raw, probability]) => [Number(raw.toFixed(2)), Number(probability.toFixed(3))] as const,
);
const probability = (raw: number): number => {
  if (raw <= points[0]![0]) return points[0]![1];
  for (let at = 1; at < points.length; at++) {
    const [x, y] = points[at]!;
    const [x0, y0] = points[at - 1]!;
    if (raw <= x) return y0 + ((y - y0) * (raw - x0)) / (x - x0);
  }
  return points.at(-1)![1];
};

console.log(
  `fitted on ${fitted.length} hits (${share(fitted)} true), checked on ${held.length} held out (${share(held)} true)`,
);
console.log(
  `Brier score: fitted ${brierScore(fitted, probability).toFixed(4)}, held out ${brierScore(held, probability).toFixed(4)}`,
);
console.log('\n| strength given | hits held out | of these true |\n| --- | ---: | ---: |');
for (let from = 0; from < 1; from += 0.1) {
  const inside = held.filter(
    ({ raw }) =>
      probability(raw) >= from && (probability(raw) < from + 0.1 || (from > 0.85 && probability(raw) <= 1)),
  );
  if (inside.length > 0)
    console.log(`| ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} | ${inside.length} | ${share(inside)} |`);
}
if (process.argv.includes('--write')) {
  const source = `isotonic fit on ${fitted.length} hits of varied and other names, half of the parties of the development set; see docs/accuracy.md`;
  const rows = points.map(([raw, share]) => `    [${raw}, ${share}]`).join(',\n');
  writeFileSync(
    new URL('../src/match/tables/calibration.json', import.meta.url),
    `{\n  "source": ${JSON.stringify(source)},\n  "points": [\n${rows}\n  ]\n}\n`,
  );
  console.log('\nwritten to src/match/tables/calibration.json');
}

/** Steps at least 0.02 apart, and never falling. */
function thinned(all: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const step of all) if (kept.length === 0 || step[1] >= kept.at(-1)![1] + 0.02) kept.push(step);
  return kept;
}

function share(labelled: readonly { readonly isTrue: boolean }[]): string {
  return `${((100 * labelled.filter(({ isTrue }) => isTrue).length) / Math.max(1, labelled.length)).toFixed(1)} %`;
}
