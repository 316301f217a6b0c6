import { z } from 'zod';
import type { Provenance, Verification } from '../model/provenance.ts';
import type { Origin, Problems } from './problem.ts';

const sourceSchema = z.record(
  z.string().regex(/^[A-Z][A-Za-z0-9]*$/, { error: 'a source code is letters and digits, such as S5' }),
  z.strictObject({ title: z.string().min(1), kind: z.enum(['official', 'secondary', 'memory']) }),
);

export const sourceFileSchema = sourceSchema;
export type SourceKind = 'official' | 'secondary' | 'memory';

/** What the source codes mean, and which flags they can carry. */
export class SourceBook {
  readonly titles: Readonly<Record<string, string>>;
  readonly #kinds: ReadonlyMap<string, SourceKind>;

  constructor(sources: z.output<typeof sourceSchema>) {
    this.titles = Object.fromEntries(Object.entries(sources).map(([code, { title }]) => [code, title]));
    this.#kinds = new Map(Object.entries(sources).map(([code, { kind }]) => [code, kind]));
  }

  /** Reports codes that are not in `sources.yaml`, and a flag that says more or less than the sources named can bear. */
  check(fact: Provenance, origin: Origin, problems: Problems): void {
    const codes = sourceCodes(fact.source);
    const kinds = new Set<SourceKind>();
    for (const code of codes) {
      const kind = this.#kinds.get(code);
      if (kind) kinds.add(kind);
      else problems.add(origin, `There is no source "${code}" in sources.yaml.`, 'source');
    }
    const wrong =
      kinds.size < codes.length && kinds.size === 0 ? undefined : contradicts(fact.verified, kinds);
    if (wrong)
      problems.add(
        origin,
        `"${fact.verified}" does not go with source ${fact.source}: ${wrong}.`,
        'verified',
      );
  }
}

/** The codes in a provenance: `S5, L3` names two. */
export function sourceCodes(source: string): string[] {
  return source.split(',').map((code) => code.trim());
}

function contradicts(verified: Verification, kinds: ReadonlySet<SourceKind>): string | undefined {
  switch (verified) {
    case 'verified':
      return kinds.has('official') ? undefined : 'only an official source, or a copy of one, verifies';
    case 'secondary':
      return kinds.has('official') || kinds.has('secondary') ? undefined : 'no document is named';
    case 'from memory':
      return kinds.has('official') || kinds.has('secondary')
        ? 'a document is named; use secondary or verified'
        : undefined;
    case 'invented':
      return 'only demo portfolios are invented';
    case 'disputed':
      return undefined;
  }
}
