import table from './tables/person-words.json' with { type: 'json' };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const titles = set(table.honorifics);
const suffixes = set(table.suffixes);
const particleWords = set(table.particles);
const alternativeWords = set(table.alternatives);
/** Titles that are also names: a title only where enough of a name is left without them. */
const alsoNames = set(table.alsoNames);

/** Titles and forms of address: `strong` ones are never a name, `weak` ones may be (King, Amir, Bishop). */
export function honorifics(word: string): 'strong' | 'weak' | undefined {
  if (!titles.has(word)) return undefined;
  return alsoNames.has(word) ? 'weak' : 'strong';
}

/** `Jr`, `III`: they tell generations of one family apart. */
export function isGenerationSuffix(word: string): boolean {
  return suffixes.has(word);
}

/** Articles and small words of names: al, bin, de, van, von. */
export function isParticle(word: string): boolean {
  return particleWords.has(word);
}

/** Words that say that another name follows: `née`, `a.k.a.`. */
export function isAlternativeMark(word: string): boolean {
  return alternativeWords.has(word);
}

const articles = set(table.articles);
const sonOf = set(table.sonOf);

/** The group of particles that are spellings of one another. */
export function particleGroup(word: string): string {
  if (articles.has(word)) return 'particle:al';
  if (sonOf.has(word)) return 'particle:bin';
  return `particle:${word}`;
}
