import alpha3 from './tables/country-alpha-3.json' with { type: 'json' };
import table from './tables/country-names.json' with { type: 'json' };

const codeOf = new Map<string, string>();
for (const [code, names] of Object.entries(table.names)) {
  for (const name of names) codeOf.set(plain(name), code);
}
for (const [code, words] of Object.entries(table.demonyms)) {
  for (const word of words) codeOf.set(plain(word), code);
}
const codes = new Set(Object.keys(table.names));
const longCodes = new Map<string, string>(Object.entries(alpha3.codes));
const remembered = new Map<string, string | undefined>();

/**
 * The ISO 3166-1 alpha-2 code, lower case, of a country as the lists write it (`Korea, North`, `Iran (Islamic Republic
 * of)`, `CN`, `CHN`, `Afghan`); nothing for regions, former states and unknown words, which stay in the text where they stand.
 */
export function countryCode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  const trimmed = text.trim();
  const lower = trimmed.toLowerCase();
  const isCode = trimmed === trimmed.toUpperCase();
  const code =
    isCode && trimmed.length === 2 && codes.has(lower)
      ? lower
      : (codeOf.get(plain(trimmed)) ?? (isCode ? longCodes.get(lower) : undefined));
  if (remembered.size < 20_000) remembered.set(text, code);
  return code;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?the /, '')
    .trim();
}
