import { baseName } from './file-end.ts';
import type { Format, Source } from './source.ts';
import { sources } from './sources.ts';

/** What a file was found to be. `isMain` is false for the further files of a set, such as OFAC's `add.csv`. */
export interface Detected {
  readonly source: Source;
  readonly format: Format;
  readonly isMain: boolean;
}

/** A file by its name and its beginning (at most 64 kB, decoded). */
export interface FileHead {
  readonly name: string;
  readonly head: string;
}

export function findSource(id: string): Source | undefined {
  return sources.find((source) => source.id === id);
}

export function findFormat(source: Source, id: string): Format | undefined {
  return source.formats.find((format) => format.id === id);
}

/**
 * Which list, in which format, a file belongs to; nothing where no format knows it. The content decides, the name only
 * where the content of a part of a set says nothing.
 */
export function detectSource(
  name: string,
  head: string,
  among: readonly Source[] = sources,
): Detected | undefined {
  for (const source of among) {
    for (const format of source.formats) {
      const part = format.files.findIndex((file) => file.pattern.test(baseName(name)));
      if (part === 0 && format.recognises(head, name)) return { source, format, isMain: true };
      if (part > 0) return { source, format, isMain: false };
    }
  }
  return undefined;
}

/** Files of one folder that make up one version of a list, the main file first. */
export interface FileGroup extends Detected {
  readonly files: readonly string[];
  /** Names of required files that the set lacks; such a set cannot be read. */
  readonly missing: readonly string[];
}

/**
 * Puts the files of one folder together as versions: a set of several files is one version, every other file is one by
 * itself. Files that no format knows are given back in `unknown`.
 */
export function groupFiles(files: readonly FileHead[]): {
  readonly groups: readonly FileGroup[];
  readonly unknown: readonly string[];
} {
  const groups: FileGroup[] = [];
  const unknown: string[] = [];
  const sets = new Map<Format, { found: Detected; names: string[] }>();
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const found = detectSource(file.name, file.head);
    if (!found) unknown.push(file.name);
    else if (found.format.files.length === 1) groups.push({ ...found, files: [file.name], missing: [] });
    else {
      const set = sets.get(found.format);
      if (set) set.names.push(file.name);
      else sets.set(found.format, { found, names: [file.name] });
    }
  }
  for (const { found, names } of sets.values()) {
    const place = (name: string) => found.format.files.findIndex((file) => file.pattern.test(baseName(name)));
    const missing = found.format.files
      .filter((file) => file.required && !names.some((name) => file.pattern.test(baseName(name))))
      .map((file) => file.pattern.source.replace(/[\\^$]/g, ''));
    groups.push({
      ...found,
      isMain: missing.length === 0,
      files: names.sort((a, b) => place(a) - place(b)),
      missing,
    });
  }
  return { groups, unknown };
}
