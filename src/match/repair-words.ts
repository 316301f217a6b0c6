import { companyWord } from '../text/index.ts';
import { editsAllowed } from './deletions.ts';
import table from './tables/company-word-repair.json' with { type: 'json' };
import { isWithinEdits } from './word-similarity.ts';

const known = new Set(table.words.split(' '));
const byLength = new Map<number, string[]>();
for (const word of known) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

const longestKnown = Math.max(...byLength.keys());
/** Shorter words are too near each other to guess at. */
const shortest = 5;
const wordPattern = /[\p{L}\p{N}]+/gu;

/**
 * A company name with slips in its ordinary words put right: `Jont Stock Cmpany` for `Joint Stock Company`, `Comp any`
 * for `Company`. Undefined where nothing was found to put right. Only for a further reading of a query: a brand may be
 * a letter away from an ordinary word.
 */
export function repairCompanyWords(text: string): string | undefined {
  let repaired = '';
  let from = 0;
  let changed = false;
  const words = [...text.matchAll(wordPattern)];
  for (let at = 0; at < words.length; at++) {
    const [word] = words[at]!;
    const start = words[at]!.index;
    if (start < from) continue;
    repaired += text.slice(from, start);
    from = start + word.length;
    const next = words[at + 1];
    const joined = next && next.index === from + 1 ? (word + next[0]).toLowerCase() : '';
    if (
      joined.length >= shortest &&
      known.has(joined) &&
      !(known.has(word.toLowerCase()) || known.has(next![0].toLowerCase()))
    ) {
      repaired += joined;
      from = next!.index + next![0].length;
      changed = true;
      continue;
    }
    const letters = withLettersForDigits(word);
    const right = nearestWord((letters ?? word).toLowerCase()) ?? letters;
    if (right !== undefined) changed = true;
    repaired += right ?? word;
  }
  return changed ? repaired + text.slice(from) : undefined;
}

const letterOfDigit: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  8: 'b',
  9: 'g',
};

/** `PARRI1LA` read as letters: one or two digits inside a word of letters come from optical reading. */
function withLettersForDigits(word: string): string | undefined {
  if (!/^\p{L}+\d{1,2}\p{L}+$|^\d\p{L}{4,}$/u.test(word) || word.length < 5) return undefined;
  return word.replace(/\d/g, (digit) => letterOfDigit[digit] ?? digit);
}

const remembered = new Map<string, string | undefined>();

/** The ordinary word that this is a slip of; undefined where it is one itself, or near none or several. */
function nearestWord(word: string): string | undefined {
  if (word.length < shortest || word.length > longestKnown + 2 || known.has(word)) return undefined;
  if (companyWord(word) !== undefined) return undefined;
  if (remembered.has(word)) return remembered.get(word);
  const found = findNearest(word);
  if (remembered.size > 50_000) remembered.clear();
  remembered.set(word, found);
  return found;
}

function findNearest(word: string): string | undefined {
  for (const edits of word.length >= 8 ? [1, 2] : [1]) {
    const near: string[] = [];
    for (let length = word.length - edits; length <= word.length + edits; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        if (editsAllowed(candidate.length) >= edits && isWithinEdits(word, candidate, edits))
          near.push(candidate);
      }
    }
    if (near.length > 0) return near.length === 1 && !isInflection(word, near[0]!) ? near[0] : undefined;
  }
  return undefined;
}

/** A plural or another ending is no slip. */
function isInflection(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short);
}
