import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Piscina } from 'piscina';
import { Fault } from '../model/index.ts';
import type { ChunkTask } from './chunk-worker.ts';
import { type ByteRange, cutFile, firstLine } from './cut-file.ts';
import { writeDurably } from './durable-file.ts';
import { workerModule } from './worker-module.ts';

export interface MapChunksOptions {
  /** A file with one record a line. */
  readonly input: string;
  /** The result: what the worker module makes of each chunk, in the order of the file. */
  readonly output: string;
  /** URL of a module whose default export is a `MapChunk`. */
  readonly worker: URL;
  /** Plain data for the worker; another value is another job. */
  readonly options?: unknown;
  /** What else the result depends on: the hash of the register, a version. Another value is another job. */
  readonly job?: string;
  /** The first line is a header: told to every chunk, part of none. */
  readonly hasHeader?: boolean;
  /** Default 4 MB. The result does not depend on it where the worker treats each line alone. */
  readonly chunkBytes?: number;
  /** Default: what the machine has. */
  readonly threads?: number;
  readonly onChunk?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface MappedChunks {
  readonly chunks: number;
  /** Chunks whose results an earlier, interrupted run had finished. */
  readonly kept: number;
}

/**
 * Works on a big file in threads. Each chunk's result is put on disk under a name that says job and range before it counts as done;
 * a run that was interrupted, by whatever, goes on with what is missing. The output is there whole or not at all, and its bytes do not
 * depend on the number of threads. Memory: a few chunks a thread. Throws a `Fault` that names the range where the worker
 * fails; what other chunks gave is kept for the next run.
 */
export async function mapChunks(given: MapChunksOptions): Promise<MappedChunks> {
  const { input, output, chunkBytes = 4 * 1024 * 1024, hasHeader = false } = given;
  const header = hasHeader ? firstLine(input) : undefined;
  const skip = header === undefined ? 0 : Buffer.byteLength(header);
  const ranges = cutFile(input, { chunkBytes, skip });
  const folder = resolve(`${output}.chunks`);
  const job = jobOf(given, chunkBytes);
  mkdirSync(folder, { recursive: true });
  const results = ranges.map((range) => join(folder, resultName(job, range)));
  dropOthers(folder, new Set(results.map((path) => basename(path))));
  const missing = ranges.flatMap((range, number): ChunkTask[] =>
    existsSync(results[number]!)
      ? []
      : [
          {
            file: resolve(input),
            module: given.worker.href,
            result: results[number]!,
            options: given.options,
            header,
            number,
            range,
          },
        ],
  );
  const kept = ranges.length - missing.length;
  if (missing.length > 0) await workOn(missing, kept, ranges.length, given);
  mkdirSync(dirname(resolve(output)), { recursive: true });
  writeDurably(resolve(output), contents(results), String(process.pid));
  rmSync(folder, { recursive: true, force: true });
  return { chunks: ranges.length, kept };
}

async function workOn(
  tasks: readonly ChunkTask[],
  kept: number,
  total: number,
  { threads = availableParallelism(), onChunk, signal, input }: MapChunksOptions,
): Promise<void> {
  const count = Math.max(1, Math.min(threads, tasks.length));
  const pool = new Piscina({
    filename: workerModule(import.meta.url, 'chunk-worker').href,
    minThreads: count,
    maxThreads: count,
  });
  const stop = new AbortController();
  const signals = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  let done = kept;
  let next = 0;
  // Each lane has one task under way, so that waiting tasks hold nothing.
  const lane = async (): Promise<void> => {
    for (let task = tasks[next++]; task; task = tasks[next++]) {
      signals.throwIfAborted();
      try {
        await pool.run(task, { signal: signals });
      } catch (cause) {
        stop.abort();
        throw faultOf(task.range, input, cause);
      }
      onChunk?.(++done, total);
    }
  };
  try {
    const lanes = await Promise.allSettled(Array.from({ length: count }, lane));
    const failures = lanes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    signal?.throwIfAborted();
    // Lanes that were only stopped come after the one that failed.
    const first = failures.find((one) => !(one instanceof Fault && isAbort(one.cause))) ?? failures[0];
    if (first !== undefined) throw first;
  } finally {
    await pool.destroy();
  }
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

function faultOf({ from, to }: ByteRange, file: string, cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Fault('AS_ROW', `Bytes ${from} to ${to} could not be worked on: ${message}`, {
    place: { file },
    remedy: 'Correct the rows there and run again; what is finished is kept.',
    cause,
  });
}

/** Everything that the result depends on; with any of it changed nothing of an earlier run is kept. */
function jobOf({ input, worker, options, job, hasHeader }: MapChunksOptions, chunkBytes: number): string {
  const { size, mtimeMs } = statSync(input);
  return createHash('sha256')
    .update(JSON.stringify([resolve(input), size, mtimeMs, worker.href, options, job, hasHeader, chunkBytes]))
    .digest('hex')
    .slice(0, 32);
}

function resultName(job: string, { from, to }: ByteRange): string {
  const place = (value: number) => String(value).padStart(15, '0');
  return `${job}-${place(from)}-${place(to)}`;
}

/** Removes half-written files and results of other jobs: nothing of them can be used. */
function dropOthers(folder: string, wanted: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
}

function* contents(paths: readonly string[]): Generator<Uint8Array> {
  for (const path of paths) yield readFileSync(path);
}
