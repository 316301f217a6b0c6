/** What a word of a name is there for. */
export const tokenClasses = [
  'given',
  'surname',
  'patronymic',
  'particle',
  'honorific',
  'initial',
  'legal form',
  'industry',
  'place',
  'number',
  'ordinal',
  'vessel word',
  'generic',
  'distinctive',
] as const;
export type TokenClass = (typeof tokenClasses)[number];

/** Bits of `Token.flags`. */
export const tokenFlags = {
  /** Written with a hyphen to the token before: `Al-Sayyed`. */
  hyphenBefore: 1,
  /** A comma stands between it and the token before. */
  commaBefore: 2,
  /** In brackets. */
  bracketed: 4,
  /** In quotation marks. */
  quoted: 8,
  /** The class is a guess from position only. */
  guessed: 16,
  /** Part of a longer written word that was cut at a change of letter case or at a glued legal form. */
  cut: 32,
  /** Abbreviation written out: `Tech` as technology. */
  abbreviation: 64,
  /** Read from a script that writes no vowels: compare consonants. */
  skeleton: 128,
  /** A syllable of a Chinese or Korean name: exact or not at all. */
  syllable: 256,
  /** Several syllables or words joined. */
  joined: 512,
  /** Translated, not sounded. */
  translated: 1024,
  /** Letters were repaired: look-alikes, digits for letters. */
  repaired: 2048,
  /** A former or other name follows it: `née`, `a.k.a.`. */
  alternative: 4096,
} as const;

/** One word of a name. `start` and `end` are UTF-16 offsets into the text as it was given. */
export interface Token {
  /** Folded: lower case Latin without marks, or the native word where the sequence is in its own script. */
  readonly text: string;
  /** Spelling families fall together: see `foldKey`. */
  readonly fold: string;
  readonly class: TokenClass;
  readonly start: number;
  readonly end: number;
  /** The word in its own script where `text` is a romanisation or translation of it. */
  readonly native?: string;
  /** Words of equal group are the same word for this purpose: `form:limited`, `nick:aleksandr`, `number:2`. */
  readonly group?: string;
  /** Groups of the full names that the word may be short for: `sasha` for `name:aleksandr`, `name:aleksandra`. */
  readonly shortFor?: readonly string[];
  readonly flags: number;
}

export type NameKindWanted = 'person' | 'company' | 'vessel' | 'aircraft' | 'any';
export type NameSide = 'query' | 'listed';
