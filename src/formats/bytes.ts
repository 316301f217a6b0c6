import { gunzipSync } from 'node:zlib';
import { Fault } from '../model/fault.ts';
import { guessLegacyEncoding, type LegacyEncoding } from './legacy-encoding.ts';

/** Bytes in pieces, so that a large file need not be held whole. */
export type Chunks = Iterable<Uint8Array>;

/** A file in memory as one piece. */
export function oneChunk(bytes: Uint8Array): Chunks {
  return [bytes];
}

/** The whole of the chunks. Throws `AS_FILE_TOO_LARGE` over `limit` bytes (default 1 GiB). */
export function joinChunks(chunks: Chunks, file: string, limit = 2 ** 30): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const part of chunks) {
    size += part.length;
    if (size > limit) throw tooLarge(file, limit);
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts, size));
}

export function tooLarge(file: string, limit: number): Fault {
  return new Fault('AS_FILE_TOO_LARGE', `The file is over the limit of ${Math.round(limit / 1e6)} MB.`, {
    place: { file },
    remedy: 'Split it, or check that it is the file meant.',
  });
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Decompresses gzip; stops with a fault at `limit` bytes, whatever the header claims, and where the file is cut off. */
export function gunzip(bytes: Uint8Array, file: string, limit = 2 ** 30): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(file, limit);
    throw new Fault('AS_FILE_TRUNCATED', 'The compressed file is damaged or cut off.', {
      place: { file },
      remedy: 'Fetch it again.',
      cause,
    });
  }
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

/** Whether an encoding was told for sure; the others are guessed by their letters. */
export function isUnicode(encoding: Encoding): boolean {
  return encoding.startsWith('utf-');
}

/** What to tell the user of a file that is no Unicode. */
export function guessedEncoding(encoding: Encoding): string {
  return `The file is no UTF-8; its letters were read as ${encoding}. Save it as UTF-8 where names look wrong.`;
}

/**
 * The encoding of a file by its first bytes: a byte-order mark decides; then zero bytes tell UTF-16; text that is not
 * valid UTF-8 is taken as what its bytes look most like, windows-1252 where that is not clear. `isWhole` says that nothing
 * comes after `head`, so that a sequence cut at its end is an error.
 */
export function detectEncoding(head: Uint8Array, isWhole = false): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++;
  if (zeros[1]! > sample.length / 4) return 'utf-16le';
  if (zeros[0]! > sample.length / 4) return 'utf-16be';
  return isUtf8(head, isWhole) ? 'utf-8' : guessLegacyEncoding(head.subarray(0, 65_536));
}

function isUtf8(bytes: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

/**
 * The text of the chunks, piece by piece, without byte-order mark. The encoding is told from the first chunk that is not
 * plain ASCII, and `onEncoding` is told of it; bytes that are invalid in it become U+FFFD.
 */
export function* decodeChunks(
  chunks: Chunks,
  encoding?: Encoding,
  onEncoding?: (found: Encoding) => void,
): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (const chunk of chunks) {
    if (!decoder && !encoding && isPlainAscii(chunk)) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      continue;
    }
    if (!decoder) {
      const found = encoding ?? detectEncoding(chunk);
      decoder = new TextDecoder(found);
      onEncoding?.(found);
    }
    const text = decoder.decode(chunk, { stream: true });
    if (text) yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function isPlainAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80 || bytes[at] === 0) return false;
  return true;
}

/** The whole text of a file in memory, with the encoding that was found. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes, true);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Cuts bytes in memory into chunks; for tests and for readers that expect pieces. */
export function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
