import type { Identification } from './identification.ts';

/** One answer in the form of `identify --jsonl`. A maker that cannot be told is `undetermined`. */
export interface IdentifyLine {
  readonly id: string;
  readonly site: string | null;
  readonly brand: string | null;
  readonly maker: string;
  readonly confidence: string;
  readonly score: number;
  readonly candidates: readonly { readonly maker: string; readonly probability: number }[];
  readonly roles: Identification['roles'];
  readonly evidence: readonly Record<string, unknown>[];
  readonly conflicts: readonly string[];
  readonly settle: string | null;
}

export function identifyLine(found: Identification): IdentifyLine {
  return {
    id: found.id,
    site: found.site ?? null,
    brand: found.brand ?? null,
    maker: found.maker?.name ?? 'undetermined',
    confidence: found.confidence,
    score: found.score,
    candidates: found.candidates.map(({ name, probability }) => ({ maker: name, probability })),
    roles: found.roles,
    evidence: found.evidence.map((item) => ({
      signal: item.signal,
      value: item.value,
      'points to': item.pointsTo,
      weight: item.weight,
      for: item.for,
      source: item.source,
    })),
    conflicts: found.conflicts,
    settle: found.settle ?? null,
  };
}
