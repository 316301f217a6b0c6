/**
 * Ownership tests of the regimes, with proof: who is reached through owners, for certain, possibly or not at all. Pure: no
 * clock, file or network.
 *
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import type { Day } from 'aftershock';
 * import { answerCase, parseOwnershipTests } from 'aftershock/ownership';
 *
 * const file = new URL(import.meta.resolve('aftershock/casebook/ownership-tests.yaml'));
 * const tests = parseOwnershipTests(readFileSync(file, 'utf8'), 'ownership-tests.yaml');
 * const links = [{ owner: 'X', owned: 'A', share: '50' }, { owner: 'A', owned: 'B', share: '50' }];
 * const asked = { regime: 'us-ofac-50pct', listed: ['X'], links, party: 'B' };
 * const answer = answerCase(asked, 1, tests, '2022-06-01' as Day);
 * if ('error' in answer) throw new Error(answer.error.message);
 * console.log(answer.result); // caught
 * console.log(answer.proof.map((link) => link.because).join(' '));
 * // Of A, X holds 50 %: 50 percent or more counts as owned. Of B, A holds 50 %: 50 percent or more counts as owned.
 * ```
 */

export { readGraph, writeGraph } from './binary-form.ts';
export { buildGraph } from './build-graph.ts';
export { evaluate } from './evaluate.ts';
export type { OwnershipGraph } from './graph.ts';
export { loadOwnershipCsv } from './load-csv.ts';
export { answerCase, type CaseAnswer, type CaseError, caseAnswer } from './ownership-case.ts';
export {
  findOwnershipTest,
  isSpared,
  type Limit,
  type OwnershipTest,
  parseOwnershipTests,
  periodOn,
  type StatementEffect,
  type TestPeriod,
  type TestState,
} from './ownership-test.ts';
export { parsePercentage } from './percentage.ts';
export { checkProof } from './proof-check.ts';
export { formOf, type OwnershipForm, readOwnership } from './readers/any.ts';
export type { NamedParty, OwnershipRecord } from './readers/record.ts';
export type {
  ControlIndicator,
  Flag,
  FlagKind,
  LookThrough,
  OwnershipResult,
  Proof,
  ProofLink,
  ProofStep,
  Verdict,
} from './verdict.ts';
export { afterDivestment, type VerdictChange, verdictChanges } from './verdict-changes.ts';
export type { EvaluateOptions, OwnershipAssumption, Verdicts } from './verdicts.ts';
export { drawProof, limitText } from './words.ts';
