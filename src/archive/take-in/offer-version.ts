import type { Day } from '../../model/day.ts';
import { Fault, type FaultCode } from '../../model/fault.ts';
import { dataSetSource } from '../../sources/index.ts';
import type { Format, Source } from '../../sources/source.ts';
import type { Archive } from '../archive.ts';
import { judgeVersion } from '../guards.ts';
import type { Reading } from '../storage/derive-records.ts';
import { byPublication } from '../storage/ledger.ts';
import { type Refusal, type VersionRecord, versionHash } from '../storage/version-record.ts';

/** A version as it comes in, from a folder or from the network. */
export interface OfferedSet {
  readonly source: Source;
  readonly format: Format;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The published day as far as known before reading; what the file says goes before it. */
  readonly day: Day;
  readonly dayEvidence: VersionRecord['publishedEvidence'];
  readonly completeness: 'whole' | 'extract';
  readonly origin: 'folder' | 'network';
  readonly takenAt: string;
  readonly url?: string;
}

export type Outcome =
  | { readonly state: 'taken in'; readonly version: VersionRecord }
  | { readonly state: 'already held'; readonly version: VersionRecord }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** A version whose bytes are kept and which was read, but which is not live yet. */
export interface ReadVersion {
  readonly record: VersionRecord;
  readonly entries: ReadonlySet<string>;
}

/**
 * Keeps the bytes of a set and reads it. Gives the outcome at once where it is held already or its reader refuses it.
 * `earlier` are versions read in the same run that are not held yet.
 */
export function readOffered(
  archive: Archive,
  set: OfferedSet,
  earlier: readonly ReadVersion[],
): Outcome | ReadVersion {
  const { definition } = set.source;
  const own = definition ? [{ name: definition.name, bytes: Buffer.from(definition.text) }] : [];
  const files = [...set.files, ...own].map((file) => ({
    name: file.name,
    sha256: archive.blobs.put(file.bytes),
    bytes: file.bytes.length,
  }));
  const sha256 = versionHash(files);
  const held = archive.ledger
    .versions()
    .find((version) => version.source === set.source.id && version.sha256 === sha256);
  if (held) return { state: 'already held', version: held };
  const readable = {
    source: set.source.id,
    sha256,
    format: set.format.id,
    files,
    standIns: standInsFor(archive, set, earlier),
  };
  let reading: Reading;
  try {
    reading = archive.derive(readable);
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'AS_STORE') throw error;
    return refuse(
      archive,
      { ...set, sha256, stored: files, published: set.day },
      error.code,
      error.toString(),
    );
  }
  return {
    entries: reading.entries,
    record: {
      ...readable,
      published: reading.facts.published ?? set.day,
      publishedEvidence: reading.facts.published ? 'file' : set.dayEvidence,
      fetchedAt: set.takenAt,
      ...(set.url === undefined ? {} : { url: set.url }),
      counts: { ...reading.facts.counts },
      ...(reading.facts.declared === undefined ? {} : { declared: reading.facts.declared }),
      entries: reading.entries.size,
      issues: reading.issues,
      lost: reading.lost,
      issueList: [...reading.issueList],
      completeness: set.completeness,
      origin: set.origin,
    },
  };
}

/** Lets a version that was read go live, or refuses it. To be called in order of published day. */
export function settle(archive: Archive, read: ReadVersion, lossAccepted: boolean): Outcome {
  const { record } = read;
  const source = archive.source(record.source) ?? dataSetSource(record.source)!;
  const held = archive.ledger.versions().filter((version) => version.source === record.source);
  const whole = held.filter((version) => version.completeness === 'whole');
  const previous = whole.filter((version) => version.published <= record.published).at(-1);
  const extract = held
    .filter((version) => version.completeness === 'extract' && version.published <= record.published)
    .sort((a, b) => b.entries - a.entries)[0];
  const verdict = judgeVersion({
    offered: { ...record, entries: read.entries },
    previous: previous && {
      published: previous.published,
      entries: new Set(archive.eachLine(previous).map((line) => line.entry)),
    },
    extract: extract && { published: extract.published, size: extract.entries },
    newest: whole.at(-1)?.published,
    mayLosePercent: source.mayLosePercent,
    mayBeOlder: record.origin === 'folder',
    lossAccepted,
  });
  if (!verdict.taken) {
    return refuse(archive, { ...record, source, stored: record.files }, verdict.code, verdict.reason);
  }
  archive.ledger.addVersion(record);
  return { state: 'taken in', version: record };
}

/** Writes down a refusal, once: the same bytes refused again for the same reason change nothing. */
export function refuse(
  archive: Archive,
  offered: {
    readonly source: Source;
    readonly sha256: string;
    readonly stored: Refusal['files'];
    readonly published: Day;
    readonly takenAt?: string;
    readonly fetchedAt?: string;
    readonly url?: string;
  },
  code: FaultCode,
  reason: string,
): Outcome {
  const { source, sha256 } = offered;
  const known = archive.ledger
    .refusals()
    .find(
      (refusal) => refusal.source === source.id && refusal.sha256 === sha256 && refusal.reason === reason,
    );
  if (known) return { state: 'refused', refusal: known };
  const standing = archive.ledger
    .versions()
    .filter((version) => version.source === source.id)
    .filter((version) => code === 'AS_LIST_OLDER' || version.published <= offered.published)
    .sort(byPublication)
    .at(-1);
  const refusal: Refusal = {
    source: source.id,
    sha256,
    code,
    reason,
    published: offered.published,
    refusedAt: offered.takenAt ?? offered.fetchedAt ?? '',
    ...(offered.url === undefined ? {} : { url: offered.url }),
    files: offered.stored,
    ...(standing ? { standingIn: { sha256: standing.sha256, published: standing.published } } : {}),
  };
  archive.ledger.addRefusal(refusal);
  return { state: 'refused', refusal };
}

/**
 * For each file of the format that the set lacks, the same file of the version before: without its aliases a list would
 * lose true matches. What stands in is named in the version and in every answer that rests on it.
 */
function standInsFor(
  archive: Archive,
  set: OfferedSet,
  earlier: readonly ReadVersion[],
): VersionRecord['standIns'] {
  if (set.completeness === 'extract') return [];
  const before = [...archive.ledger.versions(), ...earlier.map((read) => read.record)]
    .filter(
      (version) =>
        version.source === set.source.id &&
        version.format === set.format.id &&
        version.completeness === 'whole' &&
        version.published < set.day,
    )
    .sort(byPublication)
    .reverse();
  return set.format.files.slice(1).flatMap(({ pattern }) => {
    if (set.files.some((file) => pattern.test(file.name))) return [];
    for (const version of before) {
      const file = version.files.find((candidate) => pattern.test(candidate.name));
      if (file) return [{ name: file.name, sha256: file.sha256, published: version.published }];
    }
    return [];
  });
}
