import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { longestUnused, makeFolder, markUsed } from '../../archive/index.ts';
import { NameMatcher } from '../../match/index.ts';
import type { RegisterView } from '../../model/index.ts';
import { listedParties } from './listed-parties.ts';
import { openPartyNames, type PartyNames } from './party-names.ts';
import { readingFingerprint } from './reading-fingerprint.ts';

/**
 * The name engine over all parties of a register. The index is kept under the home folder by the register's hash and opened
 * as it is; where the folder cannot be written, it is built in memory. Threads can share its block of memory.
 */
export function openNameFinder(home: string | undefined, register: RegisterView): PartyNames {
  const path = pathOfIndex(home, register);
  if (path !== undefined && existsSync(path)) {
    try {
      const finder = openPartyNames(sharedBytes(path));
      markUsed(path);
      return finder;
    } catch {
      // An index of another version of the program, or cut off: it is built anew below.
    }
  }
  const index = NameMatcher.index([...listedParties(register.parties())]);
  if (path !== undefined) keep(path, index);
  const shared = new Uint8Array(new SharedArrayBuffer(index.length));
  shared.set(index);
  return openPartyNames(shared.buffer);
}

function keep(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}`;
  try {
    makeFolder(dirname(path));
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    removeOlder(path);
  } catch {
    // A home that cannot be written only costs the next start its time.
  }
}

/**
 * Whether opening the name engine takes long: no index of these lists is held. The casebook alone is indexed while one
 * waits.
 */
export function needsNameIndex(home: string, register: IndexedRegister): boolean {
  const path = pathOfIndex(home, register);
  return path !== undefined && !existsSync(path);
}

/** What the name of an index is made of. */
type IndexedRegister = Pick<RegisterView, 'hash' | 'versions'>;

function pathOfIndex(home: string | undefined, register: IndexedRegister): string | undefined {
  if (home === undefined || register.versions.length === 0) return undefined;
  return join(home, 'names', `${register.hash.slice(0, 40)}-${readingFingerprint()}.index`);
}

/** A file's bytes read into memory that threads can share. */
function sharedBytes(path: string): SharedArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    for (let at = 0; at < size; ) {
      const count = readSync(file, bytes, at, Math.min(mostAtOnce, size - at), at);
      if (count === 0) break;
      at += count;
    }
    return bytes.buffer;
  } finally {
    closeSync(file);
  }
}

/** One read gives two gigabytes at most. */
const mostAtOnce = 2 ** 30;

/** Indexes beyond this number are dropped, the longest unused first; each can be built again. */
const keptIndexes = 6;

/** Indexes of the same register that another version of the program made, and those that nobody used for long. */
function removeOlder(path: string): void {
  const own = basename(path);
  const register = own.slice(0, own.indexOf('-') + 1);
  const others = readdirSync(dirname(path)).filter((name) => name !== own && name.endsWith('.index'));
  const pathsOf = (names: readonly string[]) => names.map((name) => join(dirname(path), name));
  const unused = [
    ...pathsOf(others.filter((name) => name.startsWith(register))),
    ...longestUnused(pathsOf(others.filter((name) => !name.startsWith(register))), keptIndexes - 1),
  ];
  for (const one of unused) rmSync(one, { force: true });
}
