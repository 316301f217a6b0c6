import table from './tables/known-surnames.generated.json' with { type: 'json' };

let known: ReadonlySet<string> | undefined;

/** Whether a word in Latin letters is a surname in use: then it is no slip of another. */
export function isKnownSurname(word: string): boolean {
  known ??= new Set(table.surnames.split(' '));
  return known.has(word);
}
