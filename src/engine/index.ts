export { type Touched, type TouchingDelta, type TouchingEntry, touchingDeltas } from './delta-touches.ts';
export { type Engine, type EngineOptions, engineVersion, openEngine, reportFolder } from './engine.ts';
export { readText } from './files.ts';
export { type OpenedPortfolio, openPortfolio, parseManifest } from './portfolios.ts';
export { type Replay, recordOfRehearsals, replayRehearsals } from './rehearsal-record.ts';
export { epicentreOf, rehearsalReport } from './rehearsal-report.ts';
export { scenarioWords, shippedScenarios } from './scenarios.ts';
export { answerRow, type ScreenContext } from './screening/answer-row.ts';
export { readScreenRows, type ScreenRow } from './screening/read-rows.ts';
