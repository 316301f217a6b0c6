/**
 * The archive: every version of every list by its hash, the register as known on a day, and what changed between days.
 * See `docs/archive.md`.
 */
export { type Archive, openArchive, type ReadableVersion } from './archive.ts';
export { type Change, type ChangeKind, changeKinds, compareRecords } from './delta/compare-records.ts';
export { deltaCsv, type TouchesOf } from './delta/delta-csv.ts';
export { deltaHtml } from './delta/delta-html.ts';
export { diffLists, type ListDelta } from './delta/diff-lists.ts';
export {
  diffSince,
  type ListSince,
  type SeenVersions,
  type VersionMark,
  versionsSeen,
} from './delta/diff-since.ts';
export { diffVersions, type EntryDelta } from './delta/diff-versions.ts';
export { type FetchedList, type FetchOptions, fetchLists } from './fetch/fetch-lists.ts';
export { type PostOptions, postJson } from './fetch/post-json.ts';
export { type ListSettings, listSettingsSchema, readListSettings } from './fetch/settings.ts';
export { type ListStanding, requireLists, standingOf } from './freshness.ts';
export { longestUnused, markUsed } from './last-used.ts';
export { listStandings } from './list-standings.ts';
export { type Chain, chainsKnownOn } from './live-versions.ts';
export { checkNamedLists } from './named-lists.ts';
export {
  type OpenRegisterOptions,
  openRegister,
  type RegisterToOpen,
  registerToOpen,
} from './open-register.ts';
export { keepOwnList } from './own-lists.ts';
export { buildRegister, type RegisterInput } from './register/build-register.ts';
export {
  isPartial,
  type StandingsInBrief,
  standingDay,
  standingsFor,
  standingsInBrief,
  standingsInWords,
} from './standings-in-brief.ts';
export { makeFolder, writeDurably } from './storage/durable-file.ts';
export type { Check, Refusal, VersionRecord } from './storage/version-record.ts';
export type { Outcome } from './take-in/offer-version.ts';
export { type TakeInOptions, type TakeInResult, type TakenSet, takeIn } from './take-in/take-in.ts';
