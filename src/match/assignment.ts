/** A possible pairing of words of the query with words of a listed name, as bits of each side. */
export interface Edge {
  queryBits: number;
  listedBits: number;
  gain: number;
  /** Weight the pair stands for on each side, and how alike the two are. */
  weight: number;
  similarity: number;
  kind: EdgeKind;
}

export type EdgeKind = 'word' | 'joined in query' | 'joined in list' | 'initial' | 'cut off';

/** After this many steps the best pairing found so far is taken: names of many equal words. */
const mostSteps = 4_000;

/**
 * Chooses edges that share no word so that the sum of gains is greatest. Exact for all but absurd names; always
 * deterministic. Gives the numbers of the chosen edges.
 */
export function assign(edges: readonly Edge[], count: number, chosen: number[]): number {
  chosen.length = 0;
  let queryUsed = 0;
  let listedUsed = 0;
  let free = true;
  for (let at = 0; at < count; at++) {
    const edge = edges[at]!;
    if (edge.queryBits & queryUsed || edge.listedBits & listedUsed) {
      free = false;
      break;
    }
    queryUsed |= edge.queryBits;
    listedUsed |= edge.listedBits;
  }
  if (free) {
    let gain = 0;
    for (let at = 0; at < count; at++) {
      chosen.push(at);
      gain += edges[at]!.gain;
    }
    return gain;
  }
  search.begin(edges, count);
  return search.visit(0, 0, 0, 0, chosen);
}

/** Tries edges in order of gain, with and without each; its memory is used again for every pair of names. */
class PairingSearch {
  #edges: readonly Edge[] = [];
  #count = 0;
  readonly #order: number[] = [];
  /** What all edges from a place on gain together. */
  #rest = new Float64Array(64);
  readonly #path: number[] = [];
  #best = -1;
  #steps = 0;

  begin(edges: readonly Edge[], count: number): void {
    this.#edges = edges;
    this.#count = count;
    this.#best = -1;
    this.#steps = 0;
    this.#path.length = 0;
    const order = this.#order;
    order.length = 0;
    for (let edge = 0; edge < count; edge++) {
      let at = edge;
      for (; at > 0 && edges[order[at - 1]!]!.gain < edges[edge]!.gain; at--) order[at] = order[at - 1]!;
      order[at] = edge;
    }
    if (this.#rest.length <= count) this.#rest = new Float64Array(count * 2);
    this.#rest[count] = 0;
    for (let at = count - 1; at >= 0; at--) this.#rest[at] = this.#rest[at + 1]! + edges[order[at]!]!.gain;
  }

  /** The best gain so far; `chosen` are the edges of it. */
  visit(at: number, query: number, listed: number, gain: number, chosen: number[]): number {
    if (gain > this.#best + 1e-12) {
      this.#best = gain;
      chosen.length = 0;
      for (const edge of this.#path) chosen.push(edge);
    }
    const isOver = at === this.#count || gain + this.#rest[at]! <= this.#best + 1e-12;
    if (isOver || this.#steps++ > mostSteps) return this.#best;
    const number = this.#order[at]!;
    const edge = this.#edges[number]!;
    if (!(edge.queryBits & query || edge.listedBits & listed)) {
      this.#path.push(number);
      this.visit(at + 1, query | edge.queryBits, listed | edge.listedBits, gain + edge.gain, chosen);
      this.#path.pop();
    }
    return this.visit(at + 1, query, listed, gain, chosen);
  }
}

const search = new PairingSearch();
