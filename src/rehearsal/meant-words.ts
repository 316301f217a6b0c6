import { nearWords } from '../model/index.ts';

/** `Did you mean "us-ofac-sdn"?` where some words are near to what was written; else all of them, under their name. */
export function meantWords(written: string, words: readonly string[], name: string): string {
  const near = nearWords(written, words);
  if (near.length === 0) return `${name}: ${words.join(', ')}.`;
  return `Did you mean ${near.map((word) => `"${word}"`).join(' or ')}?`;
}
