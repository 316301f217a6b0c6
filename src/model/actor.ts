import type { Actor } from './question.ts';
import { jurisdictions, requireWord, roles } from './vocabulary.ts';

/**
 * Who asks, in words of the vocabularies. Where no place is named, those that the roles speak of count, and the United
 * States where these speak of none. Throws `AS_UNKNOWN_WORD` with near words for one outside the vocabularies.
 */
export function actorOfWords(asked: readonly string[], places: readonly string[]): Actor {
  const words = asked.map((text) => requireWord(roles, text));
  const named = places.map((text) => requireWord(jurisdictions, text).word);
  const implied = words.flatMap((word) => word.implies?.jurisdictions ?? []);
  const where = [...new Set(named.length > 0 ? named : implied)];
  return { roles: words.map(({ word }) => word), jurisdictions: where.length > 0 ? where : ['us'] };
}
