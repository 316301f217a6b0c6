import type { AlignedPair } from './aligned-pair.ts';

/** Two aligned names of persons, with what the alignment says of them. */
export interface PersonPair extends AlignedPair {
  /** Pairs of names, titles and articles left out; most names on one side, and names of the listed one. */
  readonly fullPairs: number;
  readonly mostFull: number;
  readonly listedFull: number;
  /** Weight that is open on both sides, on either, and of the query without titles. */
  readonly conflict: number;
  readonly missing: number;
  readonly untitled: number;
  /** Patronymics that only the listed name has. */
  readonly patronymics: number;
  /** Rarity of all that is shared, weighed; the rarest word shared; the rarest and the sum of what is shared for sure. */
  readonly rarity: number;
  readonly rarest: number;
  readonly surest: number;
  readonly sure: number;
  /** A word is only alike; a word that is only alike is a name of its own; a word is not letter for letter the same. */
  readonly hasUnsure: boolean;
  readonly hasOtherName: boolean;
  readonly isInexact: boolean;
}
