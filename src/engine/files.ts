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
    if (cause instanceof Fault) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'There is no such file.'
        : code === 'EISDIR'
          ? 'This is a folder.'
          : `The file cannot be read (${code}).`;
    throw new Fault('AS_FILE_MISSING', why, { place: { file: path }, remedy: 'Check the path.', cause });
  }
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
