import { withDistinctEntries } from '../distinct-entries.ts';
import { baseName } from '../file-end.ts';
import type { Source } from '../source.ts';
import { simpleCsvOf } from './formats.ts';
import { openSanctions } from './source.ts';

/** What tells of which data set an export is. `nothing`: it is taken in under `opensanctions` itself. */
export type DataSetEvidence = 'index.json' | 'the export' | 'file name' | 'folder name' | 'nothing';

export interface DataSetFound {
  /** In OpenSanctions' words, such as `us_ofac_sdn`; of a path, in their way of writing. */
  readonly dataSet: string | undefined;
  readonly by: DataSetEvidence;
}

const prefix = `${openSanctions.id}-`;

/** The list that a data set of OpenSanctions is, `opensanctions-us_ofac_sdn`; nothing where the id is of no such list. */
export function dataSetSource(id: string): Source | undefined {
  if (!id.startsWith(prefix) || !/^[a-z0-9_]+$/.test(id.slice(prefix.length))) return undefined;
  const dataSet = id.slice(prefix.length);
  return withDistinctEntries({
    ...openSanctions,
    id,
    title: `OpenSanctions: ${dataSet}`,
    regimes: [`os-${dataSet}`, 'os-*'],
    formats: openSanctions.formats.map((format) =>
      format.id === 'opensanctions-simple-csv' ? simpleCsvOf(`os-${dataSet}`) : format,
    ),
  });
}

/** The id of the list that a data set is; of an export that tells none, that of all OpenSanctions exports. */
export function dataSetListId(dataSet: string | undefined): string {
  return dataSet === undefined ? openSanctions.id : `${prefix}${dataSet}`;
}

/** Whether a list is among those named; `opensanctions` stands for every data set of it. */
export function namesList(named: readonly string[], id: string): boolean {
  return named.includes(id) || (id.startsWith(prefix) && named.includes(openSanctions.id));
}

/** The three forms of one export, the fullest first: a lesser form beside it says nothing more. */
const forms = [/entities\.ftm\.json$/i, /targets\.nested\.json$/i, /targets\.simple\.csv$/i];

/** Place of a file among the forms of an export, the fullest 0. */
export function formRank(name: string): number {
  const rank = forms.findIndex((form) => form.test(name));
  return rank < 0 ? forms.length : rank;
}

/** What stands in a file's name before that of the export: `peps-sample.` of `peps-sample.targets.simple.csv`. */
export function namePrefix(name: string): string {
  const form = forms.find((candidate) => candidate.test(name));
  return form ? name.replace(form, '') : '';
}

/**
 * Of which data set an export is. The `index.json` that OpenSanctions publishes beside it decides, unless the export
 * speaks of other data sets; then the export, where all its entities are of one data set; then the file's name, then the
 * innermost folder that is no date. `index` is its text, where there is one.
 */
export function dataSetOf(path: string, bytes: Uint8Array, index: string | undefined): DataSetFound {
  const name = baseName(path);
  const isTable = /\.csv$/i.test(name);
  const stated = index === undefined ? undefined : readIndex(index);
  const common = isTable ? undefined : commonDataSets(bytes);
  if (stated && (isTable ? tableIsOf(bytes, stated) : !common || isOf(stated, common))) {
    return { dataSet: stated.name, by: 'index.json' };
  }
  if (common?.every.size === 1) return { dataSet: [...common.every][0], by: 'the export' };
  const fromName = written(namePrefix(name));
  if (fromName) return { dataSet: fromName, by: 'file name' };
  for (const folder of path.split('/').slice(0, -1).reverse()) {
    const fromFolder = written(folder);
    if (fromFolder) return { dataSet: fromFolder, by: 'folder name' };
  }
  return { dataSet: undefined, by: 'nothing' };
}

interface Index {
  readonly name: string;
  readonly title: string | undefined;
  /** A collection's entities name its parts, not itself. */
  readonly isCollection: boolean;
}

function readIndex(text: string): Index | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
    const { name } = value;
    if (typeof name !== 'string' || !/^[a-z0-9_]+$/.test(name)) return undefined;
    const title = 'title' in value && typeof value.title === 'string' ? value.title : undefined;
    return { name, title, isCollection: 'type' in value && value.type !== 'source' };
  } catch {
    return undefined;
  }
}

interface Stated {
  /** Data sets that every entity is of. */
  readonly every: ReadonlySet<string>;
}

function isOf(index: Index, { every }: Stated): boolean {
  return index.isCollection || every.has(index.name);
}

/** A table names its data sets by title, and names a collection's parts. */
function tableIsOf(bytes: Uint8Array, { title, isCollection }: Index): boolean {
  return (
    isCollection ||
    title === undefined ||
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(title)
  );
}

const marker = Buffer.from('"datasets":');

/** The data sets that every entity of an export is of; nothing where it names none. Ends as soon as no two agree. */
function commonDataSets(bytes: Uint8Array): Stated | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let every: Set<string> | undefined;
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
    const end = text.indexOf(']', at);
    if (end < 0) break;
    const named = text
      .toString('utf8', at, end)
      .match(/[a-z0-9_]+(?=")/g)
      ?.filter((one) => one !== 'datasets');
    const before: Set<string> | undefined = every;
    every = new Set(named?.filter((one) => before === undefined || before.has(one)));
    if (every.size === 0) break;
  }
  return every && { every };
}

/** A data set's name as part of a path says it; nothing of a date or a word that any folder may have. */
function written(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (/^[\d_]*$/.test(name)) return undefined;
  return /^(?:opensanctions|datasets?|latest|downloads?|data|lists?|tmp|files?|exports?)$/.test(name)
    ? undefined
    : name;
}
