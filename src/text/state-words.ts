import { isFunctionWord } from './company-words.ts';
import table from './tables/state-words.json' with { type: 'json' };
import type { Token } from './token.ts';

const nouns = new Set(table.nouns.split(' '));
const adjectives = new Set(table.adjectives.split(' '));

/**
 * The tokens with the words by which a state calls itself made articles: of `Islamic Republic of Iran` Iran is what
 * tells, as people leave the rest out. Only beside the name of the state: the Republic Bank keeps its name.
 */
export function withoutStateWords(tokens: Token[]): Token[] {
  if (!tokens.some(({ text }) => nouns.has(text))) return tokens;
  const out = [...tokens];
  for (const [at, token] of tokens.entries()) {
    if (!nouns.has(token.text)) continue;
    let from = at;
    while (from > 0 && adjectives.has(tokens[from - 1]!.text)) from--;
    let next = at + 1;
    while (next < tokens.length && (isFunctionWord(tokens[next]!.text) || adjectives.has(tokens[next]!.text)))
      next++;
    const before = tokens[from - 1];
    if (tokens[next]?.class !== 'place' && before?.class !== 'place') continue;
    const to = tokens[next]?.class === 'place' ? next : at + 1;
    for (let word = from; word < to; word++) out[word] = { ...tokens[word]!, class: 'particle' };
  }
  return out;
}
