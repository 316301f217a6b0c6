/**
 * Readers of restricted-party lists in their publishers' own formats: bytes in, records out. Pure: no clock, file or
 * network.
 *
 * ```ts
 * import { detectSource, readList } from 'aftershock/sources';
 *
 * const text = `covered_equipment_or_services,date_of_inclusion_on_covered_list
 * "Telecommunications equipment produced by ZTE Corporation.","March 12, 2021"
 * `;
 * const file = { name: 'table.csv', chunks: () => [new TextEncoder().encode(text)] };
 * const found = detectSource(file.name, text);
 * if (!found) throw new Error('no list that is known');
 * const { records, issues } = readList(found.format, [file]);
 * console.log(found.source.id, issues.length); // us-fcc-covered 0
 * console.log(records[0]?.names[0]?.text, records[0]?.listings[0]?.from); // ZTE Corporation 2021-03-12
 * ```
 */
export { countryCode } from '../text/country.ts';
export { type Detected, detectSource, type FileHead, findFormat, findSource, groupFiles } from './detect.ts';
export { baseName } from './file-end.ts';
export { mappedFormat, mappedSource } from './mapping/mapped-format.ts';
export { defineMapping, type Mapping, parseMapping } from './mapping/mapping.ts';
export { ownList } from './mapping/own-list.ts';
export {
  type DataSetFound,
  dataSetListId,
  dataSetOf,
  dataSetSource,
  formRank,
  namePrefix,
  namesList,
} from './opensanctions/data-set.ts';
export { type ReadList, readList } from './read-list.ts';
export type { Format, LeftOut, ListFacts, Source, SourceFile } from './source.ts';
export { sources } from './sources.ts';
