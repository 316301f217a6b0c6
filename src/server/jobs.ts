import { randomUUID } from 'node:crypto';
import { Fault } from '../model/index.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem.ts';

/** How far long work has come. */
export interface JobState {
  readonly id: string;
  readonly kind: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  /** Absent while the amount of work is not known. */
  readonly total?: number;
  /** What is being done now, in plain words. */
  readonly note?: string;
  /** Where the result is, once there is one. */
  readonly result?: string;
  readonly problem?: Problem;
}

/** What the work is given: a way to tell how far it is, and the signal that it is to stop. */
export interface JobHandle {
  readonly id: string;
  readonly signal: AbortSignal;
  progress(done: number, total?: number, note?: string): void;
}

interface Job {
  state: JobState;
  result: unknown;
  /** What the result holds on to, such as the engine of a day. */
  readonly basis: object | undefined;
  readonly abort: AbortController;
  readonly watchers: Set<(state: JobState) => void>;
}

/** Finished jobs that are kept for whoever asks late; the oldest are forgotten first. */
const keptJobs = 20;
/** Bases of finished jobs: an engine is some hundred megabytes, and every night's lists and every past day bring another. */
const keptBases = 3;

/**
 * Long work of the service: started by a request, followed by others, cancelled by a third. Held in memory, so a
 * restart forgets it; whoever asks for a forgotten job is told so.
 */
export class Jobs {
  readonly #jobs = new Map<string, Job>();

  /**
   * Starts `work` and returns at once. `work` has to give way to others between its steps (`await`), and to stop at the
   * signal. Results that hold on to many different bases are forgotten sooner.
   */
  start(kind: string, work: (handle: JobHandle) => Promise<unknown>, basis?: object): JobState {
    const id = randomUUID();
    const job: Job = {
      state: { id, kind, state: 'running', done: 0 },
      result: undefined,
      basis,
      abort: new AbortController(),
      watchers: new Set(),
    };
    this.#jobs.set(id, job);
    const handle: JobHandle = {
      id,
      signal: job.abort.signal,
      progress: (done, total, note) => {
        if (job.state.state !== 'running') return;
        const { total: before, note: noted, ...rest } = job.state;
        const amount = total ?? before;
        const words = note ?? noted;
        change(job, {
          ...rest,
          done,
          ...(amount === undefined ? {} : { total: amount }),
          ...(words === undefined ? {} : { note: words }),
        });
      },
    };
    void this.#run(job, work, handle);
    return job.state;
  }

  /** How many are being worked on. */
  get running(): number {
    return [...this.#jobs.values()].filter(({ state }) => state.state === 'running').length;
  }

  /** Throws `AS_FILE_MISSING` (404) where there is no such job. */
  state(id: string): JobState {
    return this.#job(id).state;
  }

  /** What the work gave. Throws where it is not done. */
  result(id: string): unknown {
    const job = this.#job(id);
    const { state, problem } = job.state;
    if (state !== 'done')
      throw Object.assign(
        new Fault('AS_USAGE', `The job is ${state}; it has no result. ${problem?.detail ?? ''}`.trim(), {
          ...(state === 'running'
            ? { remedy: `Wait for it: /v1/jobs/${id}/events tells when it is done.` }
            : problem?.remedy === undefined
              ? {}
              : { remedy: problem.remedy }),
        }),
        { statusCode: 409 },
      );
    return job.result;
  }

  cancel(id: string): JobState {
    const job = this.#job(id);
    if (job.state.state === 'running') {
      change(job, { ...job.state, state: 'cancelled' });
      job.abort.abort();
    }
    return job.state;
  }

  /** Tells the state now and at every change, until the job ends or the reader leaves. */
  async *follow(id: string, reader: AbortSignal): AsyncGenerator<JobState, undefined, undefined> {
    const job = this.#job(id);
    let wake = () => {};
    const watch = () => wake();
    const leave = () => wake();
    job.watchers.add(watch);
    reader.addEventListener('abort', leave, { once: true });
    try {
      let told: JobState | undefined;
      while (!reader.aborted) {
        if (told !== job.state) {
          told = job.state;
          yield told;
          if (told.state !== 'running') return undefined;
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return undefined;
    } finally {
      job.watchers.delete(watch);
      reader.removeEventListener('abort', leave);
    }
  }

  /** Stops everything that runs. */
  close(): void {
    for (const id of this.#jobs.keys()) this.cancel(id);
  }

  async #run(job: Job, work: (handle: JobHandle) => Promise<unknown>, handle: JobHandle): Promise<void> {
    try {
      // The answer that names the job goes out before its work begins.
      await new Promise((resolve) => setImmediate(resolve));
      const result = await work(handle);
      if (job.state.state !== 'running') return;
      job.result = result;
      change(job, { ...job.state, state: 'done', result: `/v1/jobs/${job.state.id}/result` });
    } catch (error) {
      if (job.state.state === 'running')
        change(job, { ...job.state, state: 'failed', problem: problemOf(error) });
    } finally {
      this.#forget();
    }
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id);
    if (!job)
      throw new Fault('AS_FILE_MISSING', 'There is no such job.', {
        remedy: 'Jobs are forgotten when the service restarts or after many others; start it again.',
      });
    return job;
  }

  #forget(): void {
    const ended = [...this.#jobs].filter(([, job]) => job.state.state !== 'running').reverse();
    const bases = new Set<object>();
    for (const [at, [id, { basis, state }]] of ended.entries()) {
      if (basis && state.state === 'done') bases.add(basis);
      if (at >= keptJobs || bases.size > keptBases) this.#jobs.delete(id);
    }
  }
}

function change(job: Job, state: JobState): void {
  job.state = state;
  for (const watcher of job.watchers) watcher(state);
}
