import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Fault } from '../../model/fault.ts';

/**
 * Bytes as a row of zstd frames, each preceded by a skippable frame (RFC 8878, section 3.1.2) that holds the compressed
 * length of the next. `zstd -d` reads the whole; we can read it frame by frame, without a whole file in memory.
 */
const frameSize = 4 * 2 ** 20;
const skippableMagic = 0x184d2a50;
const headLength = 12;

export function* compressFrames(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const piece of inPieces(chunks, frameSize)) {
    const frame = zstdCompressSync(piece);
    const head = Buffer.alloc(headLength);
    head.writeUInt32LE(skippableMagic, 0);
    head.writeUInt32LE(4, 4);
    head.writeUInt32LE(frame.length, 8);
    yield head;
    yield frame;
  }
}

/** The original bytes, one frame at a time. `readAt` gives `length` bytes of the file from `offset`, or fewer at its end. */
export function* decompressFrames(
  readAt: (offset: number, length: number) => Uint8Array,
  file: string,
): Generator<Uint8Array> {
  for (let offset = 0; ; ) {
    const head = Buffer.from(readAt(offset, headLength));
    if (head.length === 0) return;
    if (head.length < headLength || head.readUInt32LE(0) !== skippableMagic) throw damaged(file);
    const length = head.readUInt32LE(8);
    const frame = readAt(offset + headLength, length);
    if (frame.length < length) throw damaged(file);
    let piece: Uint8Array;
    try {
      piece = zstdDecompressSync(frame, { maxOutputLength: frameSize });
    } catch (cause) {
      throw damaged(file, cause);
    }
    yield piece;
    offset += headLength + length;
  }
}

function damaged(file: string, cause?: unknown): Fault {
  return new Fault('AS_STORE', 'A stored file is damaged.', {
    place: { file },
    remedy: 'Delete it and take the list in again.',
    cause,
  });
}

/** Joins and cuts chunks so that every piece but the last has exactly `size` bytes. */
function* inPieces(chunks: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let held = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + size - held);
      waiting.push(part);
      held += part.length;
      at += part.length;
      if (held === size) {
        yield Buffer.concat(waiting, held);
        waiting = [];
        held = 0;
      }
    }
  }
  if (held > 0) yield Buffer.concat(waiting, held);
}
