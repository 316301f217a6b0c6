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
  const order = Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => edges[b]!.gain - edges[a]!.gain || a - b,
  );
  const rest = new Float64Array(count + 1);
  for (let at = count - 1; at >= 0; at--) rest[at] = rest[at + 1]! + edges[order[at]!]!.gain;
  let best = -1;
  let steps = 0;
  const path: number[] = [];
  const visit = (at: number, query: number, listed: number, gain: number): void => {
    if (gain > best + 1e-12) {
      best = gain;
      chosen.length = 0;
      for (const edge of path) chosen.push(edge);
    }
    if (at === count || gain + rest[at]! <= best + 1e-12 || steps++ > mostSteps) return;
    const edge = edges[order[at]!]!;
    if (!(edge.queryBits & query || edge.listedBits & listed)) {
      path.push(order[at]!);
      visit(at + 1, query | edge.queryBits, listed | edge.listedBits, gain + edge.gain);
      path.pop();
    }
    visit(at + 1, query, listed, gain);
  };
  visit(0, 0, 0, 0);
  return best;
}
