import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tooLarge } from '../formats/index.ts';
import { Fault } from '../model/index.ts';

/** Files that have to be held whole (XML, workbooks, JSON lists) may be so large. */
const largest = 2 ** 30;

/** The bytes of a file, or a fault that says which is missing or too large to be held. */
export function readBytes(path: string): Uint8Array {
  try {
    if (statSync(path).size > largest) throw tooLarge(path, largest);
    return readFileSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Why a file cannot be read, from what the system said; a fault or a defect stays what it is. */
export function unreadable(path: string, cause: unknown): unknown {
  if (cause instanceof Fault || !(cause instanceof Error) || !('code' in cause)) return cause;
  const why =
    cause.code === 'ENOENT'
      ? 'There is no such file.'
      : cause.code === 'EISDIR'
        ? 'This is a folder.'
        : `The file cannot be read (${String(cause.code)}).`;
  return new Fault('AS_FILE_MISSING', why, { place: { file: path }, remedy: 'Check the path.', cause });
}

export function readText(path: string): string {
  return new TextDecoder().decode(readBytes(path));
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Names of the plain files in a folder, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}

/** Paths of the plain files in a folder and below it, relative to it, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
