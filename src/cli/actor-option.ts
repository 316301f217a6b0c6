import { type Actor, jurisdictions, requireWord, roles } from '../model/index.ts';
import { splitList } from './shared-options.ts';

/**
 * Who asks, in the words of `--as` and `--jurisdiction`. Where no place is named, those that the roles speak of count, and
 * the United States where these speak of none. Throws `AS_UNKNOWN_WORD` with near words for one outside the vocabulary.
 */
export function actorOption(as: string, jurisdiction?: string): Actor {
  const words = splitList(as).map((role) => requireWord(roles, role));
  const implied = [...new Set(words.flatMap((word) => word.implies?.jurisdictions ?? []))];
  const named =
    jurisdiction === undefined
      ? implied
      : splitList(jurisdiction).map((place) => requireWord(jurisdictions, place).word);
  return { roles: words.map(({ word }) => word), jurisdictions: named.length > 0 ? named : ['us'] };
}
