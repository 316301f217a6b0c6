import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Fault } from '../model/index.ts';

/** A range of bytes of a file: `from` included, `to` not. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

const windowBytes = 64 * 1024;

/**
 * Cuts a file into ranges of about `chunkBytes` that end after a line end (the last one at the end of the file), so that every
 * line lies whole in one range. Reads only around the cuts. For formats with one record a line: a CSV with line ends inside
 * quotes cannot be cut so. `skip` leaves out that many bytes at the start. Throws `AS_FILE_TOO_LARGE` for a line longer
 * than `longestLine`.
 */
export function cutFile(
  file: string,
  { chunkBytes, skip = 0, longestLine = 64 * 1024 * 1024 }: CutOptions,
): ByteRange[] {
  if (!Number.isInteger(chunkBytes) || chunkBytes < 1)
    throw new Fault('AS_USAGE', `A chunk of ${chunkBytes} bytes cannot be cut.`, {
      remedy: 'Give at least 1.',
    });
  const handle = open(file);
  try {
    const { size } = fstatSync(handle);
    const ranges: ByteRange[] = [];
    for (let from = skip; from < size; ) {
      const to = afterLineEnd(
        handle,
        file,
        Math.min(from + chunkBytes, size) - 1,
        size,
        from + chunkBytes + longestLine,
      );
      ranges.push({ from, to });
      from = to;
    }
    return ranges;
  } finally {
    closeSync(handle);
  }
}

export interface CutOptions {
  readonly chunkBytes: number;
  readonly skip?: number;
  readonly longestLine?: number;
}

/** The bytes of a file's first line with its line end, as text. */
export function firstLine(file: string, longestLine = 64 * 1024 * 1024): string {
  const handle = open(file);
  try {
    const { size } = fstatSync(handle);
    return readRange(handle, { from: 0, to: afterLineEnd(handle, file, 0, size, longestLine) }).toString();
  } finally {
    closeSync(handle);
  }
}

/** The place after the first line end at or after `at`; the end of the file where there is none. */
function afterLineEnd(handle: number, file: string, at: number, size: number, limit: number): number {
  const window = Buffer.alloc(windowBytes);
  for (let place = at; place < size; ) {
    const count = readSync(handle, window, 0, windowBytes, place);
    if (count === 0) break;
    const end = window.subarray(0, count).indexOf(0x0a);
    if (end >= 0) return place + end + 1;
    place += count;
    if (place > limit)
      throw new Fault('AS_FILE_TOO_LARGE', 'A line is too long to be worked on.', {
        place: { file },
        remedy: 'Check that the file has one record a line.',
      });
  }
  return size;
}

/** Reads a range whole. */
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

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw new Fault('AS_FILE_MISSING', 'The file cannot be read.', {
      place: { file },
      remedy: 'Check the path.',
      cause,
    });
  }
}
