import type { Name, PartyId } from '../../model/party.ts';
import type { RegisterParts } from '../register/register-parts.ts';
import { writeDurably } from '../storage/durable-file.ts';
import { magic, type ReadyHeader, type SectionName, tailLength } from './layout.ts';

/** Writes a register in its ready form; what stood under the path is replaced in one step. */
export function writeReady(register: RegisterParts, path: string, temporaryFolder: string): void {
  writeDurably(path, readyBytes(register), temporaryFolder);
}

const batchBytes = 1 << 20;

/** The ready form in pieces of about a megabyte; of the parties no more is held at a time, only their ids and names. */
function* readyBytes(register: RegisterParts): Generator<Uint8Array> {
  const offsets = new Float64Array(register.size + 1);
  const ids: PartyId[] = [];
  const names: Uint8Array[] = [];
  yield* bundles(register, offsets, ids, names);
  const places: Partial<Record<SectionName, [number, number]>> = { bundles: [0, offsets.at(-1)!] };
  let at = offsets.at(-1)!;
  const rest: readonly [Exclude<SectionName, 'bundles'>, () => Iterable<Uint8Array>][] = [
    ['offsets', () => [littleEndian(offsets)]],
    ['ids', () => [json(ids)]],
    ['names', () => arrayOf(names)],
    ['links', () => [json(register.links)]],
    ['redirects', () => [json(register.redirects)]],
    ['doubts', () => [json(register.doubts)]],
  ];
  for (const [name, make] of rest) {
    const start = at;
    for (const bytes of make()) {
      at += bytes.length;
      yield bytes;
    }
    places[name] = [start, at - start];
  }
  const { hash, known, versions } = register;
  const header: ReadyHeader = {
    hash,
    known,
    parties: register.size,
    versions,
    // Every section was given its place above.
    sections: places as ReadyHeader['sections'],
    length: at,
  };
  const bytes = json(header);
  const tail = Buffer.alloc(tailLength);
  tail.writeUInt32LE(bytes.length, 0);
  tail.write(magic, 4, 'latin1');
  yield bytes;
  yield tail;
}

/**
 * The bundles in order of parties; notes in `offsets` where each begins and where the last one ends, and on the way
 * collects ids, and names as JSON in pieces of many parties.
 */
function* bundles(
  register: RegisterParts,
  offsets: Float64Array,
  ids: PartyId[],
  names: Uint8Array[],
): Generator<Uint8Array> {
  let batch: string[] = [];
  let size = 0;
  let ofBatch: (readonly Name[])[] = [];
  const close = (): Uint8Array => {
    if (ofBatch.length > 0) names.push(json(ofBatch).subarray(1, -1));
    const bytes = Buffer.from(batch.join(''));
    batch = [];
    ofBatch = [];
    size = 0;
    return bytes;
  };
  for (const bundle of register.bundles()) {
    const text = JSON.stringify(bundle);
    const length = Buffer.byteLength(text);
    offsets[ids.length + 1] = offsets[ids.length]! + length;
    ids.push(bundle[0].id);
    ofBatch.push(bundle[0].names);
    batch.push(text);
    size += length;
    if (size >= batchBytes) yield close();
  }
  yield close();
}

/** The pieces of an array as one: brackets around them, commas between. */
function* arrayOf(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  yield Buffer.from('[');
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) yield Buffer.from(',');
    yield piece;
  }
  yield Buffer.from(']');
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function littleEndian(numbers: Float64Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 8);
  for (let at = 0; at < numbers.length; at++) bytes.writeDoubleLE(numbers[at]!, at * 8);
  return bytes;
}
