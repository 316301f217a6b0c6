import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that it is there whole or not at all, also after a loss of power: bytes to a name of its own, to the disk,
 * then renamed, then the folder to the disk.
 */
export function writeDurably(path: string, parts: Iterable<Uint8Array>, mark: string): void {
  const temporary = `${path}.${mark}.part`;
  const handle = openSync(temporary, 'w');
  try {
    for (const part of parts) {
      for (let done = 0; done < part.length; ) done += writeSync(handle, part, done, part.length - done);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some systems (Windows) cannot open a folder; the rename is then as durable as the system makes it.
  }
}
