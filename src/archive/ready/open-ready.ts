import { closeSync, fstatSync, openSync } from 'node:fs';
import type { Day } from '../../model/day.ts';
import { Fault } from '../../model/fault.ts';
import type { Link, Name, PartyId } from '../../model/party.ts';
import type { ListVersion, MergeDoubt, RegisterView } from '../../model/register.ts';
import type { PartyBundle } from '../register/register-parts.ts';
import { readAt } from '../storage/blobs.ts';
import { parseJson } from '../storage/parse-json.ts';
import { magic, type ReadyHeader, type SectionName, tailLength } from './layout.ts';

/** A register on disk, asked piece by piece. The file stays open until `close`. */
export interface OpenedRegister extends RegisterView {
  close(): void;
}

/**
 * Opens a ready register: reads the header, and of the rest only what is asked for. Undefined where there is no such
 * file or it is not whole. `known` is the day that the view names, where the file was made for "the latest".
 */
export function openReady(path: string, known?: Day): OpenedRegister | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  const header = readHeader(file);
  if (header) return viewOfFile(file, header, known);
  closeSync(file);
  return undefined;
}

function readHeader(file: number): ReadyHeader | undefined {
  const { size } = fstatSync(file);
  const tail = Buffer.from(readAt(file, Math.max(0, size - tailLength), tailLength));
  if (tail.length < tailLength || tail.toString('latin1', 4) !== magic) return undefined;
  const length = tail.readUInt32LE(0);
  const start = size - tailLength - length;
  if (start < 0) return undefined;
  // The file was made by this code under this name, which carries the hash of the code; it may have been damaged since.
  const header = parseJson(Buffer.from(readAt(file, start, length)).toString()) as ReadyHeader | undefined;
  return header?.length === start ? header : undefined;
}

/** Memory: ids and offsets once a party is asked for by id (about 5 MB for 30,000), names and links once asked for. */
function viewOfFile(file: number, header: ReadyHeader, known: Day | undefined): OpenedRegister {
  let isOpen = true;
  const bytesOf = (offset: number, length: number): Buffer => {
    if (!isOpen) throw new Fault('AS_INTERNAL', 'A closed register was asked.');
    return Buffer.from(readAt(file, offset, length));
  };
  const section = (name: SectionName) => bytesOf(...header.sections[name]);
  const parsed = <Value>(name: SectionName): (() => Value) =>
    once(() => JSON.parse(section(name).toString()) as Value);

  const ids = parsed<PartyId[]>('ids');
  const names = parsed<readonly (readonly Name[])[]>('names');
  const links = parsed<readonly Link[]>('links');
  const redirects = parsed<Readonly<Record<string, PartyId>>>('redirects');
  const doubts = parsed<readonly MergeDoubt[]>('doubts');
  const offsets = once(() => section('offsets'));
  const places = once(() => new Map<string, number>(ids().map((id, index) => [id, index])));
  const redirected = once(() => new Map<string, PartyId>(Object.entries(redirects())));
  const linksByParty = once(() => {
    const byParty = new Map<string, Link[]>();
    for (const link of links()) {
      for (const id of new Set([link.owner, link.owned])) {
        const known = byParty.get(id);
        if (known) known.push(link);
        else byParty.set(id, [link]);
      }
    }
    return byParty;
  });

  const readBundle = (index: number): PartyBundle => {
    const from = offsets().readDoubleLE(index * 8);
    const to = offsets().readDoubleLE(index * 8 + 8);
    return JSON.parse(bytesOf(header.sections.bundles[0] + from, to - from).toString()) as PartyBundle;
  };
  // Whoever asks for a party mostly asks for its listings next.
  let last: { index: number; bundle: PartyBundle } | undefined;
  const bundleOf = (id: string): PartyBundle | undefined => {
    const index = places().get(resolve(id) ?? '');
    if (index === undefined) return undefined;
    if (last?.index !== index) last = { index, bundle: readBundle(index) };
    return last.bundle;
  };
  const resolve = (id: string): PartyId | undefined => {
    const index = places().get(id);
    return index === undefined ? redirected().get(id) : ids()[index];
  };

  return {
    known: known ?? (header.known as Day),
    hash: header.hash,
    versions: header.versions as readonly ListVersion[],
    size: header.parties,
    resolve,
    party: (id) => bundleOf(id)?.[0],
    listingsOf: (id) => bundleOf(id)?.[1] ?? [],
    linksOf: (id) => linksByParty().get(resolve(id) ?? '') ?? [],
    mergesOf: (id) => bundleOf(id)?.[2] ?? [],
    *parties() {
      for (const [party] of eachBundle()) yield party;
    },
    *names() {
      const all = ids();
      const lists = names();
      for (let index = 0; index < all.length; index++) {
        for (const name of lists[index]!) yield [all[index]!, name] as const;
      }
    },
    *listings() {
      for (const [, listings] of eachBundle()) yield* listings;
    },
    links,
    get redirects() {
      return redirects();
    },
    get doubts() {
      return doubts();
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };

  /** All bundles in order, some megabytes at a time. */
  function* eachBundle(): Generator<PartyBundle> {
    const atOnce = 512;
    for (let first = 0; first < header.parties; first += atOnce) {
      const end = Math.min(header.parties, first + atOnce);
      const from = offsets().readDoubleLE(first * 8);
      const batch = bytesOf(header.sections.bundles[0] + from, offsets().readDoubleLE(end * 8) - from);
      for (let index = first; index < end; index++) {
        const begin = offsets().readDoubleLE(index * 8) - from;
        const stop = offsets().readDoubleLE(index * 8 + 8) - from;
        yield JSON.parse(batch.toString('utf8', begin, stop)) as PartyBundle;
      }
    }
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
