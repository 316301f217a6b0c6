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
/** Forms of one kanji in names, each before the usual one. */
const kanjiForms = new Map(
  '髙高﨑崎邉辺邊辺濱浜濵浜澤沢齋斎齊斉櫻桜國国廣広眞真實実嶋島嶌島龍竜惠恵德徳榮栄壽寿瀨瀬淵渕條条藏蔵靜静曾曽'
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!] as const),
);
const usualKanji = (text: string): string => [...text].map((one) => kanjiForms.get(one) ?? one).join('');
const japaneseGiven = new Map<string, string>();
for (const [map, lines] of [
  [japaneseNames, table.japanese],
  [japaneseGiven, table.japaneseGiven],
] as const) {
  for (const line of lines) {
    const [kanji, reading] = line.split(' ');
    const form = usualKanji(kanji!);
    if (!map.has(form)) map.set(form, reading!);
  }
}
const western = new Set(table.western.split(' '));
const partsOf = (line: string): ReadonlyMap<string, string> =>
  new Map(line.split('|').map((part) => part.split(' ') as [string, string]));
const kanjiParts = {
  kun: partsOf(table.japaneseParts.kun),
  kunEnd: partsOf(table.japaneseParts.kunEnd),
  on: partsOf(table.japaneseParts.on),
  onEnd: partsOf(table.japaneseParts.onEnd),
};

/** A given name that no table has, by the usual sounds of its kanji: before 一, 二, 介 the Chinese ones, else the own. */
function composedGiven(kanji: string): string | undefined {
  const [first, ...others] = [...kanji];
  if (first === undefined || others.length === 0 || others.length > 2) return undefined;
  const rest = others.join('');
  const { kun, kunEnd, on, onEnd } = kanjiParts;
  const end = onEnd.get(rest);
  const start = on.get(first);
  if (end !== undefined && start !== undefined) return start + end;
  const ownStart = kun.get(first);
  const ownEnd = kunEnd.get(rest);
  return ownStart !== undefined && ownEnd !== undefined ? ownStart + ownEnd : undefined;
}

const spelled: ReadonlyMap<string, readonly string[]> = new Map(
  [...latin].map(([word, pinyin]) => [word, [...pinyin]] as const),
);
const noSurnames: readonly string[] = [];
const vietnamese = new Set(table.vietnamese.split(' '));

/** Surnames as tables: what each says of a word in hanzi or Latin letters. */
export const surnameTables = {
  /** A Chinese surname in hanzi of either form. */
  chinese: (hanzi: string): ChineseSurname | undefined => byHanzi.get(hanzi),
  /** Pinyin surnames that a Latin spelling may stand for: `lam` is lin, `wong` is wang or huang. */
  chineseLatin: (word: string): readonly string[] => spelled.get(word) ?? noSurnames,
  /** English and Portuguese given names that Chinese people take beside their own: Jack Ma Yun. */
  western: (word: string): boolean => western.has(word),
  /** Korean surnames in Hangul that a Latin spelling may be. */
  korean: (word: string): readonly string[] => surnameSpellings.get(word) ?? [],
  vietnamese: (word: string): boolean => vietnamese.has(word),
  /** The reading of a Japanese surname in kanji. */
  japanese: (kanji: string): string | undefined => japaneseNames.get(usualKanji(kanji)),
  /** The commonest reading of a Japanese given name in kanji. */
  japaneseGiven: (kanji: string): string | undefined =>
    japaneseGiven.get(usualKanji(kanji)) ?? composedGiven(usualKanji(kanji)),
} as const;
