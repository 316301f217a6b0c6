import { availableParallelism } from 'node:os';
import { orderedWork, workerModule } from '../../batch/index.ts';
import { answerRow, type ScreenAnswer, type ScreenContext } from './answer-row.ts';
import type { ScreenRow } from './read-rows.ts';
import type { SearchResult, SearchTask, SearchWorkerOptions } from './search-worker.ts';

export interface ScreenRowsOptions {
  /** Threads that search; default: what the machine has. */
  readonly threads?: number | undefined;
  /** Told every answer in the order of the rows. */
  readonly onAnswer: (row: ScreenRow, answer: ScreenAnswer) => void;
  /** Files of no more rows are screened without starting threads. */
  readonly small?: number;
}

type Block = readonly ScreenRow[];

/** Two threads take as long to start as so many names to be searched for. */
const usuallySmall = 1000;
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
  { threads = availableParallelism(), onAnswer, small = usuallySmall }: ScreenRowsOptions,
): Promise<void> {
  const rest = blocksOf(rows);
  const first: Block[] = [];
  if (threads > 1) {
    while (first.length * blockRows <= small) {
      const { value, done } = await rest.next();
      if (done) break;
      first.push(value);
    }
  }
  const blocks = joined(first, rest);
  if (first.length * blockRows > small) return screenInThreads(blocks, context, threads, onAnswer);
  for await (const block of blocks) for (const row of block) onAnswer(row, answerRow(row, context));
}

async function screenInThreads(
  blocks: AsyncIterable<Block>,
  context: ScreenContext,
  threads: number,
  onAnswer: ScreenRowsOptions['onAnswer'],
): Promise<void> {
  const { names, threshold, limit } = context;
  const underWay: Block[] = [];
  async function* tasks(): AsyncGenerator<SearchTask> {
    for await (const block of blocks) {
      underWay.push(block);
      yield block.map(({ query }) => query);
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

async function* joined<Item>(first: readonly Item[], rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield* first;
  yield* rest;
}
