import { middleNameShare } from './score-alignment.ts';
import type { KindSettings } from './settings.ts';

/**
 * What a pair of names can score at most, by what is known of it before it is aligned. `scoreAlignment` may only take
 * away from the share that these costs leave: a change there that takes less must be made here as well.
 */
export class ScoreBound {
  readonly #both: number;
  readonly #query: number;
  readonly #listed: number;
  readonly #rarity: number;
  readonly #rareEnough: number;

  constructor({ conflict, queryExtra, listedExtra, rarity, rareEnough }: KindSettings) {
    this.#both = conflict;
    // Never more than a conflict, so that no cost falls where more is missing.
    this.#query = Math.min(queryExtra, conflict);
    this.#listed = Math.min(listedExtra * (1 - middleNameShare), conflict);
    this.#rarity = rarity;
    this.#rareEnough = rareEnough;
  }

  /**
   * The share that costs must leave for a score of `least`, where the words that both names share are together no rarer
   * than `rare`: a difference counts more in a common name.
   */
  needed(least: number, rare: number): number {
    if (least <= 0 || rare >= this.#rareEnough) return least;
    return 1 - (1 - least) / (1 + this.#rarity * (1 - rare / this.#rareEnough));
  }

  /** The least cost of words of these weights that have no counterpart. */
  cost(queryMissing: number, listedMissing: number): number {
    return queryMissing < listedMissing
      ? this.#both * queryMissing + this.#listed * (listedMissing - queryMissing)
      : this.#both * listedMissing + this.#query * (queryMissing - listedMissing);
  }

  /** The least cost of what initials leave open of the words of the query and of the listed name that they stand for. */
  residueCost(queryOpen: number, listedOpen: number): number {
    return this.#query * queryOpen + this.#listed * listedOpen;
  }

  /**
   * How much weight the listed name may have without counterpart so that words of the query worth `matched` still
   * reach `least` while `queryMissing` has none; negative where they cannot at all.
   */
  mostListedMissing(matched: number, queryMissing: number, least: number): number {
    if (least <= 0) return Number.POSITIVE_INFINITY;
    const budget = (matched * (1 - least)) / least;
    const rest = budget - this.#query * queryMissing;
    if (rest < -rounding) return -1;
    const perBoth = this.#both - this.#query;
    if (perBoth > 0 && perBoth * queryMissing >= rest) return (rest + rounding) / perBoth;
    return queryMissing + (budget - this.#both * queryMissing + rounding) / this.#listed;
  }
}

/** Sums in another order may differ in the last bits. */
export const rounding = 1e-9;
