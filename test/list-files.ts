import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SourceFile } from '../src/sources/source.ts';
import { sharedData } from './shared-data.ts';

/** Files of the shared collection, unpacked, under their base names. */
export function listFiles(folder: string, ...names: string[]): SourceFile[] {
  return names.map((name) => {
    const stored = readFileSync(sharedData(`${folder}/${name}`));
    return fileOf(name.replace(/\.gz$/, ''), name.endsWith('.gz') ? gunzipSync(stored) : stored);
  });
}

/** A file of a list made up for a test. */
export function fileOf(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, chunks: () => [bytes] };
}

/** The first bytes of a file, as a broken download leaves them; `keep` is a share from 0 to 1. */
export function cut(file: SourceFile, keep: number): SourceFile {
  const bytes = Buffer.concat([...file.chunks()]);
  return fileOf(file.name, bytes.subarray(0, Math.floor(bytes.length * keep)));
}

/** The beginning of a file, as the sources are given it for recognition. */
export function headOf(file: SourceFile): string {
  for (const chunk of file.chunks()) return new TextDecoder().decode(chunk.subarray(0, 65_536));
  return '';
}
