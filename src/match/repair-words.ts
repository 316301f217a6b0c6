import { companyWord, isFunctionWord, legalForm, placeWords } from '../text/index.ts';
import { editsAllowed } from './deletions.ts';
import table from './tables/company-word-repair.json' with { type: 'json' };
import misread from './tables/misread-letters.json' with { type: 'json' };
import { isWithinEdits } from './word-similarity.ts';

const known = new Set(table.words.split(' '));
const byLength = new Map<number, string[]>();
for (const word of known) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

const longestKnown = Math.max(...byLength.keys());
/** Shorter words are too near each other to guess at. */
const shortest = 5;
const wordPattern = /[\p{L}\p{N}]+/gu;

/**
 * A company name with slips in its ordinary words put right, in up to two ways: `MOR5KOI` with letters for digits only, and
 * with whole words too: `Limitd Cmpany` for `Limited Company`, `Comp any` and `CompanyRazrez` for `Company` and
 * `Company Razrez`. Empty where nothing was found to put right. Only for further readings of a query: a brand may be a
 * letter away from an ordinary word.
 */
export function repairCompanyWords(text: string): readonly string[] {
  const letters = text.replace(wordPattern, (word) => withLettersForDigits(word) ?? word);
  const whole = repairWholeWords(letters);
  return [...new Set([letters, whole])].filter((one) => one !== text);
}

function repairWholeWords(text: string): string {
  let repaired = '';
  let from = 0;
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
      continue;
    }
    repaired +=
      smallWords.get(word.toLowerCase()) ??
      withoutElision(word.toLowerCase()) ??
      nearestWord(word.toLowerCase()) ??
      withoutGlue(word) ??
      word;
  }
  return repaired + text.slice(from);
}

/** French and Italian articles that lose their vowel before another. */
const elided = /^(?:dell|dall|nell|sull|all|d|l)([aeiouh].{3,})$/;

/** `DELLINTERNO`, `LINDUSTRIE`: an apostrophe left out before an ordinary word or a place. */
function withoutElision(word: string): string | undefined {
  const rest = elided.exec(word)?.[1];
  return rest === undefined || isKnownWord(word) || !isKnownWord(rest) ? undefined : rest;
}

function isKnownWord(word: string): boolean {
  return companyWord(word) !== undefined || placeWords(word) !== undefined;
}

/** Ordinary words of this length are parted from what they were written together with. */
const shortestGlued = 6;
const shortestRest = 3;

/** `COMPANYRAZREZ` as `company razrez`: a space left out beside an ordinary word. */
function withoutGlue(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (lower.length < shortestGlued + shortestRest || companyWord(lower) !== undefined) return undefined;
  for (let cut = lower.length - shortestRest; cut >= shortestRest; cut--) {
    const left = lower.slice(0, cut);
    const right = lower.slice(cut);
    const isLeft = left.length >= shortestGlued && known.has(left);
    const isRight = right.length >= shortestGlued && known.has(right);
    if (isLeft || isRight) return `${left} ${right}`;
  }
  return undefined;
}

const letterOfDigit: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  2: 'z',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  9: 'g',
};
/** Digits after the first few letters of a word come from optical reading, one before it too; many are a number. */
const digitsWithin = /^(?:\d?\p{L}+(?:\d{1,2}\p{L}+)+|\d\p{L}{4,}|(?:\d?\p{L}+\d)*\p{L}{4,}\d)$/u;
const shortestMisread = 5;
const mostDigits = 1 / 3;

/** `PARRI1LA`, `TRANSGA2` read as letters; short words only where that makes a legal form or small word: `L7D`, `L0S`. */
function withLettersForDigits(word: string): string | undefined {
  if (!/\d/.test(word) || !/\p{L}/u.test(word)) return undefined;
  const letters = word.replace(/\d/g, (digit) => letterOfDigit[digit] ?? digit);
  const digits = word.replace(/\D/g, '').length;
  if (word.length >= shortestMisread && digits <= word.length * mostDigits && digitsWithin.test(word))
    return letters;
  const lower = letters.toLowerCase();
  const isOrdinary =
    legalForm([lower]).length > 0 || isFunctionWord(lower) || companyWord(lower) !== undefined;
  return isOrdinary && lower.length > 1 ? letters : undefined;
}

/** Small words of company names with a letter misread: `LTO`, `ANCL`. */
const smallWords = new Map<string, string>();
for (const [right, wrong] of Object.entries(misread.smallWords))
  for (const word of wrong.split(' ')) smallWords.set(word, right);

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

/** A plural or another ending is no slip; the last letter left out is one. */
function isInflection(typed: string, word: string): boolean {
  if (typed.startsWith(word)) return true;
  return word.startsWith(typed) && /^e?s$/.test(word.slice(typed.length));
}
