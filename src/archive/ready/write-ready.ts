import type { Listing, PartyId } from '../../model/party.ts';
import type { Merge, Register } from '../../model/register.ts';
import { writeDurably } from '../storage/durable-file.ts';
import { magic, type ReadyHeader, type SectionName, tailLength } from './layout.ts';

/** Writes a register in its ready form; what stood under the path is replaced in one step. */
export function writeReady(register: Register, path: string, temporaryFolder: string): void {
  writeDurably(path, readyBytes(register), temporaryFolder);
}

const batchBytes = 1 << 20;

/** The ready form in pieces of about a megabyte; no more of it is held at a time. */
export function* readyBytes(register: Register): Generator<Uint8Array> {
  const offsets = new Float64Array(register.parties.length + 1);
  yield* bundles(register, offsets);
  const places: Partial<Record<SectionName, [number, number]>> = { bundles: [0, offsets.at(-1)!] };
  let at = offsets.at(-1)!;
  const rest: readonly [Exclude<SectionName, 'bundles'>, () => Uint8Array][] = [
    ['offsets', () => littleEndian(offsets)],
    ['ids', () => json(register.parties.map((party) => party.id))],
    ['names', () => json(register.parties.map((party) => party.names))],
    ['links', () => json(register.links)],
    ['redirects', () => json(register.redirects)],
    ['doubts', () => json(register.doubts ?? [])],
  ];
  for (const [name, make] of rest) {
    const bytes = make();
    places[name] = [at, bytes.length];
    at += bytes.length;
    yield bytes;
  }
  const { hash, known, versions } = register;
  const header: ReadyHeader = {
    hash,
    known,
    parties: register.parties.length,
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

/** The bundles in order of parties; notes in `offsets` where each begins and where the last one ends. */
function* bundles(register: Register, offsets: Float64Array): Generator<Uint8Array> {
  const listings = Map.groupBy(register.listings, (listing: Listing): PartyId => listing.party);
  const merges = Map.groupBy(register.merges ?? [], (merge: Merge): PartyId => merge.party);
  let batch: Uint8Array[] = [];
  let size = 0;
  for (const [index, party] of register.parties.entries()) {
    const bundle = json([party, listings.get(party.id) ?? [], merges.get(party.id) ?? []]);
    offsets[index + 1] = offsets[index]! + bundle.length;
    batch.push(bundle);
    size += bundle.length;
    if (size < batchBytes) continue;
    yield Buffer.concat(batch, size);
    batch = [];
    size = 0;
  }
  yield Buffer.concat(batch, size);
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function littleEndian(numbers: Float64Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 8);
  for (let at = 0; at < numbers.length; at++) bytes.writeDoubleLE(numbers[at]!, at * 8);
  return bytes;
}
