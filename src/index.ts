/**
 * Aftershock as a library: the casebook, an archive of official lists, and every room opened and put together.
 *
 * ```ts
 * import { type Day, openEngine } from 'aftershock';
 *
 * const engine = openEngine({ home: '.aftershock', today: '2026-11-22' as Day });
 * const { portfolio } = engine.portfolio('harlow-prairie-school-district');
 * const { scenario, changes } = engine.rehearse(engine.scenario('hikvision-sdn'), portfolio);
 * console.log(scenario.title); // Hikvision on the SDN list
 * console.log(changes.some(({ before, after }) => before !== 'blocked' && after === 'blocked')); // true
 * ```
 *
 * Each room is usable alone: `aftershock/match`, `aftershock/law`, `aftershock/ownership` and `aftershock/sources` load
 * nothing of the others. The service is not in here: `aftershock serve` starts it.
 */
export {
  type Archive,
  deltaCsv,
  deltaHtml,
  diffLists,
  fetchLists,
  type ListDelta,
  type ListStanding,
  listStandings,
  openArchive,
  openRegister,
  readListSettings,
  type TakeInResult,
  takeIn,
} from './archive/index.ts';
export { type Casebook, findParty, loadCasebook, packagedCasebook, partyPage } from './casebook/index.ts';
export {
  type Engine,
  type EngineOptions,
  engineVersion,
  openEngine,
  recordOfRehearsals,
  rehearsalReport,
  replayRehearsals,
} from './engine/index.ts';
export * as equipment from './equipment/index.ts';
export { expose, type World } from './exposure/index.ts';
export * as law from './law/index.ts';
export * as match from './match/index.ts';
export type * from './model/index.ts';
export { dayInWords, Fault, faultCodes, parseDay, percentText } from './model/index.ts';
export * as ownership from './ownership/index.ts';
export * as portfolio from './portfolio/index.ts';
export { parseScenario, type Rehearsal, type Scenario, scenarioJsonSchema } from './rehearsal/index.ts';
export { calendarOf, changesCsv, reportHtml } from './report/index.ts';
export * as sources from './sources/index.ts';
