import { inChunks } from '../formats/bytes.ts';
import type { SourceFile } from './source.ts';

/** The last bytes of a file, noted while it is read: they tell whether it is whole. */
export interface FileEnd {
  chunks(): Generator<Uint8Array>;
  /** The last 8 bytes as Latin-1 text, once all chunks were taken. */
  tail(): string;
  readonly bytes: number;
}

export function watchEnd(file: SourceFile): FileEnd {
  let tail = '';
  const end = {
    bytes: 0,
    *chunks() {
      for (const chunk of file.chunks()) {
        end.bytes += chunk.length;
        if (chunk.length > 0) tail = (tail + latin1(chunk.subarray(-8))).slice(-8);
        // A file given in one piece would be parsed in one piece, with all its entries held at once.
        yield* inChunks(chunk, 65_536);
      }
    },
    tail: () => tail,
  };
  return end;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The file of a version that a pattern names. */
export function pickFile(files: readonly SourceFile[], pattern: RegExp): SourceFile | undefined {
  return files.find((file) => pattern.test(baseName(file.name)));
}

/** The name without folders and without `.gz`. */
export function baseName(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.gz$/i, '');
}
