export { calendarOf } from './calendar.ts';
export { type BriefEffect, dealingsInBrief } from './dealings-in-brief.ts';
export { type EffectLook, effectLooks } from './effect-look.ts';
export { evidencePackCsv } from './evidence-pack/csv.ts';
export type { ExaminedThing } from './evidence-pack/examine.ts';
export { type EvidencePackForm, evidenceForm, evidencePackForms } from './evidence-pack/forms.ts';
export type { EvidencePackInput } from './evidence-pack/input.ts';
export { type EvidencePack, evidencePack } from './evidence-pack/pack.ts';
export { evidencePackPage } from './evidence-pack/page.ts';
export { findingCsvLine, findingsCsvHead, unsettledCsvLine } from './findings-csv.ts';
export { type ChangeGroup, groupChanges } from './group-changes.ts';
export { tiesByConfidence } from './how-sure.ts';
export { type OpenQuestion, openQuestions } from './open-questions.ts';
export { countryOfPlace } from './published-maps.ts';
export { reportHtml } from './report.ts';
export type { ReportInput } from './report-input.ts';
export {
  foremost,
  layoutShockMap,
  type PlacedLabel,
  type PlacedMark,
  type ShockLayout,
} from './shock-layout.ts';
export { type Mark, rings, type ShockMap, shockMap } from './shock-map.ts';
export { describeMark, shockMapSvg } from './shock-svg.ts';
export { supposedInBrief } from './supposed.ts';
export { changesCsv, plainAmount } from './tables.ts';
export type { TimelineBar } from './timeline.ts';
export { type ReasonValue, valueByReason } from './value-by-reason.ts';
