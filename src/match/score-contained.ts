import type { Edge } from './assignment.ts';
import type { PreparedQuery } from './query.ts';
import { roleHonorific, roleInitial, roleLegalForm, roleParticle, rolePlace, roleSurname } from './role.ts';
import { parts } from './score-parts.ts';
import type { Settings } from './settings.ts';
import { isCore, isNumber, type WordPicture } from './word-picture.ts';
import { loneSlip, wordQuality } from './word-quality.ts';

/** A word of the listed name lighter than this share of it may be missing from the text. */
export const droppableShare = 0.1;
/** All such words together are no more than this share. */
const mostMissing = 0.15;
/** A name of fewer words must stand together. */
const enoughWords = 3;
/** Least likeness of each word: text has many words, so chance likeness is common. */
export const leastContainedSimilarity = 0.85;
/** Quality of two words that are written the same, but for rounding. */
const sameWords = 0.999;
/** Best score of a name found inside other text. */
const bestScore = 0.95;

/**
 * Score of a listed name contained in a longer text, such as a payment line: every word that matters must be there,
 * together, and the name must be rare enough not to be there by chance. The name's key word must be among the matched
 * ones, which is how the index finds it.
 */
export function scoreContained(
  settings: Settings,
  query: PreparedQuery,
  picture: WordPicture,
  edges: readonly Edge[],
  chosen: readonly number[],
  keyWord: number,
): number {
  let total = 0;
  for (let at = 0; at < picture.listedCount; at++) total += picture.listedWeight[at]!;
  let queryBits = 0;
  let listedBits = 0;
  let matched = 0;
  let weight = 0;
  let rarity = 0;
  let words = 0;
  let core = false;
  let legalForm = false;
  let place = false;
  for (const number of chosen) {
    const edge = edges[number]!;
    if (edge.kind === 'cut off' || edge.similarity < leastContainedSimilarity) continue;
    const at = 31 - Math.clz32(edge.listedBits & -edge.listedBits);
    const role = picture.listedRole[at]!;
    if (edge.kind === 'initial' && edge.similarity < 1) continue;
    queryBits |= edge.queryBits;
    listedBits |= edge.listedBits;
    matched += edge.weight * wordQuality(edge.similarity, settings.fuzzyCost + loneSlip);
    weight += edge.weight;
    if (role === roleLegalForm) legalForm = true;
    if (role === roleLegalForm || role === roleParticle || role === roleHonorific || role === roleInitial)
      continue;
    words++;
    rarity += picture.listedRarity[at]! * (query.kind === 'person' ? edge.weight : 1);
    // A number or ordinal stands in every payment.
    if ((isCore(role) && !isNumber(role)) || role === roleSurname) core = true;
    if (role === rolePlace) place = true;
  }
  parts.rule = 'contained in a longer text';
  parts.rarity = rarity;
  // A place and one ordinary word are a name only as they are written, not by translation or in another form.
  const isTold = core || (place && (words >= enoughWords || (words === 2 && matched > sameWords * weight)));
  if (!(listedBits & (1 << keyWord)) || !isTold) return 0;
  let missing = 0;
  for (let at = 0; at < picture.listedCount; at++) {
    if (listedBits & (1 << at)) continue;
    missing += picture.listedWeight[at]!;
    if (picture.listedWeight[at]! > droppableShare * total || isNumber(picture.listedRole[at]!)) return 0;
  }
  if (missing > mostMissing * total || (words < 2 && !legalForm)) return 0;
  const gaps = gapsWithin(queryBits, query, picture);
  if (gaps > (words < enoughWords ? 0 : 1)) return 0;
  const kind = settings.kinds[query.kind];
  const rare = Math.min(1, rarity / (query.kind === 'person' ? kind.rareEnough : 0.8));
  const quality = matched / weight;
  if (quality < 0.8 || rare < 0.5) return 0;
  return bestScore * (1 - (1 - quality) * 1.5) * (0.6 + 0.4 * rare) - 0.06 * gaps;
}

/** Words of the text between the first and the last matched one that are not matched and carry weight. */
function gapsWithin(bits: number, query: PreparedQuery, picture: WordPicture): number {
  let gaps = 0;
  const first = 31 - Math.clz32(bits & -bits);
  const last = 31 - Math.clz32(bits);
  for (let at = first; at <= last && at < query.words.length; at++) {
    const role = picture.queryRole[at]!;
    if (bits & (1 << at) || role === roleParticle || role === roleHonorific || role === roleLegalForm)
      continue;
    gaps++;
  }
  return gaps;
}
