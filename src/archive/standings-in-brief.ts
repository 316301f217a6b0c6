import type { Day } from '../model/day.ts';
import { daysBetween } from '../model/day.ts';
import { namesList } from '../sources/index.ts';
import type { Archive } from './archive.ts';
import type { ListStanding } from './freshness.ts';
import { listStandings } from './list-standings.ts';
import type { VersionRecord } from './storage/version-record.ts';

/**
 * What is wrong with the lists that an answer rests on, short enough to stand in every answer. Empty where all is well.
 * Lists are in order of their ids.
 */
export interface StandingsInBrief {
  /** The day against which staleness is measured. */
  readonly asOf: Day;
  /** Lists of which it is not known what was added or taken off of late: days since each was last known to be current. */
  readonly stale: Readonly<Record<string, number>>;
  /** Lists of which a later version was refused: the published day of the version that stands in for it. */
  readonly standingIn: Readonly<Record<string, Day>>;
  /** Lists that are not held, and so not searched. */
  readonly missing: readonly string[];
  /** Lists of which only a part is held, or rows could not be read: who is not found may still be on them. */
  readonly partial: readonly string[];
}

export interface StandingsQuestion {
  readonly archive: Archive;
  readonly today: Day;
  /** The day that the question is about. */
  readonly on?: Day | undefined;
  readonly known?: Day | undefined;
  /** Only these lists are used. */
  readonly lists?: readonly string[] | undefined;
}

/**
 * The day on which lists have to be current for an answer: the day of knowledge where one is given; else the day asked
 * about, since a list that was current then says all of it; and never a day to come.
 */
export function standingDay({ today, on, known }: Pick<StandingsQuestion, 'today' | 'on' | 'known'>): Day {
  return known ?? (on !== undefined && on < today ? on : today);
}

/** How the lists stand that an answer rests on. */
export function standingsFor(question: StandingsQuestion): ListStanding[] {
  const { archive, known, lists } = question;
  return listStandings(archive, standingDay(question), known).filter(
    ({ source }) => lists === undefined || namesList(lists, source),
  );
}

/** The same in the form in which answers carry it. */
export function standingsInBrief(standings: readonly ListStanding[], asOf: Day): StandingsInBrief {
  const stale: Record<string, number> = {};
  const standingIn: Record<string, Day> = {};
  const missing: string[] = [];
  const partial: string[] = [];
  for (const standing of [...standings].sort((a, b) => (a.source < b.source ? -1 : 1))) {
    const { source, state, live, currentOn, refusals, extra } = standing;
    if (live === undefined) {
      if (!extra) missing.push(source);
      continue;
    }
    if (state === 'stale' && currentOn !== undefined) stale[source] = daysBetween(currentOn, asOf);
    if (refusals.length > 0) standingIn[source] = live.published;
    if (isPartial(live)) partial.push(source);
  }
  return { asOf, stale, standingIn, missing, partial };
}

/** Whether a version has not all entries of its list. */
export function isPartial({ completeness, lost }: Pick<VersionRecord, 'completeness' | 'lost'>): boolean {
  return completeness === 'extract' || lost > 0;
}

/** Lists named in a few words; the others are counted. */
const mostNamed = 3;

/** The same in a few words, for a cell of a table: `as of 2026-11-22: stale un-sc; not held us-sam`. */
export function standingsInWords({ asOf, stale, standingIn, missing, partial }: StandingsInBrief): string {
  const wrongs = [
    ['stale', Object.keys(stale)],
    ['standing in for a refused version', Object.keys(standingIn)],
    ['not held', missing],
    ['held in part', partial],
  ] as const;
  const words = wrongs
    .filter(([, lists]) => lists.length > 0)
    .map(([what, lists]) => {
      const more = lists.length - mostNamed;
      return `${what} ${lists.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    });
  return `as of ${asOf}: ${words.length > 0 ? words.join('; ') : 'all held and current'}`;
}
