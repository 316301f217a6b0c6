import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '../model/index.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What was asked, of what, with what, and what came out: enough to ask again and compare. */
export interface RecordContent {
  readonly format: 'aftershock-record/1';
  /** What made it: `rehearse`, `ask`, `screen`. */
  readonly command: string;
  readonly engine: string;
  /** Hash over casebook and list versions. */
  readonly register: string;
  readonly versions: readonly {
    readonly source: string;
    readonly published: string;
    readonly sha256: string;
  }[];
  readonly settings: Json;
  /** Files and arguments, whole, so that the record can be replayed without them. */
  readonly inputs: Json;
  readonly result: Json;
}

export interface SealedRecord {
  readonly content: RecordContent;
  /** sha256 of the content in canonical form (RFC 8785), lower-case hex. */
  readonly sha256: string;
  /** Ed25519 over that hash, base64, with the public key (SPKI, base64) that checks it. */
  readonly signature?: { readonly publicKey: string; readonly value: string };
}

/**
 * JSON with keys in order and no blanks, so that equal values have equal bytes (RFC 8785, for values that JSON.stringify
 * writes alike everywhere). Keys with undefined values are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

function hashOf(content: RecordContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Seals a record, and signs it where a private Ed25519 key is given. */
export function seal(
  content: RecordContent,
  key?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
): SealedRecord {
  const plain = JSON.parse(canonicalJson(content)) as RecordContent;
  const sha256 = hashOf(plain);
  if (!key) return { content: plain, sha256 };
  const value = sign(null, Buffer.from(sha256, 'hex'), key.privateKey).toString('base64');
  const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { content: plain, sha256, signature: { publicKey, value } };
}

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);
const recordSchema = z.strictObject({
  content: z.strictObject({
    format: z.literal('aftershock-record/1'),
    command: z.string(),
    engine: z.string(),
    register: z.string(),
    versions: z.array(z.strictObject({ source: z.string(), published: z.string(), sha256: z.string() })),
    settings: json,
    inputs: json,
    result: json,
  }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.strictObject({ publicKey: z.string(), value: z.string() }).optional(),
});

/** Reads a record file. Throws `AS_FILE_FORMAT` for what is not one, and for one with anything beside what is sealed. */
export function parseRecord(text: string, file: string): SealedRecord {
  try {
    const given = JSON.parse(text) as SealedRecord;
    const { sha256, signature } = recordSchema.parse(given);
    // The hash is over all that the file holds: what the schema passes over must not be passed over by the seal.
    const { content } = given;
    return { content, sha256, ...(signature === undefined ? {} : { signature }) };
  } catch (cause) {
    throw new Fault('AS_FILE_FORMAT', 'The file is not a sealed record.', {
      place: { file },
      remedy: 'Give a file that --seal wrote.',
      cause,
    });
  }
}

/** Whether the record is as it was sealed: hash, and signature where it has one. */
export function checkSeal(record: SealedRecord): {
  readonly intact: boolean;
  readonly signed: 'valid' | 'invalid' | 'not signed';
} {
  const intact = hashOf(record.content) === record.sha256;
  if (!record.signature) return { intact, signed: 'not signed' };
  try {
    const key = createPublicKey({
      key: Buffer.from(record.signature.publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const valid = verify(
      null,
      Buffer.from(record.sha256, 'hex'),
      key,
      Buffer.from(record.signature.value, 'base64'),
    );
    return { intact, signed: valid && intact ? 'valid' : 'invalid' };
  } catch {
    return { intact, signed: 'invalid' };
  }
}
