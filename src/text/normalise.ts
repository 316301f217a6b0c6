import { remember } from './bounded-cache.ts';
import type { Reason, ReasonCode } from './reason.ts';
import { type Script, scriptOf } from './script.ts';
import homoglyphTable from './tables/homoglyphs.json' with { type: 'json' };

/** A word ready for comparison: lower case, no marks, no apostrophes; `script` is that of its letters. */
export interface NormalWord {
  readonly text: string;
  readonly script: Script;
  readonly codes: readonly ReasonCode[];
}

/** A text ready for comparison, with what was done to it. */
export interface NormalText {
  readonly text: string;
  readonly reasons: readonly Reason[];
}

/** Letters that Unicode does not take apart, in the form that official lists write. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
  ɛ: 'e',
  ɔ: 'o',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ħ: 'h',
  ŧ: 't',
  ƶ: 'z',
  ĸ: 'k',
  ſ: 's',
  ƒ: 'f',
  ɨ: 'i',
  ʉ: 'u',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ئ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ؤ: 'و',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
};

/** Characters that are not seen: controls, soft hyphen, joiners, direction marks, fillers, variation selectors. */
const invisible =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single invisible characters are meant
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are meant
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;
const apostrophes = /['`´ʻʼʽʾʿˈˊˋ‘’‚‛′‵＇׳״ʹʺ\u02b4\u02c8ـ]/gu;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Marks that only decorate a letter; vowel signs of Indic, Thai and Burmese script carry sound and stay. */
const decoration =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single combining marks are meant
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f\u3099\u309a]/gu;
/** й, ї, ё, ў and the Kazakh letters are letters of their own; Kana keeps its voice marks. */
const keepsItsMark = /[\u0400-\u04ff\u3040-\u30ff]/u;
const separator = /[^\p{L}\p{M}\p{N}]+/gu;
const ascii = /^[\0-\x7f]*$/;
const plainWord = /^[a-z0-9]+$/;

/** Letters written apart in Cyrillic that fold to one for comparison inside the script. */
function stripMarks(text: string): string {
  if (!keepsItsMark.test(text)) return text.normalize('NFKD').replace(decoration, '').normalize('NFC');
  let out = '';
  for (const character of text.normalize('NFC')) {
    out += keepsItsMark.test(character)
      ? character
      : character.normalize('NFKD').replace(decoration, '').normalize('NFC');
  }
  // Without its marks a letter may join the one before it.
  return out.normalize('NFC');
}

/**
 * Brings one word to its form for comparison. What is left of a word without letters or digits is the empty text.
 * Results are remembered.
 */
export const normaliseWord: (raw: string) => NormalWord = remember(65_536, computeWord);

function computeWord(raw: string): NormalWord {
  if (ascii.test(raw)) return asciiWord(raw);
  const codes: ReasonCode[] = [];
  let text = raw.replace(loneSurrogate, '').replace(invisible, '');
  if (text !== raw) codes.push('invisible characters removed');
  const compatible = text.normalize('NFKC').replace(invisible, '');
  if (compatible !== text.normalize('NFC')) codes.push('compatibility forms');
  text = lower(compatible);
  const bare = text.replace(apostrophes, '');
  if (bare !== text) codes.push('apostrophes removed');
  text = bare;
  const plain = plainLetters(text);
  if (plain !== text) codes.push('diacritics');
  // A compatibility form may be several words (㈱, ﷺ); each is repaired for itself.
  text = plain.replace(separator, ' ').trim();
  const repaired = text.split(' ').map(repairLookAlikes).join(' ');
  if (repaired !== text) codes.push('look-alike letters');
  text = repaired;
  return { text, script: wordScript(text), codes };
}

function asciiWord(raw: string): NormalWord {
  const folded = raw.toLowerCase();
  if (plainWord.test(folded)) return { text: folded, script: wordScript(folded), codes: [] };
  const seen = folded.replace(invisible, '');
  const codes: ReasonCode[] = seen === folded ? [] : ['invisible characters removed'];
  const bare = seen.replace(apostrophes, '');
  if (bare !== seen) codes.push('apostrophes removed');
  const text = bare.replace(separator, ' ').trim();
  return { text, script: wordScript(text), codes };
}

/** Lower case without the final-sigma and dotted-I exceptions, which depend on the neighbours. */
function lower(text: string): string {
  return text
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/i\u0307/g, 'i');
}

function plainLetters(text: string): string {
  const stripped = stripMarks(text);
  let out = '';
  for (const character of stripped) out += letters[character] ?? character;
  return out;
}

function wordScript(text: string): Script {
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index)!;
    const script = scriptOf(codePoint);
    if (script !== 'Zyyy') return script;
    index += codePoint > 0xffff ? 2 : 1;
  }
  return 'Zyyy';
}

const lookAlikes = new Map<string, string>();
const backLookAlikes = new Map<string, Map<string, string>>();
for (const script of ['Cyrl', 'Grek', 'Armn'] as const) {
  const back = new Map<string, string>();
  for (const [foreign, latin] of Object.entries(homoglyphTable[script])) {
    lookAlikes.set(foreign, latin);
    if (!back.has(latin)) back.set(latin, foreign);
  }
  backLookAlikes.set(script, back);
}

/**
 * Repairs a word that mixes Latin with Cyrillic, Greek or Armenian letters, as copied text and evasion do: to the
 * script that every letter of the other looks like one of; where both would do, to the one with more letters.
 */
function repairLookAlikes(word: string): string {
  let latin = 0;
  let foreign = 0;
  let script: Script | undefined;
  let toLatin = true;
  let isMixed = false;
  for (const character of word) {
    const own = scriptOf(character.codePointAt(0)!);
    if (own === 'Latn') latin++;
    else if (own === 'Cyrl' || own === 'Grek' || own === 'Armn') {
      if (script !== undefined && own !== script) isMixed = true;
      script = own;
      foreign++;
      toLatin &&= lookAlikes.has(character);
    }
  }
  if (latin === 0 || foreign === 0 || script === undefined) return word;
  // Of three scripts only Latin can be meant.
  if (isMixed) return toLatin ? replaceEach(word, lookAlikes) : word;
  const back = backLookAlikes.get(script)!;
  let toForeign = true;
  for (const character of word) {
    if (scriptOf(character.codePointAt(0)!) === 'Latn') toForeign &&= back.has(character);
  }
  // Where both ways are open the more letters win: Вiктар with a Latin i is Cyrillic, Тianjin is Latin.
  if (toLatin && (!toForeign || latin >= foreign)) return replaceEach(word, lookAlikes);
  return toForeign ? replaceEach(word, back) : word;
}

function replaceEach(word: string, table: ReadonlyMap<string, string>): string {
  let out = '';
  for (const character of word) out += table.get(character) ?? character;
  return out;
}

/** A word all of whose letters look Latin, read as Latin; undefined where one does not. */
export function asLatinLookAlike(word: string): string | undefined {
  for (const character of word) {
    if (scriptOf(character.codePointAt(0)!) !== 'Zyyy' && !lookAlikes.has(character)) return undefined;
  }
  return replaceEach(word, lookAlikes);
}

/**
 * Brings a text to its form for comparison: compatibility forms, invisible characters, look-alike letters in mixed
 * words, case, diacritics; words are parted by one space, apostrophes vanish, other punctuation parts words.
 * Doing it twice changes nothing.
 *
 * @example
 * normalise('Nicolás  MADURO-Moros').text // 'nicolas maduro moros'
 */
export function normalise(text: string): NormalText {
  const reasons: Reason[] = [];
  const words: string[] = [];
  for (const raw of text.split(/\s+/u)) {
    if (raw === '') continue;
    const word = normaliseWord(raw);
    if (word.text !== '') words.push(word.text);
    for (const code of word.codes) reasons.push({ code, detail: `${raw} → ${word.text}` });
  }
  return { text: words.join(' '), reasons };
}
