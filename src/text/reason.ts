/** Stable codes for what was done to a name; the explanation of a match repeats them. */
export const reasonCodes = [
  'invisible characters removed',
  'compatibility forms',
  'look-alike letters',
  'digits read as letters',
  'diacritics',
  'letter case split',
  'apostrophes removed',
  'letters joined',
  'number word',
  'roman numeral',
  'ordinal',
  'legal form',
  'glued legal form',
  'abbreviation',
  'honorific',
  'article',
  'name joined',
  'spelling class',
  'nickname',
  'patronymic',
  'script',
  'romanised',
  'translated',
  'traditional characters',
  'syllables',
  'shortened',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** What it was done to, and what came of it. */
  readonly detail: string;
}
