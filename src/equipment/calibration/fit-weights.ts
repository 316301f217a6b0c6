import type { ClueFamily } from '../clue.ts';
import { type Clue, type ClueKind, clueFamilies, familyOf, type Weights } from '../clue.ts';

/** The clues of a device and the group that truly made it. */
export interface Example {
  readonly clues: readonly Clue[];
  readonly group: string;
}

export interface FitOptions {
  readonly rounds: number;
  readonly rate: number;
  /** How strongly weights are held at their starting values; keeps kinds that are rare in the examples sensible. */
  readonly hold: number;
  readonly largest: number;
}

/** Kinds that can only speak against a maker. */
const negativeKinds: ReadonlySet<ClueKind> = new Set(['exclusion', 'country elsewhere']);

/**
 * Fits the log-odds per kind of clue by a conditional logit: the probability of each group beside `somebody else` is
 * its softmax, the gradient the difference of shown and expected counts. Full batches in fixed order, so the same
 * examples give the same weights.
 */
export function fitWeights(examples: readonly Example[], start: Weights, options: FitOptions): Weights {
  const kinds = Object.values(clueFamilies).flat() as ClueKind[];
  const weights: Record<ClueKind, number> = { ...start.weights };
  const velocity: Partial<Record<ClueKind, number>> = {};
  for (let round = 0; round < options.rounds; round++) {
    const gradient: Partial<Record<ClueKind, number>> = {};
    for (const { clues, group } of examples) addGradient(clues, group, weights, start, gradient);
    for (const kind of kinds) {
      const pull = (options.hold * (start.weights[kind] - weights[kind])) / examples.length;
      const slope = (gradient[kind] ?? 0) / examples.length + pull;
      const speed = 0.9 * (velocity[kind] ?? 0) + slope;
      velocity[kind] = speed;
      const next = weights[kind] + options.rate * speed;
      weights[kind] = negativeKinds.has(kind)
        ? Math.max(-options.largest, Math.min(0, next))
        : Math.max(0.05, Math.min(options.largest, next));
    }
  }
  const rounded = Object.fromEntries(kinds.map((kind) => [kind, Math.round(weights[kind] * 100) / 100]));
  // Every kind is a key: the entries were made from the list of kinds.
  return { ...start, weights: rounded as Record<ClueKind, number> };
}

function addGradient(
  clues: readonly Clue[],
  truth: string,
  weights: Readonly<Record<ClueKind, number>>,
  { prior, secondInFamily: second }: Weights,
  gradient: Partial<Record<ClueKind, number>>,
): void {
  const groups = new Map<string, { shares: Map<ClueKind, number>; logOdds: number }>();
  for (const [group, own] of Map.groupBy(clues, (clue) => clue.to.group)) {
    const shares = new Map<ClueKind, number>();
    const seen = new Set<ClueFamily>();
    let logOdds = prior;
    const sorted = [...own].sort(
      (a, b) => Math.abs(weights[b.kind] * b.share) - Math.abs(weights[a.kind] * a.share),
    );
    for (const clue of sorted) {
      const family = familyOf(clue.kind);
      const share = clue.share * (seen.has(family) ? second : 1);
      seen.add(family);
      shares.set(clue.kind, (shares.get(clue.kind) ?? 0) + share);
      logOdds += weights[clue.kind] * share;
    }
    groups.set(group, { shares, logOdds });
  }
  let total = 1;
  for (const { logOdds } of groups.values()) total += Math.exp(logOdds);
  for (const [group, { shares, logOdds }] of groups) {
    const error = (group === truth ? 1 : 0) - Math.exp(logOdds) / total;
    for (const [kind, share] of shares) gradient[kind] = (gradient[kind] ?? 0) + error * share;
  }
}
