import type { Listing, PartyId } from '../../model/party.ts';
import type { Merge, Register } from '../../model/register.ts';
import { writeDurably } from '../storage/durable-file.ts';
import { magic, type ReadyHeader, type SectionName, sectionNames } from './layout.ts';

/** Writes a register in its ready form; what stood under the path is replaced in one step. */
export function writeReady(register: Register, path: string, temporaryFolder: string): void {
  writeDurably(path, readyBytes(register), temporaryFolder);
}

/** The ready form in pieces. */
export function* readyBytes(register: Register): Generator<Uint8Array> {
  const bundles = bundlesOf(register);
  const offsets = new Float64Array(bundles.length + 1);
  bundles.forEach((bundle, index) => {
    offsets[index + 1] = offsets[index]! + bundle.length;
  });
  const names = register.parties.map((party) => party.names);
  const sections: Record<Exclude<SectionName, 'bundles'>, Uint8Array> = {
    ids: json(register.parties.map((party) => party.id)),
    offsets: littleEndian(offsets),
    names: json(names),
    links: json(register.links),
    redirects: json(register.redirects),
    doubts: json(register.doubts ?? []),
  };
  const lengths: Record<SectionName, number> = {
    ids: sections.ids.length,
    offsets: sections.offsets.length,
    names: sections.names.length,
    links: sections.links.length,
    redirects: sections.redirects.length,
    doubts: sections.doubts.length,
    bundles: offsets.at(-1)!,
  };
  const places = {} as Record<SectionName, [number, number]>;
  let at = 0;
  for (const name of sectionNames) {
    places[name] = [at, lengths[name]];
    at += lengths[name];
  }
  const { hash, known, versions } = register;
  const head: ReadyHeader = {
    hash,
    known,
    parties: register.parties.length,
    versions,
    sections: places,
    length: at,
  };
  const headBytes = json(head);
  const start = Buffer.alloc(magic.length + 4);
  start.write(magic, 'latin1');
  start.writeUInt32LE(headBytes.length, magic.length);
  yield start;
  yield headBytes;
  for (const name of sectionNames) if (name !== 'bundles') yield sections[name];
  yield* bundles;
}

function bundlesOf(register: Register): Uint8Array[] {
  const listings = Map.groupBy(register.listings, (listing: Listing): PartyId => listing.party);
  const merges = Map.groupBy(register.merges ?? [], (merge: Merge): PartyId => merge.party);
  return register.parties.map((party) =>
    json([party, listings.get(party.id) ?? [], merges.get(party.id) ?? []]),
  );
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function littleEndian(numbers: Float64Array): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 8);
  for (let at = 0; at < numbers.length; at++) bytes.writeDoubleLE(numbers[at]!, at * 8);
  return bytes;
}
