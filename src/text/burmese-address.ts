import table from './tables/burmese.json' with { type: 'json' };
import type { Token } from './token.ts';

const address = new Set(table.address.split(' '));
const names = new Set(table.names.split(' '));

/**
 * A Burmese name without the word of address before it: `U Than Oo` as Than Oo. Undefined where another word than those of
 * Burmese names is in it, or one alone would be left.
 */
export function withoutBurmeseAddress(tokens: readonly Token[]): Token[] | undefined {
  const [first, second, ...rest] = tokens;
  if (first === undefined || !address.has(first.text) || rest.length === 0) return undefined;
  // `Ko Ko Hlaing`: said twice it is the name.
  if (second!.text === first.text) return undefined;
  if (!tokens.every((one, index) => index === 0 || names.has(one.text))) return undefined;
  const last = tokens.length - 1;
  return tokens
    .slice(1)
    .map((one, index) => ({ ...one, class: index + 1 === last ? ('surname' as const) : ('given' as const) }));
}
