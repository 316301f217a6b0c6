import heads from '../tables/common-names.json' with { type: 'json' };
import table from '../tables/public-names.json' with { type: 'json' };
import type { SeededRandom } from './seeded-random.ts';

interface Culture {
  readonly given: readonly string[];
  readonly head: readonly string[];
  readonly headShare: number;
  readonly others: readonly string[];
}

const given: Readonly<Record<string, string>> = heads.given;
const surnames: Readonly<Record<string, string>> = heads.surnames;
const cultures: readonly Culture[] = Object.entries(table.cultures).map(([culture, one]) => ({
  given: given[culture]!.split(' '),
  head: surnames[culture]!.split(' '),
  headShare: one.head,
  others: one.surnames.split(' '),
}));

/** One person in six is written with a second given name. */
const secondGiven = 6;
const thousand = 1000;

/**
 * Names of made-up people of the public, as many of each culture: a given name and a surname of one culture, surnames of
 * the head of its statistics as often as people bear them. The same seed gives the same names.
 */
export function publicNames(count: number, random: SeededRandom): string[] {
  return Array.from({ length: count }, (_, at) => {
    const culture = cultures[at % cultures.length]!;
    const isHead = random.below(thousand) < culture.headShare * thousand;
    const first = random.pick(culture.given);
    const second = random.below(secondGiven) === 0 ? random.pick(culture.given) : first;
    const words = [
      first,
      ...(second === first ? [] : [second]),
      random.pick(isHead ? culture.head : culture.others),
    ];
    return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  });
}

/** Whether two names have the same words, whatever their order and marks: then the name is the listed one. */
export function sameWords(left: string, right: string): boolean {
  return wordsOf(left) === wordsOf(right);
}

function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}
