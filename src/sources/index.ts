/**
 * Readers of restricted-party lists in their publishers' own formats: bytes in, records out.
 *
 * ```ts
 * import { detectSource, readList } from 'aftershock/sources';
 * const file = { name: 'consolidated.xml', chunks: () => [bytes] };
 * const found = detectSource(file.name, head);
 * const { records, facts, issues } = readList(found.format, [file]);
 * ```
 */
export { countryCode } from './country.ts';
export { type Detected, detectSource, type FileHead, findFormat, findSource, groupFiles } from './detect.ts';
export { baseName } from './file-end.ts';
export { mappedFormat, mappedSource } from './mapping/mapped-format.ts';
export { defineMapping, type Mapping, parseMapping } from './mapping/mapping.ts';
export { type ReadList, readList } from './read-list.ts';
export type { Format, LeftOut, ListFacts, Source, SourceFile } from './source.ts';
export { sources } from './sources.ts';
