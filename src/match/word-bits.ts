/** Words of a name as bits of a number: bit 0 is the first word. */

/** The place of the first word that is set. */
export function bitIndex(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** How many words are set. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The rarity of the rarest word that is set. */
export function mostRare(rarity: Float64Array, bits: number): number {
  let most = 0;
  for (let at = 0; bits >>> at !== 0; at++) if (bits & (1 << at)) most = Math.max(most, rarity[at]!);
  return most;
}
