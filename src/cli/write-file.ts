import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '../model/index.ts';

/** Writes a result to a file, with the folders it needs, and says so. Throws `AS_FILE_MISSING` where that cannot be done. */
export function writeResult(path: string, text: string): void {
  try {
    mkdirSync(dirname(path) || '.', { recursive: true });
    writeFileSync(path, text);
  } catch (cause) {
    throw unwritable(path, cause);
  }
  process.stderr.write(`Written: ${path}\n`);
}

export function unwritable(path: string, cause: unknown): Fault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
  return new Fault('AS_FILE_MISSING', `The file cannot be written (${code}).`, {
    place: { file: path },
    remedy: 'Give a path in a folder that can be written.',
    cause,
  });
}
