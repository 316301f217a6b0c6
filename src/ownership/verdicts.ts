import type { Day } from '../model/day.ts';
import type { PartyId } from '../model/party.ts';
import { isListed } from './fixpoint.ts';
import { partyAt } from './proof-link.ts';
import type { QuestionOnDay } from './question-on-day.ts';
import { type Solution, sharesResult, solve } from './solution.ts';
import type { OwnershipResult, Verdict } from './verdict.ts';
import { writeVerdict } from './write-verdict.ts';

export interface EvaluateOptions {
  /** Listed persons who act together: their shares are added even where the test does not add. */
  readonly joint?: readonly (readonly PartyId[])[];
  /** Since when persons have been listed: for what was caught before the day of the question. */
  readonly listedSince?: ReadonlyMap<PartyId, Day>;
  /** How parties are called in sentences; their ids where absent. */
  readonly nameOf?: (party: PartyId) => string;
}

/** Persons taken as listed, or as no longer listed, over what the lists say. */
export interface OwnershipAssumption {
  readonly list?: readonly PartyId[];
  readonly delist?: readonly PartyId[];
}

/** What one test says on one day of every party of a graph. */
export class Verdicts {
  readonly question: QuestionOnDay;
  readonly listed: ReadonlySet<PartyId>;
  readonly #solution: Solution;
  readonly #options: EvaluateOptions;
  #numbers: readonly number[] | undefined;

  constructor(
    question: QuestionOnDay,
    listed: ReadonlySet<PartyId>,
    options: EvaluateOptions,
    solution: Solution = solve(
      question,
      numbersOf(question, listed),
      jointNumbers(question, listed, options),
    ),
  ) {
    this.question = question;
    this.listed = listed;
    this.#solution = solution;
    this.#options = options;
  }

  /** The result alone, without proof or figures: for going through many parties. */
  resultOf(party: PartyId): OwnershipResult {
    if (this.listed.has(party)) return 'caught';
    const number = this.question.graph.parties.find(party);
    return number < 0 ? 'not caught' : this.#resultAt(number);
  }

  /** The result with its proof, figures and flags. A party that no link names is not caught, with a flag. */
  verdict(party: PartyId): Verdict {
    const number = this.question.graph.parties.find(party);
    return writeVerdict({
      question: this.question,
      party,
      number,
      listed: this.listed,
      listedNumbers: this.#listedNumbers(),
      result: this.resultOf(party),
      solution: this.#solution,
      listedSince: this.#options.listedSince ?? new Map(),
      nameOf: this.#options.nameOf ?? ((id) => id),
    });
  }

  /** Parties that are caught, the listed left out; in the graph's order. */
  *caught(): Iterable<PartyId> {
    yield* this.#with('caught');
  }

  /** Parties that are undetermined. */
  *undetermined(): Iterable<PartyId> {
    yield* this.#with('undetermined');
  }

  /** How many parties are caught (the listed left out) and undetermined. */
  counts(): { readonly caught: number; readonly undetermined: number } {
    const { caught, undetermined } = this.#solution.tally();
    switch (this.question.period.state) {
      case 'in force':
        return { caught, undetermined };
      case 'suspended':
      case 'not in force':
        return { caught: 0, undetermined: 0 };
      case 'not known':
        return { caught: 0, undetermined: caught + undetermined };
    }
  }

  /**
   * The verdicts under a further assumption; these stay as they are. Listing goes on from what was found and costs what
   * it moves; delisting solves anew.
   */
  withAssumption(assumption: OwnershipAssumption): Verdicts {
    const delisted = (assumption.delist ?? []).filter((party) => this.listed.has(party));
    const added = (assumption.list ?? []).filter((party) => !this.listed.has(party));
    const listed = new Set([...this.listed, ...added]);
    for (const party of delisted) listed.delete(party);
    if (delisted.length > 0) return new Verdicts(this.question, listed, this.#options);
    const solution = this.#solution.adding(numbersOf(this.question, new Set(added)));
    return new Verdicts(this.question, listed, this.#options, solution);
  }

  #listedNumbers(): readonly number[] {
    this.#numbers ??= numbersOf(this.question, this.listed);
    return this.#numbers;
  }

  *#with(wanted: OwnershipResult): Iterable<PartyId> {
    for (const party of this.#solution.found()) {
      if (this.#solution.statusOf(party) & isListed) continue;
      if (this.#resultAt(party) === wanted) yield partyAt(this.question.graph, party);
    }
  }

  #resultAt(number: number): OwnershipResult {
    const status = this.#solution.statusOf(number);
    if (status & isListed) return 'caught';
    return underRule(this.question, sharesResult(status));
  }
}

/** A rule that is not in force catches nobody; of one whose state is not known nothing is certain. */
function underRule(question: QuestionOnDay, result: OwnershipResult): OwnershipResult {
  switch (question.period.state) {
    case 'in force':
      return result;
    case 'suspended':
    case 'not in force':
      return 'not caught';
    case 'not known':
      return result === 'not caught' ? 'not caught' : 'undetermined';
  }
}

/** Numbers of the parties that the graph knows, ascending: the same whatever the order of the set. */
function numbersOf(question: QuestionOnDay, parties: ReadonlySet<PartyId>): readonly number[] {
  const numbers: number[] = [];
  for (const party of parties) {
    const number = question.graph.parties.find(party);
    if (number >= 0) numbers.push(number);
  }
  return numbers.sort((a, b) => a - b);
}

function jointNumbers(
  question: QuestionOnDay,
  listed: ReadonlySet<PartyId>,
  options: EvaluateOptions,
): readonly (readonly number[])[] {
  return (options.joint ?? [])
    .map((group) => numbersOf(question, new Set(group.filter((party) => listed.has(party)))))
    .filter((group) => group.length > 1);
}
