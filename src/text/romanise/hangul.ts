import table from '../tables/korean.json' with { type: 'json' };

const onsets = table.revised.onsets;
const nuclei = table.revised.nuclei;
const codas = table.revised.codas;
const northOnsets = table.north.onsets;
const northNuclei = table.north.nuclei;
const northCodas = table.north.codas;
const surnames: Readonly<Record<string, readonly string[]>> = table.surnames;

const first = 0xac00;
const last = 0xd7a3;

interface Jamo {
  readonly onset: number;
  readonly nucleus: number;
  readonly coda: number;
}

function jamo(character: string): Jamo | undefined {
  const code = character.charCodeAt(0);
  if (code < first || code > last) return undefined;
  const index = code - first;
  return { onset: Math.floor(index / 588), nucleus: Math.floor(index / 28) % 21, coda: index % 28 };
}

/** One syllable block by the Revised Romanisation of 2000, without the sound changes between syllables, as names are. */
export function revisedSyllable(character: string): string {
  const parts = jamo(character);
  if (parts === undefined) return character;
  return onsets[parts.onset]! + nuclei[parts.nucleus]! + codas[parts.coda]!;
}

/** One syllable block as the North writes names in Latin letters: Jong, Thaek, Phyong, Ri. */
export function northSyllable(character: string): string {
  const parts = jamo(character);
  if (parts === undefined) return character;
  return northOnsets[parts.onset]! + northNuclei[parts.nucleus]! + northCodas[parts.coda]!;
}

/** Usual Latin spellings of a surname in Hangul, the commonest first; empty where it is no surname of the table. */
export function koreanSurname(hangul: string): readonly string[] {
  return surnames[hangul] ?? [];
}

/** Many write an h after the vowel, that English should sound it long: Goh, Bahng, Pahk. */
const shortVowel = /(?<=[^aeiou])([aou])(?=[kmn]?g?$)/;

/** For a Latin spelling the surnames in Hangul that it may be, the commonest first: `chon` is 정, 전 or 천. */
export const surnameSpellings: ReadonlyMap<string, readonly string[]> = bySpelling();

function bySpelling(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [hangul, spellings] of Object.entries(surnames)) {
    for (const spelling of spellings) {
      const known = map.get(spelling);
      if (known === undefined) map.set(spelling, [hangul]);
      else known.push(hangul);
    }
  }
  for (const [spelling, hangul] of [...map]) {
    const lengthened = spelling.replace(shortVowel, '$1h');
    if (!map.has(lengthened)) map.set(lengthened, hangul);
  }
  return map;
}

/**
 * Parts of a Korean personal name in Hangul: surname (two blocks for the few long ones) and given blocks. Undefined
 * where the first block is no surname or there are not two to five blocks.
 */
export function partKoreanName(text: string): { surname: string; given: readonly string[] } | undefined {
  const blocks = [...text.replace(/\s/gu, '')];
  if (blocks.length < 2 || blocks.length > 5 || blocks.some((block) => jamo(block) === undefined))
    return undefined;
  const two = blocks.slice(0, 2).join('');
  if (blocks.length >= 3 && surnames[two] !== undefined) return { surname: two, given: blocks.slice(2) };
  if (surnames[blocks[0]!] === undefined) return undefined;
  return { surname: blocks[0]!, given: blocks.slice(1) };
}

const onsetClasses = table.latin.onsets;
const nucleusClasses: Readonly<Record<string, string>> = table.latin.nuclei;
const codaClasses: Readonly<Record<string, string>> = table.latin.codas;
const spelled = new RegExp(
  `^(${Object.keys(onsetClasses).sort(longer).join('|')}|)(${Object.keys(nucleusClasses).sort(longer).join('|')})(${Object.keys(codaClasses).sort(longer).join('|')}|)$`,
);
function longer(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1);
}

/** Classes are written so that no spelling family joins two of them: `ao` for yo, `z` for ch and j. */
const closedVowels: Readonly<Record<string, string>> = { u: 'o', ua: 'ao' };

/**
 * The class of a Korean syllable in any Latin spelling: `Jeong`, `Jong`, `Chong` are one. Undefined where the letters
 * are no Korean syllable. Aspirated and tense sounds fall together, as the spellings in use do not tell them apart.
 */
export function koreanSyllableClass(word: string): string | undefined {
  if (word.length > 7) return undefined;
  const match = spelled.exec(word);
  if (match === null) return undefined;
  // Sin is written Shin, but San is no Shan.
  if (match[1] === 'sh' && !/^[iey]/.test(match[2]!)) return undefined;
  const onset = (onsetClasses as Readonly<Record<string, string>>)[match[1]!] ?? '';
  const nucleus = nucleusClasses[match[2]!]!;
  // After a vowel ryol and ryul are sounded yol and yul.
  if (onset === 'r' && (nucleus === 'ao' || nucleus === 'ua') && match[3] === 'l')
    return `${closedVowels[nucleus] ?? nucleus}l`;
  // Hui is written Hee as often.
  if (onset === 'h' && nucleus === 'ui') return `hi${codaClasses[match[3]!] ?? ''}`;
  if (match[3] === '') return onset + nucleus;
  // English spellings write the vowel eo with u before a final consonant: Chul, Hyuk, Jung for Chol, Hyok, Jong.
  return onset + (closedVowels[nucleus] ?? nucleus) + codaClasses[match[3]!]!;
}

/** Cuts a joined given name (`jongun`, `yeongho`) in two syllable classes; undefined where it does not fall in two. */
export function koreanSyllables(word: string): readonly string[] | undefined {
  const whole = koreanSyllableClass(word);
  if (whole !== undefined) return [whole];
  for (let cut = word.length - 1; cut >= 1; cut--) {
    const right = word.slice(cut);
    // A consonant between vowels opens the next syllable: ji-min, not jim-in; -ng stays.
    if (/^[aeiouwy]/.test(right) && !/ng$|[aeiou]$/.test(word.slice(0, cut))) continue;
    const a = koreanSyllableClass(word.slice(0, cut));
    const b = koreanSyllableClass(right);
    if (a !== undefined && b !== undefined) return [a, b];
  }
  return undefined;
}
