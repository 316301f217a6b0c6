import { Fault } from '../model/index.ts';

/** Typed arrays that an index file may hold. */
export type Section = Uint8Array | Uint16Array | Uint32Array | Float32Array;

const sectionTypes = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array } as const;
type SectionType = keyof typeof sectionTypes;

const magic = 'AFTIDX01';
const prefixBytes = 16;

interface Header {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, readonly [SectionType, number, number]>>;
}

/** Named typed arrays and a little JSON in pieces, to be written one after the other: header, then the sections. */
export function* sectionChunks(
  meta: Readonly<Record<string, unknown>>,
  sections: Readonly<Record<string, Section>>,
): Iterable<Uint8Array<ArrayBufferLike>> {
  const directory: Record<string, readonly [SectionType, number, number]> = {};
  let offset = 0;
  for (const [name, section] of Object.entries(sections)) {
    directory[name] = [sectionType(section), offset, section.length];
    offset += padded(section.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ meta, sections: directory } satisfies Header));
  const head = new Uint8Array(padded(prefixBytes + header.length));
  head.set(new TextEncoder().encode(magic), 0);
  new DataView(head.buffer).setUint32(8, header.length, true);
  head.set(header, prefixBytes);
  yield head;
  for (const section of Object.values(sections)) {
    yield new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    const gap = padded(section.byteLength) - section.byteLength;
    if (gap > 0) yield new Uint8Array(gap);
  }
}

/** The same as one block of bytes. */
export function packSections(
  meta: Readonly<Record<string, unknown>>,
  sections: Readonly<Record<string, Section>>,
): Uint8Array<ArrayBuffer> {
  const chunks = [...sectionChunks(meta, sections)];
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Sections begin at multiples of eight bytes. */
function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** Views of the sections of a packed block; nothing is copied. Throws `AS_FILE_FORMAT` for anything else. */
export function openSections(buffer: ArrayBufferLike): {
  meta: Readonly<Record<string, unknown>>;
  section: <T extends Section>(name: string) => T;
} {
  const head = new Uint8Array(buffer, 0, Math.min(prefixBytes, buffer.byteLength));
  if (buffer.byteLength < prefixBytes || String.fromCharCode(...head.subarray(0, 8)) !== magic) {
    throw new Fault('AS_FILE_FORMAT', 'This is not a name index of this version.', {
      remedy: 'Delete the file; it is built again when needed.',
    });
  }
  const length = new DataView(buffer).getUint32(8, true);
  // TextDecoder refuses shared memory, so the header is copied out.
  const headerBytes = new Uint8Array(new Uint8Array(buffer, prefixBytes, length));
  const header = JSON.parse(new TextDecoder().decode(headerBytes)) as Header;
  const start = Math.ceil((prefixBytes + length) / 8) * 8;
  return {
    meta: header.meta,
    section: <T extends Section>(name: string): T => {
      const entry = header.sections[name];
      if (!entry || start + entry[1] + entry[2] > buffer.byteLength) {
        throw new Fault('AS_FILE_TRUNCATED', `The name index has no complete section "${name}".`, {
          remedy: 'Delete the file; it is built again when needed.',
        });
      }
      const [type, offset, count] = entry;
      // The directory says which type the section was written with.
      return new sectionTypes[type](buffer as ArrayBuffer, start + offset, count) as unknown as T;
    },
  };
}

function sectionType(section: Section): SectionType {
  if (section instanceof Uint8Array) return 'u8';
  if (section instanceof Uint16Array) return 'u16';
  if (section instanceof Uint32Array) return 'u32';
  return 'f32';
}
