import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { Fault } from '../../../model/index.ts';

interface State {
  readonly job: string;
  readonly rows: number;
  readonly bytes: number;
  readonly hits: number;
  readonly errors: number;
}

/** Counts that go on over an interruption. */
export interface Counts {
  readonly rows: number;
  readonly hits: number;
  readonly errors: number;
}

/**
 * A result file that survives an interruption: what is written is on disk before the state beside it says so, and a
 * new run of the same job cuts off what was half written and goes on after the last row that the state knows.
 */
export class ResumableOutput {
  readonly resumed: Counts;
  readonly #file: string;
  readonly #job: string;
  readonly #handle: number;
  #bytes: number;

  /** `job` names input, register and options: another job starts anew. */
  constructor(file: string, job: string) {
    this.#file = file;
    this.#job = createHash('sha256').update(job).digest('hex');
    const state = this.#readState();
    this.resumed = state ?? { rows: 0, hits: 0, errors: 0 };
    this.#bytes = state?.bytes ?? 0;
    try {
      this.#handle = openSync(file, state ? 'r+' : 'w');
    } catch (cause) {
      throw new Fault('AS_FILE_MISSING', 'The result file cannot be written.', {
        place: { file },
        remedy: 'Check the folder and its rights.',
        cause,
      });
    }
    if (state) ftruncateSync(this.#handle, state.bytes);
  }

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  write(text: string, counts: Counts): void {
    const bytes = Buffer.from(text);
    let done = 0;
    while (done < bytes.length)
      done += writeSync(this.#handle, bytes, done, bytes.length - done, this.#bytes + done);
    this.#bytes += bytes.length;
    fsyncSync(this.#handle);
    const { rows, hits, errors } = counts;
    const state: State = { job: this.#job, rows, hits, errors, bytes: this.#bytes };
    writeFileSync(`${this.#statePath}.new`, JSON.stringify(state));
    renameSync(`${this.#statePath}.new`, this.#statePath);
  }

  /** The job is whole: the state is no longer needed. */
  finish(): void {
    closeSync(this.#handle);
    rmSync(this.#statePath, { force: true });
  }

  get #statePath(): string {
    return `${this.#file}.progress`;
  }

  #readState(): State | undefined {
    if (!existsSync(this.#statePath) || !existsSync(this.#file)) return undefined;
    try {
      const state = JSON.parse(readFileSync(this.#statePath, 'utf8')) as State;
      return state.job === this.#job ? state : undefined;
    } catch {
      return undefined;
    }
  }
}
