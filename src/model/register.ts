import type { Day } from './day.ts';
import type { Link, Listing, Party, PartyId } from './party.ts';

/** One published state of a list, as held in the archive. */
export interface ListVersion {
  readonly source: string;
  readonly sha256: string;
  /** The day it was published: from inside the file where that says so. */
  readonly published: Day;
  readonly publishedEvidence: 'file' | 'http header' | 'folder name' | 'fetch day' | 'given';
  readonly fetchedAt: string;
  readonly url?: string;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly entries: number;
  readonly issues: number;
}

/**
 * Everything known on a `known` day: the parties of all lists and the casebook brought together, their listings and
 * links. Plain data; `on` is applied by whoever asks.
 */
export interface Register {
  readonly known: Day;
  readonly parties: readonly Party[];
  readonly listings: readonly Listing[];
  readonly links: readonly Link[];
  readonly versions: readonly ListVersion[];
  /** Ids that vanished by a merge or a list update, and what they became. */
  readonly redirects: Readonly<Record<string, PartyId>>;
  /** sha256 over versions and casebook: the same hash gives the same answers. */
  readonly hash: string;
}
