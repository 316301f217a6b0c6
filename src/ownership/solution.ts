import { type Found, MapFindings, type SeparateRun, separateRuns, statusInRun } from './findings.ts';
import { type Findings, Fixpoint, isCaught, isHolder, isListed, isPossible } from './fixpoint.ts';
import type { QuestionOnDay } from './question-on-day.ts';
import type { OwnershipResult } from './verdict.ts';

export interface Tally {
  readonly caught: number;
  readonly undetermined: number;
}

/** What was found for all parties, in the one way of the test or the other. */
export interface Solution {
  /** Findings that show the status of the party: those of all listed together, or of the one who reaches furthest. */
  findingsFor(party: number): { readonly findings: Findings; readonly run?: SeparateRun };
  statusOf(party: number): number;
  /** The runs for single persons, where shares are not added up. */
  runs(): readonly SeparateRun[];
  /** Parties with any status, in ascending order. */
  found(): Iterable<number>;
  /** How many parties are caught and how many undetermined by their shares, the listed left out. */
  tally(): Tally;
  /** The same with these persons listed too. */
  adding(seeds: readonly number[]): Solution;
}

/** What the shares give, whether or not the rule was in force. */
export function sharesResult(status: number): OwnershipResult {
  if (status & (isCaught | isListed)) return 'caught';
  return status & isPossible ? 'undetermined' : 'not caught';
}

/** Solves the question for these listed persons; `joint` are groups of them who act together. */
export function solve(
  question: QuestionOnDay,
  listed: readonly number[],
  joint: readonly (readonly number[])[],
): Solution {
  if (question.period.aggregate || !question.limit) {
    const fixpoint = new Fixpoint(question);
    fixpoint.add(listed);
    return new Together(fixpoint, [], fixpoint, new Map());
  }
  return new Apart(question, separateRuns(question, listed, joint));
}

/** All listed persons' shares added up. An assumption is laid over the fixpoint; what it does not move is not copied. */
class Together implements Solution {
  readonly #fixpoint: Fixpoint;
  readonly #added: readonly number[];
  readonly #findings: Findings;
  readonly #changed: ReadonlyMap<number, Found>;
  /** The solution without any assumption, where this is one with. */
  readonly #below: Together | undefined;
  #tally: Tally | undefined;

  constructor(
    fixpoint: Fixpoint,
    added: readonly number[],
    findings: Findings,
    changed: ReadonlyMap<number, Found>,
    below?: Together,
  ) {
    this.#below = below;
    this.#fixpoint = fixpoint;
    this.#added = added;
    this.#findings = findings;
    this.#changed = changed;
  }

  findingsFor(): { findings: Findings } {
    return { findings: this.#findings };
  }

  statusOf(party: number): number {
    return this.#findings.statusOf(party);
  }

  runs(): readonly SeparateRun[] {
    return [];
  }

  *found(): Iterable<number> {
    const parties = new Set<number>();
    for (const party of this.#fixpoint.touched()) if (this.statusOf(party) !== 0) parties.add(party);
    for (const party of this.#changed.keys()) if (this.statusOf(party) !== 0) parties.add(party);
    yield* Uint32Array.from(parties).sort();
  }

  tally(): Tally {
    this.#tally ??=
      this.#below === undefined
        ? tallyOf(this.#fixpoint.touched(), this)
        : tallyChanges(this.#below.tally(), this.#changed.keys(), this.#below, this);
    return this.#tally;
  }

  adding(seeds: readonly number[]): Solution {
    const added = [...this.#added, ...seeds];
    const changed = this.#fixpoint.tryAdding(added);
    const findings = new MapFindings(changed, this.#fixpoint);
    return new Together(this.#fixpoint, added, findings, changed, this.#below ?? this);
  }
}

/** Each listed person for itself: a party is reached where one of them reaches it. An assumption is laid over the rest. */
class Apart implements Solution {
  readonly #question: QuestionOnDay;
  readonly #own: readonly SeparateRun[];
  readonly #below: Apart | undefined;
  /** The run that reaches the party furthest, and the status it gives, where that is not the one below. */
  readonly #best = new Map<number, { readonly run: SeparateRun; readonly status: number }>();
  #tally: Tally | undefined;

  constructor(question: QuestionOnDay, runs: readonly SeparateRun[], below?: Apart) {
    this.#question = question;
    this.#own = runs;
    this.#below = below;
    for (const run of runs) {
      for (const party of run.found.keys()) {
        const status = statusInRun(run, party);
        if (grade(status) > grade(this.statusOf(party))) this.#best.set(party, { run, status });
      }
    }
  }

  #bestFor(party: number): { readonly run: SeparateRun; readonly status: number } | undefined {
    const own = this.#best.get(party);
    return own ?? (this.#below ? this.#below.#bestFor(party) : undefined);
  }

  statusOf(party: number): number {
    return this.#bestFor(party)?.status ?? 0;
  }

  runs(): readonly SeparateRun[] {
    return this.#below ? [...this.#below.runs(), ...this.#own] : this.#own;
  }

  tally(): Tally {
    this.#tally ??=
      this.#below === undefined
        ? tallyOf(this.#best.keys(), this)
        : tallyChanges(this.#below.tally(), this.#best.keys(), this.#below, this);
    return this.#tally;
  }

  findingsFor(party: number): { findings: Findings; run?: SeparateRun } {
    const best = this.#bestFor(party);
    if (best && grade(best.status) > 1) return { findings: new MapFindings(best.run.found), run: best.run };
    const run = this.#nearest(party) ?? best?.run;
    return run ? { findings: new MapFindings(run.found), run } : { findings: new MapFindings(new Map()) };
  }

  /** Of the runs that hold anything of a party that none reaches, the one with the largest shares. */
  #nearest(party: number): SeparateRun | undefined {
    const { graph } = this.#question;
    let nearest: { readonly run: SeparateRun; readonly most: number } | undefined;
    for (const run of this.runs()) {
      let most = 0;
      for (let link = graph.inStart[party]!; link < graph.inStart[party + 1]!; link++) {
        const owner = graph.owner[link]!;
        if (owner !== party && run.found.has(owner)) most += graph.shares.max[graph.share[link]!]!;
      }
      if (most > (nearest?.most ?? 0)) nearest = { run, most };
    }
    return nearest?.run;
  }

  *found(): Iterable<number> {
    const parties = new Set(this.#best.keys());
    for (let below = this.#below; below; below = below.#below)
      for (const party of below.#best.keys()) parties.add(party);
    yield* Uint32Array.from(parties).sort();
  }

  adding(seeds: readonly number[]): Solution {
    return new Apart(this.#question, separateRuns(this.#question, seeds, []), this);
  }
}

function tallyOf(parties: Iterable<number>, solution: Solution): Tally {
  const seen = new Set<number>();
  const tally = { caught: 0, undetermined: 0 };
  for (const party of parties) {
    const result = unlistedResult(solution.statusOf(party));
    if (result === 'not caught' || seen.has(party)) continue;
    seen.add(party);
    tally[result]++;
  }
  return tally;
}

/** From the tally below, by the parties whose status may differ. */
function tallyChanges(below: Tally, parties: Iterable<number>, before: Solution, after: Solution): Tally {
  const tally = { ...below };
  for (const party of parties) {
    const was = unlistedResult(before.statusOf(party));
    const is = unlistedResult(after.statusOf(party));
    if (was !== 'not caught') tally[was]--;
    if (is !== 'not caught') tally[is]++;
  }
  return tally;
}

function unlistedResult(status: number): OwnershipResult {
  return status & isListed ? 'not caught' : sharesResult(status);
}

function grade(status: number): number {
  if (status & isListed) return 4;
  if (status & isCaught) return 3;
  if (status & isPossible) return 2;
  return status & isHolder ? 1 : 0;
}
