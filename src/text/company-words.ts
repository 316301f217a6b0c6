import { remember } from './bounded-cache.ts';
import { foldKey } from './fold-key.ts';
import { type CyrillicLanguage, romaniseCyrillic } from './romanise/cyrillic.ts';
import meanings from './tables/company-meanings.json' with { type: 'json' };
import phraseTable from './tables/company-phrases.json' with { type: 'json' };
import table from './tables/company-words.json' with { type: 'json' };
import type { TokenClass } from './token.ts';

/**
 * What a word means in company names: words of one meaning share `group`, over spellings and languages. The group of an
 * abbreviation is that of the word it stands for with `short:` for `word:`.
 */
export interface CompanyWord {
  readonly class: TokenClass;
  readonly group: string;
  readonly meaning: string;
  readonly abbreviation: boolean;
}

const known = new Map<string, CompanyWord>();
const byFold = new Map<string, CompanyWord>();
/** By the stem of a romanised Slavic word: adjectives and nouns come in every case and gender. */
const byStem = new Map<string, CompanyWord>();
const slavicEnding =
  /(?:oyi|eyi|oho|aho|oyu|ayu|omu|amu|emu|ymy|imi|imy|ae|yma|ima|yya|yye|iye|nye|ogo|ego|ykh|ikh|ymi|aya|yaya|oye|ost|osti|oe|ye|yy|iy|ii|yi|oy|oi|ov|ey|ei|am|yam|ami|iya|iyu|ia|aia|om|em|akh|yakh|a|e|i|o|u|y|yu|ya)$/;

function slavicStem(word: string): string | undefined {
  if (word.length < 7) return undefined;
  const stem = word.replace(slavicEnding, '').replace(/y(?=e)/g, '');
  return stem.length >= 5 ? foldKey(stem) : undefined;
}

/** Before a word of another line that means this besides: commerciale is trading, and commercial of a bank. */
const besides = '+';

/** Prepositions that say whose, with their articles: `Ministère de la Défense`. */
const genitives = new Set(
  'of de del du des der di da do dos das della dello delle degli dei van von'.split(' '),
);

for (const [kind, lines] of [
  ['industry', table.industry],
  ['generic', table.generic],
] as const) {
  for (const line of lines) {
    const [words, short] = line.split(' | ');
    const list = words!.split(' ').filter((word) => word !== '' && word !== '|');
    const grammar = list[0] === 'the' || list[0] === 'ref';
    const isParticle = list[0] === 'the' || list[0] === 'al';
    for (const [index, word] of list.entries()) {
      if (word.startsWith(besides)) {
        const other = known.get(word.slice(1));
        if (other !== undefined)
          known.set(word.slice(1), { ...other, group: `${other.group} word:${list[0]}` });
        continue;
      }
      if (known.has(word)) continue;
      const entry: CompanyWord = {
        class: isParticle ? 'particle' : kind,
        group: grammar ? `word:${genitives.has(word) ? 'of' : word}` : `word:${list[0]}`,
        meaning: grammar ? word : list[0]!,
        abbreviation: false,
      };
      known.set(word, entry);
      // Inflected and romanised forms vary in spelling; English ones do not.
      if (index > 0 && word.length >= 6 && !byFold.has(foldKey(word))) byFold.set(foldKey(word), entry);
      const stem = index > 0 ? slavicStem(word) : undefined;
      if (stem !== undefined && !byStem.has(stem)) byStem.set(stem, entry);
    }
    for (const word of (short ?? '').split(' ')) {
      if (word === '') continue;
      const other = known.get(word);
      if (other !== undefined && !other.abbreviation) continue;
      // ELEC may be electric or electronic.
      const group = other === undefined ? `short:${list[0]}` : `${other.group} short:${list[0]}`;
      known.set(word, { class: kind, group, meaning: other?.meaning ?? list[0]!, abbreviation: true });
    }
  }
}

/** By the stem of a word of a language in Latin letters, with the endings that its words may have. */
const byLatinStem = new Map<
  string,
  { readonly entry: CompanyWord; readonly endings: ReadonlySet<string> }[]
>();
/** Words with shorter stems have their forms written out. */
const shortestStem = 5;
const longestEnding = 4;

let loaded = false;

/** Adds the words of the other languages when the first word is asked for: thousands that a person's name never needs. */
function load(): void {
  loaded = true;
  for (const [language, { endings, words }] of Object.entries(meanings.languages)) {
    const isSlavic = /[\u0400-\u04ff]/u.test(words[0] ?? '');
    const allowed = new Set(endings.split(' ').map((ending) => (ending === '-' ? '' : ending)));
    for (const line of words) {
      const [meaning, ...forms] = line.split(' ');
      const entry = known.get(meaning!);
      if (entry === undefined || entry.abbreviation) continue;
      let isShort = false;
      for (const form of forms) {
        if (form === '|') {
          isShort = true;
          continue;
        }
        const word = isSlavic ? romaniseCyrillic(form, language as CyrillicLanguage) : form;
        if (isShort) {
          if (!known.has(word))
            known.set(word, { ...entry, group: `short:${entry.meaning}`, abbreviation: true });
          continue;
        }
        if (!known.has(word)) known.set(word, entry);
        if (isSlavic) {
          const stem = slavicStem(word);
          if (word.length >= 6 && !byFold.has(foldKey(word))) byFold.set(foldKey(word), entry);
          if (stem !== undefined && !byStem.has(stem)) byStem.set(stem, entry);
        } else addLatinStem(word, entry, allowed);
      }
    }
  }
}

function addLatinStem(word: string, entry: CompanyWord, endings: ReadonlySet<string>): void {
  for (let cut = Math.min(longestEnding, word.length - shortestStem); cut >= 0; cut--) {
    if (!endings.has(word.slice(word.length - cut))) continue;
    const stem = word.slice(0, word.length - cut);
    const list = byLatinStem.get(stem);
    if (list === undefined) byLatinStem.set(stem, [{ entry, endings }]);
    else list.push({ entry, endings });
    return;
  }
}

/**
 * The meaning of a folded word in company names, by exact form or, for long words, by inflection and spelling family.
 * Some abbreviations are words of their own where no full stop follows: `San. ve Tic.`, but San Miguel.
 */
export function companyWord(word: string, isDotted = false): CompanyWord | undefined {
  if (!loaded) load();
  if (isDotted) {
    const abbreviation = known.get(`${word}.`);
    if (abbreviation !== undefined) return abbreviation;
  }
  return known.get(word) ?? (word.length >= shortestStem ? (inflected(word) ?? undefined) : undefined);
}

const inflected = remember<CompanyWord | null>(32_768, (word) => {
  if (word.length > shortestStem) {
    const stem = slavicStem(word);
    const found = byFold.get(foldKey(word)) ?? (stem === undefined ? undefined : byStem.get(stem));
    if (found !== undefined) return found;
  }
  for (let cut = 0; cut <= longestEnding && word.length - cut >= shortestStem; cut++) {
    const ending = word.slice(word.length - cut);
    const found = byLatinStem
      .get(word.slice(0, word.length - cut))
      ?.find(({ endings }) => endings.has(ending));
    if (found !== undefined) return found.entry;
  }
  return null;
});

/** Words for a line of business, as one lookup: `industryWords('tekhnologii')` is `technology`. */
export function industryWords(word: string): string | undefined {
  const entry = companyWord(word);
  return entry?.class === 'industry' ? entry.meaning : undefined;
}

/** What an abbreviation in company names stands for: TECH, INTL, MFG, COMM, GRP, SRVCES. */
export function companyAbbreviations(word: string): string | undefined {
  const entry = companyWord(word);
  return entry?.abbreviation ? entry.meaning : undefined;
}

const functionWords = new Set(table.generic.find((line) => line.startsWith('the '))!.split(' '));

/** Whether a folded word is an article, a preposition or an `and` of company names. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

const phrases = new Map<string, string>();
let longestPhrase = 1;
for (const [id, forms] of Object.entries(phraseTable)) {
  if (typeof forms === 'string') continue;
  for (const form of forms) {
    const key = form.split(' ').map(phraseKey).join(' ');
    phrases.set(key, id);
    longestPhrase = Math.max(longestPhrase, form.split(' ').length);
  }
}
const phraseStarts = new Set([...phrases.keys()].map((phrase) => phrase.split(' ')[0]!));

function phraseKey(word: string): string {
  return word.length >= 7 ? foldKey(word) : word;
}

/** The longest institutional phrase at a position: `scientific production association` is `npo`. */
export function companyPhrase(
  words: readonly string[],
  from: number,
): { id: string; count: number } | undefined {
  if (!phraseStarts.has(phraseKey(words[from]!))) return undefined;
  for (let count = Math.min(longestPhrase, words.length - from); count >= 1; count--) {
    const id = phrases.get(
      words
        .slice(from, from + count)
        .map(phraseKey)
        .join(' '),
    );
    if (id !== undefined) return { id, count };
  }
  return undefined;
}
