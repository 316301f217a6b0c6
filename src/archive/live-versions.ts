import type { Day } from '../model/day.ts';

/** What is asked of a version to tell whether it counts. */
export interface DatedVersion {
  readonly source: string;
  readonly published: Day;
  readonly fetchedAt: string;
  readonly sha256: string;
  readonly format: string;
  readonly completeness: 'whole' | 'extract';
}

/**
 * The versions of one source that count on a day, oldest first. A whole version says of every entry that it is on the
 * list or not; an extract only adds what it has.
 */
export interface Chain<Version extends DatedVersion> {
  readonly source: string;
  readonly versions: readonly Version[];
  /** The last whole version; the last extract where there is none. */
  readonly live: Version;
  /** Extracts published after the live version, which add to it. */
  readonly later: readonly Version[];
}

/**
 * The chain of each source as known on a day (all versions where no day is given). Of several whole versions of one day,
 * the format that the source prefers counts, then the one taken in last; extracts of a day all count.
 */
export function chainsKnownOn<Version extends DatedVersion>(
  versions: readonly Version[],
  known: Day | undefined,
  formatRank: (source: string, format: string) => number,
): Chain<Version>[] {
  const bySource = Map.groupBy(
    versions.filter((version) => known === undefined || version.published <= known),
    (version) => version.source,
  );
  return [...bySource.keys()].sort().map((source) => {
    const held = bySource.get(source)!;
    const whole = onePerDay(
      held.filter((version) => version.completeness === 'whole'),
      formatRank,
    );
    const counted = [...whole, ...held.filter((version) => version.completeness === 'extract')].sort(byDay);
    const live = whole.at(-1) ?? counted.at(-1)!;
    return { source, versions: counted, live, later: counted.slice(counted.indexOf(live) + 1) };
  });
}

/** On one day the whole version comes first, so that the extract can add to it. */
function byDay(a: DatedVersion, b: DatedVersion): number {
  const left = [a.published, a.completeness === 'whole' ? '0' : '1', a.format, a.sha256];
  const right = [b.published, b.completeness === 'whole' ? '0' : '1', b.format, b.sha256];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

function onePerDay<Version extends DatedVersion>(
  versions: readonly Version[],
  formatRank: (source: string, format: string) => number,
): Version[] {
  const best = new Map<Day, Version>();
  for (const version of versions) {
    const other = best.get(version.published);
    if (!other || isPreferred(version, other, formatRank)) best.set(version.published, version);
  }
  return [...best.values()].sort((a, b) => (a.published < b.published ? -1 : 1));
}

function isPreferred<Version extends DatedVersion>(
  version: Version,
  other: Version,
  formatRank: (source: string, format: string) => number,
): boolean {
  const rank = formatRank(version.source, version.format) - formatRank(other.source, other.format);
  if (rank !== 0) return rank < 0;
  if (version.fetchedAt !== other.fetchedAt) return version.fetchedAt > other.fetchedAt;
  return version.sha256 > other.sha256;
}
