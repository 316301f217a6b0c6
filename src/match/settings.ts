import type { MatchKind } from './kind.ts';
import type { Role } from './role.ts';
import standard from './settings/standard.json' with { type: 'json' };
import strict from './settings/strict.json' with { type: 'json' };
import wide from './settings/wide.json' with { type: 'json' };

/** How the names of one kind of party are weighed against each other. All shares are of the weight of a name. */
export interface KindSettings {
  /** Weight of a word by what it does in the name. */
  readonly weights: Readonly<Record<Role, number>>;
  /** Share of a word's weight that it keeps however common it is. */
  readonly commonFloor: number;
  /** What a word that each name has instead of the other's costs. */
  readonly conflict: number;
  /** What a word costs that only the query, only the listed name has. */
  readonly queryExtra: number;
  readonly listedExtra: number;
  /** How much more a difference costs in a name of common words. */
  readonly rarity: number;
  /** Sum of rarities (0 to 1 each) from which a name counts as rare. */
  readonly rareEnough: number;
}

/** A versioned set of weights and thresholds. Old versions stay runnable so that results can be reproduced. */
export interface Settings {
  readonly id: string;
  readonly version: string;
  readonly summary: string;
  /** A hit scores at least this. */
  readonly threshold: number;
  /** Least similarity at which two words count as alike. */
  readonly leastWordSimilarity: number;
  /** How much faster than the letters the likeness of two words falls, in names misspelt in two words; see `loneSlip`. */
  readonly fuzzyCost: number;
  /** A listed weak alias scores at most this. */
  readonly weakAliasCap: number;
  readonly kinds: Readonly<Record<MatchKind, KindSettings>>;
}

export const presets: readonly Settings[] = [standard as Settings, strict as Settings, wide as Settings];

export const standardSettings: Settings = standard as Settings;
