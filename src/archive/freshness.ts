import { addDays, type Day, dayInWords, daysBetween } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import type { Source } from '../sources/source.ts';
import type { Chain } from './live-versions.ts';
import { unknownList } from './named-lists.ts';
import type { Check, Refusal, VersionRecord } from './storage/version-record.ts';

/** How a list stands on a day. */
export interface ListStanding {
  readonly source: string;
  readonly title: string;
  /** `not held`: no version at all. `stale`: not known to be current within its expected freshness. */
  readonly state: 'fresh' | 'stale' | 'not held';
  readonly live?: VersionRecord;
  /** Nothing is missing where it is not held. */
  readonly extra?: true;
  readonly versions: number;
  /** The last day on which the live version was known to be the current one. */
  readonly currentOn?: Day;
  readonly staleSince?: Day;
  /** Later versions that were refused, so that the live one stands in for them. */
  readonly refusals: readonly Refusal[];
  readonly lastCheck?: Check;
  /** What a reader must know, one sentence each; empty where all is well. */
  readonly warnings: readonly string[];
}

export interface StandingQuestion {
  readonly source: Source;
  /** The versions that count, where there are any. */
  readonly chain: Chain<VersionRecord> | undefined;
  readonly refusals: readonly Refusal[];
  readonly check?: Check | undefined;
  readonly today: Day;
}

/** How a list stands: fresh, stale or missing, and what of it was refused. */
export function standingOf(question: StandingQuestion): ListStanding {
  const { source, chain, today } = question;
  const live = chain?.live;
  const base = {
    source: source.id,
    title: source.title,
    versions: chain?.versions.length ?? 0,
    ...(question.check ? { lastCheck: question.check } : {}),
    ...(source.extra ? { extra: source.extra } : {}),
  };
  const refusals = question.refusals.filter((refusal) => isOpen(refusal, live));
  if (!live) {
    const warnings = [`${source.id} is not held.`, ...refusals.map((refusal) => refusalSentence(refusal))];
    return { ...base, state: 'not held', refusals, warnings };
  }
  const currentOn = lastCurrent(live, question.check);
  const staleSince = addDays(currentOn, source.freshnessDays + 1);
  const isStale = today >= staleSince;
  const warnings: string[] = [];
  if (isStale) {
    warnings.push(
      `${source.id} is stale: the version of ${dayInWords(live.published)} was last known to be current ` +
        `${daysBetween(currentOn, today)} days ago; expected within ${source.freshnessDays}.`,
    );
  }
  for (const refusal of refusals) warnings.push(`${refusalSentence(refusal)} ${standsIn(live)}`);
  const later = chain?.later ?? [];
  if (later.length > 0) {
    const days = later.map((extract) => dayInWords(extract.published)).join(', ');
    const adds = later.length === 1 ? `the extract of ${days} adds` : `the extracts of ${days} add`;
    warnings.push(
      `${source.id}: ${adds} to the version of ${dayInWords(live.published)}; ` +
        'who was taken off in between does not show.',
    );
  }
  if (live.completeness === 'extract') {
    warnings.push(`${source.id} is held as an extract only: who is not in it may still be on the list.`);
  }
  if (live.standIns.length > 0) {
    const files = live.standIns.map((file) => `${file.name} of ${dayInWords(file.published)}`).join(', ');
    warnings.push(
      `${source.id} of ${dayInWords(live.published)} came without all its files; standing in: ${files}.`,
    );
  }
  if (live.lost > 0)
    warnings.push(`${source.id}: ${live.lost} rows of the version in use could not be read.`);
  return { ...base, state: isStale ? 'stale' : 'fresh', live, currentOn, staleSince, refusals, warnings };
}

/** A refusal matters until a version is held that was published later or, where days do not tell, taken in later. */
function isOpen(refusal: Refusal, live: VersionRecord | undefined): boolean {
  if (!live) return true;
  if (refusal.sha256 === live.sha256) return false;
  const isOlder = refusal.code === 'AS_LIST_OLDER';
  if (!isOlder && refusal.published !== undefined && refusal.published !== live.published) {
    return refusal.published > live.published;
  }
  return refusal.refusedAt > live.fetchedAt;
}

function refusalSentence(refusal: Refusal): string {
  const day =
    refusal.published === undefined ? 'a version' : `the version of ${dayInWords(refusal.published)}`;
  return `${refusal.source}: ${day} was refused. ${refusal.reason}`;
}

function standsIn(live: VersionRecord): string {
  return `Standing in: the version of ${dayInWords(live.published)}.`;
}

/** A publisher that answers "unchanged" today says that the version held is today's. */
function lastCurrent(live: VersionRecord, check: Check | undefined): Day {
  const days: Day[] = [live.published];
  if (live.origin === 'network') days.push(live.fetchedAt.slice(0, 10) as Day);
  if (check && (check.outcome === 'unchanged' || check.outcome === 'new version')) {
    days.push(check.checkedAt.slice(0, 10) as Day);
  }
  return days.sort().at(-1)!;
}

/**
 * For `--require`: throws where one of the lists is not held (`AS_LIST_MISSING`) or stale (`AS_LIST_STALE`), so that a
 * screening without it fails instead of finding nothing.
 */
export function requireLists(standings: readonly ListStanding[], required: readonly string[]): void {
  for (const id of required) {
    const standing = standings.find((candidate) => candidate.source === id);
    if (!standing) {
      throw unknownList(
        id,
        standings.map((candidate) => candidate.source),
      );
    }
    if (standing.state === 'not held') {
      throw new Fault('AS_LIST_MISSING', `The list ${id} is required and not held.`, {
        remedy: `Run "aftershock update --only ${id}", or give its file with --from.`,
      });
    }
    if (standing.state === 'stale') {
      throw new Fault('AS_LIST_STALE', `The list ${id} is required. ${standing.warnings[0]}`, {
        remedy: `Run "aftershock update --only ${id}", or give its file with --from.`,
      });
    }
  }
}
