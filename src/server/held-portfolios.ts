import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../archive/index.ts';
import type { Engine } from '../engine/index.ts';
import { Fault, type Issue, type Portfolio } from '../model/index.ts';

/** A portfolio that the service holds open, with what was lost or doubtful when it was read. */
export interface HeldPortfolio {
  readonly portfolio: Portfolio;
  readonly issues: readonly Issue[];
  /** The demo portfolios ship with the casebook; the user's own can be removed. */
  readonly origin: 'demo' | 'own';
}

/**
 * The portfolios of the service: opened once, since what an engine finds out about a portfolio is kept by the object.
 * The user's own are kept as read (never the files they came from, which may hold secrets) in `portfolios` of the home
 * folder, one JSON file each.
 */
export class HeldPortfolios {
  readonly #engine: Engine;
  readonly #folder: string;
  readonly #held = new Map<string, HeldPortfolio>();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#folder = join(engine.home, 'portfolios');
  }

  ids(): string[] {
    return [...this.#engine.casebook.portfolios.map(({ id }) => id), ...this.#ownIds()];
  }

  /** Throws `AS_FILE_MISSING` (404) where there is none of this id: an id is never taken for a path. */
  get(id: string): HeldPortfolio {
    let held = this.#held.get(id);
    if (held) return held;
    if (this.#engine.casebook.portfolios.some((one) => one.id === id)) {
      held = { ...this.#engine.portfolio(id), origin: 'demo' };
    } else if (this.#ownIds().includes(id)) {
      held = { ...readKept(this.#path(id)), origin: 'own' };
    } else {
      throw new Fault('AS_FILE_MISSING', `There is no portfolio “${id}”.`, {
        remedy: `Portfolios: ${this.ids().join(', ')}.`,
      });
    }
    this.#held.set(id, held);
    return held;
  }

  /** Keeps a portfolio whole or not at all: written beside, then renamed. Gives the id under which it is found. */
  keep(portfolio: Portfolio, issues: readonly Issue[]): string {
    const id = this.#freeId(portfolio.title);
    const kept = { portfolio: { ...portfolio, id }, issues };
    makeFolder(this.#folder);
    const temporary = `${this.#path(id)}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(kept), { mode: 0o600 });
    renameSync(temporary, this.#path(id));
    this.#held.set(id, { ...kept, origin: 'own' });
    return id;
  }

  /** Throws `AS_FILE_MISSING` for an unknown id and `AS_USAGE` for a demo portfolio. */
  remove(id: string): void {
    const { origin } = this.get(id);
    if (origin === 'demo') throw new Fault('AS_USAGE', 'A demo portfolio cannot be removed.');
    this.#held.delete(id);
    rmSync(this.#path(id), { force: true });
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  #ownIds(): string[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .filter((name) => /^[a-z0-9-]+\.json$/.test(name))
      .map((name) => name.slice(0, -5))
      .sort();
  }

  #freeId(title: string): string {
    const base =
      title
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 40) || 'portfolio';
    const taken = new Set(this.ids());
    for (let number = 1; ; number++) {
      const id = number === 1 ? base : `${base}-${number}`;
      if (!taken.has(id)) return id;
    }
  }
}

const keptSchema = z.object({
  portfolio: z.looseObject({ id: z.string(), assets: z.array(z.looseObject({ kind: z.string() })) }),
  issues: z.array(z.looseObject({ message: z.string() })),
});

/** Throws `AS_STORE` for a file that `keep` did not write, or that was damaged since. */
function readKept(path: string): Omit<HeldPortfolio, 'origin'> {
  try {
    // What has this form was written by `keep` from these very types.
    return keptSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) as unknown as Omit<
      HeldPortfolio,
      'origin'
    >;
  } catch (cause) {
    throw new Fault('AS_STORE', 'A portfolio that was kept cannot be read.', {
      place: { file: path },
      remedy: 'Restore the file, or take it away and add the portfolio again.',
      cause,
    });
  }
}

const byEngine = new WeakMap<Engine, HeldPortfolios>();

/** The portfolios beside an engine; the same for every address. */
export function heldPortfolios(engine: Engine): HeldPortfolios {
  let held = byEngine.get(engine);
  if (!held) {
    held = new HeldPortfolios(engine);
    byEngine.set(engine, held);
  }
  return held;
}
