import { z } from 'zod';
import { daySchema } from '../../model/day.ts';
import { type FaultCode, faultCodes } from '../../model/fault.ts';
import type { ListVersion } from '../../model/register.ts';
import { sha256Of } from './blobs.ts';

const codes = Object.keys(faultCodes) as [FaultCode, ...FaultCode[]];
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.object({ name: z.string(), sha256: sha256Schema, bytes: z.int() });

const issueSchema = z.object({
  code: z.enum(codes),
  message: z.string(),
  lost: z.boolean(),
  file: z.string().exactOptional(),
  line: z.int().exactOptional(),
  field: z.string().exactOptional(),
});

/** A version as the archive keeps it: what everybody may know of it (`ListVersion`), and how it came in. */
export const versionRecordSchema = z.object({
  source: z.string(),
  sha256: sha256Schema,
  published: daySchema,
  publishedEvidence: z.enum(['file', 'http header', 'folder name', 'fetch day', 'given']),
  fetchedAt: z.string(),
  url: z.string().exactOptional(),
  files: z.array(fileSchema).min(1),
  counts: z.record(z.string(), z.int()),
  declared: z.int().exactOptional(),
  entries: z.int(),
  /** Rows reported in the version's own files, and how many of them could not be used at all. */
  issues: z.int(),
  lost: z.int(),
  issueList: z.array(issueSchema),
  format: z.string(),
  completeness: z.enum(['whole', 'extract']),
  standIns: z.array(z.object({ name: z.string(), sha256: sha256Schema, published: daySchema })),
  /** Where it was taken from: a folder (as given) or the publisher's address. */
  origin: z.enum(['folder', 'network']),
});
export type VersionRecord = z.output<typeof versionRecordSchema>;

/** A version that was offered and not taken. Its bytes are kept; it never counts for an answer. */
export const refusalSchema = z.object({
  source: z.string(),
  sha256: sha256Schema,
  code: z.enum(codes),
  reason: z.string(),
  published: daySchema.exactOptional(),
  refusedAt: z.string(),
  url: z.string().exactOptional(),
  files: z.array(fileSchema),
  /** The version that goes on standing in, where one was held. */
  standingIn: z.object({ sha256: sha256Schema, published: daySchema }).exactOptional(),
});
export type Refusal = z.output<typeof refusalSchema>;

/** When a source was last asked over the network, and what came of it. */
export const checkSchema = z.object({
  source: z.string(),
  checkedAt: z.string(),
  outcome: z.enum(['new version', 'unchanged', 'refused', 'failed']),
  message: z.string().exactOptional(),
});
export type Check = z.output<typeof checkSchema>;

/** The hash of a version: of its one file, or over names and hashes of its files in order of name. */
export function versionHash(files: readonly { name: string; sha256: string }[]): string {
  if (files.length === 1) return files[0]!.sha256;
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256Of(sorted.map((file) => `${file.sha256}  ${file.name}\n`).join(''));
}

/** What the rest of the program may know of a version. */
export function listVersionOf(record: VersionRecord): ListVersion {
  const { declared: _declared, lost: _lost, issueList: _issues, origin: _origin, ...version } = record;
  return version;
}
