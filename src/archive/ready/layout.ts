/**
 * A register as one file, of which only what is asked for is read:
 *
 *     sections one after the other, header (JSON), length of the header (u32), magic (8 bytes)
 *
 * The header stands at the end, so that the file can be written in one go and a file that is not whole has none. It
 * gives each section's offset and length. `bundles` holds, party after party, a JSON array `[party, listings, merges]`;
 * `offsets` (little-endian float64) says where each begins. `ids`, `names`, `links`, `redirects` and `doubts` are JSON,
 * read whole when first needed.
 */
export const magic = 'AFTSHK01';
export const tailLength = magic.length + 4;

const sectionNames = ['bundles', 'offsets', 'ids', 'names', 'links', 'redirects', 'doubts'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface ReadyHeader {
  readonly hash: string;
  readonly known: string;
  readonly parties: number;
  readonly versions: unknown;
  readonly sections: Readonly<Record<SectionName, readonly [offset: number, length: number]>>;
  /** Length of all sections together, to tell a file that is not whole. */
  readonly length: number;
}
