/**
 * Counts what facts beside the name say, on real lists (see `evidencePairs`): how often entries that are one party agree,
 * and how often entries that are two, beside the weights in use. The other half of the pairs shows what these are worth.
 * Usage: node bench/match-evidence.ts HOME (a home folder that `aftershock --home HOME update` has filled)
 */
import { openEngine } from '../src/engine/index.ts';
import { type EvidenceOutcome, evidencePairs, listedParty, NameMatcher } from '../src/match/index.ts';
import weightTable from '../src/match/tables/evidence-weights.json' with { type: 'json' };
import { parseDay } from '../src/model/index.ts';

const home = process.argv[2] ?? '.aftershock';
const day = parseDay(new Date().toISOString().slice(0, 10));
const parties = [...openEngine({ home, today: day }).register.parties()].map(listedParty);
/** Outcomes seen less often say nothing. */
const leastSeen = 20;
/** What each fact can come to. */
const groups: readonly (readonly EvidenceOutcome[])[] = [
  [
    'birthDay',
    'birthMonth',
    'birthYear',
    'birthSwapped',
    'birthUnknownDay',
    'birthNear',
    'birthYearOnly',
    'birthYearsNear',
    'birthDifferent',
  ],
  ['country', 'countryDifferent'],
  ['gender', 'genderDifferent'],
];

const counted = new Map<string, { one: number; two: number }>();
const held: { outcomes: EvidenceOutcome[]; isOne: boolean }[] = [];
const pairs = { one: 0, two: 0 };
let number = 0;
const matcher = NameMatcher.of(parties);
const withFacts = parties.filter(
  ({ id, birthDates, countries, gender }) =>
    id.includes(':') && (birthDates?.length || countries?.length || gender),
);
const listOf = ({ id }: { readonly id: string }): string | undefined =>
  id.includes(':') ? id.slice(0, id.indexOf(':')) : undefined;
for (const { pieces, isOne } of evidencePairs(matcher, withFacts.map(bare), listOf)) {
  const outcomes = pieces.map(({ outcome }) => outcome);
  if (number++ % 2 === 1) {
    held.push({ outcomes, isOne });
    continue;
  }
  const side = isOne ? 'one' : 'two';
  pairs[side]++;
  for (const outcome of outcomes) {
    const count = counted.get(outcome) ?? { one: 0, two: 0 };
    count[side]++;
    counted.set(outcome, count);
  }
}

if (pairs.one === 0 || pairs.two === 0)
  throw new Error(`There are no lists to count on in ${home}: fill it with "aftershock update" first.`);
console.log(`${pairs.one} pairs that are one party and ${pairs.two} that are two counted\n`);
console.log(
  '| outcome | of one party | of two | weight in use | counted |\n| --- | ---: | ---: | ---: | ---: |',
);
const { weights } = weightTable;
for (const group of groups) {
  const sum = (side: 'one' | 'two'): number =>
    group.reduce((total, key) => total + (counted.get(key)?.[side] ?? 0), 0);
  for (const key of group) {
    const { one, two } = counted.get(key) ?? { one: 0, two: 0 };
    // One more on both sides keeps what was never seen from being held impossible.
    const likelihoods = [(one + 1) / (sum('one') + group.length), (two + 1) / (sum('two') + group.length)];
    const ratio = Math.log(likelihoods[0]! / likelihoods[1]!).toFixed(1);
    console.log(
      `| ${key} | ${share(one, sum('one'))} | ${share(two, sum('two'))} | ${weights[key].toFixed(1)} | ${one + two < leastSeen ? 'seen too seldom' : ratio} |`,
    );
  }
}

console.log(`\n${held.length} pairs held out, by the sum of the weights in use:\n`);
console.log('| weight | pairs | of one party |\n| --- | ---: | ---: |');
for (const [from, to] of [
  [-99, -3],
  [-3, -1],
  [-1, 1],
  [1, 3],
  [3, 99],
] as const) {
  const inside = held.filter(({ outcomes }) => {
    const weight = outcomes.reduce((total, key) => total + weights[key], 0);
    return weight >= from && weight < to;
  });
  const name = from === -99 ? `below ${to}` : to === 99 ? `${from} or more` : `${from} to ${to}`;
  console.log(
    `| ${name} | ${inside.length} | ${share(inside.filter(({ isOne }) => isOne).length, inside.length)} |`,
  );
}

/** Only what is counted: identifiers and addresses would say which entries are one. */
function bare<T extends { identifiers?: unknown; addresses?: unknown }>(party: T): T {
  const { identifiers: _, addresses: __, ...rest } = party;
  return rest as T;
}

function share(part: number, whole: number): string {
  return `${part} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
}
