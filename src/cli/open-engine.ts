import { type Engine, openEngine } from '../engine/index.ts';
import type { Day } from '../model/index.ts';
import { noteLists } from './list-notes.ts';
import { today } from './shared-options.ts';

/** The engine that the shared options ask for; says on stderr how its lists stand, and what takes long. */
export function openEngineFor(options: {
  readonly home: string;
  readonly on?: Day | undefined;
  readonly known?: Day | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly require?: readonly string[] | undefined;
  /** The engine is asked for days. */
  readonly outlivesToday?: boolean;
}): Engine {
  const { home, known, lists } = options;
  noteLists(options);
  return openEngine({
    home,
    today: today(),
    ...(options.outlivesToday ? { clock: today } : {}),
    ...(known === undefined ? {} : { known }),
    ...(lists === undefined ? {} : { lists }),
    onWork: (what) => process.stderr.write(`${what}\n`),
  });
}
