/**
 * The name engine alone: build from any list of parties, search, explain. Pure: no clock, file or network.
 *
 * ```ts
 * import { NameMatcher } from 'aftershock/match';
 *
 * const matcher = NameMatcher.of([
 *   { id: 'a', kind: 'company', names: [{ text: 'Hangzhou Hikvision Digital Technology', kind: 'primary' }] },
 *   { id: 'b', kind: 'company', names: [{ text: '浙江大华技术股份有限公司', kind: 'primary' }] },
 * ]);
 * for (const query of ['Hik-Vision Digital Tech', 'Zhejiang Dahua Technology Co., Ltd.'])
 *   console.log(matcher.search(query).map(({ id, matched }) => `${id}: ${matched.name}`).join());
 * // a: Hangzhou Hikvision Digital Technology
 * // b: 浙江大华技术股份有限公司
 * ```
 */
export { brierScore, isotonicFit, labelledStrengths } from './accuracy/calibrate.ts';
export { type EvidencePair, evidencePairs } from './accuracy/evidence-pairs.ts';
export { type AccuracyReport, measureAccuracy } from './accuracy/measure.ts';
export { mutations } from './accuracy/mutations.ts';
export { nearMisses, recombinedPersons } from './accuracy/negatives.ts';
export { reportCells, reportPage, reportTable } from './accuracy/report-text.ts';
export { SeededRandom } from './accuracy/seeded-random.ts';
export { type Comparison, compareParties } from './compare.ts';
export { kindOfWord, partyOfEntityLine } from './entity-line.ts';
export type { EvidenceCode, EvidenceOutcome, EvidencePiece } from './evidence.ts';
export { queryOfProperties } from './ftm-query.ts';
export { kindOfSchema, type MatchKind, matchKinds, type QueryKind, queryKindOfSchema } from './kind.ts';
export type { ListedParty, PartyFacts } from './listed-party.ts';
export { listedParty, type Match, type MatchOptions, type MatchQuery, NameMatcher } from './matcher.ts';
export type { Hit } from './name-search.ts';
export { OfacLikeMatcher } from './ofac-like.ts';
export type { Piece, WordCode } from './pieces.ts';
export { presets, type Settings, standardSettings } from './settings.ts';
