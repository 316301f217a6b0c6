import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sourceRoot = join(import.meta.dirname, '..', '..');
const readerRooms = ['model', 'formats', 'text', 'sources'];

/**
 * A hash over the code and tables that turn bytes into records. What was derived by other code is derived anew, so that
 * a corrected reader takes effect on versions already held.
 */
export function readersFingerprint(): string {
  readers ??= fingerprint(readerRooms);
  return readers;
}

/** The same for the register: the readers, and what brings their records together. */
export function registerFingerprint(): string {
  register ??= fingerprint([...readerRooms, 'archive/register', 'archive/ready']);
  return register;
}

let readers: string | undefined;
let register: string | undefined;

function fingerprint(rooms: readonly string[]): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    for (const path of filesUnder(join(sourceRoot, room), room)) {
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(sourceRoot, path)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function* filesUnder(folder: string, path: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesUnder(join(folder, entry.name), `${path}/${entry.name}`);
    else if (!/\.test\.[jt]s$|\.md$|\.d\.ts$|\.map$/.test(entry.name)) yield `${path}/${entry.name}`;
  }
}
