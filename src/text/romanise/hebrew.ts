import { normaliseWord } from '../normalise.ts';
import table from '../tables/hebrew-words.json' with { type: 'json' };

const letters: Readonly<Record<string, string>> = table.letters;
const words = new Map<string, string>();
for (const line of table.words) {
  const [latin, ...native] = line.split(' ');
  for (const one of native) words.set(one, latin!);
}

const meanings = new Map<string, string>();
/** Article, prepositions and `and`, which Hebrew writes in one with the word: one or two of them. */
const joinedBefore = /^ו?[הבלמשכ]?(?=.{3})/u;

/** The English of an ordinary word of a name of an organisation; undefined for other words. */
export function hebrewCompanyWord(word: string): string | undefined {
  if (meanings.size === 0) {
    for (const line of table.company) {
      const [english, ...native] = line.split(' ');
      for (const one of native) {
        const form = normaliseWord(one).text;
        if (!meanings.has(form)) meanings.set(form, english!);
      }
    }
  }
  const bare = word.replace(joinedBefore, '');
  return (
    meanings.get(word) ?? meanings.get(bare) ?? (word.length > 4 ? meanings.get(word.slice(1)) : undefined)
  );
}

/** A folded Hebrew word: known names with their usual spelling, others by letters with guessed vowels. */
export function readHebrew(word: string): { readonly text: string; readonly sure: boolean } {
  const known = words.get(word);
  if (known !== undefined) return { text: known, sure: true };
  let out = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word[index]!;
    const last = index === word.length - 1;
    const afterVowel = /[aeiou]$/.test(out);
    if (letter === 'ו') out += index === 0 || afterVowel ? 'v' : 'o';
    else if (letter === 'י') out += index === 0 || afterVowel ? 'y' : 'i';
    else if (letter === 'א' || letter === 'ע') out += afterVowel ? '' : 'a';
    else if (letter === 'ה' && last) out += afterVowel ? 'h' : 'a';
    else if (letter === 'ב') out += index === 0 ? 'b' : 'v';
    else if (letter === 'פ') out += index === 0 ? 'p' : 'f';
    else if (letter === 'כ') out += index === 0 ? 'k' : 'kh';
    else {
      const sound = letters[letter] ?? '';
      if (sound !== '' && index > 0 && !afterVowel && out !== '' && !last && index === 1) out += 'a';
      out += sound;
    }
  }
  return { text: out, sure: false };
}
