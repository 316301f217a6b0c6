import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, heldRegister, needsNameIndex } from '../../engine/index.ts';
import type { Day } from '../../model/index.ts';

/** How the lists under a home folder stand to those that an engine was opened on. */
export type ListsStand =
  /** Nothing moved since the last look. */
  | 'same'
  /** The same versions, maybe checked again since, or a later one refused. */
  | 'same versions'
  /** Others, brought together and indexed: opening them takes no more than a moment. */
  | 'ready'
  /** Others, which somebody would have to bring together or index first. */
  | 'not ready';

/** A folder written to this shortly ago may be written to again within the same tick of its clock: milliseconds. */
const tick = 2000;

/**
 * Looks whether lists were taken in or checked under a home folder. A look at folders in which nothing moved costs a fraction of a
 * millisecond; only where something did are the versions read.
 */
export class FollowedLists {
  readonly #home: string;
  #seen = '';

  constructor(home: string) {
    this.#home = home;
  }

  look(engine: Engine, today: Day, now = Date.now()): ListsStand {
    const { text, newest } = tracesOf(this.#home);
    if (text === this.#seen) return 'same';
    this.#seen = now - newest > tick ? text : '';
    const { home, casebook } = engine;
    const register = heldRegister({ home, today, casebook });
    if (register.hash === engine.register.hash) return 'same versions';
    return register.isReady && !needsNameIndex(home, register) ? 'ready' : 'not ready';
  }
}

/** When the folders that change with the lists were last written to: one text, and the newest of the times. */
function tracesOf(home: string): { readonly text: string; readonly newest: number } {
  const paths = [
    join(home, 'settings.json'),
    join(home, 'names'),
    join(home, 'archive', 'ready'),
    ...['versions', 'checks', 'refusals']
      .map((kind) => join(home, 'archive', kind))
      .flatMap((folder) => [folder, ...foldersIn(folder)]),
  ];
  const times = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return { text: paths.map((path, at) => `${path} ${times[at]}`).join('\n'), newest: Math.max(...times) };
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    // A home without lists has no such folder.
    return [];
  }
}
