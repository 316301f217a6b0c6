import type { Issue } from '../model/fault.ts';
import type { Link } from '../model/party.ts';
import { type Dispute, disputed, type OwnershipGraph } from './graph.ts';
import { PartyTable } from './party-table.ts';
import { ShareCollector } from './share-table.ts';

export const openFrom = -2_147_483_648;
export const openUntil = 2_147_483_647;

/** Collects links in growing columns and sorts them into a graph. */
export class GraphBuilder {
  readonly parties: PartyTable;
  readonly shares = new ShareCollector();
  #owner: Uint32Array;
  #owned: Uint32Array;
  #share: Uint32Array;
  #flags: Uint8Array;
  #row: Uint32Array;
  #from: Int32Array | undefined;
  #until: Int32Array | undefined;
  #count = 0;
  #tags = new Map<string, number[]>();

  constructor(expectedLinks = 16) {
    const size = Math.max(16, expectedLinks);
    this.parties = new PartyTable(Math.ceil(size / 2));
    this.#owner = new Uint32Array(size);
    this.#owned = new Uint32Array(size);
    this.#share = new Uint32Array(size);
    this.#flags = new Uint8Array(size);
    this.#row = new Uint32Array(size);
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a link between parties of `parties`, with a share of `shares`. */
  add(owner: number, owned: number, share: number, flags: number, row: number): number {
    const index = this.#count;
    if (index === this.#owner.length) this.#grow();
    this.#owner[index] = owner;
    this.#owned[index] = owned;
    this.#share[index] = share;
    this.#flags[index] = flags;
    this.#row[index] = row;
    this.#count = index + 1;
    return index;
  }

  /** The period of a link already added, in days since 1970-01-01. */
  setPeriod(index: number, from: number, until: number): void {
    if (!this.#from || !this.#until) {
      this.#from = new Int32Array(this.#owner.length).fill(openFrom);
      this.#until = new Int32Array(this.#owner.length).fill(openUntil);
    }
    this.#from[index] = from;
    this.#until[index] = until;
  }

  /** Marks a link already added as one of the statements of the fact `tag`. */
  setDispute(index: number, tag: string): void {
    const links = this.#tags.get(tag);
    if (links) links.push(index);
    else this.#tags.set(tag, [index]);
    this.#flags[index] = this.#flags[index]! | disputed;
  }

  build(given: {
    readonly links?: readonly Link[];
    readonly beside?: readonly Link[];
    readonly issues?: readonly Issue[];
  }): OwnershipGraph {
    const { starts: inStart, places } = this.#sorted(this.#owned);
    const owner = placed(this.#owner, places, new Uint32Array(this.#count));
    const { starts: outStart, places: outPlaces } = counted(owner, this.#count, this.parties.count);
    const outLink = new Uint32Array(this.#count);
    for (let link = 0; link < this.#count; link++) outLink[outPlaces[link]!] = link;
    const { disputes, disputeOf } = this.#disputes(places);
    return {
      parties: this.parties,
      partyCount: this.parties.count,
      linkCount: this.#count,
      inStart,
      owner,
      owned: placed(this.#owned, places, new Uint32Array(this.#count)),
      share: placed(this.#share, places, new Uint32Array(this.#count)),
      flags: placed(this.#flags, places, new Uint8Array(this.#count)),
      outStart,
      outLink,
      ...(this.#from && this.#until
        ? {
            from: placed(this.#from, places, new Int32Array(this.#count)),
            until: placed(this.#until, places, new Int32Array(this.#count)),
          }
        : {}),
      row: placed(this.#row, places, new Uint32Array(this.#count)),
      shares: this.shares.table(),
      disputes,
      disputeOf,
      ...(given.links ? { links: given.links } : {}),
      beside: given.beside ?? [],
      issues: given.issues ?? [],
    };
  }

  #sorted(keys: Uint32Array): { starts: Uint32Array; places: Uint32Array } {
    return counted(keys, this.#count, this.parties.count);
  }

  #disputes(places: Uint32Array): { disputes: Dispute[]; disputeOf: Map<number, number> } {
    const disputes: Dispute[] = [];
    const disputeOf = new Map<number, number>();
    for (const [tag, indexes] of [...this.#tags].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const byOwned = Map.groupBy(indexes, (index) => this.#owned[index]!);
      for (const [, alternatives] of [...byOwned].sort(([a], [b]) => a - b)) {
        const links = alternatives.map((index) => places[index]!).sort((a, b) => a - b);
        for (const link of links) disputeOf.set(link, disputes.length);
        disputes.push({ tag, links, elsewhere: byOwned.size > 1 });
      }
    }
    return { disputes, disputeOf };
  }

  #grow(): void {
    const size = this.#owner.length * 2;
    const larger = <T extends Uint32Array | Int32Array | Uint8Array>(array: T, empty: T): T => {
      empty.set(array);
      return empty;
    };
    this.#owner = larger(this.#owner, new Uint32Array(size));
    this.#owned = larger(this.#owned, new Uint32Array(size));
    this.#share = larger(this.#share, new Uint32Array(size));
    this.#flags = larger(this.#flags, new Uint8Array(size));
    this.#row = larger(this.#row, new Uint32Array(size));
    if (this.#from) this.#from = larger(this.#from, new Int32Array(size).fill(openFrom));
    if (this.#until) this.#until = larger(this.#until, new Int32Array(size).fill(openUntil));
  }
}

/** Counting sort: where each element goes, and where each key's run starts. Stable. */
function counted(
  keys: Uint32Array,
  count: number,
  keyCount: number,
): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(keyCount + 1);
  for (let index = 0; index < count; index++) starts[keys[index]! + 1]!++;
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const places = new Uint32Array(count);
  for (let index = 0; index < count; index++) places[index] = next[keys[index]!]!++;
  return { starts, places };
}

function placed<T extends Uint32Array | Int32Array | Uint8Array>(column: T, places: Uint32Array, out: T): T {
  for (let index = 0; index < places.length; index++) out[places[index]!] = column[index]!;
  return out;
}
