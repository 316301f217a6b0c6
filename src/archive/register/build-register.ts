import type { Day } from '../../model/day.ts';
import type { Listing, PartyId } from '../../model/party.ts';
import type { ListVersion, Register } from '../../model/register.ts';
import { assembleLinks } from './assemble-links.ts';
import { assembleListings } from './assemble-listings.ts';
import { assembleParty } from './assemble-party.ts';
import { casebookNames } from './casebook-names.ts';
import { type ChainInput, entryHistories } from './entry-history.ts';
import { type CasebookRegister, casebookKnownOn } from './known-casebook.ts';
import { entryMember, type Member } from './member.ts';
import { mergeParties } from './merge-parties.ts';

export interface RegisterInput {
  /** The lists, each with the versions published by the known day. */
  readonly chains: readonly ChainInput[];
  readonly casebook: CasebookRegister;
  /** Cuts the casebook to what was known; all of it counts where absent. */
  readonly knownCut?: Day | undefined;
  /** The day that the register names as its known day. */
  readonly known: Day;
  /** The versions that stand for each list: the live one and what later extracts add. */
  readonly versions: readonly ListVersion[];
  readonly titles: Readonly<Record<string, string>>;
  /** Pairs of ids that are never brought together, whatever speaks for it. */
  readonly keepApart: readonly (readonly [string, string])[];
  readonly hash: string;
}

/**
 * The register as known on a day: entries over all their versions, brought together where they are one party, with
 * listings and links. Pure, and the same for the same input in any order of entries.
 */
export function buildRegister(input: RegisterInput): Register {
  const casebook = casebookKnownOn(input.casebook, input.knownCut);
  const histories = input.chains.flatMap((chain) => entryHistories(chain));
  const members: Member[] = [
    ...casebook.parties.map((party): Member => ({ kind: 'casebook', id: party.id, party })),
    ...histories.map((history) => entryMember(history)),
  ];
  const merging = mergeParties(members, casebookNames(casebook), input.keepApart);
  const titleOf = (source: string): string => input.titles[source] ?? source;
  const listingsByParty = Map.groupBy(casebook.listings, (listing) => listing.party);
  const partyByMember = new Map<string, PartyId>();
  const redirects: [string, PartyId][] = [];
  const listings: Listing[] = [];
  for (const cluster of merging.clusters) {
    for (const member of cluster.members) {
      partyByMember.set(member.id, cluster.id);
      if (member.id !== cluster.id) redirects.push([member.id, cluster.id]);
      if (member.kind === 'casebook') continue;
      for (const later of member.history.laterIds)
        redirects.push([`${member.history.source}:${later}`, cluster.id]);
    }
    listings.push(...assembleListings(cluster, listingsByParty.get(cluster.id) ?? [], titleOf));
  }
  return {
    known: input.known,
    parties: merging.clusters.map((cluster) => assembleParty(cluster)),
    listings,
    links: assembleLinks(histories, casebook.links, (source, entry) =>
      partyByMember.get(`${source}:${entry}`),
    ),
    versions: input.versions,
    redirects: Object.fromEntries(redirects.sort(([a], [b]) => (a < b ? -1 : 1))),
    merges: merging.merges,
    doubts: merging.doubts,
    hash: input.hash,
  };
}
