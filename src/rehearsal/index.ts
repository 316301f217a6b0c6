export { addBusinessDays, federalHolidays, isBusinessDay } from './business-days.ts';
export type * from './money-view.ts';
export { parseScenario } from './parse-scenario.ts';
export { type Price, parsePrices } from './price-list.ts';
export type * from './rehearsal.ts';
export { findingsOf, keyDaysOf, type RehearsalInput, type RehearsedWorld, rehearse } from './rehearse.ts';
export type { LicenceTemplate, Scenario, ScenarioAssumption, ScenarioWords } from './scenario.ts';
export { scenarioJsonSchema } from './scenario-file.ts';
export { oncePerAsset } from './totals.ts';
