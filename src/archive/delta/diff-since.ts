import type { Day } from '../../model/day.ts';
import { namesList } from '../../sources/index.ts';
import type { Archive } from '../archive.ts';
import type { Chain } from '../live-versions.ts';
import type { VersionLine } from '../register/entry-history.ts';
import { recordOf } from '../storage/record-lines.ts';
import type { VersionRecord } from '../storage/version-record.ts';
import { noticesOf } from './diff-lists.ts';
import { diffVersions, type EntryDelta } from './diff-versions.ts';

/** A version by what names it for good. */
export interface VersionMark {
  readonly published: Day;
  readonly sha256: string;
}

/** What changed on one list since the versions that somebody has seen of it. */
export interface ListSince {
  readonly source: string;
  readonly title: string;
  /** The versions seen; empty for a list of which none was, all of whose entries are new then. */
  readonly before: readonly VersionMark[];
  /** The versions that together say who is on the list now. */
  readonly now: readonly VersionMark[];
  /** Hashes of versions seen that are not held any more: then nothing can be compared, and `entries` is empty. */
  readonly lost: readonly string[];
  readonly entries: readonly EntryDelta[];
  /** What a reader must know to read the changes aright. */
  readonly notices: readonly string[];
}

/** The versions seen of each list, by hash. */
export type SeenVersions = Readonly<Record<string, readonly string[]>>;

/** The versions seen when all that counted on a day was; without a day, all that is held. */
export function versionsSeen(archive: Archive, on?: Day): SeenVersions {
  return Object.fromEntries(
    archive.chains(on).map((chain) => [chain.source, standingVersions(chain).map(({ sha256 }) => sha256)]),
  );
}

/**
 * Compares, list by list, what stands now with the versions seen, by hash: two versions of one day are two. Extracts
 * published after a whole version add to it; of a list held in extracts only, all of them count, and nobody is ever taken
 * off it.
 */
export function diffSince(archive: Archive, seen: SeenVersions, lists?: readonly string[]): ListSince[] {
  const held = new Map(archive.ledger.versions().map((version) => [version.sha256, version]));
  return archive
    .chains()
    .filter(({ source }) => lists === undefined || namesList(lists, source))
    .map((chain): ListSince => {
      const { source } = chain;
      const now = standingVersions(chain);
      const hashes = seen[source] ?? [];
      const before = hashes.flatMap((hash) => held.get(hash) ?? []);
      const lost = hashes.filter((hash) => !held.has(hash));
      const isSame = hashes.length === now.length && now.every(({ sha256 }) => hashes.includes(sha256));
      const [old, last] = [before.at(-1), now.at(-1)!];
      return {
        source,
        title: archive.source(source)?.title ?? source,
        before: before.map(mark),
        now: now.map(mark),
        lost,
        entries: isSame || lost.length > 0 ? [] : diffVersions(joined(archive, before), joined(archive, now)),
        notices: isSame || old === undefined ? [] : noticesOf(old, last),
      };
    });
}

/** The versions that together say who is on a list: the live one with the extracts that add to it. */
function standingVersions({ live, later, versions }: Chain<VersionRecord>): readonly VersionRecord[] {
  return live.completeness === 'whole' ? [live, ...later] : versions;
}

function mark({ published, sha256 }: VersionRecord): VersionMark {
  return { published, sha256 };
}

/** The entries of several versions, the later statement in place of the earlier. */
function joined(archive: Archive, versions: readonly VersionRecord[]): Iterable<VersionLine> {
  const entries = new Map<string, VersionLine>();
  for (const version of versions) {
    for (const line of archive.eachLine(version)) {
      entries.set(line.entry, { entry: line.entry, content: line.content, record: () => recordOf(line) });
    }
  }
  return entries.values();
}
