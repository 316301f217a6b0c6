import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { StandingsInBrief } from '../archive/index.ts';
import {
  answerRow,
  type Engine,
  readScreenRows,
  type ScreenContext,
  type ScreenRow,
} from '../engine/index.ts';
import { Fault, parseDay } from '../model/index.ts';
import { bytesOfFile } from './given-file.ts';
import type { JobHandle } from './jobs.ts';
import type {
  ScreenedRow,
  screenDetailSchema,
  screenedSchema,
  screenRequestSchema,
} from './schemas/screen.ts';

type Request = z.output<typeof screenRequestSchema>;

/** Enough for a name that many lists have. */
const mostOfOne = 50;

/** Rows after which other requests get their turn, and progress is told. */
const turn = 40;

/**
 * One screening of many rows. The answer holds a line for each row; a single row is screened again, whole, when
 * somebody opens it, since the words of all hits together would be many times the answer.
 */
export class ScreenRun {
  readonly context: ScreenContext;
  readonly #engine: Engine;
  /** Hits of a row that somebody opens. */
  readonly #most: number;
  readonly #asked: ScreenRow[] = [];
  readonly #rows: ScreenedRow[] = [];

  readonly #notices: string[] = [];

  /** Throws `AS_USAGE` for a request of neither names nor a file, or of both. */
  constructor(engine: Engine, request: Request) {
    if ((request.names === undefined) === (request.file === undefined))
      throw new Fault('AS_USAGE', 'Give either names or a file.', {
        remedy: 'Send {"names":["…"]}, or {"file":{"name":"…","base64":"…"}} to /v1/screen/jobs.',
      });
    this.#engine = engine;
    this.#most = request.limit ?? mostOfOne;
    this.context = {
      names: engine.names,
      register: engine.register,
      on:
        request.on === undefined && request.known === undefined
          ? engine.today
          : parseDay(request.on ?? request.known!, { field: 'on' }),
      threshold: request.threshold ?? engine.names.settings.threshold,
      limit: request.limit ?? 10,
    };
  }

  /** Screens everything; gives way to others between rows and stops when the job is cancelled. */
  async run(request: Request, job?: JobHandle): Promise<this> {
    const total = request.names?.length;
    let counted = 0;
    for await (const row of rowsOf(request, (notice) => this.#notices.push(notice))) {
      if (job?.signal.aborted) return this;
      this.#asked.push(row);
      this.#rows.push(this.#lineOf(row));
      if (++counted % turn === 0) {
        job?.progress(counted, total);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    job?.progress(counted, counted);
    return this;
  }

  /** How the lists stood that were searched. */
  get listStandings(): StandingsInBrief {
    return this.#engine.listStandings(this.context.on);
  }

  /** The days, lists and register that every answer of it rests on. */
  get basis(): Pick<z.output<typeof screenedSchema>, 'on' | 'known' | 'register' | 'listStandings'> {
    return {
      on: this.context.on,
      known: this.#engine.known,
      register: this.#engine.register.hash,
      listStandings: this.listStandings,
    };
  }

  /** A row with all its hits and their words. Throws `AS_FILE_MISSING` for a row that there is not. */
  detail(number: number): z.output<typeof screenDetailSchema> {
    const row = this.#asked[number - 1];
    if (!row) throw new Fault('AS_FILE_MISSING', `There is no row ${number}.`);
    const { status, results, more, error } = answerRow(row, { ...this.context, limit: this.#most });
    return {
      name: row.query?.names[0] ?? row.id,
      status,
      ...(more ? { more } : {}),
      ...(error === undefined ? {} : { error: error.message }),
      ...this.basis,
      results: results.map(({ id, datasets: _datasets, listings, related, ...match }) => ({
        ...match,
        party: id,
        pieces: match.pieces.map((piece) => ({ ...piece })),
        listings: listings.map(({ programs: _programs, ...listing }) => ({
          ...listing,
          short: this.#engine.regimeTitle(listing.regime),
        })),
        related: related ?? [],
      })),
    };
  }

  toJSON(): z.output<typeof screenedSchema> {
    return {
      ...this.basis,
      threshold: this.context.threshold,
      notices: this.#notices,
      rows: this.#rows,
      hits: this.#rows.filter(({ status }) => status === 'hit').length,
      errors: this.#rows.filter(({ status }) => status === 'error').length,
    };
  }

  /** The lines of the rows, of one outcome only where it is named. */
  *rows(status?: ScreenedRow['status']): Generator<ScreenedRow> {
    for (const row of this.#rows) if (status === undefined || row.status === status) yield row;
  }

  #lineOf(row: ScreenRow): ScreenedRow {
    const { status, results, more, error } = answerRow(row, this.context);
    const best = results[0];
    return {
      row: row.number,
      name: row.query?.names[0] ?? '',
      status,
      hits: results.length,
      ...(more ? { more } : {}),
      ...(best === undefined
        ? {}
        : {
            best: {
              party: best.id,
              caption: best.caption,
              score: best.score,
              strength: best.strength,
              matched: best.matched.name,
              kind: best.matched.kind,
              listed: [
                ...new Set(
                  best.listings
                    .filter(({ state }) => state === 'in force')
                    .map(({ regime }) => this.#engine.regimeTitle(regime)),
                ),
              ].sort(),
            },
          }),
      ...(error === undefined ? {} : { error: error.message }),
    };
  }
}

/** A name longer than this is no name, and would cost more than all others together. */
const longestName = 2000;

async function* rowsOf({ names, file }: Request, notice: (text: string) => void): AsyncGenerator<ScreenRow> {
  if (file !== undefined) yield* rowsOfFile(file, notice);
  for (const [index, given] of (names ?? []).entries()) {
    const number = index + 1;
    const name = given.trim();
    const row = { number, line: number, id: String(number) };
    if (name === '') yield { ...row, problem: { code: 'AS_FIELD', message: 'There is no name.' } };
    else if (name.length > longestName)
      yield {
        ...row,
        problem: { code: 'AS_FIELD', message: `The name is longer than ${longestName} characters.` },
      };
    else yield { ...row, query: { names: [name] } };
  }
}

/** The readers take files, so that a long one never stands in memory as text; it is gone when they are done. */
async function* rowsOfFile(
  given: NonNullable<Request['file']>,
  notice: (text: string) => void,
): AsyncGenerator<ScreenRow> {
  const folder = mkdtempSync(join(tmpdir(), 'aftershock-screen-'));
  try {
    const path = join(folder, 'rows');
    writeFileSync(path, bytesOfFile(given), { mode: 0o600 });
    let number = 0;
    for await (const row of readScreenRows(path, {}, ({ message }) => notice(message)))
      yield { ...row, number: ++number };
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    // Its sender knows the file by its name, and where it was put is nobody's business.
    throw new Fault(cause.code, cause.message, {
      place: { ...cause.place, file: given.name },
      ...(cause.remedy === undefined ? {} : { remedy: cause.remedy }),
      cause,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
