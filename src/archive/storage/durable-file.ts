import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../../model/fault.ts';

/**
 * Writes a file so that at any moment, even after power loss, the path holds either what it held before or the whole of
 * the new content: a temporary file is written and synced, renamed into place, and the folder is synced.
 */
export function writeDurably(path: string, pieces: Iterable<Uint8Array>, temporaryFolder: string): void {
  makeFolder(temporaryFolder);
  makeFolder(dirname(path));
  const temporary = join(
    temporaryFolder,
    `${process.pid}-${randomBytes(8).toString('hex')}-${basename(path)}`,
  );
  try {
    const file = openSync(temporary, 'wx', 0o644);
    try {
      for (const piece of pieces) writeWhole(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (cause) {
    if (existsSync(temporary)) unlinkSync(temporary);
    if (cause instanceof Fault) throw cause;
    throw storeFault(path, 'written', cause);
  }
}

/** `writeDurably` for JSON, indented so that it can be read by eye and compared. */
export function writeJsonDurably(path: string, value: unknown, temporaryFolder: string): void {
  writeDurably(path, [Buffer.from(`${JSON.stringify(value, null, 1)}\n`)], temporaryFolder);
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}

/**
 * Makes a folder and those above it, one by one: `recursive` never comes back where a file system answers "no such file"
 * to making a folder in one that is there, as /proc does.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
    syncFolder(above);
  } catch (cause) {
    // Another process may have made it in between.
    if (!existsSync(path)) throw storeFault(path, 'made', cause);
  }
}

/** A rename or a new folder lasts only when the folder that holds it is synced too; Windows has no such call. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function storeFault(path: string, done: string, cause: unknown): Fault {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new Fault('AS_STORE', `It cannot be ${done} (${reason}).`, {
    place: { file: path },
    remedy: 'Give a folder that can be written with --home.',
    cause,
  });
}

/** Removes what killed runs left in the folder of temporary files; files of processes that still run stay. */
export function clearTemporaryFiles(temporaryFolder: string): void {
  if (!existsSync(temporaryFolder)) return;
  for (const name of readdirSync(temporaryFolder)) {
    const owner = Number(/^(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (owner === process.pid || isRunning(owner)) continue;
    try {
      unlinkSync(join(temporaryFolder, name));
    } catch {
      // Another run may be clearing at the same time; a left-over does no harm.
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
