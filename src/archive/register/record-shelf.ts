import type { SourceRecord } from '../../model/source-record.ts';
import { recordOfContent } from '../storage/record-lines.ts';

const chunkSize = 8 * 2 ** 20;
const headLength = 12;

/**
 * Holds records as UTF-8 text outside the heap and parses one when it is asked for: of 88,000 entries that is a third of
 * the memory that their objects would take, and nothing for the garbage collector to walk through.
 */
export class RecordShelf {
  readonly #chunks: Buffer[] = [];
  #used = chunkSize;
  readonly #files: string[] = [];
  readonly #fileNumbers = new Map<string, number>();
  #last: { readonly place: number; readonly record: SourceRecord } | undefined;

  /** Keeps a record, given as `contentOfRecord` writes it; gives where it stands. */
  put(content: string, position: SourceRecord['position']): number {
    const length = Buffer.byteLength(content);
    const chunk = this.#room(headLength + length);
    const at = this.#used;
    chunk.writeUInt32LE(length, at);
    chunk.writeUInt32LE(this.#fileNumber(position.file), at + 4);
    chunk.writeUInt32LE(position.line, at + 8);
    chunk.write(content, at + headLength);
    this.#used = at + headLength + length;
    return (this.#chunks.length - 1) * chunkSize + at;
  }

  /** The record that stands at a place that `put` gave; who asks for the same twice in a row gets the same object. */
  read(place: number): SourceRecord {
    if (this.#last?.place !== place) this.#last = { place, record: this.#parse(place) };
    return this.#last.record;
  }

  /** Whether the record at a place is this very JSON. */
  isSame(place: number, content: string): boolean {
    const chunk = this.#chunks[Math.floor(place / chunkSize)]!;
    const at = place % chunkSize;
    const length = chunk.readUInt32LE(at);
    if (Buffer.byteLength(content) !== length) return false;
    const start = at + headLength;
    return chunk.compare(Buffer.from(content), 0, length, start, start + length) === 0;
  }

  #parse(place: number): SourceRecord {
    // A record longer than a chunk begins one of its own, so that the start of every record lies within its chunk's size.
    const chunk = this.#chunks[Math.floor(place / chunkSize)]!;
    const at = place % chunkSize;
    const start = at + headLength;
    const text = chunk.toString('utf8', start, start + chunk.readUInt32LE(at));
    const file = this.#files[chunk.readUInt32LE(at + 4)]!;
    return recordOfContent(text, { file, line: chunk.readUInt32LE(at + 8) });
  }

  #room(length: number): Buffer {
    const last = this.#chunks.at(-1);
    if (last && this.#used + length <= last.length) return last;
    const chunk = Buffer.allocUnsafeSlow(Math.max(chunkSize, length));
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }

  #fileNumber(file: string): number {
    const known = this.#fileNumbers.get(file);
    if (known !== undefined) return known;
    // A copy: the name may be a slice that keeps a whole file's text alive.
    const own = Buffer.from(file).toString();
    this.#fileNumbers.set(own, this.#files.length);
    return this.#files.push(own) - 1;
  }
}
