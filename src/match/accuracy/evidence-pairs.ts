import { compareFacts, type EvidencePiece } from '../evidence.ts';
import type { ListedParty } from '../listed-party.ts';
import type { NameMatcher } from '../matcher.ts';
import { alignmentPieces } from '../pieces.ts';

/** What the facts of two entries come to, and whether both are one party. */
export interface EvidencePair {
  readonly pieces: readonly EvidencePiece[];
  readonly isOne: boolean;
}

/** Names of this similarity and rarity, three words that one party in thousands has, are the same by no accident. */
const sameName = 0.98;
const sameRarity = 2;
/** Two entries of one list are two parties; alike names are what makes their facts worth comparing. */
const alike = 0.72;
const mostHits = 20;

/**
 * Pairs of entries that lists themselves label: those of two lists under the same rare name are one party, those of one
 * list with names alike are two, since a list has nobody twice. Only pairs of which both sides state some fact.
 */
export function* evidencePairs(
  matcher: NameMatcher,
  parties: readonly ListedParty[],
  listOf: (party: ListedParty) => string | undefined,
): Generator<EvidencePair> {
  const byId = new Map(parties.map((party) => [party.id, party]));
  for (const party of parties) {
    const list = listOf(party);
    if (list === undefined) continue;
    for (const hit of matcher.hits(party.names[0]!.text, party.kind, alike).slice(0, mostHits)) {
      const other = byId.get(hit.partyId);
      if (other === undefined || other.id <= party.id) continue;
      const otherList = listOf(other);
      if (otherList === undefined) continue;
      const isOne = otherList !== list;
      if (isOne) {
        const { rarity } = alignmentPieces(matcher.scorer, hit.query, hit.form, matcher.readName);
        if (hit.score < sameName || rarity < sameRarity) continue;
      }
      const pieces = compareFacts(party, other);
      if (pieces.length > 0) yield { pieces, isOne };
    }
  }
}
