import countries from './tables/countries.generated.json' with { type: 'json' };
import table from './tables/places.json' with { type: 'json' };

const byWord = new Map<string, string>();
/** Chinese places by hanzi with their Latin name. */
const byHanzi = new Map<string, string>();
let longestHanzi = 0;

for (const line of table.china) {
  const [latin, hanzi] = line.split(' | ');
  const names = latin!.split(' ');
  for (const name of names) if (!byWord.has(name)) byWord.set(name, names[0]!);
  for (const form of (hanzi ?? '').split(' ')) {
    if (form === '' || byHanzi.has(form)) continue;
    byHanzi.set(form, names[0]!);
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
for (const [word, id] of byWord) {
  const stem = slavicAdjective.exec(word)?.[1];
  if (stem !== undefined && !bySlavicStem.has(stem)) bySlavicStem.set(stem, id);
}
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
for (const row of countries.rows) {
  const [code, ...names] = row.split('|');
  for (const name of names) {
    if (name.includes(' ') || name.length < 4 || alsoNames.has(name)) continue;
    if (/[\u3040-\u30ff\u4e00-\u9fff]/u.test(name)) {
      if (!byHanzi.has(name)) {
        byHanzi.set(name, code!);
        longestHanzi = Math.max(longestHanzi, name.length);
      }
    } else if (!byWord.has(name)) byWord.set(name, code!);
  }
}

/**
 * The place that a folded word names, as a stable id: country names in fifteen languages, demonyms, large cities,
 * Chinese provinces and cities. `rossii` and `russian` are one place.
 */
export function placeWords(word: string): string | undefined {
  return byWord.get(word) ?? bySlavicStem.get(slavicAdjective.exec(word)?.[1] ?? '');
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
