import type { Provenance } from '../../api/types.generated.ts';

/** A note without the flag at its end, and the flag: where it is from and how far it was checked. */
export interface Note {
  readonly text: string;
  readonly provenance?: Provenance;
}

/** Notes carry their flag in their text, as `[secondary: S9]` or `[from memory]`, so that none can lose it on its way. */
export function noteOf(note: string): Note {
  const flag = /^(.*) \[([a-z ]+)(?:: ([^\]]+))?\]$/s.exec(note);
  if (!flag) return { text: note };
  const [, text, verified, source = 'M'] = flag;
  return { text: text!, provenance: { source, verified: verified! } };
}
