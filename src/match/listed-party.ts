import type { Identifier, NameKind } from '../model/index.ts';
import type { MatchKind } from './kind.ts';

/** What is known of a party beside its names; everything is optional. */
export interface PartyFacts {
  /** Each `1970`, `1970-05` or `1970-05-21`. */
  readonly birthDates?: readonly string[];
  /** ISO 3166-1 alpha-2, lower case: countries, nationalities, jurisdictions. */
  readonly countries?: readonly string[];
  readonly identifiers?: readonly Pick<Identifier, 'kind' | 'value'>[];
  readonly gender?: 'male' | 'female' | 'other';
  readonly addresses?: readonly string[];
}

/** A party of a list as the index takes it in. */
export interface ListedParty extends PartyFacts {
  readonly id: string;
  readonly kind: MatchKind;
  readonly names: readonly { readonly text: string; readonly kind: NameKind }[];
}
