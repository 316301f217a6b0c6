import { wholeShare } from '../model/share.ts';
import { possiblyReaches, surelyReaches } from './limit.ts';
import { catches, counted, countedUnknown, holdsFor, ignored, leavesOpen } from './link-reading.ts';
import { boundsOf, type Holders, holdsOnDay, type QuestionOnDay } from './question-on-day.ts';

/** A party is on the list. */
export const isListed = 1;
/** It is reached whatever the open shares are. */
export const isCaught = 2;
/** It is reached for some values of the open shares. */
export const isPossible = 4;
/** Its shares may count as those of a listed person: it is reached, possibly, or may hold for one who is. */
export const isHolder = 8;

/** What the fixpoint found, party by party. */
export interface Findings extends Holders {
  /** Bits as above. */
  statusOf(party: number): number;
  /** Position in which the party was found to be caught or possible; lower ones do not depend on higher ones. */
  orderOf(party: number): number;
}

/** A change of one party's state, kept so that it can be undone. */
interface Before {
  readonly party: number;
  readonly status: number;
  readonly order: number;
  readonly sums: readonly number[];
}

/**
 * The least set that contains the listed and every party whose shares held by the set reach the limit, found twice: for
 * certain (each open share at its least) and possibly (at its most, within what the others leave). Work lists over the
 * links, so that time is linear in the links touched. Sums are kept as they grow; where a sum stands exactly on the
 * limit, or statements are in dispute, the party's links are read again.
 */
export class Fixpoint implements Findings {
  readonly question: QuestionOnDay;
  readonly #status: Uint8Array;
  readonly #order: Uint32Array;
  /** Per party and channel: sum of least shares of certain owners, of most and of least shares of holders, all owners' least + 1. */
  readonly #sums: Float64Array;
  readonly #width: number;
  readonly #disputedParties: ReadonlySet<number>;
  #touched: number[] = [];
  #journal: { readonly seen: Set<number>; readonly before: Before[] } | undefined;
  #nextOrder = 1;

  constructor(question: QuestionOnDay) {
    const { graph } = question;
    this.question = question;
    this.#width = 4 * question.channels.length;
    this.#status = new Uint8Array(graph.partyCount);
    this.#order = new Uint32Array(graph.partyCount);
    this.#sums = new Float64Array(graph.partyCount * this.#width);
    this.#disputedParties = new Set(graph.disputes.map((dispute) => graph.owned[dispute.links[0]!]!));
  }

  statusOf(party: number): number {
    return this.#status[party]!;
  }

  orderOf(party: number): number {
    return this.#order[party]!;
  }

  isCertain(party: number): boolean {
    return (this.#status[party]! & (isListed | isCaught)) !== 0;
  }

  isPossible(party: number): boolean {
    return (this.#status[party]! & isHolder) !== 0;
  }

  /** Parties that the last `reset` or the beginning left without state and that have some now. */
  touched(): readonly number[] {
    return this.#touched;
  }

  /** Takes these parties as listed and goes on to the fixpoint. May be called again with more. */
  add(seeds: Iterable<number>): void {
    const certain: number[] = [];
    for (const seed of seeds) {
      if (this.#status[seed]! & isListed) continue;
      const known = (this.#status[seed]! & isCaught) !== 0;
      this.#mark(seed, isListed);
      if (!known) {
        this.#order[seed] = this.#nextOrder++;
        certain.push(seed);
      }
    }
    this.#growCertain(certain);
    this.#growPossible(certain);
  }

  /** Forgets everything, in time linear in what was touched. */
  reset(): void {
    for (const party of this.#touched) {
      this.#status[party] = 0;
      this.#order[party] = 0;
      this.#sums.fill(0, party * this.#width, (party + 1) * this.#width);
    }
    this.#touched = [];
    this.#nextOrder = 1;
  }

  /**
   * What changes when these parties are listed too: status and order of every party whose state moves. The state
   * afterwards is as before.
   */
  tryAdding(
    seeds: Iterable<number>,
  ): ReadonlyMap<number, { readonly status: number; readonly order: number }> {
    const journal = { seen: new Set<number>(), before: [] as Before[] };
    const touchedBefore = this.#touched.length;
    const orderBefore = this.#nextOrder;
    this.#journal = journal;
    this.add(seeds);
    this.#journal = undefined;
    const changed = new Map<number, { status: number; order: number }>();
    for (const { party, status, order, sums } of journal.before) {
      if (this.#status[party] !== status) {
        changed.set(party, { status: this.#status[party]!, order: this.#order[party]! });
      }
      this.#status[party] = status;
      this.#order[party] = order;
      this.#sums.set(sums, party * this.#width);
    }
    this.#touched.length = touchedBefore;
    this.#nextOrder = orderBefore;
    return changed;
  }

  /** Before any change of a party's state: it is remembered for `reset`, and for undoing where that was asked. */
  #touch(party: number): void {
    if (this.#journal && !this.#journal.seen.has(party)) {
      this.#journal.seen.add(party);
      const at = party * this.#width;
      this.#journal.before.push({
        party,
        status: this.#status[party]!,
        order: this.#order[party]!,
        sums: [...this.#sums.subarray(at, at + this.#width)],
      });
    }
  }

  #mark(party: number, bits: number): void {
    this.#touch(party);
    if (this.#status[party] === 0) this.#touched.push(party);
    this.#status[party] = this.#status[party]! | bits;
  }

  #growCertain(queue: number[]): void {
    const { question } = this;
    const { graph, channels, limit } = question;
    if (limit === undefined) return;
    for (let at = 0; at < queue.length; at++) {
      const owner = queue[at]!;
      if (!question.test.cascade && !(this.#status[owner]! & isListed)) continue;
      for (let index = graph.outStart[owner]!; index < graph.outStart[owner + 1]!; index++) {
        const link = graph.outLink[index]!;
        const party = graph.owned[link]!;
        if (this.#status[party]! & (isListed | isCaught) || !holdsOnDay(question, link)) continue;
        let caught = false;
        for (let channel = 0; channel < channels.length && !caught; channel++) {
          const reading = channels[channel]!.reading[graph.flags[link]!]!;
          if (reading === catches) caught = true;
          else if (reading === counted)
            caught = this.#addLeast(party, channel, graph.shares.min[graph.share[link]!]!);
        }
        if (!caught) continue;
        this.#mark(party, isCaught);
        this.#order[party] = this.#nextOrder++;
        queue.push(party);
      }
    }
  }

  /** Adds to the certain sum of the party and says whether that reaches the limit. */
  #addLeast(party: number, channel: number, least: number): boolean {
    const limit = this.question.limit!;
    const at = party * this.#width + 4 * channel;
    this.#rememberSums(party);
    const sum = this.#sums[at]! + least;
    this.#sums[at] = sum;
    if (sum < limit.threshold && !this.#disputedParties.has(party)) return false;
    if (sum > limit.threshold && !this.#disputedParties.has(party)) return true;
    return surelyReaches(boundsOf(this.question, this.question.channels[channel]!, party, this), limit);
  }

  /** The sums of a party without status are remembered too: they must be zero again after a reset. */
  #rememberSums(party: number): void {
    this.#touch(party);
    if (this.#status[party] === 0 && this.#order[party] === 0) {
      this.#touched.push(party);
      // Any order but 0 says "remembered"; a party that is found gets its own.
      this.#order[party] = 0xffff_ffff;
    }
  }

  #growPossible(certain: readonly number[]): void {
    const { question } = this;
    const { graph, channels, openLimit } = question;
    // Who was a holder before has been counted with its shares already.
    const queue = certain.filter((party) => (this.#status[party]! & isHolder) === 0);
    for (const party of certain) {
      this.#mark(party, isHolder | (this.#status[party]! & isCaught ? isPossible : 0));
    }
    if (openLimit === undefined) return;
    for (let at = 0; at < queue.length; at++) {
      const owner = queue[at]!;
      if (!question.test.cascade && !(this.#status[owner]! & isListed)) continue;
      for (let index = graph.outStart[owner]!; index < graph.outStart[owner + 1]!; index++) {
        const link = graph.outLink[index]!;
        const party = graph.owned[link]!;
        if (party === owner || !holdsOnDay(question, link)) continue;
        const status = this.#status[party]!;
        let found = false;
        for (let channel = 0; channel < channels.length; channel++) {
          const reading = channels[channel]!.reading[graph.flags[link]!]!;
          if (reading === ignored) continue;
          if (reading === holdsFor) {
            // Read afresh: the other channel may just have made it one.
            if (this.#status[party]! & isHolder) continue;
            this.#mark(party, isHolder);
            this.#order[party] = this.#nextOrder++;
            queue.push(party);
          } else if (status & (isPossible | isListed)) {
          } else if (reading === catches || reading === leavesOpen) found = true;
          else found ||= this.#addMost(party, channel, link, reading);
        }
        if (!found) continue;
        const wasHolder = (this.#status[party]! & isHolder) !== 0;
        this.#mark(party, isPossible | isHolder);
        if (!wasHolder) {
          this.#order[party] = this.#nextOrder++;
          queue.push(party);
        }
      }
    }
  }

  /** Adds to the possible sum of the party and says whether that may reach the limit. */
  #addMost(party: number, channel: number, link: number, reading: number): boolean {
    const limit = this.question.openLimit!;
    const { graph } = this.question;
    this.#rememberSums(party);
    if (this.#disputedParties.has(party)) return this.#mayReach(party, channel);
    const at = party * this.#width + 4 * channel;
    const share = graph.share[link]!;
    const unknown = reading === countedUnknown;
    const most = this.#sums[at + 1]! + (unknown ? wholeShare : graph.shares.max[share]!);
    const held = this.#sums[at + 2]! + (unknown ? 0 : graph.shares.min[share]!);
    this.#sums[at + 1] = most;
    this.#sums[at + 2] = held;
    if (most < limit.threshold) return false;
    const total = this.#total(party, channel);
    const left = total > wholeShare ? Number.POSITIVE_INFINITY : wholeShare - (total - held);
    const bound = Math.min(most, left);
    if (bound !== limit.threshold) return bound > limit.threshold;
    return this.#mayReach(party, channel);
  }

  #mayReach(party: number, channel: number): boolean {
    return possiblyReaches(
      boundsOf(this.question, this.question.channels[channel]!, party, this),
      this.question.openLimit!,
    );
  }

  /** Least that all owners of the party hold, read once. */
  #total(party: number, channel: number): number {
    const at = party * this.#width + 4 * channel + 3;
    if (this.#sums[at] === 0) {
      this.#sums[at] = boundsOf(this.question, this.question.channels[channel]!, party, nobody).total + 1;
    }
    return this.#sums[at]! - 1;
  }
}

const nobody: Holders = { isCertain: () => false, isPossible: () => false };
