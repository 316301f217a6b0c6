import type { DraftWord } from './draft-word.ts';
import table from './tables/person-words.json' with { type: 'json' };
import { tokenFlags } from './token.ts';

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
const fatherOf = set(table.fatherOf);

/** The group of particles that are spellings of one another. */
export function particleGroup(word: string): string {
  if (articles.has(word)) return 'particle:al';
  if (sonOf.has(word)) return 'particle:bin';
  if (fatherOf.has(word)) return 'particle:abu';
  return `particle:${word}`;
}

const offices = set(table.offices);
const officeQualities = set(table.officeQualities);
const ranks = set(table.ranks);
const officeLinks = set(table.officeLinks);

/**
 * How many words at a place are an office and no part of the name: 2 of `Foreign Minister Wang Yi`, 4 of `Minister of
 * Foreign Affairs Wang Yi`; 0 where none is named.
 */
function officeAt(words: readonly DraftWord[], from: number): number {
  const first = words[from]?.text;
  if (first === undefined || !(offices.has(first) || officeQualities.has(first) || first === 'the')) return 0;
  let end = from;
  let hasOffice = false;
  for (let at = from; at < words.length; at++) {
    const { text } = words[at]!;
    if (officeLinks.has(text)) continue;
    const isOffice = offices.has(text);
    // `Senior General`, but General alone may be a name.
    const isRank = at > from && ranks.has(text);
    if (!isOffice && !isRank && !officeQualities.has(text)) break;
    hasOffice ||= isOffice || isRank;
    end = at + 1;
  }
  if (!hasOffice) return 0;
  // `Estate of Oleg Tarasov`.
  return words[end]?.text === 'of' ? end + 1 - from : end - from;
}

/** A name of fewer words than this is left whole. */
const leastBesideOffice = 2;

/**
 * Where the name stands in words that name an office before it, or after it and a comma or in brackets:
 * `Chief Executive John Lee`, `Hamid Karimi, Minister of Defence`. Undefined where they name none.
 */
export function besideOffice(words: readonly DraftWord[]): readonly [from: number, to: number] | undefined {
  const parts = tokenFlags.commaBefore | tokenFlags.bracketed;
  const cut = words.findIndex((word, at) => at > 0 && (word.flags & parts) !== 0);
  // `Mayor Zaragoza, Federico`: before a comma stands a surname.
  const before = cut < 0 ? officeAt(words, 0) : 0;
  if (before > 0 && words.length - before >= leastBesideOffice) return [before, words.length];
  if (cut >= leastBesideOffice && officeAt(words, cut) === words.length - cut) return [0, cut];
  return undefined;
}
