import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listedParty, NameMatcher } from '../match/index.ts';
import type { RegisterView } from '../model/index.ts';
import { readingFingerprint } from './reading-fingerprint.ts';

/**
 * The name engine over all parties of a register. The index is kept under the home folder by the register's hash and opened
 * as it is; where the folder cannot be written, it is built in memory.
 */
export function openNameFinder(home: string | undefined, register: RegisterView): NameMatcher {
  const path =
    home === undefined || register.versions.length === 0
      ? undefined
      : join(home, 'names', `${register.hash.slice(0, 40)}-${readingFingerprint()}.index`);
  if (path !== undefined && existsSync(path)) {
    const bytes = readFileSync(path);
    try {
      return NameMatcher.open(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    } catch {
      // An index of another version of the program: it is built anew below.
    }
  }
  const index = NameMatcher.index([...register.parties()].map(listedParty));
  if (path !== undefined) keep(path, index);
  return NameMatcher.open(index.buffer);
}

function keep(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    removeOlder(path);
  } catch {
    // A home that cannot be written only costs the next start its time.
  }
}

/** Indexes of the same register that another version of the program made: each is as large as the lists. */
function removeOlder(path: string): void {
  const own = basename(path);
  const register = own.slice(0, own.indexOf('-') + 1);
  for (const name of readdirSync(dirname(path))) {
    if (name !== own && name.startsWith(register) && name.endsWith('.index'))
      rmSync(join(dirname(path), name), { force: true });
  }
}
