import alphabets from '../tables/alphabets.json' with { type: 'json' };

/** ISO 639-1; `kk` for all languages with its letters. */
export type CyrillicLanguage = 'ru' | 'uk' | 'be' | 'bg' | 'sr' | 'kk' | 'uz';

const base: Readonly<Record<string, string>> = alphabets.ru;
const own: Readonly<Record<CyrillicLanguage, Readonly<Record<string, string>>>> = {
  ru: {},
  uk: alphabets.uk,
  be: alphabets.be,
  bg: alphabets.bg,
  sr: alphabets.sr,
  kk: alphabets.kk,
  uz: alphabets.uz,
};

/** The language that the letters of a name betray; Russian where they betray none. */
export function cyrillicLanguage(text: string): CyrillicLanguage {
  // In Uzbek ў is a vowel of its own, in Belarusian it stands after one.
  if (/[ўЎ]/u.test(text)) return /(?<![аеёиоуыэюяі])ў/iu.test(text) || /[ҳқғ]/iu.test(text) ? 'uz' : 'be';
  if (/[ҳ]/iu.test(text) && !/[ҷӣӯ]/iu.test(text)) return 'uz';
  if (/[їєґЇЄҐ]/u.test(text)) return 'uk';
  if (/[ћђљњџјЋЂЉЊЏЈ]/u.test(text)) return 'sr';
  if (/[әғқңөұүһӘҒҚҢӨҰҮҺ]/u.test(text)) return 'kk';
  if (/[іІ]/u.test(text)) return isBelarusian(text) ? 'be' : 'uk';
  if (/сяргей|андрэй|аляксандр|аляксей|рыгор/iu.test(text)) return 'be';
  // -ський, -цький and the soft sign before them are Ukrainian even where no letter of its own is written.
  if (/(?:ськ|цьк)/u.test(text.toLowerCase())) return 'uk';
  return 'ru';
}

/** Belarusian has no и, and writes what it hears: ы, э, дз, ць, я before the stress. */
function isBelarusian(text: string): boolean {
  return (
    /[ыэ]/iu.test(text) ||
    (!/[иїєґ]/iu.test(text) && /дз|ц[іяеёь]|с[яц]|ля[кр]|к[ая]л[ая]й|ар(?:\s|$)|енка|анка/iu.test(text))
  );
}

const belarusian: readonly (readonly [RegExp, string])[] = [
  [/дз(?=[іяеёюь])/gu, 'д'],
  [/ц(?=[іяеёюь])/gu, 'т'],
  [/аў(?=$|\s)/gu, 'ов'],
  [/[эея]ў(?=$|\s)/gu, 'ев'],
  [/ў/gu, 'в'],
  [/([ен]|а)нка(?=$|\s)/gu, '$1нко'],
  [/([бвгдзклмнпрстфхчц])я(?!$|\s)/gu, '$1е'],
  [/([ржшчц])ы/gu, '$1и'],
  [/([жшчрц])э/gu, '$1е'],
  [/і/gu, 'и'],
];

/**
 * A Belarusian or Ukrainian name as Russian spells it, in Latin letters, since most of the world's papers took it from
 * there: `Карпянкоў` as Karpenkov, `Гоголь` as Gogol. Undefined where it is the same.
 */
export function asRussian(word: string, language: CyrillicLanguage): string | undefined {
  if (language === 'uk')
    return /[гґ]/u.test(word)
      ? romaniseCyrillic(
          word
            .replaceAll('и', 'ы')
            .replaceAll('і', 'и')
            .replaceAll('ї', 'и')
            .replaceAll('є', 'е')
            .replaceAll('ґ', 'г'),
          'ru',
        )
      : undefined;
  if (language !== 'be') return undefined;
  let russian = word;
  for (const [from, to] of belarusian) russian = russian.replace(from, to);
  return romaniseCyrillic(russian, 'ru');
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
    // Names of England and Spain: Уилсон is Wilson.
    if (letter === 'у' && index === 0 && language === 'ru' && 'аиэо'.includes(word[1] ?? '-')) {
      out += 'w';
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
