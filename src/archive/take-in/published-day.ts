import { type Day, isDay, parseApproximateDay } from '../../model/day.ts';

/**
 * The published day that a path tells, the innermost part first: `ofac-sdn/2023-12-28/sdn.csv`,
 * `uflpa-entity-list-2026-07-09.html`. Of a month or year alone its last day counts, so that nothing is taken for known
 * before it was. Undefined where no part has a date.
 */
export function dayOfPath(path: string): Day | undefined {
  const parts = path.split(/[\\/]/).reverse();
  for (const pattern of [/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, /(?<!\d)(?:19|20)\d{2}-\d{2}(?![-\d])/g]) {
    for (const part of parts) {
      for (const text of part.match(pattern) ?? []) {
        const day = lastDayOf(text);
        if (day) return day;
      }
    }
  }
  for (const part of parts) {
    const american = /(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/.exec(part);
    const day = american && `${american[3]}-${american[1]}-${american[2]}`;
    if (day && isDay(day)) return day;
  }
  for (const part of parts) {
    const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(part)?.[0];
    if (year) return lastDayOf(year);
  }
  return undefined;
}

function lastDayOf(text: string): Day | undefined {
  try {
    return parseApproximateDay(text).latest;
  } catch {
    return undefined;
  }
}

/** Whether a path says of itself that it holds a part of a list only. */
export function isExtractPath(path: string): boolean {
  return /(^|[-_.\\/ ])(extracts?|excerpts?|samples?|examples?|derived)([-_.\\/ 0-9]|$)/i.test(path);
}
