import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../archive/index.ts';
import { Fault } from '../../model/index.ts';

const stateSchema = z.object({
  format: z.literal('aftershock-watch/1'),
  /** What is watched, in the user's words. */
  word: z.string(),
  /** The list versions of which everything was told, by hash. */
  seen: z.record(z.string(), z.array(z.string()).readonly()),
  /** Hash of what was watched, to tell whether it is the same. */
  content: z.string(),
  toldAt: z.string(),
});

/** Up to which list versions the changes for one portfolio were told. */
export type SeenState = z.output<typeof stateSchema>;

/** One file for each portfolio under the home folder; it is replaced when everything was told, and never before. */
export function openSeenStates(folder: string) {
  const pathOf = (key: string) => join(folder, `${keyHash(key)}.json`);
  return {
    /** Nothing where the portfolio was never watched. Throws `AS_STORE` for a file that cannot be understood. */
    read: (key: string): SeenState | undefined => {
      const path = pathOf(key);
      return existsSync(path) ? readState(path) : undefined;
    },
    write: (key: string, state: SeenState): void => writeState(folder, pathOf(key), state),
  };
}

function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

function readState(path: string): SeenState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Fault('AS_STORE', 'What was told so far cannot be read.', {
      place: { file: path },
      remedy: 'Restore the file; or delete it and name with --since the day from which to tell again.',
      cause,
    });
  }
}

function writeState(folder: string, path: string, state: SeenState): void {
  try {
    writeDurably(path, [Buffer.from(`${JSON.stringify(state, null, 1)}\n`)], folder);
  } catch (cause) {
    throw new Fault('AS_STORE', 'What was told cannot be written down, and will be told again.', {
      place: { file: path },
      remedy: 'Check who may write there, and whether the disk is full.',
      cause,
    });
  }
}
