import { Fault } from '../model/fault.ts';
import { exactShare, type Share, shareBetween } from '../model/share.ts';
import words from './tables/percentage-words.json' with { type: 'json' };

/**
 * The share that a free text states: `51,3 %`, `25-50`, `>25 %`, `more than 25 but not more than 50 percent`, `75 % or
 * more`, `wholly owned`, `mehr als 50`, `1/3`. Undefined where it states none that can be relied on (`about 30`, `n/a`,
 * `130`): then the share is unknown, and the reader says so.
 */
export function parsePercentage(text: string): Share | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const phrase = phraseShare(plain);
  if (phrase) return phrase;
  const symbols = toSymbols(plain);
  try {
    return fraction(symbols) ?? single(symbols) ?? range(symbols);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function phraseShare(plain: string): Share | undefined {
  if (words.whole.includes(plain)) return exactShare('100');
  if (words.majority.includes(plain)) return shareBetween('50', '100', false, true);
  if (words.minority.includes(plain)) return shareBetween('0', '50', true, false);
  return undefined;
}

/** Longest phrases first, so that "not more than" is not read as "more than". Words only where they stand alone. */
const replacements: readonly (readonly [pattern: RegExp, symbol: string])[] = [
  ...Object.entries(words.operators).flatMap(([symbol, phrases]) =>
    phrases.map((phrase) => [phrase, ` ${symbol} `] as const),
  ),
  ...words.joins.map((join) => [join, ' - '] as const),
  ...words.dropped.map((drop) => [drop, ' '] as const),
  ...words.percent.map((percent) => [percent, ' '] as const),
]
  .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
  .map(([phrase, symbol]) => {
    const literal = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const isWord = /^[a-zà-ÿа-я]/.test(phrase);
    return [new RegExp(isWord ? `(?<!\\p{L})${literal}(?!\\p{L})` : literal, 'gu'), symbol];
  });

/** Numbers with a decimal point, operators and dashes, with nothing between. What else there was is kept, and spoils it. */
function toSymbols(plain: string): string {
  let text = plain.replace(/(\d),(\d)/g, '$1.$2').replace(/[‐‑‒–—−]/g, '-');
  for (const [pattern, symbol] of replacements) text = text.replace(pattern, symbol);
  return text
    .replace(/≥|=>/g, '>=')
    .replace(/≤|=</g, '<=')
    .replace(/[\s()]+/g, '');
}

const number = '(\\d{1,3}(?:\\.\\d+)?)';

function fraction(symbols: string): Share | undefined {
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(symbols);
  if (!match || match[2] === '0') return undefined;
  const [part, whole] = [BigInt(match[1]!), BigInt(match[2]!)];
  if (part > whole) return undefined;
  // Eleven decimals: one more than shares hold, so that what is not exact becomes an interval.
  const scaled = (part * 100n * 10n ** 11n) / whole;
  const isExact = (part * 100n * 10n ** 11n) % whole === 0n;
  const digits = String(scaled).padStart(12, '0');
  return exactShare(`${digits.slice(0, -11)}.${digits.slice(-11)}${isExact ? '' : '1'}`);
}

function single(symbols: string): Share | undefined {
  const match = new RegExp(`^(>=|<=|>|<|=)?${number}(\\+)?$`).exec(symbols);
  if (!match) return undefined;
  const value = match[2]!;
  if (match[3]) return match[1] ? undefined : shareBetween(value, '100');
  switch (match[1]) {
    case '>':
      return shareBetween(value, '100', false, true);
    case '>=':
      return shareBetween(value, '100');
    case '<':
      return shareBetween('0', value, true, false);
    case '<=':
      return shareBetween('0', value);
    default:
      return exactShare(value);
  }
}

function range(symbols: string): Share | undefined {
  const match = new RegExp(`^(>=|>)?${number}(?:-|,|;|-?(<=|<))${number}$`).exec(symbols);
  if (!match) return undefined;
  return shareBetween(match[2]!, match[4]!, match[1] !== '>', match[3] !== '<');
}
