// Not through the room's index, which loads the tables of all scripts: opening a register has to be quick.
import { legalForm } from '../../text/legal-form.ts';
import { normalise } from '../../text/normalise.ts';
import { mainScript } from '../../text/script.ts';
import table from './tables/legal-spellings.json' with { type: 'json' };

const spellings = new Map<string, string>(Object.entries(table.spellings));

/** Two names with the same key are the same name, but for case, marks, punctuation and `Company`/`Co.` */
export function nameKey(name: string): string {
  return normalise(name)
    .text.split(' ')
    .map((word) => spellings.get(word) ?? word)
    .join(' ');
}

/** The words that tell a name from others: without legal forms, at least two letters. */
function tellingWords(name: string): string[] {
  return parted(name).telling.filter((word) => word.length >= 2);
}

/** The words of a name, those of legal forms apart, in the spelling that `nameKey` gives them. */
export function parted(name: string): {
  readonly telling: readonly string[];
  readonly form: readonly string[];
} {
  const words = normalise(name).text.split(' ');
  const formal = new Set<number>();
  for (const form of legalForm(words)) {
    for (let at = form.from; at < form.from + form.count; at++) formal.add(at);
  }
  return {
    telling: words.filter((_, at) => !formal.has(at)),
    form: words.filter((_, at) => formal.has(at)).map((word) => spellings.get(word) ?? word),
  };
}

/**
 * Whether a name is long enough to stand for one party alone: two telling words, or one with a legal form, or six Han
 * characters. `Star` and `Access` are not.
 */
export function isFullName(name: string): boolean {
  if (mainScript(name) === 'Hani') return [...name.replace(/\s/gu, '')].length >= 6;
  const words = tellingWords(name);
  return words.length >= 2 || (words.length === 1 && normalise(name).text.split(' ').length >= 2);
}

/** Whether some name of the one has at least half its telling words in some name of the other. */
export function namesAgree(left: readonly string[], right: readonly string[]): boolean {
  const others = right.map((name) => new Set(tellingWords(name)));
  return left.some((name) => {
    const words = [...new Set(tellingWords(name))];
    return others.some((other) => {
      const shared = words.filter((word) => other.has(word)).length;
      return shared > 0 && 2 * shared >= Math.min(words.length, other.size);
    });
  });
}
