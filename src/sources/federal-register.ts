import type { Day } from '../model/day.ts';
import { readExactDay } from './written-day.ts';

/**
 * The days of Federal Register citations, earliest first: `84 FR 54004, 10/9/19. 85 FR 34505, 6/5/20`, `Vol. 83, No. 91,
 * 05/10/2018`. These are days of publication; additions to the Entity List take effect on publication unless the rule
 * says otherwise, so the first of them stands for the beginning where a list gives no other day.
 */
export function citedDays(text: string): Day[] {
  const days = new Set<Day>();
  for (const match of text.matchAll(/\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/g)) {
    const day = readExactDay(match[0], 'month first');
    if (day) days.add(day);
  }
  return [...days].sort();
}
