import type { Day } from './day.ts';
import type { Link, Listing, Name, Party, PartyId } from './party.ts';

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
  /** Format id of the source that it was read by. */
  readonly format?: string;
  /** `extract`: known to hold only a part of the list, so that what it lacks was not necessarily taken off. */
  readonly completeness?: 'whole' | 'extract';
  /** Files of the set that this version came without, and the earlier version whose file is read in their place. */
  readonly standIns?: readonly { readonly name: string; readonly sha256: string; readonly published: Day }[];
}

/** A list entry that was brought together with a party, and why. Undone by keeping the two apart in the settings. */
export interface Merge {
  readonly party: PartyId;
  /** Id the entry would have had alone. */
  readonly member: PartyId;
  readonly evidence: 'casebook identifier' | 'casebook name' | 'identifier' | 'same publisher id';
  readonly reason: string;
}

/** Evidence that two are one party which was not followed, because something else speaks against it. */
export interface MergeDoubt {
  readonly a: PartyId;
  readonly b: PartyId;
  readonly evidence: string;
  readonly against: string;
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
  readonly merges?: readonly Merge[];
  readonly doubts?: readonly MergeDoubt[];
  /** sha256 over versions and casebook: the same hash gives the same answers. */
  readonly hash: string;
}

/** A register as asked: the plain one in memory, or one opened from a file of which only what is asked for is read. */
export interface RegisterView {
  readonly known: Day;
  readonly hash: string;
  readonly versions: readonly ListVersion[];
  /** Number of parties. */
  readonly size: number;
  /** The id that `id` stands for now: itself, or what it became; undefined where no party has or had it. */
  resolve(id: string): PartyId | undefined;
  /** The party with this id, or the one it became. */
  party(id: string): Party | undefined;
  listingsOf(id: string): readonly Listing[];
  /** Links with the party at either end. */
  linksOf(id: string): readonly Link[];
  /** Why its entries were brought together; empty for a party of one entry. */
  mergesOf(id: string): readonly Merge[];
  parties(): Iterable<Party>;
  /** Every name of every party, in the order of `parties()`. */
  names(): Iterable<readonly [PartyId, Name]>;
  listings(): Iterable<Listing>;
  links(): Iterable<Link>;
  readonly redirects: Readonly<Record<string, PartyId>>;
  readonly doubts: readonly MergeDoubt[];
}

/** A plain register as a view. */
export function viewOf(register: Register): RegisterView {
  const parties = new Map<string, Party>(register.parties.map((party) => [party.id, party]));
  const listings = grouped(register.listings, (listing) => [listing.party]);
  const links = grouped(register.links, (link) => [link.owner, link.owned]);
  const merges = grouped(register.merges ?? [], (merge) => [merge.party]);
  const redirects = new Map(Object.entries(register.redirects));
  const resolve = (id: string): PartyId | undefined => parties.get(id)?.id ?? redirects.get(id);
  return {
    known: register.known,
    hash: register.hash,
    versions: register.versions,
    size: register.parties.length,
    resolve,
    party: (id) => parties.get(resolve(id) ?? id),
    listingsOf: (id) => listings.get(resolve(id) ?? id) ?? [],
    linksOf: (id) => links.get(resolve(id) ?? id) ?? [],
    mergesOf: (id) => merges.get(resolve(id) ?? id) ?? [],
    parties: () => register.parties,
    *names() {
      for (const party of register.parties) for (const name of party.names) yield [party.id, name] as const;
    },
    listings: () => register.listings,
    links: () => register.links,
    redirects: register.redirects,
    doubts: register.doubts ?? [],
  };
}

function grouped<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
