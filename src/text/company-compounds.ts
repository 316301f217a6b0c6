import type { DraftWord, Note } from './draft-word.ts';
import table from './tables/company-compounds.json' with { type: 'json' };
import { tokenFlags } from './token.ts';

const compounds = new Map<string, readonly string[]>(
  Object.entries(table.compounds).map(([word, parts]) => [word, parts.split(' ')]),
);

/** Words that are two in English as those: `Zentralbank` as central bank, `Himzavod` as chemical plant. */
export function partCompounds(words: readonly DraftWord[], note: Note): readonly DraftWord[] {
  if (!words.some((word) => compounds.has(word.text))) return words;
  return words.flatMap((word) => {
    const parts = compounds.get(word.text);
    if (parts === undefined) return [word];
    note('abbreviation', `${word.text} → ${parts.join(' ')}`);
    return parts.map((text) => ({ ...word, text, flags: word.flags | tokenFlags.cut }));
  });
}
