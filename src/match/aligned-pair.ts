import type { Edge } from './assignment.ts';
import type { PreparedQuery } from './query.ts';
import type { WordPicture } from './word-picture.ts';

/** Two aligned names: the query and a listed one, the pairs of words that may be, and those that were chosen. */
export interface AlignedPair {
  readonly query: PreparedQuery;
  readonly picture: WordPicture;
  readonly edges: readonly Edge[];
  readonly chosen: readonly number[];
  /** Words matched on each side, as bits. */
  readonly queryBits: number;
  readonly listedBits: number;
}
