import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../archive/storage/durable-file.ts';
import { Fault } from '../model/index.ts';

/** Writes a result to a file, with the folders it needs, and says so. Throws `AS_FILE_MISSING` where that cannot be done. */
export function writeResult(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text);
  } catch (cause) {
    throw unwritable(path, cause);
  }
  process.stderr.write(`Written: ${path}\n`);
}

export function unwritable(path: string, cause: unknown): Fault {
  // A folder that cannot be made comes as a fault, with what the system said behind it.
  const reason = cause instanceof Fault ? cause.cause : cause;
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : 'unknown reason';
  return new Fault('AS_FILE_MISSING', `The file cannot be written (${code}).`, {
    place: { file: path },
    remedy: 'Give a path in a folder that can be written.',
    cause,
  });
}
