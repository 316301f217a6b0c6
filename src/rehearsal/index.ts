export { addBusinessDays, federalHolidays, isBusinessDay } from './business-days.ts';
export type * from './rehearsal.ts';
export { findingsOf, keyDaysOf, type RehearsalInput, type RehearsedWorld, rehearse } from './rehearse.ts';
export {
  type LicenceTemplate,
  parseScenario,
  type Scenario,
  type ScenarioAssumption,
  type ScenarioWords,
  scenarioJsonSchema,
} from './scenario.ts';
export { oncePerAsset } from './totals.ts';
