import { remember } from '../bounded-cache.ts';
import { normaliseWord } from '../normalise.ts';
import organisations from '../tables/arabic-company-words.json' with { type: 'json' };
import table from '../tables/arabic-words.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = table.letters;
const persianOnly = /[پچژگ]/u;
/** Letters that Persian sounds otherwise: ذ ض ظ as z, ث as s. */
const persianLetters: Readonly<Record<string, string>> = { ذ: 'z', ض: 'z', ث: 's' };
const words = wordTable(table.words);
const companyWords = wordTable([...table.company, ...table.words]);

/** Native spelling to Latin; of two entries for one spelling the first holds. */
function wordTable(lines: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const line of lines) {
    const [latin, ...native] = line.split(' ');
    for (const one of native) if (!map.has(one)) map.set(one, latin!);
  }
  return map;
}

const consonants = 'bcdfghjklmnpqrstvxz';

/** A word in Arabic script in Latin letters; `sure` where the word table knows it, else vowels are guessed. */
export interface ArabicReading {
  readonly text: string;
  readonly sure: boolean;
}

/**
 * Reads one folded word in Arabic script (Arabic, Persian, Dari, Pashto, Urdu). Known name words have their usual
 * vowels; others get the long vowels that are written and an `a` where a syllable needs one.
 */
export function readArabic(word: string, persian = persianOnly.test(word), company = false): ArabicReading {
  const table = company ? companyWords : words;
  const known = table.get(word) ?? derived(word, table, persian);
  if (known !== undefined) return { text: known, sure: true };
  return { text: guess(word, persian), sure: false };
}

/** Names made of a name: Mansuri of Mansur, Mohammadian of Mohammadi, Nadira of Nadir. */
function derived(word: string, table: ReadonlyMap<string, string>, persian: boolean): string | undefined {
  if (word.length < 5) return undefined;
  const stem = table.get(word.slice(0, -1));
  if (stem === undefined || /[aeiou]$/.test(stem)) {
    return word.endsWith('يان') && stem === undefined && table.get(word.slice(0, -2)) !== undefined
      ? `${table.get(word.slice(0, -2))}an`
      : undefined;
  }
  if (word.endsWith('ي')) return `${stem}i`;
  if (word.endsWith('ه')) return persian ? `${stem}eh` : `${stem}a`;
  return undefined;
}

const meanings = new Map<string, string>();
function loadMeanings(): void {
  for (const line of [...table.company, ...organisations.words]) {
    const [english, ...native] = line.split(' ');
    for (const one of native) {
      const word = normaliseWord(one).text;
      if (!meanings.has(word)) meanings.set(word, english!);
    }
  }
}

/** `و` and, then a preposition with or without the article: `والصناعات`, `للتجارة`, `بالجملة`. */
const joinedBefore = /^و?(?:ال|لل|بال|ل|ب)?/u;
/** Plurals and endings of adjectives of both languages. */
const joinedAfter = /(?:هاي|هايي|ها|ايي|اي|يه|ات|ين|ون|يي|ي|ه)$/u;
const shortestStem = 3;

/**
 * The English of an ordinary word of a name of an organisation in Arabic or Persian, with article, preposition or ending
 * or without; undefined for other words.
 */
export const arabicCompanyWord: (word: string) => string | undefined = remember(8_192, (word) => {
  if (meanings.size === 0) loadMeanings();
  const known = meanings.get(word);
  if (known !== undefined) return known;
  for (const stem of new Set([word, ...withoutPrefix(word)])) {
    const found = stem.length >= shortestStem ? meanings.get(stem) : undefined;
    if (found !== undefined) return found;
  }
  for (const stem of [word, ...withoutPrefix(word)]) {
    const bare = stem.replace(joinedAfter, '');
    const found =
      bare.length >= shortestStem && bare !== stem
        ? (meanings.get(bare) ?? meanings.get(`${bare}ه`) ?? meanings.get(`${bare}ي`))
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
});

function withoutPrefix(word: string): readonly string[] {
  const whole = word.replace(joinedBefore, '');
  return whole === word ? [] : word.startsWith('و') ? [whole, word.slice(1)] : [whole];
}

/** The article `ال` in front of a word of at least three letters more. */
export function partArticle(word: string): string | undefined {
  return word.startsWith('ال') &&
    !word.startsWith('الله') &&
    word.length >= 5 &&
    words.get(word) === undefined
    ? word.slice(2)
    : undefined;
}

/** Words that are written in one with what follows: `عبدالسلام` is abd al-salam. */
export function partServant(word: string): readonly string[] | undefined {
  if (!word.startsWith('عبد') || word.length < 6 || words.get(word) !== undefined) return undefined;
  const rest = word.slice(3);
  return ['عبد', rest.startsWith('ال') ? rest.slice(2) : rest];
}

function guess(word: string, persian: boolean): string {
  // Letters to sounds; W and Y are still vowel or consonant, A is a long a.
  const sounds: string[] = [];
  for (const letter of word) {
    // Ayn is heard as the vowel that it carries, at the start of a word always.
    if (letter === 'ع') {
      if (sounds.length === 0) sounds.push('A');
      else sounds.push('E');
      continue;
    }
    if (letter === 'ا' && sounds.length === 1 && sounds[0] === 'A') continue;
    const sound =
      letter === 'و'
        ? 'W'
        : letter === 'ي'
          ? 'Y'
          : letter === 'ا'
            ? 'A'
            : ((persian ? persianLetters[letter] : undefined) ?? letters[letter] ?? '');
    if (sound !== '') sounds.push(sound);
  }
  let out = '';
  for (let index = 0; index < sounds.length; index++) {
    const sound = sounds[index]!;
    const next = sounds[index + 1];
    const isLast = index === sounds.length - 1;
    if (sound === 'A') {
      out += 'a';
      continue;
    }
    // Ayn between consonants is heard as a vowel: Shaaban, Qaiti.
    if (sound === 'E') {
      const opensVowel = next === 'A' || next === 'W' || (next === 'Y' && index === sounds.length - 2);
      const endsPair = !isLast || trailingConsonants(out) > 1;
      if (endsPair && !opensVowel && !/[aeiou]$/.test(out)) out += 'a';
      continue;
    }
    if (sound === 'W' || sound === 'Y') {
      const before = sounds[index - 1];
      const vowelBefore = before === 'A' || /[aeiou]$/.test(out);
      // A feminine ending makes ya of a last y: Atiya, Samiya.
      const beforeEnding = sound === 'Y' && next === 'h' && index === sounds.length - 2 && !vowelBefore;
      const vowelAfter = next === 'A' || next === 'W' || next === 'Y';
      if (beforeEnding) {
        out += persian ? 'iye' : 'iya';
        break;
      }
      if (index === 0 || vowelBefore || vowelAfter) out += sound === 'W' ? (persian ? 'v' : 'w') : 'y';
      else out += sound === 'W' ? 'u' : 'i';
      continue;
    }
    if (sound === 'h' && isLast && index > 1 && word.endsWith('ه')) {
      out += /[aeiou]$/.test(out) ? 'h' : persian ? 'eh' : 'a';
      continue;
    }
    out += sound;
    // Qawasmi, Jawad: what stands before a w with a long vowel has a vowel of its own.
    if (index === 0 && (next === 'W' || next === 'Y') && sounds[index + 2] === 'A') out += 'a';
    // A syllable begins with one consonant: a vowel after the first of two, and after each second one further on.
    const nextIsConsonant =
      next !== undefined && consonants.includes(next[0]!) && next !== 'W' && next !== 'Y';
    if (!nextIsConsonant) continue;
    const bare = trailingConsonants(out);
    const afterNext = sounds[index + 2];
    const lastPair = index === sounds.length - 2;
    if (bare === sound.length && (index === 0 || !lastPair) && index === 0) out += 'a';
    else if (bare > sound.length && afterNext === undefined) out += 'a';
    else if (bare > sound.length && !lastPair) out += 'a';
  }
  return out;
}

function trailingConsonants(text: string): number {
  let count = 0;
  while (count < text.length && consonants.includes(text[text.length - 1 - count]!)) count++;
  return count;
}

/** First words that are written in one with a name, and last words likewise. */
const firstWords = ['محمد', 'غلام', 'سيد', 'ابو'];
const lastWords = ['الدين', 'الله', 'زاده', 'نژاد', 'پور'];
/** They belong to the word before, also where another follows. */
const onlyLast = /^(?:زاده|نژاد|نجاد|پور)/u;

/** A word that is two name words written in one: `محمدحسين`, `شمسالدين`, `فخريزاده`. */
export function partCompound(word: string): readonly string[] | undefined {
  if (word.length < 6 || words.has(word)) return undefined;
  if (!onlyLast.test(word)) {
    for (let cut = 3; cut <= word.length - 3; cut++) {
      if (words.has(word.slice(0, cut)) && words.has(word.slice(cut)))
        return [word.slice(0, cut), word.slice(cut)];
    }
  }
  if (word.startsWith('بن') && words.has(word.slice(2))) return ['بن', word.slice(2)];
  for (const last of lastWords) {
    if (word.endsWith(last) && word.length - last.length >= 3) {
      const head = word.slice(0, -last.length);
      return [...(partCompound(head) ?? [head]), last];
    }
  }
  for (const first of firstWords) {
    if (word.startsWith(first) && word.length - first.length >= 4) return [first, word.slice(first.length)];
  }
  return undefined;
}
