/** The parts of the last score, for the explanation. */
export const parts = {
  matched: 0,
  matchedWeight: 0,
  queryMissing: 0,
  listedMissing: 0,
  rarity: 0,
  raw: 0,
  rule: '',
};
