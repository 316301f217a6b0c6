import { surnameSpellings } from './romanise/hangul.ts';
import table from './tables/chinese.json' with { type: 'json' };

/** A Chinese surname with its spellings. */
export interface ChineseSurname {
  readonly pinyin: string;
  /** Cantonese and other spellings in use abroad. */
  readonly spellings: readonly string[];
}

const byHanzi = new Map<string, ChineseSurname>();
const latin = new Map<string, Set<string>>();
const japaneseNames = new Map<string, string>();
for (const line of table.surnames) {
  const [hanzi, pinyin, ...spellings] = line.split(' ');
  const surname = { pinyin: pinyin!, spellings };
  // Double surnames are written in both forms one after the other, two characters each.
  const width =
    /^(?:ouyang|sima|shangguan|zhuge|situ|xiahou|huangfu|yuchi|murong|dongfang|linghu|duanmu|yuwen|shentu)$/.test(
      pinyin!,
    )
      ? 2
      : 1;
  for (let at = 0; at + width <= hanzi!.length; at += width) {
    const form = hanzi!.slice(at, at + width);
    if (!byHanzi.has(form)) byHanzi.set(form, surname);
  }
  for (const spelling of [pinyin!, ...spellings]) {
    const known = latin.get(spelling) ?? new Set<string>();
    known.add(pinyin!);
    latin.set(spelling, known);
  }
}
for (const line of table.japanese) {
  const [forms, reading] = line.split(' ');
  const width = forms!.startsWith('長谷')
    ? 3
    : forms!.startsWith('佐々木')
      ? 3
      : forms!.startsWith('株式会社')
        ? 4
        : 2;
  for (let at = 0; at + width <= forms!.length; at += width)
    japaneseNames.set(forms!.slice(at, at + width), reading!);
}
const vietnamese = new Set(table.vietnamese.split(' '));

/** Surnames as tables: what each says of a word in hanzi or Latin letters. */
export const surnameTables = {
  /** A Chinese surname in hanzi of either form. */
  chinese: (hanzi: string): ChineseSurname | undefined => byHanzi.get(hanzi),
  /** Pinyin surnames that a Latin spelling may stand for: `lam` is lin, `wong` is wang or huang. */
  chineseLatin: (word: string): readonly string[] => [...(latin.get(word) ?? [])],
  /** Korean surnames in Hangul that a Latin spelling may be. */
  korean: (word: string): readonly string[] => surnameSpellings.get(word) ?? [],
  vietnamese: (word: string): boolean => vietnamese.has(word),
  /** The reading of a Japanese surname in kanji. */
  japanese: (kanji: string): string | undefined => japaneseNames.get(kanji),
} as const;
