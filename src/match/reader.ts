import { analyseName, type Token, tokenFlags } from '../text/index.ts';
import {
  type Form,
  type FormWord,
  flagNative,
  flagReading,
  flagSkeleton,
  flagSyllables,
  type NameReader,
} from './form.ts';
import { roleCode } from './role.ts';

/** Parts of one text that are names of their own: `A; B`, `A (a.k.a. B)`. */
const separateNames = /\s*;\s*|\s*\(?\b(?:a\.?k\.?a\.?|f\.?k\.?a\.?|alias|n[ée]e)[\s:]+/iu;

/** Longest text that is read as a name; longer ones are read as free text, piece by piece. */
export const longestNameText = 400;

/**
 * Reads a name by the tables of the text room: the name as written, its other readings, and each of several names
 * in one text. The same for queries and for listed names, so that both meet in the same words.
 */
export const readName: NameReader = (text, kind, side) => {
  const forms: Form[] = [];
  const seen = new Set<string>();
  const add = (tokens: readonly Token[], reading: string | undefined): void => {
    const words = tokens.flatMap((token) => formWord(token, text, reading !== undefined));
    if (words.length === 0) return;
    const key = words.map((word) => `${word.text}/${word.role}/${word.flags}`).join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    forms.push(reading === undefined ? { words } : { words, reading });
  };
  const read = (part: string): void => {
    const analysis = analyseName(part, kind, side);
    add(analysis.tokens, undefined);
    for (const [at, reading] of analysis.readings.entries())
      add(reading, analysis.readingKinds[at] ?? 'reading');
  };
  const shortened = text.length > longestNameText ? text.slice(0, longestNameText) : text;
  read(shortened);
  const parts = shortened.split(separateNames).map((part) => part.replace(/^[\s),]+|[\s(,]+$/gu, ''));
  if (parts.length > 1 && parts.length <= 12) {
    for (const part of parts) if (part.length > 2) read(part);
  }
  return forms;
};

const nativeLetters = /[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{Z}]/u;

function formWord(token: Token, text: string, isReading: boolean): FormWord[] {
  if (token.text === '') return [];
  let flags = isReading ? flagReading : 0;
  if (token.flags & tokenFlags.skeleton) flags |= flagSkeleton;
  if (token.flags & tokenFlags.syllable) flags |= flagSyllables;
  if (nativeLetters.test(token.text)) flags |= flagNative;
  return [
    {
      text: token.text,
      fold: token.fold,
      role: roleCode(token.class),
      flags,
      group: token.group ?? '',
      written: text.slice(token.start, token.end),
    },
  ];
}
