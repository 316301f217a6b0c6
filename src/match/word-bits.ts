/** Words of a name as bits of a number: bit 0 is the first word. */

/** The place of the first word that is set. */
export function bitIndex(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** How many words are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The rarity of the rarest word that is set. */
export function mostRare(rarity: Float64Array, bits: number): number {
  let most = 0;
  for (let at = 0; bits >>> at !== 0; at++) if (bits & (1 << at)) most = Math.max(most, rarity[at]!);
  return most;
}
