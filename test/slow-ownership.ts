import { type Day, isWithin } from '../src/model/day.ts';
import type { Link } from '../src/model/party.ts';

/**
 * The rules once more, as plainly as they can be written and sharing nothing with src/ownership: sets of names, shares as
 * fractions of a percent in big integers plus an infinitesimal (an open end is a hair above or below), every party tried
 * again until nothing changes.
 */
interface Rule {
  readonly limit: number;
  readonly inclusive: boolean;
  readonly openLimit?: number;
  readonly openInclusive?: boolean;
  readonly aggregate: boolean;
  readonly votesToo: boolean;
  readonly statements: Readonly<Record<string, 'caught' | 'open' | 'half' | 'nothing'>>;
}

const percent = 10_000_000_000n;
const blocking = { subsidiary: 'half', affiliate: 'nothing' } as const;
const rules: Readonly<Record<string, Rule>> = {
  OFAC: {
    limit: 50,
    inclusive: true,
    aggregate: true,
    votesToo: false,
    statements: { ...blocking, control: 'nothing' },
  },
  EU: {
    limit: 50,
    inclusive: true,
    aggregate: true,
    votesToo: true,
    statements: { ...blocking, control: 'open' },
  },
  UK: {
    limit: 50,
    inclusive: false,
    aggregate: false,
    votesToo: true,
    statements: { ...blocking, control: 'open' },
  },
  CA: {
    limit: 50,
    inclusive: true,
    aggregate: false,
    votesToo: true,
    statements: { ...blocking, control: 'open' },
  },
  '889': {
    limit: 50,
    inclusive: false,
    openLimit: 0,
    openInclusive: false,
    aggregate: false,
    votesToo: true,
    statements: { subsidiary: 'caught', affiliate: 'caught', control: 'open' },
  },
};

/** A number and how many hairs it is above (or below) it; only the sign of the hairs counts. */
type Point = readonly [value: bigint, hairs: number];

interface Stake {
  readonly owner: string;
  readonly low: Point;
  readonly high: Point;
  readonly fact: string;
}

export function slowResult(
  name: string,
  links: readonly Link[],
  listed: readonly string[],
  party: string,
  day: Day,
): 'caught' | 'not caught' | 'undetermined' {
  const rule = rules[name]!;
  if (listed.includes(party)) return 'caught';
  const groups = rule.aggregate ? [listed] : listed.map((person) => [person]);
  let possible = false;
  for (const group of groups) {
    if (reach(rule, links, group, day, 'certain').reached.has(party)) return 'caught';
    possible ||= reach(rule, links, group, day, 'possible').reached.has(party);
  }
  return possible ? 'undetermined' : 'not caught';
}

function reach(
  rule: Rule,
  links: readonly Link[],
  listed: readonly string[],
  day: Day,
  mode: 'certain' | 'possible',
): { readonly reached: ReadonlySet<string> } {
  const certain =
    mode === 'possible' ? reach(rule, links, listed, day, 'certain').reached : new Set<string>();
  const reached = new Set<string>([...listed, ...certain]);
  const holders = new Set<string>(reached);
  const everybody = new Set(links.flatMap((link) => [link.owner as string, link.owned as string]));
  for (let changed = true; changed; ) {
    changed = false;
    if (mode === 'possible') {
      for (const link of links) {
        if (link.kind !== 'acts for' || !isWithin(day, link)) continue;
        if (holders.has(link.owned) && !holders.has(link.owner)) {
          holders.add(link.owner);
          changed = true;
        }
      }
    }
    for (const party of everybody) {
      if (reached.has(party) || !isReached(rule, links, party, holders, day, mode)) continue;
      reached.add(party);
      holders.add(party);
      changed = true;
    }
  }
  return { reached };
}

function isReached(
  rule: Rule,
  links: readonly Link[],
  party: string,
  holders: ReadonlySet<string>,
  day: Day,
  mode: 'certain' | 'possible',
): boolean {
  for (const link of links) {
    if (link.owned !== party || link.owner === party || !isWithin(day, link) || !holders.has(link.owner))
      continue;
    const statement = rule.statements[link.kind];
    if (statement === 'caught' || (statement === 'open' && mode === 'possible')) return true;
  }
  return (rule.votesToo ? ['ownership', 'votes'] : ['ownership']).some((basis) => {
    const stakes = stakesIn(rule, links, party, basis, day);
    if (mode === 'certain') {
      const sum = total(
        [...groupsOf(stakes).values()].map((group) =>
          leastOf(group, (owner) => owner !== party && holders.has(owner)),
        ),
      );
      return passes(sum, rule.limit, rule.inclusive);
    }
    const least = total([...groupsOf(stakes).values()].map((group) => leastOf(group, () => true)));
    const isHolder = (owner: string) => owner !== party && holders.has(owner);
    const others = total(
      [...groupsOf(stakes).values()].map((group) => leastOf(group, (owner) => !isHolder(owner))),
    );
    const most = total([...groupsOf(stakes).values()].map((group) => mostOf(group, isHolder)));
    const left: Point = [100n * percent - others[0], -others[1]];
    const bound = least[0] > 100n * percent || compare(most, left) <= 0 ? most : left;
    return passes(bound, rule.openLimit ?? rule.limit, rule.openInclusive ?? rule.inclusive);
  });
}

function stakesIn(
  rule: Rule,
  links: readonly Link[],
  party: string,
  basis: string,
  day: Day,
): readonly Stake[] {
  const stakes: Stake[] = [];
  for (const [index, link] of links.entries()) {
    if (link.owned !== party) continue;
    const own = { owner: link.owner as string, fact: `link ${index}` };
    const here = isWithin(day, link);
    const rivals = links.filter(
      (other) =>
        other.kind === 'ownership' &&
        other.owner === link.owner &&
        other.owned === link.owned &&
        overlaps(other, link),
    );
    if (link.kind === 'subsidiary' && rule.statements.subsidiary === 'half') {
      if (here && !rivals.some((other) => other.share || covers(link, other))) {
        stakes.push({ ...own, low: [50n * percent, 1], high: [100n * percent, 0] });
      }
      continue;
    }
    if (link.kind !== 'ownership') continue;
    const fact = link.disputed === undefined ? own.fact : `dispute ${link.disputed}`;
    let low: Point = [BigInt(link.share?.min ?? 0), link.share && !link.share.minInclusive ? 1 : 0];
    let high: Point = [
      BigInt(link.share?.max ?? 100n * percent),
      link.share && !link.share.maxInclusive ? -1 : 0,
    ];
    const called = links.some(
      (other) =>
        other.kind === 'subsidiary' &&
        other.owner === link.owner &&
        other.owned === link.owned &&
        covers(other, link),
    );
    if (called && low[0] <= 50n * percent && high[0] > 50n * percent) low = [50n * percent, 1];
    let counts = basis === 'ownership' ? link.basis !== 'voting' : link.basis !== 'economic';
    if (
      basis === 'ownership' &&
      link.basis === 'voting' &&
      !rule.votesToo &&
      !rivals.some((other) => other.basis !== 'voting')
    ) {
      [low, high, counts] = [[0n, 0], [100n * percent, 0], true];
    }
    if (counts && here) stakes.push({ ...own, fact, low, high });
  }
  const tags = new Set(
    links
      .filter((link) => link.kind === 'ownership' && link.owned !== party && link.disputed !== undefined)
      .map((link) => `dispute ${link.disputed}`),
  );
  for (const tag of tags) {
    if (stakes.some((stake) => stake.fact === tag))
      stakes.push({ owner: ABSENT, fact: tag, low: [0n, 0], high: [0n, 0] });
  }
  return stakes;
}

const ABSENT = 'nobody in particular';

function groupsOf(stakes: readonly Stake[]): ReadonlyMap<string, readonly Stake[]> {
  return Map.groupBy(stakes, (stake) => stake.fact);
}

/** Exactly one statement of a group is true: its least for these owners is nothing where another may be meant. */
function leastOf(group: readonly Stake[], counts: (owner: string) => boolean): Point {
  if (group.some((stake) => stake.owner === ABSENT || !counts(stake.owner))) return [0n, 0];
  return group.map((stake) => stake.low).toSorted(compare)[0]!;
}

function mostOf(group: readonly Stake[], counts: (owner: string) => boolean): Point {
  const own = group.filter((stake) => stake.owner !== ABSENT && counts(stake.owner));
  return (
    own
      .map((stake) => stake.high)
      .toSorted(compare)
      .at(-1) ?? [0n, 0]
  );
}

function total(points: readonly Point[]): Point {
  return points.reduce<Point>((sum, point) => [sum[0] + point[0], sum[1] + point[1]], [0n, 0]);
}

function compare(a: Point, b: Point): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return Math.sign(a[1]) - Math.sign(b[1]);
}

function passes(point: Point, limit: number, inclusive: boolean): boolean {
  const order = compare(point, [BigInt(limit) * percent, 0]);
  return order > 0 || (order === 0 && inclusive);
}

function covers(a: Link, b: Link): boolean {
  if (a.from !== undefined && (b.from === undefined || b.from < a.from)) return false;
  return a.until === undefined || (b.until !== undefined && b.until <= a.until);
}

function overlaps(a: Link, b: Link): boolean {
  const starts = [a.from, b.from].filter((day) => day !== undefined).sort();
  const ends = [a.until, b.until].filter((day) => day !== undefined).sort();
  const [latestStart, earliestEnd] = [starts.at(-1), ends[0]];
  return latestStart === undefined || earliestEnd === undefined || latestStart <= earliestEnd;
}
