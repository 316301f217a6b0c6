export { type StampedAnswer, stamped, withNamesakes, worldUnder } from './asked-question.ts';
export { type Touched, type TouchingDelta, type TouchingEntry, touchingDeltas } from './delta-touches.ts';
export { type Engine, type EngineOptions, openEngine, reportFolder } from './engine.ts';
export { engineVersion } from './engine-version.ts';
export { fileChunks, largeTextFile } from './file-chunks.ts';
export { readBytes, readText } from './files.ts';
export { heldRegister, openHeldRegister } from './held-register.ts';
export {
  type HeldIdentifier,
  identifiersLike,
  plainIdentifier,
  prepareIdentifiers,
} from './identifier-index.ts';
export { type DeviceLineForm, deviceLine, deviceTableHead } from './inventory/device-line.ts';
export {
  type ExposedInventory,
  exposeInventory,
  identifyInventory,
  type LargeInventory,
  openLargeInventory,
} from './inventory/large-inventory.ts';
export { needsNameIndex, openNameFinder } from './names/name-finder.ts';
export { type Namesake, namesakesOf } from './namesakes.ts';
export { ouiRegistry } from './oui-registry.ts';
export { type OpenedPortfolio, openPortfolio, parseManifest } from './portfolios.ts';
export {
  circumstances,
  onlyNamed,
  type Replay,
  recordedSettings,
  recordOfRehearsals,
  replayRehearsals,
} from './rehearsal-record.ts';
export { epicentreOf, rehearsalReport, supposedBy } from './rehearsal-report.ts';
export { scenarioWords, shippedScenarios } from './scenarios.ts';
export { answerRow, type ScreenContext } from './screening/answer-row.ts';
export { askedParty, screenedParty } from './screening/asked-party.ts';
export { withIdentifiersNamed } from './screening/by-identifier.ts';
export { readScreenRows, type ScreenRow } from './screening/read-rows.ts';
export type { Alert } from './watch/alert.ts';
export type { Meaning } from './watch/meaning.ts';
export { takeRunLock } from './watch/run-lock.ts';
export {
  findChanges,
  type ListLook,
  type WatchedTarget,
  type WatchFound,
  type WatchTarget,
  watchFolder,
} from './watch/watch-run.ts';
