import {
  type Clue,
  type ClueFamily,
  familyOf,
  type Pointer,
  technicalFamilies,
  type Weights,
  weakKinds,
} from './clue.ts';

/** A clue with the part of its weight that counts after what stands beside it. */
export interface WeighedClue {
  readonly clue: Clue;
  /** Log-odds added to the group it points to. */
  readonly weight: number;
}

/** A group of makers with all that speaks for or against it. */
export interface FusedCandidate {
  readonly group: string;
  /** The member of the group that most points to; the group's own name where only firmware speaks. */
  readonly pointer: Pointer;
  readonly logOdds: number;
  readonly probability: number;
  readonly families: ReadonlySet<ClueFamily>;
  readonly hasTechnical: boolean;
  /** Everything in favour is of a kind that never decides. */
  readonly isWeakOnly: boolean;
  readonly clues: readonly WeighedClue[];
}

/**
 * Adds up the log-odds of each group of makers and turns them into probabilities beside `somebody else` (log-odds 0).
 * Clues of one family are not independent: the strongest counts in full, the others with `secondInFamily` of theirs.
 */
export function fuse(clues: readonly Clue[], weights: Weights): FusedCandidate[] {
  const byGroup = new Map<string, Clue[]>();
  for (const clue of clues) {
    const list = byGroup.get(clue.to.group);
    if (list) list.push(clue);
    else byGroup.set(clue.to.group, [clue]);
  }
  const summed = [...byGroup].map(([group, own]) => ({ group, ...sum(own, weights) }));
  const highest = Math.max(0, ...summed.map((candidate) => candidate.logOdds));
  let total = Math.exp(-highest);
  for (const { logOdds } of summed) total += Math.exp(logOdds - highest);
  return summed
    .map(({ group, logOdds, weighed }): FusedCandidate => {
      const favourable = weighed.filter(({ weight }) => weight > 0);
      const families = new Set(
        favourable
          .filter(({ clue }) => !weakKinds.has(clue.kind))
          .map(({ clue }) => (isBannerLabel(clue) ? 'firmware' : familyOf(clue.kind))),
      );
      return {
        group,
        pointer: memberPointer(group, favourable),
        logOdds,
        probability: Math.exp(logOdds - highest) / total,
        families,
        hasTechnical: [...families].some((family) => technicalFamilies.has(family)),
        isWeakOnly: families.size === 0,
        clues: weighed,
      };
    })
    .sort((a, b) => b.logOdds - a.logOdds || (a.group < b.group ? -1 : 1));
}

function sum(clues: readonly Clue[], weights: Weights): { logOdds: number; weighed: WeighedClue[] } {
  const full = clues.map((clue) => ({ clue, weight: weights.weights[clue.kind] * clue.share }));
  full.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const seen = new Set<ClueFamily>();
  const values = new Set<string>();
  let logOdds = weights.prior;
  const weighed = full.map(({ clue, weight }): WeighedClue => {
    const family = familyOf(clue.kind);
    const isRepeated = values.has(`${clue.kind}|${clue.value}`);
    values.add(`${clue.kind}|${clue.value}`);
    const counted = isRepeated ? 0 : seen.has(family) ? weight * weights.secondInFamily : weight;
    seen.add(family);
    logOdds += counted;
    return { clue, weight: counted };
  });
  return { logOdds, weighed };
}

/** A brand name that the unit's own banner shows is no second witness beside the banner. */
function isBannerLabel(clue: Clue): boolean {
  return familyOf(clue.kind) === 'label' && /^(service product|http title|onvif name)$/.test(clue.signal);
}

/** The member with most weight from labels, models and registrants; firmware is shared by the whole group. */
function memberPointer(group: string, favourable: readonly WeighedClue[]): Pointer {
  const byName = new Map<string, { pointer: Pointer; weight: number }>();
  for (const { clue, weight } of favourable) {
    const family = familyOf(clue.kind);
    const counted = family === 'firmware' || family === 'origin' ? 0 : weight;
    const known = byName.get(clue.to.name);
    if (known) known.weight += counted;
    else byName.set(clue.to.name, { pointer: clue.to, weight: counted });
  }
  const root = byName.get(group);
  let best = root;
  for (const candidate of byName.values()) if (!best || candidate.weight > best.weight) best = candidate;
  return best?.pointer ?? { name: group, group };
}
