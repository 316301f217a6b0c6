export { type Engine, type EngineOptions, engineVersion, openEngine, reportFolder } from './engine.ts';
export { type OpenedPortfolio, openPortfolio, parseManifest } from './portfolios.ts';
export { rehearsalReport } from './rehearsal-report.ts';
export { shippedScenarios } from './scenarios.ts';
