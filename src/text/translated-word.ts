import { companyWord } from './company-words.ts';
import { placeWords } from './place-words.ts';
import type { TokenClass } from './token.ts';

/** What an English word is that a word of another script was translated to, as it would be in a Latin name. */
export function translatedWord(english: string): { readonly class: TokenClass; readonly group: string } {
  if (/^\d/.test(english)) return { class: 'number', group: `number:${english}` };
  const place = placeWords(english);
  if (place !== undefined) return { class: 'place', group: `place:${place}` };
  const known = companyWord(english);
  // Ids of groups stand with spaces between, so that one has none.
  return known === undefined
    ? { class: 'industry', group: `word:${english.replaceAll(' ', '-')}` }
    : { class: known.class, group: known.group };
}
