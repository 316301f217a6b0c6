import { type Day, parseApproximateDay } from '../../model/day.ts';
import { Fault } from '../../model/fault.ts';

export interface ReadPeriod {
  readonly period: { readonly from?: Day; readonly until?: Day };
  /** What could not be read; then that end is left open. */
  readonly problem?: string;
  /** The period ends before it begins: whatever it belongs to is not to be used. */
  readonly isInverted: boolean;
}

/**
 * Reads start and end as files write them (`2021`, `2021-03`, `2021-03-04`, with or without time). A year or month stands
 * for its first day as start and for its last as end, so that no day is lost.
 */
export function readPeriod(start: string | undefined, end: string | undefined): ReadPeriod {
  const problems: string[] = [];
  const read = (text: string | undefined, end: 'earliest' | 'latest'): Day | undefined => {
    if (text === undefined || text.trim() === '') return undefined;
    try {
      return parseApproximateDay(text.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1'))[end];
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const from = read(start, 'earliest');
  const until = read(end, 'latest');
  if (from && until && from > until) {
    return { period: {}, problem: `The period ends (${end}) before it begins (${start}).`, isInverted: true };
  }
  return {
    period: { ...(from ? { from } : {}), ...(until ? { until } : {}) },
    ...(problems.length > 0 ? { problem: problems.join(' ') } : {}),
    isInverted: false,
  };
}
