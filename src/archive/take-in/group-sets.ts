import type { Day } from '../../model/day.ts';
import type { DataSetFound } from '../../sources/index.ts';
import type { Format, Source } from '../../sources/source.ts';
import { dayOfPath, isExtractPath } from './published-day.ts';
import type { FoundFile } from './walk-folder.ts';

/** The files of one list version as they lie in a folder. */
export interface FileSet {
  readonly source: Source;
  readonly format: Format;
  /** The main file first. */
  readonly files: readonly FoundFile[];
  /** The day that the path tells. */
  readonly day: Day | undefined;
  readonly completeness: 'whole' | 'extract';
  /** Of an export of OpenSanctions: its data set, and what told it. */
  readonly dataSet?: DataSetFound;
}

/** Files of a set whose main file is not there. */
export interface IncompleteSet {
  readonly source: Source;
  readonly format: Format;
  readonly files: readonly FoundFile[];
  readonly day: Day | undefined;
}

export interface Grouping {
  readonly sets: readonly FileSet[];
  readonly incomplete: readonly IncompleteSet[];
  /** Files that bear the name of a list's main file, but not its content. */
  readonly misnamed: readonly FileSet[];
  /** Files that bear the name of the main files of several lists, but the content of none. */
  readonly unclear: readonly { readonly file: FoundFile; readonly sources: readonly string[] }[];
  readonly unrecognised: readonly FoundFile[];
}

/** Tells by name and beginning of which list a file is; `isMain` is false for further files of a set. */
export type Detect = (
  name: string,
  head: string,
) => { source: Source; format: Format; isMain: boolean } | undefined;

/** Tells which files of a folder tree are lists, and which belong together: files of a set lie in one folder. */
export function groupSets(files: readonly FoundFile[], detect: Detect, sources: readonly Source[]): Grouping {
  const sets: FileSet[] = [];
  const incomplete: IncompleteSet[] = [];
  const misnamed: FileSet[] = [];
  const unclear: { file: FoundFile; sources: string[] }[] = [];
  const unrecognised: FoundFile[] = [];
  for (const [, inFolder] of Map.groupBy(files, (file) => file.folder)) {
    const taken = new Set<FoundFile>();
    for (const file of inFolder) {
      const found = detect(file.name, file.head);
      if (!found?.isMain) continue;
      const others = companions(file, found.format, inFolder);
      for (const one of [file, ...others]) taken.add(one);
      sets.push({
        source: found.source,
        format: found.format,
        files: [file, ...others],
        day: dayOfPath(file.path),
        completeness: found.format.partial || isExtractPath(file.path) ? 'extract' : 'whole',
      });
    }
    const left = inFolder.filter((file) => !taken.has(file));
    for (const orphan of orphanSets(left, sources)) {
      incomplete.push(orphan);
      for (const file of orphan.files) taken.add(file);
    }
    for (const file of left.filter((candidate) => !taken.has(candidate))) {
      const meant = meantLists(file, sources);
      const [first] = meant;
      const ids = [...new Set(meant.map(({ source }) => source.id))];
      if (!first) unrecognised.push(file);
      else if (ids.length > 1) unclear.push({ file, sources: ids });
      else misnamed.push({ ...first, files: [file], day: dayOfPath(file.path), completeness: 'whole' });
    }
  }
  return { sets, incomplete, misnamed, unclear, unrecognised };
}

/**
 * The lists whose main file has this very name, by its pattern or as the publisher offers it. A name that only shows the
 * kind of file says nothing; nor does a file that names itself a part.
 */
function meantLists(file: FoundFile, sources: readonly Source[]): Pick<FileSet, 'source' | 'format'>[] {
  if (isExtractPath(file.path)) return [];
  const [, stem = '', ending = ''] = /^(.*?)(\.\w+)?$/.exec(file.name) ?? [];
  const others = [`qzxj${ending}`, `qzxj${stem}${ending}`, `${stem}qzxj${ending}`];
  return sources.flatMap((source) =>
    source.formats.flatMap((format) => {
      const pattern = format.files[0]?.pattern;
      const isOffered = source.addresses.some(
        (address) => address.format === format.id && address.files[0]?.name === file.name,
      );
      const isExact = isOffered || (pattern?.test(file.name) && !others.some((other) => pattern.test(other)));
      return isExact ? [{ source, format }] : [];
    }),
  );
}

function companions(main: FoundFile, format: Format, inFolder: readonly FoundFile[]): FoundFile[] {
  const found: FoundFile[] = [];
  for (const { pattern } of format.files.slice(1)) {
    const other = inFolder.find((file) => file !== main && pattern.test(file.name));
    if (other) found.push(other);
  }
  return found;
}

/** Sets of files that only make sense beside a main file that is not there. */
function orphanSets(files: readonly FoundFile[], sources: readonly Source[]): IncompleteSet[] {
  const found: IncompleteSet[] = [];
  let left = files;
  for (const source of sources) {
    for (const format of source.formats) {
      const others = format.files.slice(1);
      const parts = left.filter((file) => others.some(({ pattern }) => pattern.test(file.name)));
      if (parts.length === 0) continue;
      found.push({ source, format, files: parts, day: dayOfPath(parts[0]!.path) });
      left = left.filter((file) => !parts.includes(file));
    }
  }
  return found;
}
