export { calendarOf } from './calendar.ts';
export { type EffectLook, effectLooks } from './effect-look.ts';
export { type ReportInput, reportHtml } from './report.ts';
export { type Mark, rings, type ShockMap, shockMap, shockMapSvg } from './shock-map.ts';
export { changesCsv, plainAmount } from './tables.ts';
