import type { Issue } from '../model/fault.ts';
import type { Link } from '../model/party.ts';
import type { PartyTable } from './party-table.ts';
import type { ShareTable } from './share-table.ts';

/** The low bits of a link's flags: what the link states. */
export const statesShare = 0;
export const statesSubsidiary = 1;
export const statesAffiliate = 2;
export const statesControl = 3;
/** Turned round in the graph: from the person acted for to the one who acts. */
export const statesActsFor = 4;
export const kindBits = 7;
/** On what basis the share is stated; neither bit set means unstated. */
export const votingBasis = 8;
export const economicBasis = 16;
/** A share of votes where no share of ownership is stated for the same pair. */
export const votesOnly = 32;
/** One of several statements of the same fact; see `disputes`. */
export const disputed = 64;
/**
 * On a subsidiary statement: a share is stated for the same pair and time, which counts instead. On a share: an open one
 * was narrowed to more than half, because a statement calls the party a subsidiary.
 */
export const shareStatedBeside = 128;
export const narrowedByStatement = 128;

/** The links that state one fact differently, all about the same owned party. */
export interface Dispute {
  readonly tag: string;
  readonly links: readonly number[];
  /** Some statement of the fact is about another party: then none of these may be true. */
  readonly elsewhere: boolean;
}

/**
 * Who owns what, as typed arrays: links sorted by the owned party (so that all owners of a party stand together), and
 * beside them the links by owner. Parties and links are dense numbers. 21 bytes a link, 8 more where links have periods.
 */
export interface OwnershipGraph {
  readonly parties: PartyTable;
  readonly partyCount: number;
  readonly linkCount: number;
  /** Links of the owned party n are `inStart[n]` to before `inStart[n + 1]`. */
  readonly inStart: Uint32Array;
  readonly owner: Uint32Array;
  readonly owned: Uint32Array;
  /** Number of the share in `shares`. */
  readonly share: Uint32Array;
  readonly flags: Uint8Array;
  /** Links of the owner n are `outLink[outStart[n]]` to before `outLink[outStart[n + 1]]`. */
  readonly outStart: Uint32Array;
  readonly outLink: Uint32Array;
  /** Days since 1970-01-01, both included; absent where no link has a period. */
  readonly from?: Int32Array;
  readonly until?: Int32Array;
  /** Number of the link in the input: index in `links`, or line of the file. */
  readonly row: Uint32Array;
  readonly shares: ShareTable;
  readonly disputes: readonly Dispute[];
  /** Index in `disputes` by link. */
  readonly disputeOf: ReadonlyMap<number, number>;
  /** The links as given, where the graph was built from links. */
  readonly links?: readonly Link[];
  /** Links of other kinds (officer, family, ...): shown, never counted. */
  readonly beside: readonly Link[];
  /** What was found wrong with the input. */
  readonly issues: readonly Issue[];
}
