/** What a pair of words adds to a score: likeness falls faster than the letters do. */
export function wordQuality(similarity: number, fuzzyCost: number): number {
  return Math.max(0, 1 - fuzzyCost * (1 - similarity));
}

/** How much faster it falls where only one word of the name is misspelt, or the name is no person's. */
export const loneSlip = 0.25;
