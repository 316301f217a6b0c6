import { Fault } from '../model/index.ts';

export const threadsHelp = 'threads for a large file (default: as many as there are processors)';

const mostThreads = 256;

/** The number given with `--threads`; undefined where none is given. Throws `AS_USAGE` for what is no such number. */
export function threadsOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads) {
    throw new Fault('AS_USAGE', `--threads is "${text}".`, {
      remedy: `Give a whole number from 1 to ${mostThreads}.`,
    });
  }
  return threads;
}
