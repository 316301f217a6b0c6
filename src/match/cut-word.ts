import type { PreparedQuery } from './query.ts';
import { type PackedTexts, textEnd, textStart } from './text-pool.ts';

/** Whether a longer word of the pool begins with `text`. */
export function isBeginning(pool: PackedTexts, word: number, text: string): boolean {
  const { units } = pool;
  const from = textStart(pool, word);
  if (textEnd(pool, word) - from <= text.length) return false;
  let same = 0;
  while (same < text.length && units[from + same] === text.charCodeAt(same)) same++;
  return same === text.length;
}

/** Whether all words before the last are matched and the last is not. */
export function mayBeCut(query: PreparedQuery, touched: number): boolean {
  return (
    query.beforeCut !== 0 &&
    (touched & query.beforeCut) === query.beforeCut &&
    !(touched & (1 << (query.words.length - 1)))
  );
}
