/**
 * Speed and memory of the name engine on a list grown to a number of names (see `grown-list.ts`): 56,000, 300,000,
 * millions. The index is built by another process, into a file that this one opens, so that the memory reported is that
 * of a search. No query comes twice. One thread, or several over the one index. As many queries are asked before, since
 * code is compiled while it is used: what these took is printed too.
 * Usage: node bench/match.ts [entities.jsonl] [names=56000] [queries=20000] [--few-words] [--threads=2]
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type ListedParty,
  mutations,
  NameMatcher,
  partyOfEntityLine,
  recombinedPersons,
  SeededRandom,
} from '../src/match/index.ts';
import { grownList } from './grown-list.ts';

const flags = process.argv.filter((word) => word.startsWith('--'));
const [file = '../shared/data/names/dev-entities.jsonl', names = '56000', queries = '20000', indexFile] =
  process.argv.slice(2).filter((word) => !word.startsWith('--'));
const threads = Number(flags.find((flag) => flag.startsWith('--threads='))?.slice(10) ?? 1);

if (!isMainThread) searchInThread();
else if (indexFile !== undefined) build(indexFile);
else {
  const folder = mkdtempSync(join(tmpdir(), 'match-bench-'));
  try {
    const index = join(folder, 'names.index');
    const script = fileURLToPath(import.meta.url);
    const built = spawnSync(process.execPath, [script, file, names, queries, index, ...flags], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (built.status === 0) await measure(index);
    else process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function build(to: string): void {
  const start = process.cpuUsage();
  const output = openSync(to, 'w');
  const list = grownList(givenParties(), Number(names), !flags.includes('--few-words'));
  for (const chunk of NameMatcher.indexChunks(list)) {
    // One write takes two gigabytes at most.
    for (let at = 0; at < chunk.length; )
      at += writeSync(output, chunk, at, Math.min(1 << 30, chunk.length - at));
  }
  closeSync(output);
  console.log(`build ${seconds(start).toFixed(1)} s of CPU time, peak RSS ${peak()} MB`);
}

function open(from: string): NameMatcher {
  const size = statSync(from).size;
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  const input = openSync(from, 'r');
  for (let at = 0; at < size; ) at += readSync(input, bytes, at, Math.min(1 << 30, size - at), at);
  closeSync(input);
  return NameMatcher.open(bytes.buffer);
}

async function measure(from: string): Promise<void> {
  const openStart = performance.now();
  const matcher = open(from);
  const opened = performance.now() - openStart;
  const { counts, buffer } = matcher.index;
  console.log(
    `${counts.names} names, ${counts.words} words; index ${(buffer.byteLength / 1e6).toFixed(0)} MB, read and opened in ${opened.toFixed(0)} ms`,
  );
  if (threads > 1) {
    await measureThreads(buffer);
    return;
  }
  const count = Number(queries);
  const asked = makeQueries(count * 3);
  for (const [at, threshold] of [0.7, 0.7, 0.5].entries()) {
    const times: number[] = [];
    let hits = 0;
    const start = performance.now();
    const startCpu = process.cpuUsage();
    for (const { text, kind } of asked.splice(0, count)) {
      const before = performance.now();
      hits += matcher.hits(text, kind, threshold).length;
      times.push(performance.now() - before);
    }
    const total = (performance.now() - start) / 1000;
    const busy = seconds(startCpu);
    times.sort((a, b) => a - b);
    const after = (share: number): string =>
      `${(times[Math.floor(times.length * share)]! * 1000).toFixed(0)} us`;
    console.log(
      `threshold ${threshold}${at === 0 ? ', the first' : ''}: ${(count / busy).toFixed(0)} queries a second of CPU time (${(count / total).toFixed(0)} of the clock), median ${after(0.5)}, p95 ${after(0.95)}, p99 ${after(0.99)}; ${(hits / count).toFixed(2)} hits a query`,
    );
  }
  console.log(`peak RSS ${peak()} MB`);
}

/** Each thread asks its own queries; they begin together, when all have warmed up. */
async function measureThreads(buffer: ArrayBufferLike): Promise<void> {
  const workers = Array.from(
    { length: threads },
    (_, thread) =>
      new Worker(new URL(import.meta.url), {
        argv: process.argv.slice(2),
        workerData: { buffer, thread },
        // What a query leaves behind is collected soon; where there is room, it is only left for longer.
        resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 8 },
      }),
  );
  const said = () => Promise.all(workers.map(async (worker) => (await once(worker, 'message'))[0]));
  await said();
  for (const threshold of [0.7, 0.5]) {
    const start = performance.now();
    for (const worker of workers) worker.postMessage(threshold);
    const hits = (await said()).reduce((sum: number, own: number) => sum + own, 0);
    const seconds = (performance.now() - start) / 1000;
    const asked = Number(queries) * threads;
    console.log(
      `threshold ${threshold}: ${threads} threads, ${(asked / seconds).toFixed(0)} queries a second of the clock; ${(hits / asked).toFixed(2)} hits a query`,
    );
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  console.log(`peak RSS ${peak()} MB`);
}

function searchInThread(): void {
  const { buffer, thread } = workerData as { buffer: ArrayBufferLike; thread: number };
  const matcher = NameMatcher.open(buffer);
  const count = Number(queries);
  const asked = makeQueries(count * 3, 11 + thread);
  for (const { text, kind } of asked.splice(0, count)) matcher.hits(text, kind, 0.7);
  parentPort!.on('message', (threshold: number) => {
    let hits = 0;
    for (const { text, kind } of asked.splice(0, count)) hits += matcher.hits(text, kind, threshold).length;
    parentPort!.postMessage(hits);
  });
  parentPort!.postMessage('ready');
}

/** Half names of persons that no list has, half listed names varied in all ways. */
function makeQueries(count: number, seed = 11): { text: string; kind: ListedParty['kind'] }[] {
  const random = new SeededRandom(seed);
  const given = givenParties();
  const clean = recombinedPersons(given, count, random);
  const made = new Map<string, { text: string; kind: ListedParty['kind'] }>();
  while (made.size < count) {
    const unlisted = made.size % 2 === 0 ? undefined : clean.pop();
    const party = random.pick(given);
    const text = unlisted ?? random.pick(mutations).apply(random.pick(party.names).text, party.kind, random);
    if (text !== undefined) made.set(text, { text, kind: unlisted === undefined ? party.kind : 'person' });
  }
  return [...made.values()];
}

/** The parties that lists and queries are made of. */
function givenParties(): ListedParty[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => partyOfEntityLine(JSON.parse(line)))
    .filter((party): party is ListedParty => party !== undefined);
}

function seconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function peak(): string {
  return (process.resourceUsage().maxRSS / 1000).toFixed(0);
}
