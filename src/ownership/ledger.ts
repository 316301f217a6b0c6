import { type Day, dayFromNumber, dayNumber } from '../model/day.ts';
import type { PartyId } from '../model/party.ts';
import { openFrom, openUntil } from './graph-builder.ts';
import { periodOn } from './ownership-test.ts';
import { type QuestionOnDay, questionOnDay } from './question-on-day.ts';
import { sharesResult, solve } from './solution.ts';

const linksUpTo = 50_000;
const daysUpTo = 500;

/** A time in which a party was caught by its shares; ends included, an open end absent. */
export interface CaughtPeriod {
  readonly from?: Day;
  readonly until: Day;
}

/**
 * When, up to the day before the question, the shares of `listed` caught the party, the rule being in force. What came
 * into reach then stays blocked after a divestment (OFAC FAQ 402). Where `since` says when a person was listed, earlier
 * days do not count; where it does not, the person is taken as listed throughout, and the reader must check that.
 * Empty for graphs without periods or too large to go through day by day.
 */
export function caughtBefore(
  question: QuestionOnDay,
  listed: readonly number[],
  party: number,
  since: ReadonlyMap<number, Day>,
): readonly CaughtPeriod[] {
  const { graph, test, day } = question;
  if (!graph.from || graph.linkCount > linksUpTo) return [];
  const periods: CaughtPeriod[] = [];
  const changes = changeDays(question, party, [...since.values()].map(dayNumber));
  for (const [index, start] of changes.entries()) {
    const at = start === openFrom ? (changes[index + 1] ?? day) - 1 : start;
    const end = (changes[index + 1] ?? day) - 1;
    const on = dayFromNumber(at);
    const period = periodOn(test, on);
    if (end < at || period?.state !== 'in force') continue;
    const then = listed.filter((person) => (since.get(person) ?? on) <= on);
    const status = solve(questionOnDay(graph, test, period, on), then, []).statusOf(party);
    if (sharesResult(status) !== 'caught') continue;
    periods.push({ ...(start === openFrom ? {} : { from: on }), until: dayFromNumber(end) });
  }
  return joined(periods);
}

/** Days before the question on which something above the party begins, or has just ended; first of them all time before. */
function changeDays(question: QuestionOnDay, party: number, more: readonly number[]): readonly number[] {
  const { graph, day, test } = question;
  const days = new Set<number>([openFrom]);
  const add = (number: number) => {
    if (number < day) days.add(number);
  };
  for (const number of more) add(number);
  for (const period of test.periods) if (period.from) add(dayNumber(period.from));
  const above = new Set([party]);
  for (const wanted of above) {
    for (let link = graph.inStart[wanted]!; link < graph.inStart[wanted + 1]!; link++) {
      if (graph.from![link]! !== openFrom) add(graph.from![link]!);
      if (graph.until![link]! !== openUntil) add(graph.until![link]! + 1);
      above.add(graph.owner[link]!);
    }
    if (days.size > daysUpTo) break;
  }
  return [...days].sort((a, b) => a - b);
}

function joined(periods: readonly CaughtPeriod[]): readonly CaughtPeriod[] {
  const whole: CaughtPeriod[] = [];
  for (const period of periods) {
    const last = whole.at(-1);
    if (last && period.from && dayNumber(last.until) + 1 === dayNumber(period.from)) {
      whole[whole.length - 1] = { ...last, until: period.until };
    } else whole.push(period);
  }
  return whole;
}

/** Ids of listed persons with the day of their listing, as numbers of the graph. */
export function listedSinceNumbers(
  question: QuestionOnDay,
  since: ReadonlyMap<PartyId, Day>,
): ReadonlyMap<number, Day> {
  const numbers = new Map<number, Day>();
  for (const [party, day] of since) {
    const number = question.graph.parties.find(party);
    if (number >= 0) numbers.set(number, day);
  }
  return numbers;
}
