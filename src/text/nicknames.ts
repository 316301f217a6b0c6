import { remember } from './bounded-cache.ts';
import { foldKey } from './fold-key.ts';
import table from './tables/given-names.json' with { type: 'json' };

const primary = new Map<string, string>();
const shortFor = new Map<string, string[]>();
const surnamesToo = new Set<string>();
/** Keys of fewer letters are shared by names that have nothing to do with each other. */
const shortestKey = 4;
for (const line of [...table.arabic, ...table.groups]) {
  const [full, short] = line.split(' | ');
  const words = full!.split(' ');
  const id = words[0];
  if (id === undefined) continue;
  for (const word of words) if (!primary.has(word)) primary.set(word, id);
  for (const word of (short ?? '').split(' ')) {
    if (word === '') continue;
    const known = shortFor.get(word);
    if (known === undefined) shortFor.set(word, [id]);
    else if (!known.includes(id)) known.push(id);
  }
}

/** Groups by the key of their words, for spellings that no table has; undefined where two groups share a key. */
const byKey = new Map<string, string | undefined>();
/** Somali writes the Arabic ayn with c: Cumar is Umar, where Kumar is another name, and Ciise Isa, where Cisse is another. */
const withAyn = /^c[aeiou]/;
for (const [word, id] of primary) {
  if (withAyn.test(word) && table.arabic.some((line) => line.startsWith(`${id} `))) continue;
  const key = foldKey(word);
  if (key.length >= shortestKey) byKey.set(key, byKey.has(key) && byKey.get(key) !== id ? undefined : id);
}

for (const line of table.arabic) surnamesToo.add(line.split(' ')[0]!);

/** The group of a given name that is one name in several languages or spellings: `name:michael`
 * for Mikhail. Of surnames only the Arabic, Persian and Turkic spelling families are one. */
export function nameGroup(word: string, surname = false): string | undefined {
  const id = groupId(word);
  if (id !== undefined) return surname && !surnamesToo.has(id) ? undefined : `name:${id}`;
  const father = primary.get(nisba.exec(word)?.[1] ?? '');
  return father !== undefined && surnamesToo.has(father) ? `name:${father}i` : undefined;
}
/** Whether a word is a name of the Arabic, Persian and Turkic families in some spelling. */
export function isArabicName(word: string): boolean {
  const id = groupId(word);
  return id !== undefined && surnamesToo.has(id);
}

function groupId(word: string): string | undefined {
  return primary.get(word) ?? spelledId(word) ?? undefined;
}
/** French writes the j of Arabic dj: Djamel is Jamel. */
const spelledId = remember<string | null>(
  65_536,
  (word) =>
    byKey.get(foldKey(word)) ?? (word.startsWith('dj') ? primary.get(word.slice(1)) : undefined) ?? null,
);

/** The surname made of a father's name: Soleimani and Sulaymani of Sulayman, Hosseini and Husayni of Husayn. */
const nisba = /^([a-z]{4,})(?:i|y|ee)$/;

/**
 * The groups of full names that a word may be short for: `sasha` is `name:aleksandr` or `name:aleksandra`. Empty for
 * words that are no short form.
 */
export function nicknames(word: string): readonly string[] {
  const ids = shortFor.get(word) ?? smallNames(word);
  return ids === undefined ? none : ids.map((id) => `name:${id}`);
}
const none: readonly string[] = [];

/** Spanish short forms by their ending: Jorgito is Jorge, Anita is Ana, Carlitos is Carlos. */
const smallEnd = /^([a-z]{2,}?)(?:c?it)([oa])s?$/;

function smallNames(word: string): readonly string[] | undefined {
  const found = smallEnd.exec(word);
  if (found === null) return undefined;
  const stem = found[1]!.replace(/qu$/, 'c').replace(/gu$/, 'g');
  for (const end of [found[2]!, 'e', '', 'os', 'es']) {
    const id = primary.get(stem + end);
    if (id !== undefined) return [id];
  }
  return undefined;
}

const english = new Set(table.english.split(' '));

/** Whether a given name is the English form of a name that other languages have too: John for Ivan, Juan and Hans. */
export function isEnglishForm(word: string): boolean {
  return english.has(word);
}

const patronymicEnd =
  /^(.{2,}?)(?:[aeiy]*[iyj]*[oeaiu](?:v|w)[iy]?(?:ch|tch|tsch|cz|c|k|ts)|[iy]?[oeaiu](?:v|w|u)n[ay]|[iy](?:ch|tch|tsch|cz)|[iy]ni?[ct]?hna|[iy]chna|[iy]vna)$/;
const fatherEnds = ['', 'y', 'iy', 'ey', 'ay', 'a', 'o', 'ii', 'il'];

/**
 * The group of a patronymic, after the father's name: Hryhorovych and Grigorievich, Uladzimiravich and Vladimirovich
 * are `father:grigory`, `father:vladimir`. Undefined where the father's name is in no group.
 */
export const patronymicGroup: (word: string) => string | undefined = (word) => fatherOf(word) ?? undefined;
const fatherOf = remember<string | null>(8_192, (word) => {
  const stem = patronymicEnd.exec(word)?.[1];
  if (stem === undefined) return null;
  const stems = stem.endsWith('l') ? [stem, `${stem}o`] : [stem];
  for (const one of stems) {
    for (const end of fatherEnds) {
      const id = groupId(one + end);
      if (id !== undefined) return `father:${/a$/.test(word) ? 'f' : 'm'}:${id}`;
    }
  }
  return null;
});
