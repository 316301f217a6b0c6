import { type Findings, Fixpoint, isCaught, isHolder, isListed, isPossible } from './fixpoint.ts';
import { possiblyReaches, surelyReaches } from './limit.ts';
import { boundsOf, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';

/** A found party: its bits and its position. */
export interface Found {
  readonly status: number;
  readonly order: number;
}

/** Findings for one listed person alone, or for a joint arrangement, or for an owner of a listed person. */
export interface SeparateRun {
  readonly seeds: readonly number[];
  readonly listed: readonly number[];
  /** Upward steps from the listed person to the seed, where the test reaches owners. */
  readonly upward: readonly { readonly party: number; readonly links: readonly number[] }[];
  readonly upwardIsCertain: boolean;
  readonly found: ReadonlyMap<number, Found>;
}

/** Findings that are read from a map, above others that they replace. */
export class MapFindings implements Findings {
  readonly #found: ReadonlyMap<number, Found>;
  readonly #below: Findings | undefined;

  constructor(found: ReadonlyMap<number, Found>, below?: Findings) {
    this.#found = found;
    this.#below = below;
  }

  statusOf(party: number): number {
    return this.#found.get(party)?.status ?? this.#below?.statusOf(party) ?? 0;
  }

  orderOf(party: number): number {
    return this.#found.get(party)?.order ?? this.#below?.orderOf(party) ?? 0;
  }

  isCertain(party: number): boolean {
    return (this.statusOf(party) & (isListed | isCaught)) !== 0;
  }

  isPossible(party: number): boolean {
    return (this.statusOf(party) & isHolder) !== 0;
  }
}

/** The fixpoint for each listed person alone, for tests that do not add up the shares of different persons. */
export function separateRuns(
  question: QuestionOnDay,
  listed: readonly number[],
  joint: readonly (readonly number[])[],
): readonly SeparateRun[] {
  const fixpoint = new Fixpoint(question);
  const runs: SeparateRun[] = [];
  const run = (seeds: readonly number[], rest: Omit<SeparateRun, 'seeds' | 'found'>) => {
    fixpoint.add(seeds);
    const found = new Map<number, Found>();
    for (const party of fixpoint.touched()) {
      const status = fixpoint.statusOf(party);
      if (status !== 0) found.set(party, { status, order: fixpoint.orderOf(party) });
    }
    runs.push({ seeds, found, ...rest });
    fixpoint.reset();
  };
  const alone = { upward: [], upwardIsCertain: true };
  for (const person of listed) run([person], { listed: [person], ...alone });
  for (const group of joint) run(group, { listed: group, ...alone });
  if (question.test.reach === 'affiliates') {
    for (const person of listed) {
      for (const owner of ownersAbove(question, person)) {
        run([owner.seed], { listed: [person], upward: owner.steps, upwardIsCertain: owner.isCertain });
      }
    }
  }
  return runs;
}

interface OwnerAbove {
  readonly seed: number;
  readonly isCertain: boolean;
  readonly steps: readonly { readonly party: number; readonly links: readonly number[] }[];
}

/** Everybody who owns more than the limit of the person, or of somebody who does. */
function ownersAbove(question: QuestionOnDay, person: number): readonly OwnerAbove[] {
  const { graph, limit, openLimit } = question;
  if (!limit || !openLimit) return [];
  const above = new Map<number, OwnerAbove>([[person, { seed: person, isCertain: true, steps: [] }]]);
  for (const below of above.values()) {
    const links: number[] = [];
    for (let link = graph.inStart[below.seed]!; link < graph.inStart[below.seed + 1]!; link++) {
      if (holdsOnDay(question, link)) links.push(link);
    }
    for (const [owner, own] of Map.groupBy(links, (link) => graph.owner[link]!)) {
      if (owner === below.seed) continue;
      const holders = {
        isCertain: (party: number) => party === owner,
        isPossible: (party: number) => party === owner,
      };
      const bounds = question.channels.map((channel) => boundsOf(question, channel, below.seed, holders));
      const sure = below.isCertain && bounds.some((entry) => surelyReaches(entry, limit));
      if (!sure && !bounds.some((entry) => possiblyReaches(entry, openLimit))) continue;
      const known = above.get(owner);
      if (known && (known.isCertain || !sure)) continue;
      // Deleting first puts a better finding at the end, so that what it leads to is gone through again.
      above.delete(owner);
      above.set(owner, {
        seed: owner,
        isCertain: sure,
        steps: [...below.steps, { party: owner, links: own }],
      });
    }
  }
  above.delete(person);
  return [...above.values()];
}

/** What a run says of a party, with an owner that is only possibly above weakening it. */
export function statusInRun(run: SeparateRun, party: number): number {
  const status = run.found.get(party)?.status ?? 0;
  if (status === 0 || run.upward.length === 0) return status;
  const reached =
    status & (isListed | isCaught) ? isPossible | (run.upwardIsCertain ? isCaught : 0) : status & isPossible;
  return reached | isHolder;
}
