import { normalise } from './normalise.ts';
import { numbers } from './numbers.ts';
import { placeWords } from './place-words.ts';
import table from './tables/address-words.json' with { type: 'json' };

const canonical = new Map<string, string>();
for (const line of table.words) {
  const [first, ...others] = line.split(' ');
  for (const word of [first!, ...others]) if (!canonical.has(word)) canonical.set(word, first!);
}
const dropped = new Set(table.dropped.split(' '));

/** An address in words that compare: abbreviations written out, numbers apart, places by id. */
export interface NormalAddress {
  readonly words: readonly string[];
  /** House, floor and postal numbers, in order. */
  readonly numbers: readonly string[];
  /** Ids of countries and cities named. */
  readonly places: readonly string[];
}

/**
 * Brings an address to words for comparison: `No. 555 Qianmo Rd., Binjiang Dist., Hangzhou` and
 * `555 Qianmo Road, Binjiang District, Hangzhou, China` have the same words but for the country.
 */
export function addressNormal(text: string): NormalAddress {
  const words: string[] = [];
  const found: string[] = [];
  const places: string[] = [];
  const raw = normalise(text.slice(0, 1_000)).text.split(' ');
  const spelled = new Map(
    numbers(raw).flatMap((one) =>
      one.kind === 'roman' || one.kind === 'words' ? [] : [[one.from, one.value] as const],
    ),
  );
  for (const [index, word] of raw.entries()) {
    if (word === '' || dropped.has(word)) continue;
    const value = spelled.get(index);
    if (value !== undefined) {
      found.push(String(value));
      continue;
    }
    if (/\d/.test(word)) {
      found.push(word);
      continue;
    }
    const place = placeWords(word);
    if (place !== undefined) {
      if (!places.includes(place)) places.push(place);
      continue;
    }
    words.push(canonical.get(word) ?? word);
  }
  return { words, numbers: found, places };
}
