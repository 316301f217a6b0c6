import { Fault } from '../../model/fault.ts';
import { dataSetListId, dataSetOf, dataSetSource, formRank, namePrefix } from '../../sources/index.ts';
import type { FileSet, Grouping } from './group-sets.ts';
import type { FoundFile } from './walk-folder.ts';

/**
 * Gives each export of OpenSanctions the list of its data set, so that two data sets never pass for two versions of one
 * list. The forms of one export that lie in one folder are one version: the fullest is read, the others are kept beside it.
 */
export function withDataSets(grouping: Grouping, found: readonly FoundFile[]): Grouping {
  const indexes = new Set<FoundFile>();
  const exports = new Map<string, FileSet[]>();
  const others: FileSet[] = [];
  for (const set of grouping.sets) {
    const file = set.files[0]!;
    if (set.source.id !== dataSetListId(undefined)) {
      others.push(set);
      continue;
    }
    const prefix = namePrefix(file.name);
    const index = found.find((other) => other.folder === file.folder && other.name === `${prefix}index.json`);
    if (index) indexes.add(index);
    const dataSet = dataSetOf(
      file.path,
      bytesOf(file),
      index && Buffer.from(bytesOf(index)).toString('utf8'),
    );
    const source = dataSetSource(dataSetListId(dataSet.dataSet)) ?? set.source;
    const format = source.formats.find(({ id }) => id === set.format.id) ?? set.format;
    const key = [file.folder, prefix, source.id, set.completeness].join('\n');
    exports.set(key, [...(exports.get(key) ?? []), { ...set, source, format, dataSet }]);
  }
  const joined = [...exports.values()].map((forms) => {
    const [fullest, ...lesser] = forms.sort(
      (a, b) => formRank(a.files[0]!.name) - formRank(b.files[0]!.name),
    );
    return { ...fullest!, files: [...fullest!.files, ...lesser.flatMap(({ files }) => files)] };
  });
  return {
    ...grouping,
    sets: [...others, ...joined],
    unrecognised: grouping.unrecognised.filter((file) => !indexes.has(file)),
  };
}

/** Nothing of a file that cannot be unpacked: it is refused when it is read, under the list that its path tells. */
function bytesOf(file: FoundFile): Uint8Array {
  try {
    return file.read();
  } catch (error) {
    if (error instanceof Fault) return new Uint8Array();
    throw error;
  }
}
