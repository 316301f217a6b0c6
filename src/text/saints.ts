import { companyWord } from './company-words.ts';
import type { DraftWord } from './draft-word.ts';
import { legalForm } from './legal-form.ts';
import { placeWords } from './place-words.ts';

const saints = new Set('saint sainte sankt sint agios aghios svyatoy svyatogo svyataya sveti'.split(' '));
const shortSaints = new Set(['st', 'ste', 'sv']);
const shortestOfSaint = 4;

/** `St. George`, `Sankt Georg`: before a name, not before a word of trade (`ST Electronics`). */
export function isSaint({ text }: DraftWord, next: DraftWord): boolean {
  if (saints.has(text)) return true;
  return (
    shortSaints.has(text) &&
    next.text.length >= shortestOfSaint &&
    !/\d/.test(next.text) &&
    companyWord(next.text) === undefined &&
    legalForm([next.text]).length === 0
  );
}

const petersburg = placeWords('petersburg');

/** The town is one place however its saint is written, and with an adjective: `Sankt-Peterburgskiy`. */
export function saintPlace(word: DraftWord, next: DraftWord): string | undefined {
  const isTown = saints.has(word.text) || shortSaints.has(word.text);
  return isTown && placeWords(next.text) === petersburg ? petersburg : undefined;
}
