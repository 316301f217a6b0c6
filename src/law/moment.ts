import { addDays, type Day, dayInWords, type Moment } from '../model/index.ts';
import type { StandingEntry } from './standing.ts';

/** When a moment is: between two days, both included; equal where it is exact. */
export interface Resolved {
  readonly earliest: Day;
  readonly latest: Day;
  readonly text: string;
}

type Clock = Pick<StandingEntry, 'from' | 'dates'> | undefined;

/** The moment in the calendar, or undefined where it hangs on a listing without a date. */
export function resolveMoment(moment: Moment, listing: Clock): Resolved | undefined {
  if (typeof moment === 'string') {
    if (moment !== 'listing') return exact(moment);
    return listing?.from === undefined ? undefined : exact(listing.from);
  }
  if ('earliest' in moment) return moment;
  for (const name of moment.or ?? []) {
    const day = listing?.dates?.[name];
    if (day !== undefined) return exact(moment.dayBefore ? addDays(day, -1) : day);
  }
  if (listing?.from === undefined) return undefined;
  return exact(addDays(listing.from, moment.after - (moment.dayBefore ? 1 : 0)));
}

function exact(day: Day): Resolved {
  return { earliest: day, latest: day, text: day };
}

/** `3 June 2022`, or the words of the source where the day is not exact. */
export function momentInWords({ earliest, latest, text }: Resolved): string {
  return earliest === latest ? dayInWords(earliest) : text;
}

export type InTime =
  | { readonly kind: 'in force'; readonly from?: Resolved; readonly until?: Resolved }
  | { readonly kind: 'not yet' | 'over' | 'open'; readonly at: Resolved };

/** Whether `on` lies between two moments, both ends included. `open` where a rough day leaves it open. */
export function inTime(on: Day, from: Moment | undefined, until: Moment | undefined, listing: Clock): InTime {
  const start = from === undefined ? undefined : resolveMoment(from, listing);
  const end = until === undefined ? undefined : resolveMoment(until, listing);
  if (start && on < start.earliest) return { kind: 'not yet', at: start };
  if (end && on > end.latest) return { kind: 'over', at: end };
  if (start && on < start.latest) return { kind: 'open', at: start };
  if (end && on > end.earliest) return { kind: 'open', at: end };
  return { kind: 'in force', ...(start ? { from: start } : {}), ...(end ? { until: end } : {}) };
}
