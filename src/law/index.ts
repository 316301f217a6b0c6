/**
 * What a listing means: provisions as data, and the engine that answers whether an actor may do a thing with a party on
 * a day, with reasons, citations and what is missing. Pure: no clock, file or network.
 *
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { ask, createLawBook, listedUnder, parseRegime, prepareQuestion } from 'aftershock/law';
 *
 * const file = new URL(import.meta.resolve('aftershock/casebook/regimes/us-bis-entity-list.yaml'));
 * const book = createLawBook([parseRegime(readFileSync(file, 'utf8'), 'us-bis-entity-list.yaml')]);
 * const question = prepareQuestion({ on: '2020-01-01', actor: 'exporter', activity: 'export', item: 'lens' });
 * const acme = listedUnder({ name: 'Acme' }, [{ regime: 'us-bis-entity-list', from: '2019-10-09' }]);
 * console.log(ask(book, question, { counterparty: acme }).effect); // licence required
 * ```
 */

export { type Asked, ask, isBarring, negativesFor } from './ask.ts';
export { checkLaw, type LawConcern } from './check-law.ts';
export { boundInWords, type LegalChanges } from './evaluate-provision.ts';
export { computedFacts } from './fact-names.ts';
export { type LadderInput, type LadderStep, ladder } from './ladder.ts';
export { createLawBook, type LawBook } from './law-book.ts';
export { listedUnder, type OwnListing } from './listed-under.ts';
export { type MatrixCell, type MatrixInput, type MatrixRow, matrix, usualActivities } from './matrix.ts';
export { parseRegime } from './parse-regime.ts';
export {
  type PreparedQuestion,
  prepareQuestion,
  type QuestionInput,
  questionInputSchema,
} from './prepare-question.ts';
export { type Reach, reachOf } from './reach.ts';
export type { AssumedLicence, AssumedRule, RuleState, Standing, StandingEntry } from './standing.ts';
