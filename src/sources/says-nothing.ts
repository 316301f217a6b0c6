import words from './tables/words-for-nothing.json' with { type: 'json' };

const inAnyCase = new Set(words.inAnyCase);
const asWritten = new Set(words.asWritten);

/** Whether a text is what programs and clerks write for nothing, or has neither letter nor digit. */
export function saysNothing(text: string): boolean {
  return (
    inAnyCase.has(text.toLowerCase().replace(/\.$/, '')) || asWritten.has(text) || !/[\p{L}\p{N}]/u.test(text)
  );
}

/** The same for a field that holds no name, where `NA` is no abbreviation of one. */
export function isNothing(text: string): boolean {
  const clean = text.trim();
  return /^na\.?$/i.test(clean) || saysNothing(clean);
}
