import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { unreadable } from './files.ts';

/** The bytes of a file in pieces, so that a large one is never held whole. Throws `AS_FILE_MISSING`. */
export function* fileChunks(file: string, size = 2 ** 20): Generator<Uint8Array> {
  const handle = refusing(file, () => openSync(file, 'r'));
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(size);
      const read = refusing(file, () => readSync(handle, buffer, 0, size, null));
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

function refusing<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Files from this size on are read row by row and not brought together. */
const largeFrom = 64 * 2 ** 20;

/** How a file too large to be held is read row by row: as a table or as a Shodan download; nothing for other files. */
export function largeTextFile(file: string): 'table' | 'shodan' | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size < largeFrom) return undefined;
  const [head] = fileChunks(file, 16);
  const first = head?.[head[0] === 0xef ? 3 : 0];
  if (first === 0x7b) return 'shodan';
  // XML, ZIP, gzip and JSON lists go the usual way, within its limits.
  return first === 0x3c || first === 0x50 || first === 0x1f || first === 0x5b ? undefined : 'table';
}
