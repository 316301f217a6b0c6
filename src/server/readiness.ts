import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FastifyInstance } from 'fastify';
import type { Engine } from '../engine/index.ts';
import type { Day } from '../model/index.ts';

/** Addresses that are answered before the index is there: whether the process runs, and whether it can answer. */
const early: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Whether the service can answer. Lists that were never indexed are indexed by a thread beside, some seconds long: the
 * process says meanwhile that it runs, and requests wait instead of failing.
 */
export class Readiness {
  #isReady: boolean;
  readonly #done: Promise<void>;

  constructor(engine: Engine, index: (engine: Engine) => Promise<void> = indexBeside) {
    this.#isReady = !engine.needsIndex;
    // Where the thread fails, the engine builds the index itself when it is asked, and says what is wrong.
    this.#done = this.#isReady ? Promise.resolve() : index(engine).catch(() => {});
    void this.#done.then(() => {
      this.#isReady = true;
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Settles once the service can answer. */
  get done(): Promise<void> {
    return this.#done;
  }

  /**
   * Lets requests of the service wait until it is ready, but those that ask whether it is. The files of the pages do not
   * wait: a browser would stay blank, where the page itself can say that its data takes a while.
   */
  holdRequests(server: FastifyInstance): void {
    server.addHook('onRequest', async ({ url, routeOptions }) => {
      const isFile = routeOptions.url === undefined || routeOptions.url.includes('*');
      if (!this.#isReady && !isFile && !early.has(url)) await this.#done;
    });
  }
}

/**
 * Brings the lists as known on a day together and indexes their names in a thread, and leaves both as files for an engine
 * to open: the service goes on answering meanwhile.
 */
export function indexBeside({
  home,
  today,
  known,
}: {
  readonly home: string;
  readonly today: Day;
  readonly known: Day;
}): Promise<void> {
  // An engine that knows all there is was opened without a day of knowledge.
  const workerData = { home, today, ...(known === today ? {} : { known }) };
  return new Promise((resolve, reject) => {
    // The published package holds the same file as JavaScript.
    const file = new URL(`./prepare-engine${extname(import.meta.filename)}`, import.meta.url);
    const worker = new Worker(file, { workerData });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
