import { closeSync, openSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { type ByteRange, readRange } from './cut-file.ts';
import { writeDurably } from './durable-file.ts';

/** What a worker module is told of its chunk. */
export interface ChunkContext {
  /** Plain data given to the whole run. */
  readonly options: unknown;
  /** The first line of the file, where it is a header. */
  readonly header: string | undefined;
  /** From 0, in the order of the file. */
  readonly number: number;
  readonly range: ByteRange;
}

/** The default export of a worker module: the lines of a chunk to what stands for them in the result. */
export type MapChunk = (text: string, context: ChunkContext) => string | Promise<string>;

export interface ChunkTask extends ChunkContext {
  readonly file: string;
  readonly module: string;
  readonly result: string;
}

const loaded = new Map<string, Promise<{ readonly default: MapChunk }>>();

/** Works on one chunk in a thread of its own and puts the result on disk under its name. */
export default async function workOnChunk(task: ChunkTask): Promise<void> {
  const { file, module, result, options, header, number, range } = task;
  let imported = loaded.get(module);
  if (!imported) {
    imported = import(module) as Promise<{ readonly default: MapChunk }>;
    loaded.set(module, imported);
  }
  const { default: mapChunk } = await imported;
  const handle = openSync(file, 'r');
  let text: string;
  try {
    text = readRange(handle, range).toString();
  } finally {
    closeSync(handle);
  }
  const mapped = await mapChunk(text, { options, header, number, range });
  writeDurably(result, [Buffer.from(mapped)], `${process.pid}-${threadId}`);
}
