import type { Token } from './token.ts';
import type { WrittenWord } from './written-word.ts';

/**
 * Tokens of a name that was spelt otherwise, at the places of the words of the name as it was written: word for word
 * where both have as many words, else at the whole of it.
 */
export function inPlace(
  tokens: readonly Token[],
  respelt: readonly WrittenWord[],
  words: readonly WrittenWord[],
): readonly Token[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return tokens;
  const isWordForWord = respelt.length === words.length;
  const wordAt = (place: number): WrittenWord | undefined =>
    isWordForWord ? words[respelt.findIndex(({ start, end }) => start <= place && place < end)] : undefined;
  return tokens.map((token) => ({
    ...token,
    start: (wordAt(token.start) ?? first).start,
    end: (wordAt(token.end - 1) ?? last).end,
  }));
}
