import table from './tables/misread-letters.json' with { type: 'json' };

const pairs = table.pairs.map((pair) => pair.split(' ') as [string, string]);
const word = /[\p{L}\p{N}]{3,}/gu;
/** A small l between capitals was an I, a capital I between small letters an l: print shows them alike. */
const smallAmongCapitals = /^(?:\p{Lu}+l\p{Lu}*|l\p{Lu}{2,})$/u;
const capitalAmongSmall = /^\p{Lu}?\p{Ll}*I\p{Ll}+$|^\p{Lu}?\p{Ll}+I$/u;

/**
 * A name as it may have stood on paper before optical reading: `KlM` as `KIM`, `Kharlarnov` as `Kharlamov`. One text for
 * each pair of letters that may be one misread; empty for most names. Only for further readings of a query.
 */
export function beforeMisreading(text: string): readonly string[] {
  const cased = text.replace(word, (one) => {
    if (smallAmongCapitals.test(one)) return one.replace(/l/g, 'I');
    return capitalAmongSmall.test(one) ? one.charAt(0) + one.slice(1).replace(/I/g, 'l') : one;
  });
  const found = new Set<string>();
  const lower = cased.toLowerCase();
  for (const [pair, letter] of pairs) {
    if (!lower.includes(pair)) continue;
    const other = cased.replace(word, (one) => withLetter(one, pair, letter));
    if (other !== cased) found.add(other);
  }
  if (cased !== text) found.add(cased);
  return [...found];
}

function withLetter(one: string, pair: string, letter: string): string {
  const lower = one.toLowerCase();
  if (!lower.includes(pair) || one.length < pair.length + 2) return one;
  return lower.replaceAll(pair, letter);
}
