import { remember } from './bounded-cache.ts';
import { firstDigit, firstUnits, latinUnits, letterUnits, unitCode } from './letter-units.ts';
import families from './tables/spelling-families.json' with { type: 'json' };

const letterOf: string[] = new Array(latinUnits).fill('');
for (let unit = 1; unit <= 26; unit++) letterOf[unit] = String.fromCharCode(0x60 + unit);
for (let digit = 0; digit < 10; digit++) letterOf[firstDigit + digit] = String(digit);
for (const [unit, letter] of Object.entries(families.units)) letterOf[unitCode(unit)] = letter;

const vowels = 'aeiou';
const letterA = 0x61;
const lettersOf = letterOf.map((letters) => Uint16Array.from(letters, (letter) => letter.charCodeAt(0)));
const endings = families.endings.map(([from, to]) => ({
  pattern: new RegExp(`${from}$`),
  to: to!,
  lastLetter: from!.charCodeAt(from!.length - 1),
}));
const soundedYo = /([b-df-hj-np-tv-z])[yj]o(?![ue])/g;
/** The French and Spanish write it io: Vorobiov. */
const soundedIo = /([b-df-hj-np-tv-z])io(?=[vw]a?$)/g;
/** `ee` is i in Kareem, but two vowels in Sergeevich and Alekseev. */
const twoVowels = /ee(?=[vw])/g;
/** The long i of Arabic and Persian, as German and Dutch write it: Majied, Walied. Before v it is the -iev of Slavic names. */
const longI = /ie(?=[b-df-hj-np-tx-z]$)/;
const shortestLongI = 5;
const asciiWord = /^[a-z0-9]+$/;

/**
 * The key under which all spellings of a word in the known families fall together: kh, ch and h; w and v; y, i and j;
 * ou, oo and u; sz and sh; dh and d; gh and g; q, c and k; doubled letters; -eff and -ev; the glide before a vowel.
 * It is for finding candidates: how alike two words are is for `letterDistance`. Words outside a-z stay as they are.
 *
 * @example
 * foldKey('kovaltchouk') === foldKey('kowaltschuk') // true
 */
export const foldKey: (word: string) => string = remember(65_536, computeFoldKey);

/** The same without being remembered: for words that hardly come again, such as those of runs written as one. */
export function computeFoldKey(word: string): string {
  if (!asciiWord.test(word)) return word;
  // Pinyin without ü: Lv is Lü.
  if (word === 'lv' || word === 'nv') return `${word[0]}u`;
  let written = word;
  // The sounded yo of Russian is written e as often: Fyodor, Fedor.
  if (word.includes('yo') || word.includes('jo')) written = written.replace(soundedYo, '$1e');
  if (word.includes('iov') || word.includes('iow')) written = written.replace(soundedIo, '$1e');
  if (word.includes('ee')) written = written.replace(twoVowels, 'e');
  if (word.length >= shortestLongI && word.includes('ie')) written = written.replace(longI, 'i');
  const units = letterUnits(written);
  const letters = units.length * 2 <= room.length ? room : new Uint16Array(units.length * 2);
  let length = 0;
  for (const unit of units) {
    for (const letter of lettersOf[unit]!)
      if (length === 0 || letters[length - 1] !== letter) letters[length++] = letter;
  }
  const last = letters[length - 1]!;
  for (const { pattern, to, lastLetter } of endings) {
    if (last !== lastLetter) continue;
    const key = textOf(letters, length);
    if (!pattern.test(key)) continue;
    const replaced = key.replace(pattern, to);
    for (length = 0; length < replaced.length; length++) letters[length] = replaced.charCodeAt(length);
    break;
  }
  return textOf(letters, withoutGlides(letters, length));
}

/** `i` between a consonant or another vowel and a vowel is a glide that spellings write or leave: Valeryevich, Valerevich. */
function withoutGlides(letters: Uint16Array, length: number): number {
  let kept = 0;
  for (let index = 0; index < length; index++) {
    const letter = letters[index]!;
    if (letter === letterI && index > 0 && index + 1 < length && isVowel(letters[index + 1]!)) continue;
    // The other order, -ei and -ai before a consonant, is a vowel of its own; at the end `-ei` is `-i`.
    if (letter === letterI && index === length - 1 && kept > 2 && letters[kept - 1] === letterE) {
      letters[kept - 1] = letterI;
      continue;
    }
    if (kept === 0 || letters[kept - 1] !== letter) letters[kept++] = letter;
  }
  return kept;
}

const letterE = 0x65;
const letterI = 0x69;

function isVowel(letter: number): boolean {
  return vowels.includes(String.fromCharCode(letter));
}

/** For each small letter those that a key can begin with where the word begins with it, as bits: c for h, k and s. */
const beginnings = Uint32Array.from({ length: 26 }, (_, at) =>
  firstUnits(letterA + at).reduce((bits, unit) => bits | (1 << (lettersOf[unit]![0]! - letterA)), 0),
);

/**
 * Whether the key of a word that begins with one character may begin with another, by their codes: false only where it
 * cannot, for keys of more than two letters.
 */
export function mayBeginKey(written: number, key: number): boolean {
  const at = written - letterA;
  return written === key || (at >= 0 && at < 26 && (beginnings[at]! & (1 << (key - letterA))) !== 0);
}

/** Letters of the word at hand. */
const room = new Uint16Array(128);

function textOf(letters: Uint16Array, length: number): string {
  return String.fromCharCode.apply(null, letters.subarray(0, length) as unknown as number[]);
}

/** The bh, jh and chh of India are told apart from b, j and ch in few spellings. */
const breathed = /(b|j|ch)h/g;
/** The feminine ending is written with an h or without. */
const silentEnd = /([b-df-gi-np-z][ae])h$/;

/** The sound of j, which has a letter of its own in these scripts, and is a vowel nowhere in them. */
const soundOfJ = /dzh|dj|j/;

/**
 * The consonants of a word in their families, for scripts that write no short vowels: `muhammad` and `mhmd` meet.
 * A first vowel is kept as `a`.
 */
export const consonantKey: (word: string) => string = remember(65_536, (word) => {
  const given = word.replace(breathed, '$1').replace(silentEnd, '$1');
  const key = soundOfJ.test(given)
    ? given.split(soundOfJ).map(computeFoldKey).join('j')
    : computeFoldKey(given);
  if (!asciiWord.test(key)) return key;
  const first = vowels.includes(key[0] ?? '') ? 'a' : '';
  // Aw and ow before a consonant are as often o and u: Fawz, Foz.
  const bare = key.replace(/([aeiou])v(?=[^aeiouv]|$)/g, '$1').replace(/[aeiou]/g, '');
  return first + bare.replace(/(.)\1+/g, '$1');
});

/** Spellings that stand for another sound in some countries: French ch, Persian gh, Egyptian and Gulf g, Slavic j. */
const otherConsonants: readonly (readonly [RegExp, string])[] = [
  [/(?<!d)j/g, 'i'],
  [/(?<!d)zh/g, 'j'],
  [/(?<!t)ch/g, 'sh'],
  [/gh/g, 'q'],
  [/g(?!h)/g, 'j'],
  [/g(?!h)/g, 'q'],
  [/dh/g, 'z'],
  [/th/g, 's'],
];
/** What a letter without vowels may be besides: Arabic ذ and ث, Hebrew ב, פ and כ. */
const otherReadConsonants: typeof otherConsonants = [
  [/gh/g, 'q'],
  [/dh/g, 'z'],
  [/th/g, 's'],
  [/kh/g, 'k'],
  [/n(?=b)/g, 'm'],
  [/(?<!t)ch/g, 'sh'],
  [/(?<=.)v/g, 'b'],
  [/f/g, 'p'],
  [/^p/, 'f'],
];
const consonantal = /[cgvwfpj]|[dtkz]h|nb/;

/**
 * All consonant keys under which a word may meet one written without vowels: its own, those of the sounds that its
 * letters have in other countries (`Cheikh` and `Sheikh`, `Ghasemi` and `Qasemi`, `Gamal` and `Jamal`), and each
 * without the w that may be a vowel. `unvowelled` words are read already: only their w is open.
 */
export function consonantKeys(word: string, unvowelled = false): readonly string[] {
  if (!consonantal.test(word)) return [consonantKey(word)];
  return unvowelled ? unvowelledKeys(word) : vowelledKeys(word);
}

const unvowelledKeys = remember<readonly string[]>(4_096, (word) => allKeys(word, otherReadConsonants));
const vowelledKeys = remember<readonly string[]>(32_768, (word) => allKeys(word, otherConsonants));

function allKeys(word: string, others: typeof otherConsonants): readonly string[] {
  if (!asciiWord.test(word)) return [consonantKey(word)];
  const keys = [consonantKey(word)];
  for (const [pattern, to] of others) {
    const other = word.replace(pattern, to);
    if (other !== word) keys.push(consonantKey(other));
  }
  return withoutGlide(keys);
}

function withoutGlide(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.flatMap((key) => [key, key.replace(/(?<=.)v/g, '').replace(/(.)\1+/g, '$1')]))];
}
