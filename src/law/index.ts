/**
 * What a listing means: provisions as data, and the engine that answers whether an actor may do a thing with a party on
 * a day, with reasons, citations and what is missing.
 */

export { type Asked, ask, isBarring, negativesFor } from './ask.ts';
export { checkLaw, type LawConcern } from './check-law.ts';
export type { LegalChanges } from './evaluate-provision.ts';
export { computedFacts } from './fact-names.ts';
export { type LadderInput, type LadderStep, ladder } from './ladder.ts';
export { createLawBook, type LawBook } from './law-book.ts';
export { type MatrixCell, type MatrixInput, type MatrixRow, matrix, usualActivities } from './matrix.ts';
export { parseRegime } from './parse-regime.ts';
export {
  type PreparedQuestion,
  prepareQuestion,
  type QuestionInput,
  questionInputSchema,
} from './prepare-question.ts';
export type { AssumedLicence, AssumedRule, Standing, StandingEntry } from './standing.ts';
