import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Day } from '../model/day.ts';
import { Fault } from '../model/fault.ts';
import { type ListVersion, type RegisterView, viewOf } from '../model/register.ts';
import { namesList } from '../sources/index.ts';
import type { Archive } from './archive.ts';
import { longestUnused, markUsed } from './last-used.ts';
import type { Chain } from './live-versions.ts';
import { openReady } from './ready/open-ready.ts';
import { writeReady } from './ready/write-ready.ts';
import { registerParts } from './register/build-register.ts';
import type { ChainInput, VersionLine } from './register/entry-history.ts';
import type { CasebookRegister } from './register/known-casebook.ts';
import { type RegisterParts, registerOfParts } from './register/register-parts.ts';
import { sha256Of } from './storage/blobs.ts';
import { registerFingerprint } from './storage/fingerprint.ts';
import { type RecordLine, recordOf } from './storage/record-lines.ts';
import { listVersionOf, type VersionRecord } from './storage/version-record.ts';

export interface OpenRegisterOptions {
  /** What had been published by then counts; all that is held where absent. */
  readonly known?: Day;
  /** The day to name as known day where `known` is absent. */
  readonly today: Day;
  readonly casebook: CasebookRegister;
  /** A hash of the casebook, where whoever loaded it has one; made from its content otherwise. */
  readonly casebookHash?: string;
  /** Only these lists count; all where absent. */
  readonly lists?: readonly string[];
  /** Pairs of party ids that are never brought together. */
  readonly keepApart?: readonly (readonly [string, string])[];
  /** Told when the register has to be built, which takes some seconds. */
  readonly onBuild?: () => void;
}

/**
 * The register of an archive and the casebook, ready for use. It is built once for a state of both and kept in its ready
 * form under the home folder; where that cannot be written, it is built in memory.
 */
export function openRegister(archive: Archive, options: OpenRegisterOptions): RegisterView {
  const chains = chainsFor(archive, options);
  const hash = registerHash(chains, options);
  if (chains.length === 0) return viewOf(registerOfParts(partsFor(archive, chains, options, hash)));
  const path = readyPath(archive, hash);
  const ready = openReady(path, options.known ?? options.today);
  if (ready) {
    markUsed(path);
    return ready;
  }
  options.onBuild?.();
  const register = partsFor(archive, chains, options, hash);
  try {
    writeReady(register, path, archive.temporaryFolder);
  } catch (error) {
    if (error instanceof Fault && error.code === 'AS_STORE') return viewOf(registerOfParts(register));
    throw error;
  }
  forgetUnused(dirname(path));
  return openReady(path, options.known ?? options.today) ?? viewOf(registerOfParts(register));
}

/** A register that could be opened. */
export interface RegisterToOpen {
  readonly hash: string;
  readonly versions: readonly ListVersion[];
  /** Whether it stands ready and would not have to be built first. */
  readonly isReady: boolean;
}

/** Which register `openRegister` would give, without opening it. */
export function registerToOpen(archive: Archive, options: OpenRegisterOptions): RegisterToOpen {
  const chains = chainsFor(archive, options);
  const hash = registerHash(chains, options);
  return {
    hash,
    versions: versionsOf(chains),
    isReady: chains.length === 0 || existsSync(readyPath(archive, hash)),
  };
}

function versionsOf(chains: readonly Chain<VersionRecord>[]): ListVersion[] {
  return chains.flatMap((chain) => [chain.live, ...chain.later].map(listVersionOf));
}

function chainsFor(archive: Archive, { known, lists }: OpenRegisterOptions): Chain<VersionRecord>[] {
  return archive.chains(known).filter((chain) => lists === undefined || namesList(lists, chain.source));
}

function readyPath(archive: Archive, hash: string): string {
  return join(archive.folder, 'ready', `${hash.slice(0, 40)}.register`);
}

function partsFor(
  archive: Archive,
  chains: readonly Chain<VersionRecord>[],
  options: OpenRegisterOptions,
  hash: string,
): RegisterParts {
  return registerParts({
    chains: chains.map((chain) => chainInput(archive, chain)),
    casebook: options.casebook,
    knownCut: options.known,
    known: options.known ?? options.today,
    versions: versionsOf(chains),
    titles: Object.fromEntries(archive.sources.map((source) => [source.id, source.title])),
    keepApart: options.keepApart ?? [],
    hash,
  });
}

function chainInput(archive: Archive, chain: Chain<VersionRecord>): ChainInput {
  return {
    source: chain.source,
    versions: chain.versions.map((version) => ({
      sha256: version.sha256,
      published: version.published,
      completeness: version.completeness,
      *lines() {
        for (const line of archive.eachLine(version)) yield versionLine(line);
      },
    })),
  };
}

function versionLine(line: RecordLine): VersionLine {
  return { entry: line.entry, content: line.content, record: () => recordOf(line) };
}

/** The same versions, casebook, settings and code give the same hash, whenever and wherever they were taken in. */
function registerHash(chains: readonly Chain<VersionRecord>[], options: OpenRegisterOptions): string {
  const versions = chains.flatMap((chain) =>
    chain.versions.map((version) =>
      [
        version.source,
        version.published,
        version.sha256,
        version.format,
        version.completeness,
        ...version.standIns.map((file) => `${file.name}=${file.sha256}`),
      ].join(' '),
    ),
  );
  const { parties, listings, links } = options.casebook;
  const casebook = options.casebookHash ?? sha256Of(JSON.stringify([parties, listings, links]));
  const apart = JSON.stringify(options.keepApart ?? []);
  return sha256Of(
    [...versions, casebook, apart, options.known ?? 'latest', registerFingerprint()].join('\n'),
  );
}

/** Ready forms beyond this number are dropped, the longest unused first; each can be built again. */
const keptReady = 6;

function forgetUnused(folder: string): void {
  if (!existsSync(folder)) return;
  const paths = readdirSync(folder).map((name) => join(folder, name));
  for (const path of longestUnused(paths, keptReady)) rmSync(path, { force: true });
}
