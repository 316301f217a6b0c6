import { remember } from './bounded-cache.ts';
import { firstDigit, latinUnits, letterUnits, unitCode } from './letter-units.ts';
import families from './tables/spelling-families.json' with { type: 'json' };

const letterOf: string[] = new Array(latinUnits).fill('');
for (let unit = 1; unit <= 26; unit++) letterOf[unit] = String.fromCharCode(0x60 + unit);
for (let digit = 0; digit < 10; digit++) letterOf[firstDigit + digit] = String(digit);
for (const [unit, letter] of Object.entries(families.units)) letterOf[unitCode(unit)] = letter;

const vowels = 'aeiou';
const endings = families.endings.map(([from, to]) => [new RegExp(`${from}$`), to!] as const);
const soundedYo = /([b-df-hj-np-tv-z])[yj]o(?!u)/g;
/** `ee` is i in Kareem, but two vowels in Sergeevich and Alekseev. */
const twoVowels = /ee(?=[vw])/g;
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

function computeFoldKey(word: string): string {
  if (!asciiWord.test(word)) return word;
  // The sounded yo of Russian is written e as often: Fyodor, Fedor.
  const units = letterUnits(word.replace(soundedYo, '$1e').replace(twoVowels, 'e'));
  let key = '';
  for (const unit of units) {
    const letter = letterOf[unit]!;
    for (const one of letter) if (!key.endsWith(one)) key += one;
  }
  for (const [pattern, to] of endings) {
    if (pattern.test(key)) {
      key = key.replace(pattern, to);
      break;
    }
  }
  return dropGlides(key);
}

/** `i` between a consonant or another vowel and a vowel is a glide that spellings write or leave: Valeryevich, Valerevich. */
function dropGlides(key: string): string {
  let out = '';
  for (let index = 0; index < key.length; index++) {
    const letter = key[index]!;
    const next = key[index + 1];
    if (letter === 'i' && index > 0 && next !== undefined && vowels.includes(next)) continue;
    // The other order, -ei and -ai before a consonant, is a vowel of its own; at the end `-ei` is `-i`.
    if (letter === 'i' && index === key.length - 1 && out.length > 2 && out.endsWith('e')) {
      out = `${out.slice(0, -1)}i`;
      continue;
    }
    if (!out.endsWith(letter)) out += letter;
  }
  return out;
}

/**
 * The consonants of a word in their families, for scripts that write no short vowels: `muhammad` and `mhmd` meet.
 * A first vowel is kept as `a`.
 */
export const consonantKey: (word: string) => string = remember(65_536, (word) => {
  const key = computeFoldKey(word);
  if (!asciiWord.test(key)) return key;
  const first = vowels.includes(key[0] ?? '') ? 'a' : '';
  // Aw and ow before a consonant are as often o and u: Fawz, Foz.
  const bare = key.replace(/([aeiou])v(?=[^aeiouv]|$)/g, '$1').replace(/[aeiou]/g, '');
  return first + bare.replace(/(.)\1+/g, '$1');
});
