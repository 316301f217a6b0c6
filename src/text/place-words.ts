import { remember } from './bounded-cache.ts';
import { type CyrillicLanguage, romaniseCyrillic } from './romanise/cyrillic.ts';
import countries from './tables/countries.generated.json' with { type: 'json' };
import names from './tables/place-names.json' with { type: 'json' };
import table from './tables/places.json' with { type: 'json' };

const byWord = new Map<string, string>();
/** Chinese places by hanzi with their Latin name. */
const byHanzi = new Map<string, string>();
let longestHanzi = 0;
/** Ids of the places of China. */
const chinese = new Set<string>();

for (const line of table.china) chinese.add(line.split(/[ |]/)[0]!);
for (const line of [...table.china, ...table.japan]) {
  const [latin, hanzi] = line.split(' | ');
  const names = latin!.split(' ');
  for (const name of names) if (!byWord.has(name)) byWord.set(name, names[0]!);
  for (const form of (hanzi ?? '').split(' ')) {
    if (form === '' || byHanzi.has(form)) continue;
    byHanzi.set(form, byWord.get(names[0]!)!);
    longestHanzi = Math.max(longestHanzi, form.length);
  }
}
for (const line of table.world) {
  const names = line.split(' ');
  for (const name of names) if (!byWord.has(name)) byWord.set(name, names[0]!);
}
/** Slavic adjectives of places in every case and gender: rossiysky, rossiyskoye, moskovskogo. */
const slavicAdjective = /^([a-z]{3,}?)s?sk(?:iy|y|ii|i|aya|aia|oye|oe|ogo|oy|oi|iye|ie|ikh|uyu)$/;
const bySlavicStem = new Map<string, string>();
/** Country names that are also names of people or common words are left to the table above. */
const alsoNames = new Set([
  'chad',
  'jersey',
  'guinea',
  'mali',
  'niger',
  'nauru',
  'cook',
  'gabon',
  'benin',
  'man',
  'ile',
  'mauritius',
  'martinique',
  'reunion',
  'dominica',
  'granada',
  'tonga',
  'togo',
  'iles',
  'isla',
]);
const isHan = /[\u3040-\u30ff\u4e00-\u9fff]/u;
/** Romanised names that are shorter are names of people and words of other languages more often. */
const shortestName = 5;
const isCyrillic = /[\u0400-\u04ff]/u;

for (const row of countries.rows) {
  const [code, ...all] = row.split('|');
  const single = all.filter((name) => !name.includes(' ') && name.length >= 3 && !alsoNames.has(name));
  // The table above has many countries under a name of theirs.
  const id = single.map((name) => byWord.get(name)).find((known) => known !== undefined) ?? code!;
  for (const name of single) {
    if (isHan.test(name)) {
      if (name.length < 2 || byHanzi.has(name)) continue;
      byHanzi.set(name, id);
      longestHanzi = Math.max(longestHanzi, name.length);
    } else if (name.length >= 4 || !/^[a-z]/.test(name)) addName(name, id, shortestName);
  }
}
for (const line of names.names) {
  const [first, ...others] = line.split(' ');
  const id = byWord.get(first!) ?? first!;
  for (const name of [first!, ...others]) addName(name, id);
}
for (const [word, id] of byWord) {
  const stem = slavicAdjective.exec(word)?.[1];
  if (stem !== undefined && !bySlavicStem.has(stem)) bySlavicStem.set(stem, id);
}

/** A name as it is written and, where that is Cyrillic, as it is romanised. */
function addName(name: string, id: string, shortest = 3): void {
  if (!byWord.has(name)) byWord.set(name, id);
  if (!isCyrillic.test(name)) return;
  const language: CyrillicLanguage = /[їєґі]/u.test(name) ? 'uk' : 'ru';
  for (const form of [name, ...casesOf(name)]) addRomanised(romaniseCyrillic(form, language), id, shortest);
}

/** The cases that a Russian name of a place has besides: of Syria, in Moscow. */
function casesOf(name: string): readonly string[] {
  if (/(?:ский|ской|ый|и|о|у|ы|е)$/u.test(name)) return [];
  const stem = name.slice(0, -1);
  if (name.endsWith('ия') || name.endsWith('я') || name.endsWith('ь')) return [`${stem}и`];
  if (name.endsWith('а')) return [`${stem}ы`, `${stem}е`];
  if (name.endsWith('й')) return [`${stem}я`, `${stem}е`];
  return [`${name}а`, `${name}е`];
}

function addRomanised(latin: string, id: string, shortest: number): void {
  if (latin.length >= shortest && !alsoNames.has(latin) && !byWord.has(latin)) byWord.set(latin, id);
}

/** Adjectives of countries by their stem, with the endings that the language has: russisch, -e, -en. */
const byStem = new Map<string, { readonly id: string; readonly endings: ReadonlySet<string> }[]>();
const longestEnding = 4;
const shortestStem = 4;
const vowelEnd = /[aeioy]$/;
for (const { endings, words } of Object.values(names.adjectives)) {
  const allowed = new Set(endings.split(' ').map((ending) => (ending === '-' ? '' : ending)));
  for (const line of words) {
    const [place, ...adjectives] = line.split(' ');
    const id = byWord.get(place!) ?? place!;
    for (const adjective of adjectives) {
      if (!byWord.has(adjective)) byWord.set(adjective, id);
      const isOpen = allowed.has(adjective.slice(-1)) && vowelEnd.test(adjective);
      const stem = isOpen ? adjective.slice(0, -1) : adjective;
      if (stem.length >= shortestStem)
        byStem.set(stem, [...(byStem.get(stem) ?? []), { id, endings: allowed }]);
    }
  }
}

const inflected = remember<string | null>(32_768, (word) => {
  const slavic = bySlavicStem.get(slavicAdjective.exec(word)?.[1] ?? '');
  if (slavic !== undefined) return slavic;
  for (let cut = 0; cut <= longestEnding && word.length - cut >= shortestStem; cut++) {
    const ending = word.slice(word.length - cut);
    const found = byStem.get(word.slice(0, word.length - cut))?.find(({ endings }) => endings.has(ending));
    if (found !== undefined) return found.id;
  }
  return null;
});

/**
 * The place that a folded word names, as a stable id: country names in fifteen languages, demonyms, large cities,
 * Chinese provinces and cities. `rossii` and `russian` are one place.
 */
export function placeWords(word: string): string | undefined {
  return byWord.get(word) ?? (word.length > shortestStem ? (inflected(word) ?? undefined) : undefined);
}

/** Whether an id of `placeWords` is a place of China. */
export function isChinesePlace(id: string): boolean {
  return chinese.has(id);
}

/** The place of two words that lists write as one too: Hong Kong, New York. Only as the table has it. */
export function placeOfTwo(first: string, second: string): string | undefined {
  return byWord.get(first + second);
}

/** The longest Chinese place at the start of a Han text, with its suffix (市, 省) if it has one. */
export function hanPlace(text: string): { id: string; length: number; name: string } | undefined {
  for (let length = Math.min(longestHanzi, text.length); length >= 2; length--) {
    const name = text.slice(0, length);
    const id = byHanzi.get(name);
    if (id === undefined) continue;
    const suffix = suffixes.find((one) => text.startsWith(one, length));
    return { id, length: length + (suffix?.length ?? 0), name };
  }
  return undefined;
}
const suffixes = table.suffixes.split(' ').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
