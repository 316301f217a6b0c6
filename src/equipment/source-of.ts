import type { Provenance } from '../model/index.ts';

/** Where a fact comes from, in one line, with its flag where it is not verified. */
export function sourceOf({ source, note, verified }: Provenance): string {
  const flag = verified === 'verified' ? '' : ` [${verified}]`;
  return `${source}${note ? `: ${note}` : ''}${flag}`;
}
