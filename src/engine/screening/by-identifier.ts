import type { MatchQuery } from '../../match/index.ts';
import type { IdentifierKind, RegisterView } from '../../model/index.ts';
import { identifiersLike, plainIdentifier } from '../identifier-index.ts';

/** What a list numbers its entries by, and how one reaches somebody, do not say who somebody is. */
const sayNothing: ReadonlySet<IdentifierKind> = new Set(['phone', 'email', 'website', 'source id', 'other']);

/**
 * The query with what its names are where one is no name: a wallet, an IMO number or an ISIN of somebody in the register
 * that stands where a name is asked for. As a name it would meet nobody, and its party would come out as not found.
 */
export function withIdentifiersNamed(query: MatchQuery, register: RegisterView): MatchQuery {
  const named = query.names
    .filter(isLikeIdentifier)
    .flatMap((text) => identifiersLike(register, text.replace(kindBefore, '')))
    .filter(({ kind }) => !sayNothing.has(kind))
    .map(({ kind, value }) => ({ kind, value }));
  return named.length === 0 ? query : { ...query, identifiers: [...(query.identifiers ?? []), ...named] };
}

const kindBefore =
  /^\s*(?:IMO|MMSI|LEI|ISIN|BIC|SWIFT|USCC|UEI|DUNS|CAGE|passport)(?:\s*(?:number|no\.?))?\s*:?\s+/i;

const bic = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
/** One word so long that it is no name: wallets may have a single digit. */
const longCode = /^(?=.*\d)[A-Za-z0-9]{20,}$/;

/** A BIC in capitals, a long code, or words that all have digits, three or more together. */
function isLikeIdentifier(text: string): boolean {
  const bare = text.replace(kindBefore, '').trim();
  if (bic.test(bare) || longCode.test(bare)) return true;
  const hasDigits = bare.split(/\s+/).every((word) => /\d/.test(word)) && /\d.*\d.*\d/.test(bare);
  return hasDigits && plainIdentifier(bare).length >= 6;
}
