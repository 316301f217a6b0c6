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
  const known = (company ? companyWords : words).get(word);
  if (known !== undefined) return { text: known, sure: true };
  return { text: guess(word, persian), sure: false };
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
    if (sound === 'W' || sound === 'Y') {
      const before = sounds[index - 1];
      const vowelBefore = before === 'A' || /[aeiou]$/.test(out);
      const vowelAfter = next === 'A' || next === 'W' || next === 'Y';
      if (index === 0 || vowelBefore || vowelAfter) out += sound === 'W' ? (persian ? 'v' : 'w') : 'y';
      else out += sound === 'W' ? 'u' : 'i';
      continue;
    }
    if (sound === 'h' && isLast && index > 1 && word.endsWith('ه')) {
      out += /[aeiou]$/.test(out) ? 'h' : persian ? 'eh' : 'a';
      continue;
    }
    out += sound;
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

/** A word that is two known name words written in one: `محمدحسين`, `احمدرضا`. */
export function partCompound(word: string): readonly string[] | undefined {
  if (word.length < 6 || words.has(word)) return undefined;
  for (let cut = 3; cut <= word.length - 3; cut++) {
    if (words.has(word.slice(0, cut)) && words.has(word.slice(cut)))
      return [word.slice(0, cut), word.slice(cut)];
  }
  return undefined;
}
