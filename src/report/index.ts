export { calendarOf } from './calendar.ts';
export { type Duty, type DutyGroup, duties, dutyOf, groupByDuty } from './duties.ts';
export { type EffectLook, effectLooks } from './effect-look.ts';
export { type EvidenceForm, type EvidenceInput, evidenceForms, evidencePackHtml } from './evidence-pack.ts';
export {
  type EvidencePack,
  type EvidencePackForm,
  type EvidencePackInput,
  type ExaminedThing,
  evidenceForm,
  evidencePack,
  evidencePackForms,
} from './evidence-pack-content.ts';
export { evidencePackCsv } from './evidence-pack-csv.ts';
export { evidencePackPage } from './evidence-pack-page.ts';
export { type ChangeGroup, groupChanges } from './group-changes.ts';
export { type OpenQuestion, openQuestions } from './open-questions.ts';
export { type ReportInput, reportHtml } from './report.ts';
export {
  foremost,
  layoutShockMap,
  type PlacedLabel,
  type PlacedMark,
  type ShockLayout,
} from './shock-layout.ts';
export { type Mark, rings, type ShockMap, shockMap } from './shock-map.ts';
export { describeMark, shockMapSvg } from './shock-svg.ts';
export { changesCsv, plainAmount } from './tables.ts';
export type { TimelineBar } from './timeline.ts';
export { type ReasonValue, valueByReason } from './value-by-reason.ts';
