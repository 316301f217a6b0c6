import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../model/fault.ts';

const url = z.url({ protocol: /^https?$/ });

/** The part of `settings.json` in the home folder that concerns lists. */
export const listSettingsSchema = z.strictObject({
  /** Addresses in place of the publisher's, by source id. */
  addresses: z
    .record(
      z.string(),
      z.strictObject({
        format: z.string().min(1),
        files: z.array(z.strictObject({ name: z.string().min(1), url })).min(1),
      }),
    )
    .default({}),
  /** Where an address beginning with `from` cannot be reached, the same with `to` is tried, in this order. */
  mirrors: z.array(z.strictObject({ from: url, to: url })).default([]),
  /** Hosts to which plain HTTP and private addresses are allowed, such as a mirror in the company's network. */
  allowHosts: z.array(z.string().min(1)).default([]),
  /** Most bytes of one file, as sent and as decompressed. */
  maximumBytes: z
    .int()
    .positive()
    .default(2 ** 30),
  /** Most seconds without a byte, and for one file altogether. */
  idleSeconds: z.number().positive().default(30),
  totalSeconds: z.number().positive().default(1800),
  attempts: z.int().min(1).max(20).default(5),
  /** Pairs of party ids that are never brought together. */
  keepApart: z.array(z.tuple([z.string(), z.string()])).default([]),
});
export type ListSettings = z.output<typeof listSettingsSchema>;

const settingsFileSchema = z.looseObject({ lists: listSettingsSchema.prefault({}) });

/** The list settings of a home folder; the defaults where there is no `settings.json`. Throws `AS_FIELD` for a wrong one. */
export function readListSettings(home: string): ListSettings {
  const file = join(home, 'settings.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    // Settings that are there and cannot be read must not be taken for none: they keep parties apart and name mirrors.
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return listSettingsSchema.parse({});
    throw new Fault('AS_FILE_MISSING', 'The settings cannot be read.', {
      place: { file },
      remedy: 'Check who may read the file.',
      cause,
    });
  }
  try {
    return settingsFileSchema.parse(JSON.parse(text)).lists;
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    throw new Fault('AS_FIELD', `The settings cannot be used: ${issue?.message ?? String(cause)}.`, {
      place: { file, ...(issue ? { field: issue.path.join('.') } : {}) },
      remedy: 'See docs/archive.md for what can be set.',
      cause,
    });
  }
}
