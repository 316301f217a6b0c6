import { dayFromNumber } from '../model/day.ts';
import type { LinkKind, PartyId } from '../model/party.ts';
import { shareText } from '../model/share.ts';
import {
  economicBasis,
  kindBits,
  narrowedByStatement,
  type OwnershipGraph,
  statesActsFor,
  statesAffiliate,
  statesControl,
  statesShare,
  statesSubsidiary,
  votingBasis,
} from './graph.ts';
import { openFrom, openUntil } from './graph-builder.ts';
import { shareAt } from './share-table.ts';
import type { ProofLink } from './verdict.ts';

/** The id of a party of the graph. */
export function partyAt(graph: OwnershipGraph, party: number): PartyId {
  return graph.parties.text(party) as PartyId;
}

/** The link as evidence. */
export function proofLink(graph: OwnershipGraph, link: number): ProofLink {
  const given = graph.links?.[graph.row[link]!];
  const flags = graph.flags[link]!;
  const from = graph.from?.[link] ?? openFrom;
  const until = graph.until?.[link] ?? openUntil;
  const swapped = (flags & kindBits) === statesActsFor;
  const [owner, owned] = [partyAt(graph, graph.owner[link]!), partyAt(graph, graph.owned[link]!)];
  const dispute = graph.disputeOf.get(link);
  return {
    owner: swapped ? owned : owner,
    owned: swapped ? owner : owned,
    kind: given?.kind ?? kindWords[flags & kindBits]!,
    share: (flags & kindBits) === statesShare ? statedText(graph, link) : '',
    ...(flags & votingBasis ? { basis: 'voting' as const } : {}),
    ...(flags & economicBasis ? { basis: 'economic' as const } : {}),
    ...(from === openFrom ? {} : { from: dayFromNumber(from) }),
    ...(until === openUntil ? {} : { until: dayFromNumber(until) }),
    source: given ? given.provenance.source : `line ${graph.row[link]}`,
    ...(given ? { verified: given.provenance.verified } : {}),
    ...(dispute === undefined ? {} : { disputed: graph.disputes[dispute]!.tag }),
    link,
  };
}

/** As the source has it; where that was narrowed, what it was narrowed to. */
function statedText(graph: OwnershipGraph, link: number): string {
  const given = graph.links?.[graph.row[link]!];
  const text = shareText(shareAt(graph.shares, graph.share[link]!));
  if (!given || (graph.flags[link]! & narrowedByStatement) === 0) return text;
  return `${shareText(given.share ?? null)}, read as more than 50 % since it is called a subsidiary`;
}

const kindWords: Readonly<Record<number, LinkKind>> = {
  [statesShare]: 'ownership',
  [statesSubsidiary]: 'subsidiary',
  [statesAffiliate]: 'affiliate',
  [statesControl]: 'control',
  [statesActsFor]: 'acts for',
};
