import table from './tables/currency-signs.json' with { type: 'json' };

/** What a sign stands for: one currency in most texts, another where the file says so. */
interface Sign {
  readonly usually?: string;
  readonly of: readonly string[];
}

const signs: ReadonlyMap<string, Sign> = new Map(Object.entries(table.signs));
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const anySign = [...signs.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll('$', '\\$'))
  .join('|');
const code = '(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])';
const firstSign = new RegExp(anySign);
const allCodes = new RegExp(code, 'g');
const allMarks = new RegExp(`${code}|${anySign}`, 'g');

/**
 * The currency of an amount: that of its code, or of its sign. A sign of several currencies is that of the file where it
 * can be: `$` in a column in CAD.
 */
export function currencyOfCell(cell: string, ofFile: string | undefined): string | undefined {
  const stated = cell.match(allCodes)?.find((text) => codes.has(text));
  if (stated !== undefined) return stated;
  const sign = signs.get(firstSign.exec(cell)?.[0] ?? '');
  if (sign === undefined || (ofFile !== undefined && sign.of.includes(ofFile))) return ofFile;
  return sign.usually;
}

const frequent =
  /[\s_-](usd|eur|gbp|cad|aud|nzd|chf|jpy|cny|nok|sek|dkk|pln|czk|huf|inr|krw|brl|mxn|sgd|hkd)$/i;

/** The currency that the name of a column ends with: `Cost (EUR)`, `price_usd`, `Preis €`. */
export function currencyOfHeader(header: string): string | undefined {
  // Bare words of three letters are codes of currencies too: `Cost all`, `to try`, `top`.
  const end = (/[([]([a-z]{3})[)\]]$/i.exec(header) ?? frequent.exec(header))?.[1]?.toUpperCase();
  if (end !== undefined && codes.has(end)) return end;
  const sign = /(?:^|[\s_([-])([^\s_([)\]-]+)[)\]]?$/.exec(header)?.[1] ?? '';
  return signs.get(sign)?.usually;
}

/** A cell without the codes and signs of currencies. */
export function withoutCurrency(cell: string): string {
  return cell.replace(allMarks, '');
}
