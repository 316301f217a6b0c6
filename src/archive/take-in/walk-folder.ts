import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { decodeText, gunzip, isGzip } from '../../formats/index.ts';
import type { Day } from '../../model/day.ts';
import { Fault } from '../../model/fault.ts';
import { readAt } from '../storage/blobs.ts';

/** A file found, with what is needed to tell what it is. */
export interface FoundFile {
  /** Path from the folder that was given, with `/`. */
  readonly path: string;
  readonly folder: string;
  /** Name without `.gz`. */
  readonly name: string;
  /** The beginning of its (decompressed) text. */
  readonly head: string;
  /** The day on which it was last written. */
  readonly written: Day;
  /** The (decompressed) bytes. */
  read(): Uint8Array;
}

const headBytes = 64 * 1024;
const fileLimit = 2 ** 30;

/** The file itself, or every file under a folder in order of path; hidden ones are passed over. */
export async function* walkFolder(root: string, path = ''): AsyncGenerator<FoundFile> {
  const self = path === '' ? statSync(root, { throwIfNoEntry: false }) : undefined;
  if (self?.isFile()) {
    yield await foundFile(root, basename(root), self.mtime);
    return;
  }
  let names: string[];
  try {
    names = readdirSync(join(root, path)).sort();
  } catch (cause) {
    throw new Fault('AS_FILE_MISSING', 'There is no such folder or file, or it cannot be read.', {
      place: { file: join(root, path) },
      remedy: 'Give a list file, or a folder that holds list files, with --from.',
      cause,
    });
  }
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const inner = path === '' ? name : `${path}/${name}`;
    const full = join(root, inner);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* walkFolder(root, inner);
    else if (stat?.isFile()) yield await foundFile(full, inner, stat.mtime);
  }
}

async function foundFile(full: string, path: string, written: Date): Promise<FoundFile> {
  const slash = path.lastIndexOf('/');
  return {
    path,
    folder: slash < 0 ? '' : path.slice(0, slash),
    name: path.slice(slash + 1).replace(/\.gz$/i, ''),
    head: await readHead(full),
    written: written.toISOString().slice(0, 10) as Day,
    read: () => readWhole(full),
  };
}

async function readHead(full: string): Promise<string> {
  const file = openSync(full, 'r');
  try {
    const bytes = readAt(file, 0, headBytes);
    return decodeText(isGzip(bytes) ? await gunzipHead(bytes) : bytes).text;
  } finally {
    closeSync(file);
  }
}

/** As much of the beginning as the bytes at hand give; that they end early is no error here. */
function gunzipHead(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const stream = createGunzip();
    const finish = () => {
      stream.destroy();
      resolve(Buffer.concat(parts).subarray(0, headBytes));
    };
    stream.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size >= headBytes) finish();
    });
    stream.on('end', finish);
    stream.on('error', finish);
    stream.end(bytes);
  });
}

function readWhole(full: string): Uint8Array {
  const size = statSync(full).size;
  if (size > fileLimit) {
    throw new Fault('AS_FILE_TOO_LARGE', `The file has ${Math.round(size / 1e6)} MB.`, {
      place: { file: full },
    });
  }
  const bytes = readFileSync(full);
  return isGzip(bytes) ? gunzip(bytes, full, fileLimit) : bytes;
}
