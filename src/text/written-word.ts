import { normaliseWord } from './normalise.ts';
import type { ReasonCode } from './reason.ts';
import { type Script, scriptSpans } from './script.ts';
import { tokenFlags } from './token.ts';

/** A word as it stands in a text: its normal form, its place and what was written around it. */
export interface WrittenWord {
  readonly raw: string;
  readonly text: string;
  readonly script: Script;
  readonly start: number;
  readonly end: number;
  readonly flags: number;
  /** Letter case as written, which tells surnames on lists that write them in capitals. */
  readonly capitals: boolean;
  /** `A.` or a single letter. */
  readonly dotted: boolean;
  readonly codes: readonly ReasonCode[];
}

/** Names are not longer than this; the rest of a longer text is read by the free-text search, not here. */
export const longestName = 2_000;
const mostWords = 96;

const unspaced = /[\u0e00-\u0e7f\u1000-\u109f\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u;
/** Circled and squared letters are letters that look otherwise. */
const inWord = /[\p{L}\p{M}\p{N}\u24b6-\u24e9\u{1f130}-\u{1f149}]/u;
/** Signs inside a word that do not part it: apostrophes of all kinds and invisible characters. */
const silent =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single invisible characters are meant
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are meant
  /['`´ʻʼʽʾʿˈˊˋ‘’‚‛′‵＇׳״ʹʺـ\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]/u;
const hyphen = /[-‐‑‒–—―−﹣－־]/u;
const opening = '([{（［｛【〔〈《«“„「『';
const closing = ')]}）］｝】〕〉》»”」』';
const round = '([{（［｛【〔';
const roundEnd = ')]}）］｝】〕';

const wordCharacter = 1;
const silentCharacter = 2;
const otherCharacter = 3;
/** Kind of each character of the first 384 code points, so that Latin names need no pattern test. */
const kinds = new Uint8Array(384);
for (let code = 0; code < kinds.length; code++) {
  const character = String.fromCharCode(code);
  kinds[code] = inWord.test(character)
    ? wordCharacter
    : silent.test(character)
      ? silentCharacter
      : otherCharacter;
}
function kindOf(code: number, character: string): number {
  if (code < kinds.length) return kinds[code]!;
  if (inWord.test(character)) return wordCharacter;
  if (silent.test(character) || (code >= 0xe0000 && code <= 0xe0fff)) return silentCharacter;
  return otherCharacter;
}

/**
 * Cuts a text into written words. Everything that is no letter, mark or digit parts words, except apostrophes and
 * invisible characters inside a word. Never fails; a text without letters or digits gives none.
 */
export function writtenWords(text: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  const end = Math.min(text.length, longestName);
  let start = -1;
  let depth = 0;
  let quoted = false;
  let flags = 0;
  let parted = true;
  for (let index = 0; index <= end; ) {
    const code = index < end ? text.codePointAt(index)! : 0x20;
    const size = code > 0xffff ? 2 : 1;
    const character = code < 0x80 ? '' : String.fromCodePoint(code);
    const kind = kindOf(code, character);
    if (kind === wordCharacter) {
      if (start < 0) start = index;
    } else if (kind === silentCharacter && (start >= 0 || index < end)) {
      // Inside a word it is silent; before one it is skipped.
      if (start < 0 && code === 0x27 && opensQuote(text, index)) quoted = true;
    } else {
      if (start >= 0) {
        addWord(
          words,
          text,
          start,
          index,
          flags | (depth > 0 ? tokenFlags.bracketed : 0) | (quoted ? tokenFlags.quoted : 0),
        );
        if (words.length >= mostWords) return words;
        start = -1;
        flags = 0;
        parted = false;
      }
      const sign = character || text[index] || ' ';
      if (hyphen.test(sign)) {
        if (!parted && inWordAt(text, index - 1) && inWordAt(text, index + size))
          flags |= tokenFlags.hyphenBefore;
      } else if (sign === ',' || sign === '،' || sign === '、' || sign === '，')
        flags |= tokenFlags.commaBefore;
      else if (sign === '"') quoted = !quoted;
      else if (round.includes(sign)) depth++;
      else if (roundEnd.includes(sign)) depth = Math.max(0, depth - 1);
      else if (opening.includes(sign)) quoted = true;
      else if (closing.includes(sign)) quoted = false;
    }
    index += size;
  }
  return words;
}

/** A straight apostrophe before a word opens a quotation only where a later one closes it: `JSC 'Sokol Asset'`. */
function opensQuote(text: string, index: number): boolean {
  const close = text.indexOf("'", index + 2);
  return close > 0 && !inWordAt(text, close + 1);
}

function inWordAt(text: string, index: number): boolean {
  const code = text.codePointAt(index);
  if (code === undefined) return false;
  return code < kinds.length ? kinds[code] === wordCharacter : inWord.test(String.fromCodePoint(code));
}

function addWord(words: WrittenWord[], text: string, start: number, end: number, flags: number): void {
  const raw = text.slice(start, end);
  // Scripts that are written without spaces stand directly beside Latin ones: `DJI大疆创新`.
  if (unspaced.test(raw)) {
    const spans = scriptSpans(raw);
    if (spans.length > 1) {
      for (const span of spans) addWord(words, text, start + span.start, start + span.end, flags);
      return;
    }
  }
  const normal = normaliseWord(raw);
  if (normal.text === '') return;
  const word: WrittenWord = {
    raw,
    text: normal.text,
    script: normal.script,
    start,
    end,
    flags,
    capitals: raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
    dotted: text[end] === '.',
    codes: normal.codes,
  };
  if (!normal.text.includes(' ')) {
    words.push(word);
    return;
  }
  // Compatibility forms such as ㈱ are several words in one character.
  for (const part of normal.text.split(' ')) words.push({ ...word, text: part });
}
