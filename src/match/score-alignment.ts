import type { AlignedPair } from './aligned-pair.ts';
import type { Edge } from './assignment.ts';
import { companyScore } from './company-score.ts';
import { personScore } from './person-score.ts';
import type { PreparedQuery } from './query.ts';
import {
  roleDistinctive,
  roleGiven,
  roleHonorific,
  roleIndustry,
  rolePatronymic,
  rolePlace,
  roleSurname,
} from './role.ts';
import { parts } from './score-parts.ts';
import type { Settings } from './settings.ts';
import { bitCount, bitIndex, mostRare } from './word-bits.ts';
import { isCore, isFull, isNumber, sureSimilarity, type WordPicture } from './word-picture.ts';
import { loneSlip, wordQuality } from './word-quality.ts';
import { isByLetters } from './word-similarity.ts';

/** What a word costs that a name lacks which the list has as part of a longer one: no less than the weights for extra words. */
const partExtra = 1.2;
/** Score of a ship with a word that is near one of the listed name, and a name of its own. */
const otherNameCap = 0.65;
/** What an initial leaves open of the word it stands for. */
export const initialResidue = 0.5;
/** What the missing end of a word that was cut off leaves open. */
const cutResidue = 0.1;

/**
 * Similarity of two aligned names, 0 to 1: the weight that both share, over that and the cost of what they do not.
 * What stands on both sides unmatched is a conflict, what stands on one side only an omission. Never above
 * `coverageBound` of the matched words of the query, since every factor after `raw` is at most 1.
 */
export function scoreAlignment(
  settings: Settings,
  query: PreparedQuery,
  picture: WordPicture,
  edges: readonly Edge[],
  chosen: readonly number[],
): number {
  const kind = settings.kinds[query.kind];
  let queryBits = 0;
  let listedBits = 0;
  let matched = 0;
  let matchedWeight = 0;
  let queryResidue = 0;
  let listedResidue = 0;
  let rarity = 0;
  let fullPairs = 0;
  let rarest = 0;
  // Rarity of what both share for sure; what is only alike, a name of its own, or not the very word.
  let surest = 0;
  let hasUnsure = false;
  let sure = 0;
  let hasOtherName = false;
  let isInexact = false;
  // Who slips in one word slips in another: then a word that is only alike speaks less against the name.
  const slipCost =
    settings.fuzzyCost +
    (query.kind === 'person' && slips(query, picture, edges, chosen) >= 2 ? 0 : loneSlip);
  for (const number of chosen) {
    const edge = edges[number]!;
    queryBits |= edge.queryBits;
    listedBits |= edge.listedBits;
    const isKnown = (query.knownNames & edge.queryBits) !== 0;
    const quality = wordQuality(edge.similarity, isKnown ? settings.fuzzyCost + loneSlip : slipCost);
    matched += edge.weight * quality;
    matchedWeight += edge.weight;
    const asked = bitIndex(edge.queryBits);
    const at = bitIndex(edge.listedBits);
    if (edge.kind === 'initial') {
      queryResidue += initialResidue * Math.max(0, picture.queryWeight[asked]! - edge.weight);
      listedResidue += initialResidue * Math.max(0, picture.listedWeight[at]! - edge.weight);
    } else if (edge.kind === 'cut off') {
      listedResidue += cutResidue * picture.listedWeight[at]!;
    } else {
      // What is a title on one side may be the last name on the other, where it is the same: `Ahmed Umar Sheikh`.
      const isOneFull = isFull(picture.listedRole[at]!) || isFull(picture.queryRole[asked]!);
      if (
        isOneFull &&
        (edge.similarity >= sureSimilarity ||
          (isFull(picture.listedRole[at]!) && isFull(picture.queryRole[asked]!)))
      ) {
        fullPairs += Math.max(bitCount(edge.queryBits), bitCount(edge.listedBits));
      }
      const pairRarity = Math.min(
        mostRare(picture.queryRarity, edge.queryBits),
        mostRare(picture.listedRarity, edge.listedBits),
      );
      rarity += pairRarity * quality * edge.weight;
      if (pairRarity > rarest) rarest = pairRarity;
      if (edge.similarity < 1 && isFull(picture.listedRole[at]!)) isInexact = true;
      if (edge.similarity < sureSimilarity) {
        hasUnsure = true;
      } else if (pairRarity > surest) surest = pairRarity;
      if (isKnown && isOnlyAlike(query, picture, edge)) hasOtherName = true;
      else if (edge.similarity >= sureSimilarity) sure += pairRarity;
    }
  }
  let queryMissing = 0;
  let untitled = 0;
  let listedMissing = 0;
  let queryNumbers = 0;
  let listedNumbers = 0;
  let queryPlaces = 0;
  let listedPlaces = 0;
  let queryTrades = 0;
  let listedTrades = 0;
  let queryDistinct = 0;
  let listedDistinct = 0;
  let queryFull = 0;
  let listedFull = 0;
  let queryHasCore = false;
  let listedHasCore = false;
  let middle = 0;
  let patronymics = 0;
  for (let at = 0; at < picture.queryCount; at++) {
    const role = picture.queryRole[at]!;
    if (isCore(role)) queryHasCore = true;
    if (isFull(role)) queryFull++;
    if (queryBits & (1 << at)) continue;
    queryMissing += picture.queryWeight[at]!;
    if (role !== roleHonorific) untitled += picture.queryWeight[at]!;
    if (isNumber(role)) queryNumbers++;
    else if (role === rolePlace) queryPlaces++;
    else if (role === roleIndustry) queryTrades++;
    else if (role === roleDistinctive) queryDistinct++;
  }
  for (let at = 0; at < picture.listedCount; at++) {
    const role = picture.listedRole[at]!;
    if (isCore(role)) listedHasCore = true;
    if (isFull(role)) listedFull++;
    if (listedBits & (1 << at)) continue;
    listedMissing += picture.listedWeight[at]!;
    if (role === rolePatronymic) patronymics++;
    if (role === roleGiven || role === rolePatronymic) middle += picture.listedWeight[at]!;
    if (isNumber(role)) listedNumbers++;
    else if (role === rolePlace) listedPlaces++;
    else if (role === roleIndustry) listedTrades++;
    else if (role === roleDistinctive) listedDistinct++;
  }
  parts.queryMissing = queryMissing;
  parts.listedMissing = listedMissing;
  const listedOpen = listedMissing + listedResidue;
  const conflict = Math.min(queryMissing, listedMissing);
  // A middle name is left out more often than not, where the first given name and the surname are there.
  const spared =
    query.kind === 'person' && conflict === 0 && hasFirstAndLast(picture, listedBits)
      ? middleNameShare * middle
      : 0;
  const cost =
    kind.conflict * conflict +
    (picture.isPart ? partExtra : kind.queryExtra) * (queryMissing - conflict) +
    kind.queryExtra * queryResidue +
    kind.listedExtra * (listedOpen - conflict - spared);
  const raw = matched / (matchedWeight + cost);
  let score = raw;
  // A difference counts more in a name that many share.
  const common = Math.max(0, 1 - rarity / kind.rareEnough);
  score = 1 - (1 - score) * (1 + kind.rarity * common);
  parts.rule = '';
  const lower = (cap: number, rule: string): void => {
    if (score > cap) {
      score = cap;
      parts.rule = rule;
    }
  };
  if (query.kind !== 'person' && queryNumbers > 0 && listedNumbers > 0) lower(0.4, 'different number');
  // A slip seldom makes another name: `LADY MARIA` is no `LADY MARINA`.
  if (query.kind === 'vessel' && hasOtherName) lower(otherNameCap, 'another name near it');
  const pair: AlignedPair = { query, picture, edges, chosen, queryBits, listedBits };
  if (query.kind === 'person') {
    score = personScore(score, {
      ...pair,
      fullPairs,
      mostFull: Math.max(queryFull, listedFull),
      listedFull,
      conflict,
      missing: queryMissing + listedMissing,
      untitled,
      patronymics,
      rarity,
      rarest,
      surest,
      sure,
      hasUnsure,
      hasOtherName,
      isInexact,
    });
  } else if (query.kind === 'company') {
    score = companyScore(score, {
      ...pair,
      matchedWeight,
      quality: matched / matchedWeight,
      raw,
      rarest,
      queryHasCore,
      listedHasCore,
      openAsked: {
        numbers: queryNumbers,
        places: queryPlaces,
        trades: queryTrades,
        distinct: queryDistinct,
      },
      openListed: {
        numbers: listedNumbers,
        places: listedPlaces,
        trades: listedTrades,
        distinct: listedDistinct,
      },
    });
  }
  parts.matched = matched;
  parts.matchedWeight = matchedWeight;
  parts.rarity = rarity;
  parts.raw = raw;
  return Math.max(0, Math.min(1, score));
}

/** How many words of the query are like a listed one by their letters alone and are no names of their own. */
function slips(
  query: PreparedQuery,
  picture: WordPicture,
  edges: readonly Edge[],
  chosen: readonly number[],
): number {
  let count = 0;
  for (const number of chosen) {
    const edge = edges[number]!;
    if (!(query.knownNames & edge.queryBits) && isOnlyAlike(query, picture, edge)) count++;
  }
  return count;
}

/** Whether two words have nothing in common but letters: no spelling family, no group. */
function isOnlyAlike(query: PreparedQuery, picture: WordPicture, edge: Edge): boolean {
  return (
    edge.kind === 'word' &&
    isByLetters(edge.similarity) &&
    query.families[bitIndex(edge.queryBits)] !== picture.listedFamily[bitIndex(edge.listedBits)]
  );
}

/** Share of the cost of a middle name that is spared. */
export const middleNameShare = 0.5;

function hasFirstAndLast(picture: WordPicture, listedBits: number): boolean {
  let firstGiven = -1;
  let surname = false;
  for (let at = 0; at < picture.listedCount; at++) {
    const role = picture.listedRole[at]!;
    if (role === roleGiven && firstGiven < 0) firstGiven = at;
    if (role === roleSurname && listedBits & (1 << at)) surname = true;
  }
  return surname && firstGiven >= 0 && (listedBits & (1 << firstGiven)) !== 0;
}
