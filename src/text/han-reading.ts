import type { Token } from './token.ts';

/** A whole sequence that a name in Han characters or Hangul may be written as, with what it is. */
export interface HanReading {
  readonly kind:
    | 'pinyin'
    | 'pinyin joined'
    | 'translated'
    | 'wade-giles'
    | 'cantonese'
    | 'korean'
    | 'japanese'
    | 'brand';
  readonly tokens: Token[];
}
/** A name in characters: its own words, and what else it may be written as. */
export interface HanName {
  readonly tokens: Token[];
  readonly readings: readonly HanReading[];
}
