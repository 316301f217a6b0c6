import table from './tables/numbers.json' with { type: 'json' };

/** A number found in the words of a name. */
export interface NumberFound {
  readonly value: number;
  readonly from: number;
  readonly count: number;
  readonly kind: 'digits' | 'words' | 'ordinal' | 'roman';
}

const cardinals = new Map<string, number>();
for (const [value, words] of Object.entries(table.units)) {
  for (const word of words.split(' ')) if (!cardinals.has(word)) cardinals.set(word, Number(value));
}
const ordinals = new Map<string, number>();
for (const [value, words] of Object.entries(table.ordinals)) {
  for (const word of words.split(' ')) ordinals.set(word, Number(value));
}
/** Short foreign number words are more often something else (`on`, `bin`, `do`, `se`, `un`): they count only after `no`. */
const english = new Set(table.english.split(' '));

const digits = /^\d{1,15}$/;
const digitOrdinal = /^(\d{1,6})(?:st|nd|rd|th|er|eme|go|y|ya|i)$/;
const roman = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
const numberSigns = new Set([
  'no',
  'nr',
  'num',
  'number',
  'numero',
  'nomer',
  'n',
  'unit',
  'plant',
  'zavod',
  'factory',
  'phase',
  'fase',
  'class',
  'type',
]);

/** The value of a roman numeral from I to LXXXIX in lower case; undefined for other words. */
export function romanNumeral(word: string): number | undefined {
  if (!roman.test(word)) return undefined;
  let value = 0;
  for (let index = 0; index < word.length; index++) {
    const own = romanValues[word[index]!]!;
    const next = romanValues[word[index + 1] ?? ''] ?? 0;
    value += own < next ? -own : own;
  }
  return value;
}

/**
 * Finds the numbers in the folded words of a company or vessel name: digits, number words (`one hundred fifty`),
 * ordinals, and roman numerals after a noun (`Plant II`; a lone `I`, `V` or `X` first in a name is a letter).
 *
 * @example
 * numbers(['ik', 'six', 'penal', 'colony']) // [{ value: 6, from: 1, count: 1, kind: 'words' }]
 */
export function numbers(words: readonly string[]): NumberFound[] {
  const found: NumberFound[] = [];
  for (let from = 0; from < words.length; from++) {
    const word = words[from]!;
    if (digits.test(word)) {
      found.push({ value: Number(word), from, count: 1, kind: 'digits' });
      continue;
    }
    const withEnding = digitOrdinal.exec(word);
    if (withEnding !== null) {
      found.push({ value: Number(withEnding[1]), from, count: 1, kind: 'ordinal' });
      continue;
    }
    const ordinal = ordinals.get(word);
    if (ordinal !== undefined) {
      // `trigesimo octavo`: a ten and a unit.
      const unit = ordinal >= 20 && ordinal < 100 ? (ordinals.get(words[from + 1] ?? '') ?? 10) : 10;
      const count = unit < 10 ? 2 : 1;
      found.push({ value: count === 2 ? ordinal + unit : ordinal, from, count, kind: 'ordinal' });
      from += count - 1;
      continue;
    }
    const afterSign = (from > 0 && numberSigns.has(words[from - 1]!)) || beginsForeign(words, from);
    const spelled = numberWords(words, from, afterSign);
    if (spelled !== undefined) {
      const { value, count, isOrdinal } = spelled;
      found.push({ value, from, count, kind: isOrdinal ? 'ordinal' : 'words' });
      from += spelled.count - 1;
      continue;
    }
    if (from > 0 && words.length > 1 && word.length <= 6) {
      const value = romanNumeral(word);
      // `Plant V`, but not `Maria V` with nothing to count, so a single letter needs a counting noun before it.
      const isLast = from >= 2 && from === words.length - 1 && word === 'i';
      if (value !== undefined && (word.length > 1 || afterSign || isLast))
        found.push({ value, from, count: 1, kind: 'roman' });
    }
  }
  return found;
}

const foreignAnd = new Set(['y', 'e', 'et', 'und', 'i', 've']);

/** `dos mil cuatro`, `cuarenta y cinco`: two number words in a row are a number in any language. */
function beginsForeign(words: readonly string[], from: number): boolean {
  const first = cardinals.get(words[from]!);
  if (first === undefined || first === 0) return false;
  const next = cardinals.get(words[from + 1] ?? '');
  if (next !== undefined)
    return (next >= 100 && first < 100) || (first >= 20 && first % 10 === 0 && next < first);
  return (
    first >= 20 && foreignAnd.has(words[from + 1] ?? '') && (cardinals.get(words[from + 2] ?? '') ?? 10) < 10
  );
}

/** Reads `one hundred fifty`, `twenty one`, `two thousand`, and ordinals that begin so: `one hundred and third`. */
function numberWords(
  words: readonly string[],
  from: number,
  anyLanguage: boolean,
): { value: number; count: number; isOrdinal: boolean } | undefined {
  let total = 0;
  let group = 0;
  let count = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let index = from; index < words.length; index++) {
    const word = words[index]!;
    if (
      count > 0 &&
      index + 1 < words.length &&
      (word === 'and'
        ? last >= 100 && (english.has(words[index + 1]!) || ordinals.has(words[index + 1]!))
        : anyLanguage && last >= 20 && foreignAnd.has(word) && cardinals.has(words[index + 1]!))
    ) {
      count++;
      continue;
    }
    const ordinal = count > 0 && last >= 20 ? ordinals.get(word) : undefined;
    if (ordinal !== undefined && ordinal < Math.min(last, 100))
      return { value: total + group + ordinal, count: count + 1, isOrdinal: true };
    const value =
      english.has(word) || (anyLanguage && word.length > 1) || word.length >= 5
        ? cardinals.get(word)
        : undefined;
    if (value === undefined) break;
    if (value === 1000) {
      total += (group || 1) * 1000;
      group = 0;
    } else if (value === 100) group = (group || 1) * 100;
    else {
      // After a unit no other unit: `one two` are two numbers.
      if (count > 0 && !(last >= 20 && last % 10 === 0 && value < Math.min(last, 100))) break;
      group += value;
    }
    last = value;
    count++;
  }
  return count === 0 ? undefined : { value: total + group, count, isOrdinal: false };
}
