import { existsSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import {
  sources as allSources,
  dataSetSource,
  type Format,
  type Source,
  type SourceFile,
} from '../sources/index.ts';
import { heldDataSets } from './held-data-sets.ts';
import { type Chain, chainsKnownOn } from './live-versions.ts';
import { ownLists } from './own-lists.ts';
import { type Blobs, openBlobs, sha256Of } from './storage/blobs.ts';
import { deriveRecords, eachRecordLine, type Reading, readRecordLines } from './storage/derive-records.ts';
import { clearTemporaryFiles } from './storage/durable-file.ts';
import { readersFingerprint } from './storage/fingerprint.ts';
import { type Ledger, openLedger } from './storage/ledger.ts';
import type { RecordLine } from './storage/record-lines.ts';
import type { VersionRecord } from './storage/version-record.ts';

/** What has to be known of a version to read it. */
export type ReadableVersion = Pick<VersionRecord, 'source' | 'sha256' | 'format' | 'files' | 'standIns'>;

/**
 * The archive of a home folder. Opening it makes no folder and changes nothing; a home that is not there is an empty
 * archive.
 *
 * ```ts
 * const archive = openArchive('.aftershock');
 * const register = openRegister(archive, { today, casebook: loadCasebook() });
 * ```
 */
export interface Archive {
  readonly home: string;
  readonly folder: string;
  readonly temporaryFolder: string;
  /** Every list: the official ones, then the user's own, then the data sets of OpenSanctions that were ever offered. */
  readonly sources: readonly Source[];
  readonly blobs: Blobs;
  readonly ledger: Ledger;
  source(id: string): Source | undefined;
  /** The versions that count on a day, by source; all of them where no day is given. */
  chains(known?: Day): Chain<VersionRecord>[];
  /** The records of a version, from the derived file where there is one, else read anew from the raw bytes. */
  lines(version: ReadableVersion): RecordLine[];
  /** The same, one after the other, for those who need not hold them all. */
  eachLine(version: ReadableVersion): Generator<RecordLine, undefined, undefined>;
  /** Reads a version whose bytes are held and keeps its records as a derived file. */
  derive(version: ReadableVersion): Reading;
  /** Removes what killed runs left, and derived files that no version needs any more. */
  tidy(): void;
}

/** Opens the archive under a home folder, which need not be there yet. Throws `AS_STORE` where it is a file. */
export function openArchive(home: string, official: readonly Source[] = allSources): Archive {
  if (statSync(home, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Fault('AS_STORE', 'It is a file.', {
      place: { file: home },
      remedy: 'Give the folder of the archive with --home.',
    });
  }
  const folder = join(home, 'archive');
  const sources = [...official, ...ownLists(folder), ...heldDataSets(folder)];
  const temporaryFolder = join(folder, 'temporary');
  const blobs = openBlobs(join(folder, 'raw'), temporaryFolder);
  const ledger = openLedger(folder, temporaryFolder);
  const derivedFolder = join(folder, 'records');
  const byId = new Map(sources.map((source) => [source.id, source]));
  const pathOf = (version: ReadableVersion) => join(derivedFolder, `${recordsKey(version)}.zst`);

  const derive = (version: ReadableVersion): Reading =>
    deriveRecords({
      format: formatOf(byId, version),
      files: [...version.files, ...version.standIns].map((file) => storedFile(blobs, file)),
      standIns: new Set(version.standIns.map((file) => file.name)),
      path: pathOf(version),
      temporaryFolder,
    });

  return {
    home,
    folder,
    temporaryFolder,
    sources,
    blobs,
    ledger,
    source: (id) => byId.get(id),
    chains: (known) => chainsKnownOn(ledger.versions(), known, formatRank(byId)),
    lines(version) {
      const path = pathOf(version);
      const held = existsSync(path) ? readRecordLines(path) : undefined;
      if (held) return held;
      derive(version);
      return readRecordLines(path) ?? [];
    },
    eachLine(version) {
      const path = pathOf(version);
      if (!existsSync(path)) derive(version);
      return eachRecordLine(path);
    },
    derive,
    tidy() {
      clearTemporaryFiles(temporaryFolder);
      if (!existsSync(derivedFolder)) return;
      const needed = new Set(ledger.versions().map((version) => `${recordsKey(version)}.zst`));
      for (const name of readdirSync(derivedFolder)) {
        if (!needed.has(name)) unlinkSync(join(derivedFolder, name));
      }
    },
  };
}

function storedFile(blobs: Blobs, file: { readonly name: string; readonly sha256: string }): SourceFile {
  return { name: file.name, chunks: () => blobs.chunks(file.sha256) };
}

function formatOf(sources: ReadonlyMap<string, Source>, version: ReadableVersion): Format {
  const source = sources.get(version.source) ?? dataSetSource(version.source);
  const format = source?.formats.find((candidate) => candidate.id === version.format);
  if (format) return format;
  throw new Fault('AS_STORE', `There is no reader for ${version.format} of ${version.source}.`, {
    remedy: 'The archive was written by another version of Aftershock; use that one, or a new home.',
  });
}

/** Where a source publishes one day in several formats, the one it names first says most. */
function formatRank(sources: ReadonlyMap<string, Source>): (source: string, format: string) => number {
  return (source, format) => {
    const rank = sources.get(source)?.formats.findIndex((candidate) => candidate.id === format) ?? -1;
    return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
  };
}

/** Names the records of a version as read by this very code. */
function recordsKey(version: ReadableVersion): string {
  const files = version.standIns.map((file) => `${file.name}=${file.sha256}`);
  return sha256Of(
    [version.source, version.format, version.sha256, ...files, readersFingerprint()].join('\n'),
  ).slice(0, 40);
}
