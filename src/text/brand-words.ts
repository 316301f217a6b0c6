import { foldKey } from './fold-key.ts';
import table from './tables/brand-words.json' with { type: 'json' };

const groups = new Map<string, string>();
const folds = new Set<string>();
for (const line of table.words) {
  for (const family of line.split(' ')) {
    const words = family.split('+');
    for (const word of words) {
      if (groups.has(word)) continue;
      groups.set(word, `word:${words[0]}`);
      folds.add(foldKey(word));
    }
  }
}

/**
 * The group of an ordinary word by which firms and ships are called, the same for its inflections: Star and Stars. Such
 * words are nobody's alone, and one is no slip of another: Prince and Princess.
 */
export function brandWord(word: string): string | undefined {
  return groups.get(word);
}

/** Whether a word of this spelling family is one of them. */
export function isBrandFold(fold: string): boolean {
  return folds.has(fold);
}
