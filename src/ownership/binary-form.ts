import { Fault } from '../model/fault.ts';
import type { OwnershipGraph } from './graph.ts';
import { PartyTable } from './party-table.ts';

/** `ASOG` and the version of the form. */
const magic = 0x474f5341;
const version = 1;
const headerWords = 16;

type Part = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * The graph as bytes: a header of 32-bit words (magic, version, checksum, counts), then its arrays one after the other,
 * each on a multiple of eight bytes, little-endian. Graphs built from links keep their sources elsewhere and are not
 * written. Throws `AS_CONTRADICTION` for those and for disputed links.
 */
export function* writeGraph(graph: OwnershipGraph): Generator<Uint8Array> {
  if (graph.links || graph.disputes.length > 0) {
    throw new Fault('AS_CONTRADICTION', 'Only graphs loaded from tables have a binary form.', {
      remedy: 'Keep the links themselves, which carry their sources.',
    });
  }
  const { arena, ends, slots } = graph.parties.parts();
  const hasPeriods = graph.from !== undefined;
  const parts: Part[] = [
    graph.shares.min,
    graph.shares.max,
    graph.shares.ends,
    ends,
    slots,
    arena,
    graph.inStart,
    graph.owner,
    graph.owned,
    graph.share,
    graph.flags,
    graph.outStart,
    graph.outLink,
    graph.row,
    ...(graph.from && graph.until ? [graph.from, graph.until] : []),
  ];
  const header = new Uint32Array(headerWords);
  const bytes = parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  header.set([
    magic,
    version,
    bytes.reduce((sum, part) => checksum(part, sum), 0),
    graph.partyCount,
    graph.linkCount,
    graph.shares.min.length,
    slots.length,
    arena.length,
    hasPeriods ? 1 : 0,
  ]);
  yield new Uint8Array(header.buffer);
  for (const part of bytes) {
    yield part;
    if (part.length % 8 !== 0) yield new Uint8Array(8 - (part.length % 8));
  }
}

/**
 * The graph in `bytes`, which it goes on using: nothing is copied. Throws `AS_FILE_FORMAT` or `AS_FILE_TRUNCATED` where
 * the bytes are not whole, of another form, or damaged.
 */
export function readGraph(bytes: Uint8Array<ArrayBuffer>, file: string): OwnershipGraph {
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (whole.length < headerWords * 4) throw broken('AS_FILE_TRUNCATED', 'The file is too short.', file);
  const header = new Uint32Array(whole.buffer, whole.byteOffset, headerWords);
  if (header[0] !== magic || header[1] !== version) {
    throw broken('AS_FILE_FORMAT', 'The file is no ownership graph of this version.', file);
  }
  const [, , sum, partyCount, linkCount, shareCount, slotCount, arenaLength, hasPeriods] =
    header as unknown as number[];
  let at = headerWords * 4;
  let running = 0;
  const take = <T extends Part>(
    make: (buffer: ArrayBuffer, offset: number, length: number) => T,
    size: number,
    length: number,
  ): T => {
    const bytesLong = size * length;
    if (at + bytesLong > whole.length) throw broken('AS_FILE_TRUNCATED', 'The file ends too early.', file);
    const offset = whole.byteOffset + at;
    running = checksum(new Uint8Array(whole.buffer, offset, bytesLong), running);
    at += Math.ceil(bytesLong / 8) * 8;
    return make(whole.buffer, offset, length);
  };
  const floats = (length: number) =>
    take((buffer, offset, count) => new Float64Array(buffer, offset, count), 8, length);
  const words = (length: number) =>
    take((buffer, offset, count) => new Uint32Array(buffer, offset, count), 4, length);
  const signed = (length: number) =>
    take((buffer, offset, count) => new Int32Array(buffer, offset, count), 4, length);
  const octets = (length: number) =>
    take((buffer, offset, count) => new Uint8Array(buffer, offset, count), 1, length);
  const shares = { min: floats(shareCount!), max: floats(shareCount!), ends: octets(shareCount!) };
  const ends = words(partyCount!);
  const slots = signed(slotCount!);
  const arena = octets(arenaLength!);
  const graph: OwnershipGraph = {
    parties: PartyTable.fromParts(arena, ends, slots),
    partyCount: partyCount!,
    linkCount: linkCount!,
    shares,
    inStart: words(partyCount! + 1),
    owner: words(linkCount!),
    owned: words(linkCount!),
    share: words(linkCount!),
    flags: octets(linkCount!),
    outStart: words(partyCount! + 1),
    outLink: words(linkCount!),
    row: words(linkCount!),
    ...(hasPeriods ? { from: signed(linkCount!), until: signed(linkCount!) } : {}),
    disputes: [],
    disputeOf: new Map(),
    beside: [],
    issues: [],
  };
  if (running !== sum) throw broken('AS_FILE_FORMAT', 'The file is damaged: its checksum is wrong.', file);
  return graph;
}

/** Over 32-bit words, so that hundreds of megabytes take tenths of a second; for damage, not against forgery. */
function checksum(part: Uint8Array, before: number): number {
  let sum = before;
  const wordCount = part.length >>> 2;
  if (part.byteOffset % 4 === 0) {
    const words = new Int32Array(part.buffer, part.byteOffset, wordCount);
    for (let index = 0; index < wordCount; index++) sum = Math.imul(sum ^ words[index]!, 0x01000193) + 1;
  } else {
    for (let index = 0; index < wordCount * 4; index += 4) {
      const word =
        part[index]! | (part[index + 1]! << 8) | (part[index + 2]! << 16) | (part[index + 3]! << 24);
      sum = Math.imul(sum ^ word, 0x01000193) + 1;
    }
  }
  for (let index = wordCount * 4; index < part.length; index++)
    sum = Math.imul(sum ^ part[index]!, 0x01000193) + 1;
  return sum >>> 0;
}

function broken(code: 'AS_FILE_FORMAT' | 'AS_FILE_TRUNCATED', message: string, file: string): Fault {
  return new Fault(code, message, {
    place: { file },
    remedy: 'Load the table again and write the graph anew.',
  });
}
