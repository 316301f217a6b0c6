/**
 * Ownership tests of the regimes, with proof: who is reached through owners, for certain, possibly or not at all.
 */

export { readGraph, writeGraph } from './binary-form.ts';
export { buildGraph } from './build-graph.ts';
export { evaluate } from './evaluate.ts';
export type { OwnershipGraph } from './graph.ts';
export { loadOwnershipCsv } from './load-csv.ts';
export { answerCase, type CaseAnswer, type CaseError, caseAnswer } from './ownership-case.ts';
export {
  findOwnershipTest,
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
