import alphabets from '../tables/alphabets.json' with { type: 'json' };

export type CyrillicLanguage = 'ru' | 'uk' | 'be' | 'bg' | 'sr' | 'kk';

const base: Readonly<Record<string, string>> = alphabets.ru;
const own: Readonly<Record<CyrillicLanguage, Readonly<Record<string, string>>>> = {
  ru: {},
  uk: alphabets.uk,
  be: alphabets.be,
  bg: alphabets.bg,
  sr: alphabets.sr,
  kk: alphabets.kk,
};

/** The language that the letters of a name betray; Russian where they betray none. */
export function cyrillicLanguage(text: string): CyrillicLanguage {
  if (/[ўЎ]/u.test(text)) return 'be';
  if (/[їєґЇЄҐ]/u.test(text)) return 'uk';
  if (/[ћђљњџјЋЂЉЊЏЈ]/u.test(text)) return 'sr';
  if (/[әғқңөұүһӘҒҚҢӨҰҮҺ]/u.test(text)) return 'kk';
  if (/[іІ]/u.test(text)) return /[ыэЫЭ]/u.test(text) ? 'be' : 'uk';
  // -ський, -цький and the soft sign before them are Ukrainian even where no letter of its own is written.
  if (/(?:ськ|цьк)/u.test(text.toLowerCase())) return 'uk';
  return 'ru';
}

const vowels = 'аеёиоуыэюяіїєўәөұүъь';

/**
 * A folded Cyrillic word in Latin letters by the rules of a language, as official lists write names: no apostrophes
 * for the signs, `е` as `ye` at the start and after vowels in Russian, `-ий` and `-ый` as `-iy`, `-y`.
 */
export function romaniseCyrillic(word: string, language: CyrillicLanguage): string {
  const table = own[language];
  let out = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word[index]!;
    const before = word[index - 1] ?? '';
    if (language === 'ru' && letter === 'е' && (index === 0 || vowels.includes(before))) {
      // Elena, Evgeny: lists write E at the start far more often than Ye; the fold key holds both together.
      out += index === 0 ? 'e' : 'ye';
      continue;
    }
    if (letter === 'й' && index === word.length - 1 && (before === 'и' || before === 'ы')) {
      out = `${out.slice(0, -1)}y`;
      continue;
    }
    if (language === 'uk' && index === 0 && 'єїйюя'.includes(letter)) {
      out += { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }[letter] ?? '';
      continue;
    }
    if (
      letter === 'ё' &&
      (language === 'ru' || language === 'bg') &&
      'жчшщ'.includes(before) &&
      before !== ''
    ) {
      out += 'e';
      continue;
    }
    out += table[letter] ?? base[letter] ?? letter;
  }
  return out;
}
