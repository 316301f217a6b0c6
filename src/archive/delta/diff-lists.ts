import type { Day } from '../../model/day.ts';
import { namesList } from '../../sources/index.ts';
import type { Archive } from '../archive.ts';
import { recordOf } from '../storage/record-lines.ts';
import type { VersionRecord } from '../storage/version-record.ts';
import { diffVersions, type EntryDelta } from './diff-versions.ts';

/** A version as a delta names it. */
export interface DeltaVersion {
  readonly published: Day;
  readonly sha256: string;
  readonly format: string;
  readonly entries: number;
}

/** What changed on one list between two days. */
export interface ListDelta {
  readonly source: string;
  readonly title: string;
  /** The version that counted on the first and on the last day; absent where none was held for it. */
  readonly from?: DeltaVersion;
  readonly to?: DeltaVersion;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly entries: readonly EntryDelta[];
  /** What a reader must know to read the numbers aright. */
  readonly notices: readonly string[];
}

/** Compares, list by list, what counted on two days. Lists without any version by the later day are left out. */
export function diffLists(archive: Archive, from: Day, to: Day, lists?: readonly string[]): ListDelta[] {
  const before = new Map(archive.chains(from).map((chain) => [chain.source, chain]));
  const deltas: ListDelta[] = [];
  for (const chain of archive.chains(to)) {
    if (lists && !namesList(lists, chain.source)) continue;
    const old = before.get(chain.source)?.live;
    const now = chain.live;
    const title = archive.source(chain.source)?.title ?? chain.source;
    const base = { source: chain.source, title, to: deltaVersion(now) };
    if (!old) {
      const notices = [`No version published by ${from} is held, so nothing can be compared.`];
      deltas.push({ ...base, added: 0, removed: 0, changed: 0, entries: [], notices });
      continue;
    }
    const entries = old.sha256 === now.sha256 ? [] : diffVersions(lines(archive, old), lines(archive, now));
    const count = (state: EntryDelta['state']) => entries.filter((entry) => entry.state === state).length;
    deltas.push({
      ...base,
      from: deltaVersion(old),
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      entries,
      notices: [...noticesOf(old, now), ...chain.later.map(laterNotice)],
    });
  }
  return deltas;
}

function* lines(archive: Archive, version: VersionRecord) {
  for (const line of archive.eachLine(version)) {
    yield { entry: line.entry, content: line.content, record: () => recordOf(line) };
  }
}

function deltaVersion({ published, sha256, format, entries }: VersionRecord): DeltaVersion {
  return { published, sha256, format, entries };
}

function laterNotice(version: VersionRecord): string {
  return `The extract of ${version.published} is not compared: it is a part of the list only.`;
}

/** What a reader must know to compare two versions of a list. */
export function noticesOf(old: VersionRecord, now: VersionRecord): string[] {
  const notices: string[] = [];
  if (old.format !== now.format) {
    notices.push(
      `The versions are in different formats (${old.format}, ${now.format}); some changes may be of the form only.`,
    );
  }
  if (old.completeness === 'extract' || now.completeness === 'extract') {
    notices.push('An extract is compared: what it lacks was not necessarily taken off the list.');
  }
  for (const version of [old, now]) {
    for (const file of version.standIns) {
      notices.push(
        `The version of ${version.published} came without ${file.name}; that of ${file.published} stands in.`,
      );
    }
  }
  return notices;
}
