import type { FormWord } from './form.ts';
import words from './tables/free-text-words.json' with { type: 'json' };

const cues = new Set(words.cues.split(' '));
/** A text of this many words is read as running text even without a sign of a payment. */
const longText = 9;
/** Words of running text are compared in windows of this many, each half over the next. */
const windowWords = 24;

/** The tag of a field of SWIFT MT messages, with or without the account after it: `:50K:/DE89370400440532013000 `. */
const fieldTag = /(?:^|\s):\d{2}[A-Z]?:/i;

/** Whether names may stand inside this text rather than be the whole of it. */
export function isFreeText(text: string, words: readonly FormWord[]): boolean {
  if (words.length < 4) return false;
  if (words.length >= longText) return true;
  return (
    fieldTag.test(text) ||
    /\d\s*\//.test(text) ||
    /^\s*(?:\/|c\/o\b|attn\b)/i.test(text) ||
    words.some((word) => cues.has(word.text))
  );
}

/** Overlapping windows, so that any name of up to twelve words lies whole in one of them. */
export function textWindows(words: readonly FormWord[]): (readonly FormWord[])[] {
  if (words.length <= windowWords) return [words];
  const windows: (readonly FormWord[])[] = [];
  for (let from = 0; from < words.length; from += windowWords / 2) {
    windows.push(words.slice(from, from + windowWords));
    if (from + windowWords >= words.length) break;
  }
  return windows;
}
