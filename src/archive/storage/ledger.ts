import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Fault } from '../../model/fault.ts';
import { writeJsonDurably } from './durable-file.ts';
import {
  type Check,
  checkSchema,
  type Refusal,
  refusalSchema,
  type VersionRecord,
  versionRecordSchema,
} from './version-record.ts';

/**
 * What is held, one small file a version: `versions/SOURCE/DAY.HASH.json`. Writing that file is the moment a version goes
 * live, all its bytes being on disk by then. Files are only ever added.
 */
export interface Ledger {
  versions(): readonly VersionRecord[];
  refusals(): readonly Refusal[];
  checks(): readonly Check[];
  addVersion(version: VersionRecord): void;
  addRefusal(refusal: Refusal): void;
  /** The last check of a source replaces the one before. */
  putCheck(check: Check): void;
}

export function openLedger(folder: string, temporaryFolder: string): Ledger {
  // Read once: whoever needs to see what another process adds opens the archive again.
  let versions: readonly VersionRecord[] | undefined;
  let refusals: readonly Refusal[] | undefined;
  const inFolder = (...parts: string[]) => join(folder, ...parts);
  const name = (day: string | undefined, sha256: string) => `${day ?? 'undated'}.${sha256.slice(0, 16)}.json`;
  return {
    versions() {
      versions ??= readAll(inFolder('versions'), versionRecordSchema).sort(byPublication);
      return versions;
    },
    refusals() {
      refusals ??= readAll(inFolder('refusals'), refusalSchema);
      return refusals;
    },
    checks: () => readAll(inFolder('checks'), checkSchema),
    addVersion(version) {
      const path = inFolder('versions', version.source, name(version.published, version.sha256));
      if (!existsSync(path)) writeJsonDurably(path, version, temporaryFolder);
      if (versions) versions = [...versions, version].sort(byPublication);
    },
    addRefusal(refusal) {
      const path = inFolder('refusals', refusal.source, name(refusal.published, refusal.sha256));
      writeJsonDurably(path, refusal, temporaryFolder);
      if (refusals) refusals = [...refusals, refusal];
    },
    putCheck(check) {
      writeJsonDurably(inFolder('checks', check.source, 'last.json'), check, temporaryFolder);
    },
  };
}

/** By source, then day, then the time of taking in: the order in which versions replace one another. */
export function byPublication(a: VersionRecord, b: VersionRecord): number {
  const left = [a.source, a.published, a.fetchedAt, a.sha256];
  const right = [b.source, b.published, b.fetchedAt, b.sha256];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

function readAll<Schema extends z.ZodType>(folder: string, schema: Schema): z.output<Schema>[] {
  if (!existsSync(folder)) return [];
  const found: z.output<Schema>[] = [];
  for (const source of readdirSync(folder).sort()) {
    for (const file of readdirSync(join(folder, source)).sort()) {
      if (file.endsWith('.json')) found.push(readOne(join(folder, source, file), schema));
    }
  }
  return found;
}

function readOne<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Fault('AS_STORE', 'A file of the archive cannot be understood.', {
      place: { file: path },
      remedy: 'Was it changed by hand, or written by a later version of Aftershock? Restore or delete it.',
      cause,
    });
  }
}
