import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../model/fault.ts';
import { writeDurably } from './durable-file.ts';
import { compressFrames, decompressFrames } from './frames.ts';

/** The publishers' bytes, each under the sha256 of its (uncompressed) content; a blob is never changed. */
export interface Blobs {
  has(sha256: string): boolean;
  /** Keeps the bytes and gives their sha256; does nothing where they are held already. */
  put(bytes: Uint8Array): string;
  /** The bytes in pieces of at most 4 MiB. Throws `AS_STORE` where they are missing or no longer have their hash. */
  chunks(sha256: string): Generator<Uint8Array>;
}

export function sha256Of(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

export function openBlobs(folder: string, temporaryFolder: string): Blobs {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.zst`);
  const has = (sha256: string) => existsSync(pathOf(sha256));
  return {
    has,
    put(bytes) {
      const sha256 = sha256Of(bytes);
      if (!has(sha256)) writeDurably(pathOf(sha256), compressFrames([bytes]), temporaryFolder);
      return sha256;
    },
    *chunks(sha256) {
      const hash = createHash('sha256');
      for (const piece of framesOfFile(pathOf(sha256))) {
        hash.update(piece);
        yield piece;
      }
      if (hash.digest('hex') !== sha256) {
        throw new Fault('AS_STORE', 'The stored bytes no longer have their hash.', {
          place: { file: pathOf(sha256) },
          remedy: 'Delete the file and take the list in again.',
        });
      }
    },
  };
}

/** Reads a file of frames piece by piece; the file is closed when the reading ends, early or not. */
export function* framesOfFile(path: string): Generator<Uint8Array> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new Fault('AS_STORE', 'A file of the archive is missing.', {
      place: { file: path },
      remedy: 'Take the list in again.',
      cause,
    });
  }
  try {
    yield* decompressFrames((offset, length) => readAt(file, offset, length), path);
  } finally {
    closeSync(file);
  }
}

/** Up to `length` bytes of an open file from `offset`; fewer only at its end. */
export function readAt(file: number, offset: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let got = 0;
  while (got < length) {
    const count = readSync(file, bytes, got, length - got, offset + got);
    if (count === 0) break;
    got += count;
  }
  return bytes.subarray(0, got);
}
