import { type Token, tokenFlags } from './token.ts';

/** Shorter words in brackets are the acronyms of too many names. */
const shortestBracketed = 4;

/** `Institute of Engineering (PIEAS)`: one word in brackets that is no place or trade is what people say. */
export function ownNameInBrackets(tokens: readonly Token[]): Token[] | undefined {
  const inside = tokens.filter((one) => (one.flags & tokenFlags.bracketed) !== 0);
  const [name] = inside;
  if (inside.length !== 1 || tokens.length < 3 || name?.class !== 'distinctive') return undefined;
  // Consonants alone are like too many words.
  if (name.native !== undefined) return undefined;
  return name.text.length >= shortestBracketed && /^[a-z]+$/.test(name.text) ? [name] : undefined;
}

/**
 * What stands outside brackets, where what stands inside is a name of its own (a former name, a maiden name, the name
 * again) and not only a place, number or legal form, which tell firms apart: `Hoshine (Shanshan)`.
 * Quotation marks do the same in names of persons: `Hamid 'Abu Ali' Karimi`.
 */
export function outsideBrackets(
  tokens: readonly Token[],
  marks: number = tokenFlags.bracketed,
): Token[] | undefined {
  const inside = tokens.filter((one) => (one.flags & marks) !== 0);
  if (inside.length === 0 || inside.length === tokens.length) return undefined;
  // A number in brackets is what tells units apart: `(APT 38)`.
  if (inside.some((one) => one.class === 'number' || one.class === 'ordinal')) return undefined;
  const outside = tokens.filter((one) => (one.flags & marks) === 0);
  const isName = (one: Token): boolean =>
    one.class === 'distinctive' ||
    one.class === 'given' ||
    one.class === 'surname' ||
    one.class === 'patronymic';
  if (!inside.some(isName)) return undefined;
  // `Petróleos de Venezuela (PDVSA)`: a place and a trade are a name too.
  const isTold =
    outside.some((one) => one.class === 'place') && outside.some((one) => one.class === 'industry');
  return isTold || outside.some((one) => isName(one) && one.text.length > 2) ? outside : undefined;
}
