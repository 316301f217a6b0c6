import { createServer as createHttpServer } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Engine, openEngine } from '../engine/index.ts';
import type { Day } from '../model/index.ts';
import { FollowedLists } from './lists/followed-lists.ts';
import { indexBeside } from './readiness.ts';
import { logging } from './request-log.ts';
import { type Answers, createAnswers, createLasting, type Lasting, type ServerOptions } from './server.ts';

export interface LiveServiceOptions extends ServerOptions {
  /** The day it is, for engines that outlive it. */
  readonly clock: () => Day;
  /** Told when answers rest on other lists from now on, or cannot. */
  readonly onLists?: (message: string) => void;
  /** Milliseconds from one look at the lists to the next, and after which nobody is waited for to bring them together. */
  readonly every?: number;
  readonly patience?: number;
}

/**
 * The service for a process that runs on: when lists were taken in under its home folder, answers rest on them without a
 * restart. The new lists are opened beside the old and take their place between two requests; whoever was being answered
 * is answered from the old to the end. No request waits for that or looks for it.
 */
export async function createLiveService(options: LiveServiceOptions): Promise<FastifyInstance> {
  const lasting = createLasting();
  const live = new LiveAnswers(options, lasting, await createAnswers(options, lasting));
  await live.ready();
  const listener = Fastify({
    ...logging(options.log === true),
    // As long as Fastify itself gives a connection; a large body may take longer than Node's default.
    serverFactory: () =>
      createHttpServer({ keepAliveTimeout: 72_000, requestTimeout: 0 }, (request, response) =>
        live.answer(request, response),
      ),
  });
  listener.addHook('onListen', async () => live.follow());
  listener.addHook('onClose', async () => {
    live.stop();
    lasting.jobs.close();
  });
  return listener;
}

type Handler = FastifyInstance['routing'];

class LiveAnswers {
  // Nothing here keeps the first engine: it goes when others have taken its place and its last answer is given.
  readonly #options: Omit<LiveServiceOptions, 'engine'>;
  readonly #lasting: Lasting;
  readonly #lists: FollowedLists;
  #engine: Engine;
  #answers: Answers;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  /** Since when the lists held are others than those answered from, and nobody has brought them together. */
  #waitingSince: number | undefined;
  #told = '';

  constructor({ engine, ...options }: LiveServiceOptions, lasting: Lasting, answers: Answers) {
    this.#options = options;
    this.#lasting = lasting;
    this.#engine = engine;
    this.#answers = answers;
    this.#lists = new FollowedLists(engine.home);
  }

  readonly answer: Handler = (request, response) => this.#answers.server.routing(request, response);

  async ready(): Promise<void> {
    await this.#answers.server.ready();
  }

  follow(): void {
    void this.#answers.warm().then(() => this.#lookAgain());
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #lookAgain(): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      void this.#look()
        .catch((error: unknown) => {
          this.#waitingSince = Date.now();
          this.#tell(`New lists cannot be used: ${String(error)}`);
        })
        .finally(() => this.#lookAgain());
    }, this.#options.every ?? 2000);
    // Looking for lists keeps no process from ending.
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const stand = this.#lists.look(this.#engine, this.#options.clock());
    if (stand === 'ready') await this.#change();
    else if (stand === 'not ready') this.#waitingSince = Date.now();
    else if (stand === 'same versions') {
      this.#waitingSince = undefined;
      this.#engine.readStandingsAgain();
    } else if (this.#waitingSince !== undefined && this.#isOverdue(this.#waitingSince))
      await this.#bringTogether();
  }

  #isOverdue(since: number): boolean {
    return Date.now() - since > (this.#options.patience ?? 120_000);
  }

  /** Opens the lists as they are now, all that the first questions need with them, and only then answers from them. */
  async #change(): Promise<void> {
    this.#waitingSince = undefined;
    const { clock, onLists: _onLists, ...options } = this.#options;
    const engine = openEngine({ home: this.#engine.home, today: clock(), clock });
    // Opening an engine takes a moment, making answers from it another: requests get their turn between.
    await new Promise((resolve) => setImmediate(resolve));
    const answers = await createAnswers({ ...options, engine }, this.#lasting);
    await answers.server.ready();
    await answers.warm();
    this.#engine = engine;
    this.#answers = answers;
    this.#tell(`Answering from the lists taken in since (register ${engine.register.hash.slice(0, 16)}).`);
  }

  /** Where whoever took the lists in did not bring them together, a thread does. */
  async #bringTogether(): Promise<void> {
    this.#waitingSince = undefined;
    const [home, today] = [this.#engine.home, this.#options.clock()];
    await indexBeside({ home, today, known: today });
    const lists = new FollowedLists(home);
    const stand = lists.look(this.#engine, today);
    if (stand === 'ready') await this.#change();
    // Another version of the program brings lists together in its own way, which this one cannot open.
    else if (stand === 'not ready')
      this.#tell('New lists were taken in that this process cannot open: start the service again.');
  }

  #tell(message: string): void {
    if (message === this.#told) return;
    this.#told = message;
    this.#options.onLists?.(message);
  }
}
