import { type Day, dayInWords } from '../model/day.ts';
import type { PartyId } from '../model/party.ts';
import { noShare, percentText, type ShareUnits } from '../model/share.ts';
import { boundSteps } from './bound-proof.ts';
import { caughtSteps, type RawStep } from './caught-proof.ts';
import { controlIndicators } from './control-indicators.ts';
import { MapFindings, type SeparateRun } from './findings.ts';
import { type Findings, isListed } from './fixpoint.ts';
import { flagsOf } from './flags.ts';
import { caughtBefore, listedSinceNumbers } from './ledger.ts';
import { type Bounds, surelyReaches } from './limit.ts';
import { lookThrough } from './look-through.ts';
import type { Limit } from './ownership-test.ts';
import { possibleSteps } from './possible-steps.ts';
import { partyAt, proofLink } from './proof-link.ts';
import { boundsOf, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';
import { settlingFact } from './settle.ts';
import { type Solution, sharesResult } from './solution.ts';
import type { OwnershipResult, Proof, ProofStep, Verdict } from './verdict.ts';
import { caughtSentence, notCaughtSentence, openSentence, resultSentence } from './words.ts';

/** All that is needed to write the verdict on one party. */
export interface VerdictInput {
  readonly question: QuestionOnDay;
  readonly party: PartyId;
  /** Number of the party in the graph, or -1. */
  readonly number: number;
  readonly listed: ReadonlySet<PartyId>;
  /** The listed persons that the graph knows. */
  readonly listedNumbers: readonly number[];
  readonly result: OwnershipResult;
  readonly solution: Solution;
  readonly listedSince: ReadonlyMap<PartyId, Day>;
  readonly nameOf: (party: PartyId) => string;
}

const nothing: Bounds = {
  min: noShare,
  max: noShare,
  minInclusive: true,
  maxInclusive: true,
  total: noShare,
};

/** The verdict in full: proof, sentences, figures beside it and flags. */
export function writeVerdict(input: VerdictInput): Verdict {
  const { question, party, number, listed, result } = input;
  const nameOf = (index: number) => input.nameOf(partyAt(question.graph, index));
  const { findings, run } =
    number < 0 ? { findings: undefined, run: undefined } : input.solution.findingsFor(number);
  const shown = number < 0 ? 'not caught' : sharesResult(input.solution.statusOf(number));
  const bounds = findings ? attributed(question, findings, number) : nothing;
  const isItselfListed = listed.has(party);
  const proof = isItselfListed
    ? { shows: 'caught' as const, listed: [party], steps: [] }
    : proofOf(input, findings, run, shown, nameOf);
  const seeds = run ? run.listed : input.listedNumbers;
  const throughAll = number < 0 || isItselfListed ? undefined : lookThrough(question, new Set(seeds), number);
  const control = findings && !isItselfListed ? controlIndicators(question, findings, number, nameOf) : [];
  const settle =
    result === 'undetermined' && findings
      ? question.period.state === 'not known'
        ? `whether the rule applied on ${dayInWords(question.on)}: ${question.period.note ?? 'its state is not known'}`
        : settlingFact(question, findings, run?.seeds ?? seeds, number, nameOf)
      : undefined;
  const wasCaught =
    question.test.keepsBlockedProperty && number >= 0 && shown !== 'caught' && !isItselfListed
      ? caughtBefore(question, input.listedNumbers, number, listedSinceNumbers(question, input.listedSince))
      : [];
  return {
    party,
    test: question.test.id,
    on: question.on,
    state: question.period.state,
    result,
    byShares: isItselfListed ? 'caught' : shown,
    listed: isItselfListed,
    attributed: {
      min: bounds.min,
      max: bounds.max,
      minInclusive: bounds.minInclusive,
      maxInclusive: bounds.maxInclusive,
    },
    limit: question.limit,
    distance: isItselfListed ? undefined : distanceOf(question.limit, bounds, shown),
    proof,
    because: resultSentence({
      question,
      party: input.nameOf(party),
      result,
      byShares: shown,
      listed: isItselfListed,
      proof,
    }),
    ...(settle === undefined ? {} : { settle }),
    ...(throughAll === undefined ? {} : { lookThrough: throughAll }),
    control,
    caughtBefore: wasCaught,
    flags: flagsOf({
      caughtBefore: wasCaught,
      question,
      number,
      party,
      listed,
      findings,
      seeds,
      proof,
      result,
      byShares: shown,
      bounds,
      lookThrough: throughAll,
      control,
      nameOf,
    }),
  };
}

/** On the basis that decides: the one that reaches the limit, else the one with the most. */
function attributed(question: QuestionOnDay, findings: Findings, party: number): Bounds {
  const all = question.channels.map((channel) => boundsOf(question, channel, party, findings));
  const reaching = all.filter((bounds) => question.limit && surelyReaches(bounds, question.limit));
  const from = reaching.length > 0 ? reaching : all;
  return from.reduce((best, bounds) => (bounds.max > best.max ? bounds : best), from[0]!);
}

function distanceOf(
  limit: Limit | undefined,
  bounds: Bounds,
  result: OwnershipResult,
): ShareUnits | undefined {
  if (!limit) return undefined;
  const share = result === 'not caught' ? bounds.max : bounds.min;
  return (share - limit.threshold) as ShareUnits;
}

function proofOf(
  input: VerdictInput,
  findings: Findings | undefined,
  run: SeparateRun | undefined,
  shown: OwnershipResult,
  nameOf: (party: number) => string,
): Proof {
  const { question, number } = input;
  const { graph } = question;
  if (!findings) return { shows: 'not caught', listed: [], steps: [] };
  const isUpwardOnly = run !== undefined && run.upward.length > 0;
  const upward: readonly ProofStep[] = !isUpwardOnly
    ? []
    : run.upward.map((step) => ({
        party: partyAt(graph, step.party),
        holders: [partyAt(graph, graph.owned[step.links[0]!]!)],
        links: step.links.map((link) => proofLink(graph, link)),
        sum: percentText(step.links.reduce((sum, link) => sum + graph.shares.min[graph.share[link]!]!, 0)),
        because: `${nameOf(step.party)} owns more than the limit of ${nameOf(graph.owned[step.links[0]!]!)}.`,
        upward: true,
      }));
  const write = (steps: readonly RawStep[], sentence: typeof caughtSentence): readonly ProofStep[] =>
    steps.map((step) => ({
      party: partyAt(graph, step.party),
      holders: holdersAmong(question, step.links, (owner) => findings.isPossible(owner)),
      links: step.links.map((link) => proofLink(graph, link)),
      sum: step.sum,
      because: sentence(question, step, nameOf),
    }));
  switch (shown) {
    case 'caught': {
      const steps = [...upward, ...write(caughtSteps(question, findings, number), caughtSentence)];
      return { shows: 'caught', listed: listedIn(input, run, steps), steps };
    }
    case 'undetermined': {
      const isSeed = (findings.statusOf(number) & isListed) !== 0;
      const steps = [
        ...upward,
        ...(isSeed ? [] : write(possibleSteps(question, findings, number), openSentence)),
      ];
      return { shows: 'undetermined', listed: listedIn(input, run, steps), steps };
    }
    case 'not caught':
      return notCaughtProof(input, findings, run, nameOf);
  }
}

function notCaughtProof(
  input: VerdictInput,
  findings: Findings,
  run: SeparateRun | undefined,
  nameOf: (party: number) => string,
): Proof {
  const { question, number } = input;
  const { graph } = question;
  const proofIn = (inFindings: Findings, of: SeparateRun | undefined): Proof => ({
    shows: 'not caught',
    listed: of ? of.listed.map((person) => partyAt(graph, person)) : [...input.listed].sort(),
    ...(of && of.upward.length > 0 ? { from: of.seeds.map((seed) => partyAt(graph, seed)) } : {}),
    steps: boundSteps(question, inFindings, number).map((step) => ({
      party: partyAt(graph, step.party),
      holders: holdersAmong(
        question,
        step.links,
        (owner) => owner !== step.party && !step.outside.includes(owner),
      ),
      links: step.links.map((link) => proofLink(graph, link)),
      sum: step.sum,
      because: notCaughtSentence(question, step, nameOf),
    })),
  });
  const runs = input.solution.runs();
  if (runs.length === 0) return proofIn(findings, run);
  const above = partiesAbove(question, number);
  const relevant = runs.filter((each) => each.seeds.some((seed) => above.has(seed)));
  const first = relevant.find((each) => each === run) ?? relevant[0];
  if (!first) return { ...proofIn(new MapFindings(new Map()), undefined), listed: [] };
  const rest = relevant.filter((each) => each !== first);
  return {
    ...proofIn(new MapFindings(first.found), first),
    ...(rest.length > 0 ? { alsoFor: rest.map((each) => proofIn(new MapFindings(each.found), each)) } : {}),
  };
}

/** The party and everybody from whom links lead to it. */
function partiesAbove(question: QuestionOnDay, party: number): ReadonlySet<number> {
  const { graph } = question;
  const above = new Set([party]);
  for (const wanted of above) {
    for (let link = graph.inStart[wanted]!; link < graph.inStart[wanted + 1]!; link++) {
      if (holdsOnDay(question, link)) above.add(graph.owner[link]!);
    }
  }
  return above;
}

function holdersAmong(
  question: QuestionOnDay,
  links: readonly number[],
  counts: (owner: number) => boolean,
): readonly PartyId[] {
  const owners = new Set(links.map((link) => question.graph.owner[link]!));
  return [...owners].filter(counts).map((owner) => partyAt(question.graph, owner));
}

/** The listed persons whose shares the proof uses. */
function listedIn(
  input: VerdictInput,
  run: SeparateRun | undefined,
  steps: readonly ProofStep[],
): readonly PartyId[] {
  if (run) return run.listed.map((person) => partyAt(input.question.graph, person));
  const owners = new Set(steps.flatMap((step) => step.links.map((link) => link.owner)));
  const people = new Set(steps.flatMap((step) => step.links.map((link) => link.owned)));
  return [...input.listed].filter((person) => owners.has(person) || people.has(person)).sort();
}
