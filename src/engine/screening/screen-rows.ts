import { availableParallelism } from 'node:os';
import { orderedWork, workerModule } from '../../batch/index.ts';
import { answerRow, type ScreenAnswer, type ScreenContext } from './answer-row.ts';
import { withIdentifiersNamed } from './by-identifier.ts';
import type { ScreenRow } from './read-rows.ts';
import type { SearchResult, SearchTask, SearchWorkerOptions } from './search-worker.ts';

export interface ScreenRowsOptions {
  /** Threads that search; default: what the machine has. */
  readonly threads?: number | undefined;
  /** Told every answer in the order of the rows. */
  readonly onAnswer: (row: ScreenRow, answer: ScreenAnswer) => void;
  /** Milliseconds that the main thread screens alone before it starts others. */
  readonly aloneFor?: number;
}

type Block = readonly ScreenRow[];

/** Some times what threads take to start, so that a file that is done soon does not wait for them. */
const usuallyAloneFor = 2000;
/** Rows that a thread takes at once. */
const blockRows = 50;
/** Matches that a thread gives beyond those wanted: few of the best are on no list and linked to nobody. */
const spare = 10;

/**
 * Screens rows in threads that share one name index. The main thread reads the rows, joins what is found with the register
 * and tells the answers in order, so that nothing depends on the number of threads. Memory: some blocks of rows a thread.
 */
export async function screenRows(
  rows: AsyncIterable<ScreenRow>,
  context: ScreenContext,
  { threads = availableParallelism(), onAnswer, aloneFor = usuallyAloneFor }: ScreenRowsOptions,
): Promise<void> {
  const blocks = blocksOf(rows);
  const start = performance.now();
  for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
    if (threads > 1 && performance.now() - start >= aloneFor)
      return screenInThreads(withFirst(next.value, blocks), context, threads, onAnswer);
    for (const row of next.value) onAnswer(row, answerRow(row, context));
  }
}

async function screenInThreads(
  blocks: AsyncIterable<Block>,
  context: ScreenContext,
  threads: number,
  onAnswer: ScreenRowsOptions['onAnswer'],
): Promise<void> {
  const { names, register, threshold, limit } = context;
  const underWay: Block[] = [];
  async function* tasks(): AsyncGenerator<SearchTask> {
    for await (const block of blocks) {
      underWay.push(block);
      yield block.map(({ query }) => query && withIdentifiersNamed(query, register));
    }
  }
  const options: SearchWorkerOptions = {
    index: names.index,
    settings: names.settings,
    threshold,
    most: limit + spare,
  };
  await orderedWork<SearchTask, SearchResult, undefined>({
    worker: workerModule(import.meta.url, 'search-worker'),
    options,
    tasks: tasks(),
    threads,
    onResult(found) {
      // Results come in the order of the tasks.
      for (const [at, row] of underWay.shift()!.entries()) onAnswer(row, answerRow(row, context, found[at]));
    },
  });
}

async function* blocksOf(rows: AsyncIterable<ScreenRow>): AsyncGenerator<Block> {
  let block: ScreenRow[] = [];
  for await (const row of rows) {
    block.push(row);
    if (block.length < blockRows) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

async function* withFirst<Item>(first: Item, rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}
