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

/** The versions of one source that count on a day, oldest first; the last one is live. */
export interface Chain<Version extends DatedVersion> {
  readonly source: string;
  readonly versions: readonly Version[];
  /**
   * `extract`: only parts of the list are held, so that an entry that a later version lacks was not necessarily taken
   * off the list.
   */
  readonly completeness: 'whole' | 'extract';
}

/**
 * The chain of each source as known on a day (all versions where no day is given). Extracts count only where no whole
 * version was published by then. Of several versions of one day, the format that the source prefers counts, then the
 * one taken in last.
 */
export function chainsKnownOn<Version extends DatedVersion>(
  versions: readonly Version[],
  known: Day | undefined,
  formatRank: (source: string, format: string) => number,
): Chain<Version>[] {
  const bySource = new Map<string, Version[]>();
  for (const version of versions) {
    if (known !== undefined && version.published > known) continue;
    const same = bySource.get(version.source);
    if (same) same.push(version);
    else bySource.set(version.source, [version]);
  }
  return [...bySource.keys()].sort().map((source) => {
    const held = bySource.get(source)!;
    const whole = held.filter((version) => version.completeness === 'whole');
    const counted = whole.length > 0 ? whole : held;
    return {
      source,
      versions: onePerDay(counted, formatRank),
      completeness: whole.length > 0 ? 'whole' : 'extract',
    };
  });
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
