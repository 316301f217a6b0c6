import { readSync } from 'node:fs';

/** A range of bytes of a file: `from` included, `to` not. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Reads a range whole; less of it where the file ends before. */
export function readRange(handle: number, { from, to }: ByteRange): Buffer {
  const bytes = Buffer.alloc(to - from);
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(handle, bytes, done, bytes.length - done, from + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}
