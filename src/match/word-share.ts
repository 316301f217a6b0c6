import table from './tables/word-shares.generated.json' with { type: 'json' };

const shares = new Map<string, number>();
for (const [count, folds] of Object.entries(table.shares)) {
  for (const fold of folds.split(' ')) shares.set(fold, Number(count) / table.perShare);
}

/**
 * The share of parties on public lists that have a word of this spelling family; 0 for words that few have. A list of a
 * hundred parties does not show that Trading is common and Hikvision is not.
 */
export function wordShare(fold: string): number {
  return shares.get(fold) ?? 0;
}
