import { numberOption } from './number-option.ts';

export const threadsHelp = 'threads for a large file (default: as many as there are processors)';

const mostThreads = 256;

/** The number given with `--threads`; undefined where none is given. Throws `AS_USAGE` for what is no such number. */
export function threadsOption(text: string | undefined): number | undefined {
  return numberOption(text, '--threads', { least: 1, most: mostThreads, whole: true });
}
