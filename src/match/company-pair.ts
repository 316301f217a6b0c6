import type { AlignedPair } from './aligned-pair.ts';

/** Words of one side of each kind that have no counterpart. */
interface OpenWords {
  readonly numbers: number;
  readonly places: number;
  readonly trades: number;
  readonly distinct: number;
}

/** Two aligned names of companies, with what the alignment says of them. */
export interface CompanyPair extends AlignedPair {
  /** Weight that is shared, and how alike the shared words are by it. */
  readonly matchedWeight: number;
  readonly quality: number;
  /** The share before a common name makes differences count more. */
  readonly raw: number;
  /** Rarity of the rarest word shared. */
  readonly rarest: number;
  /** Whether a side has a word that is no place, trade, generic word or legal form. */
  readonly queryHasCore: boolean;
  readonly listedHasCore: boolean;
  readonly openAsked: OpenWords;
  readonly openListed: OpenWords;
}
