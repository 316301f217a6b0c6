import type { Edge } from './assignment.ts';
import type { PreparedQuery } from './query.ts';
import {
  roleDistinctive,
  roleGiven,
  roleHonorific,
  roleIndustry,
  roleInitial,
  roleLegalForm,
  roleNumber,
  roleOrdinal,
  roleParticle,
  rolePatronymic,
  rolePlace,
  roleSurname,
} from './role.ts';
import type { Settings } from './settings.ts';
import { bitCount, bitIndex, mostRare } from './word-bits.ts';
import { wordQuality } from './word-quality.ts';

/** Weight, role and rarity of every word on both sides; reused from pair to pair. */
export interface WordPicture {
  readonly queryWeight: Float64Array;
  readonly queryRole: Uint8Array;
  readonly queryRarity: Float64Array;
  readonly listedWeight: Float64Array;
  readonly listedRole: Uint8Array;
  readonly listedRarity: Float64Array;
  /** Letters of each listed word. */
  readonly listedLength: Uint8Array;
  /** Words that are whole syllables of a Chinese or Korean name, as bits. */
  querySyllables: number;
  listedSyllables: number;
  queryCount: number;
  listedCount: number;
}

/** What an initial leaves open of the word it stands for. */
export const initialResidue = 0.5;
/** What the missing end of a word that was cut off leaves open. */
const cutResidue = 0.1;

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
  let heaviest = 0;
  let rarest = 0;
  // Rarity of what both share for sure, and whether anything shared is only alike.
  let surest = 0;
  let hasUnsure = false;
  for (const number of chosen) {
    const edge = edges[number]!;
    queryBits |= edge.queryBits;
    listedBits |= edge.listedBits;
    const quality = wordQuality(edge.similarity, settings.fuzzyCost);
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
      // What is a title on one side may be the last name on the other: `Ahmed Umar Sheikh`.
      if (isFull(picture.listedRole[at]!) || isFull(picture.queryRole[asked]!)) {
        fullPairs += Math.max(bitCount(edge.queryBits), bitCount(edge.listedBits));
      }
      const pairRarity = Math.min(
        mostRare(picture.queryRarity, edge.queryBits),
        mostRare(picture.listedRarity, edge.listedBits),
      );
      rarity += pairRarity * quality * edge.weight;
      if (pairRarity > rarest) rarest = pairRarity;
      if (edge.similarity < sureSimilarity) hasUnsure = true;
      else if (pairRarity > surest) surest = pairRarity;
      if (edge.weight > heaviest) heaviest = edge.weight;
    }
  }
  let queryMissing = 0;
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
  for (let at = 0; at < picture.queryCount; at++) {
    const role = picture.queryRole[at]!;
    if (isCore(role)) queryHasCore = true;
    if (isFull(role)) queryFull++;
    if (queryBits & (1 << at)) continue;
    queryMissing += picture.queryWeight[at]!;
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
    if (role === roleGiven) middle += picture.listedWeight[at]!;
    if (isNumber(role)) listedNumbers++;
    else if (role === rolePlace) listedPlaces++;
    else if (role === roleIndustry) listedTrades++;
    else if (role === roleDistinctive) listedDistinct++;
  }
  parts.queryMissing = queryMissing;
  parts.listedMissing = listedMissing;
  const queryOpen = queryMissing + queryResidue;
  const listedOpen = listedMissing + listedResidue;
  const conflict = Math.min(queryMissing, listedMissing);
  // A middle name is left out more often than not, where the first given name and the surname are there.
  const spared =
    query.kind === 'person' && conflict === 0 && hasFirstAndLast(picture, listedBits)
      ? middleNameShare * middle
      : 0;
  const cost =
    kind.conflict * conflict +
    kind.queryExtra * (queryOpen - conflict) +
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
  if (query.kind === 'person') {
    if (fullPairs <= 1 && Math.max(queryFull, listedFull) >= 2 && !hasInitial(edges, chosen)) {
      lower(0.6, 'one word of several');
    }
    if (
      hasUnsure &&
      surest < commonName &&
      fullPairs < Math.max(queryFull, listedFull) &&
      !hasInitial(edges, chosen)
    ) {
      lower(commonNameCap, 'a common name for sure, another only alike, and more on one side');
    }
    if (joinedToShortWord(picture, edges, chosen)) lower(0.6, 'short names joined');
    if (
      rarest < commonName &&
      fullPairs <= 2 &&
      fullPairs < Math.max(queryFull, listedFull) &&
      !hasInitial(edges, chosen)
    ) {
      lower(commonNameCap, 'a common name, and more on one side');
    }
    if (syllables(picture, queryBits, listedBits)) {
      if (conflict > 0 || queryMissing + listedMissing > 0.3) lower(0.6, 'other syllables');
      if (score < 0.9) lower(score * 0.85, 'syllables only alike');
    }
    if (secondSurnameOnly(picture, listedBits)) lower(Math.max(0, score * 0.9), 'first surname missing');
    if (
      openRole(picture.queryRole, picture.queryCount, queryBits, roleInitial) &&
      openRole(picture.listedRole, picture.listedCount, listedBits, roleInitial)
    ) {
      lower(Math.max(0, score * 0.85), 'other initial');
    }
    if (conflict > 0.3 && bothOpen(picture, queryBits, listedBits, roleGiven))
      lower(Math.max(0, score * 0.9), 'other given name');
    if (bothOpen(picture, queryBits, listedBits, rolePatronymic))
      lower(Math.max(0, score * 0.85), 'other patronymic');
    if (conflict > 0.3 && bothOpen(picture, queryBits, listedBits, roleSurname))
      lower(Math.max(0, score * 0.9), 'other surname');
  } else if (query.kind === 'company') {
    const shared = coreMatched(picture, edges, chosen);
    if ((queryHasCore || listedHasCore) && !shared) lower(0.5, 'no distinctive word in common');
    if (shared && onlyShortAlike(picture, edges, chosen)) lower(0.65, 'short word not the same');
    if (
      !queryHasCore &&
      !listedHasCore &&
      raw < (openWords(picture, queryBits, listedBits) ? 0.93 : 0.8) &&
      !placeMatched(picture, edges, chosen)
    ) {
      lower(0.55, 'generic words only');
    }
    if (!queryHasCore && !listedHasCore && raw < 0.999 && sayingPairs(picture, edges, chosen) <= 1) {
      lower(0.55, 'one generic word');
    }
    if (onlyLegalForms(picture, edges, chosen) && raw < 0.999) lower(0.5, 'legal form only');
    const others = queryPlaces + listedPlaces + queryTrades + listedTrades + queryDistinct + listedDistinct;
    if (others > 0 && rarest < commonWord && corePairs(picture, edges, chosen) <= 1) {
      lower(commonNameCap, 'a common word, and more on one side');
    }
    if (queryPlaces > 0 && listedPlaces > 0) lower(Math.max(0, score * 0.8), 'other place');
    if (queryTrades > 0 && listedTrades > 0) lower(Math.max(0, score * 0.93), 'other trade');
    if (queryNumbers > 0 !== listedNumbers > 0) lower(Math.max(0, score * 0.9), 'number on one side');
  }
  parts.matched = matched;
  parts.matchedWeight = matchedWeight;
  parts.rarity = rarity;
  parts.raw = raw;
  return Math.max(0, Math.min(1, score));
}

export function isCore(role: number): boolean {
  return (
    role === roleDistinctive ||
    role === roleSurname ||
    role === roleGiven ||
    role === roleNumber ||
    role === rolePatronymic
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

/** Letters up to which one word on a list may be like two short names of the query by chance: San Cha, Hassan. */
const shortJoined = 7;

function joinedToShortWord(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): boolean {
  let full = 0;
  for (let at = 0; at < picture.listedCount; at++) if (isFull(picture.listedRole[at]!)) full++;
  return (
    full === 1 &&
    chosen.some((number) => {
      const { kind, listedBits } = edges[number]!;
      return kind === 'joined in query' && picture.listedLength[bitIndex(listedBits)]! <= shortJoined;
    })
  );
}

/** Words less alike than this may be two names that are near each other. */
const sureSimilarity = 0.9;

/** Names all of whose shared words are commoner than this are borne by thousands. */
const commonName = 0.5;
/** Score of such a name where one side has a further name that the other lacks: facts can lift it. */
const commonNameCap = 0.7;

export function isNumber(role: number): boolean {
  return role === roleNumber || role === roleOrdinal;
}

function isFull(role: number): boolean {
  return role !== roleParticle && role !== roleHonorific && role !== roleInitial && role !== roleLegalForm;
}

function hasInitial(edges: readonly Edge[], chosen: readonly number[]): boolean {
  for (const number of chosen) if (edges[number]!.kind === 'initial') return true;
  return false;
}

/** Whether the names meet in syllables of Chinese or Korean names: there each syllable tells people apart. */
function syllables(picture: WordPicture, queryBits: number, listedBits: number): boolean {
  return mostly(picture.listedSyllables, listedBits) || mostly(picture.querySyllables, queryBits);
}

function mostly(syllableBits: number, matchedBits: number): boolean {
  const matched = bitCount(syllableBits & matchedBits);
  return matched >= 2 && matched * 2 > bitCount(matchedBits);
}

/** Of a double surname the first part is the one people use; the second alone may be another family's. */
function secondSurnameOnly(picture: WordPicture, listedBits: number): boolean {
  let first = true;
  let missing = false;
  for (let at = 0; at < picture.listedCount; at++) {
    if (picture.listedRole[at] !== roleSurname) continue;
    const matched = (listedBits & (1 << at)) !== 0;
    if (first) missing = !matched;
    else if (missing && matched) return true;
    first = false;
  }
  return false;
}

/** A brand of up to four letters is another brand when a letter differs. */
const shortBrand = 4;

function onlyShortAlike(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): boolean {
  let short = false;
  for (const number of chosen) {
    const { listedBits, similarity } = edges[number]!;
    const at = bitIndex(listedBits);
    if (!isCore(picture.listedRole[at]!)) continue;
    if (similarity >= 0.94 || picture.listedLength[at]! > shortBrand) return false;
    short = true;
  }
  return short;
}

/** A word that five of twenty thousand parties have, such as Green or Royal, is nobody's alone. */
const commonWord = 0.85;

function onlyLegalForms(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): boolean {
  return chosen.every((number) => {
    const { listedBits, queryBits } = edges[number]!;
    return (
      picture.listedRole[bitIndex(listedBits)] === roleLegalForm &&
      picture.queryRole[bitIndex(queryBits)] === roleLegalForm
    );
  });
}

/** Pairs of words that belong to the name itself. */
function corePairs(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): number {
  let count = 0;
  for (const number of chosen) {
    const { listedBits, queryBits } = edges[number]!;
    if (isCore(picture.listedRole[bitIndex(listedBits)]!) || isCore(picture.queryRole[bitIndex(queryBits)]!))
      count++;
  }
  return count;
}

/** A name of a place and a trade, such as Tabriz Petrochemical, is told by its place. */
function placeMatched(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): boolean {
  return chosen.some((number) => {
    const { listedBits, similarity } = edges[number]!;
    return similarity > 0.95 && picture.listedRole[bitIndex(listedBits)] === rolePlace;
  });
}

function coreMatched(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): boolean {
  for (const number of chosen) {
    const edge = edges[number]!;
    // A name that is like a legal form of the other side has met nothing: Kia and C.A.
    if (
      edge.similarity < sureSimilarity &&
      (isAside(picture.listedRole[bitIndex(edge.listedBits)]!) ||
        isAside(picture.queryRole[bitIndex(edge.queryBits)]!))
    )
      continue;
    for (let at = 0; at < picture.queryCount; at++) {
      if (edge.queryBits & (1 << at) && isCore(picture.queryRole[at]!)) return true;
    }
    for (let at = 0; at < picture.listedCount; at++) {
      if (edge.listedBits & (1 << at) && isCore(picture.listedRole[at]!)) return true;
    }
  }
  return false;
}

/** Pairs of words that say something: no legal forms or articles. */
function sayingPairs(picture: WordPicture, edges: readonly Edge[], chosen: readonly number[]): number {
  let count = 0;
  for (const number of chosen)
    if (!isAside(picture.listedRole[bitIndex(edges[number]!.listedBits)]!)) count++;
  return count;
}

/** Whether a word that says something, no legal form or article, has no counterpart. */
function openWords(picture: WordPicture, queryBits: number, listedBits: number): boolean {
  for (let at = 0; at < picture.queryCount; at++)
    if (!(queryBits & (1 << at)) && !isAside(picture.queryRole[at]!)) return true;
  for (let at = 0; at < picture.listedCount; at++)
    if (!(listedBits & (1 << at)) && !isAside(picture.listedRole[at]!)) return true;
  return false;
}

function isAside(role: number): boolean {
  return role === roleLegalForm || role === roleParticle || role === roleHonorific;
}

function bothOpen(picture: WordPicture, queryBits: number, listedBits: number, role: number): boolean {
  return (
    openRole(picture.queryRole, picture.queryCount, queryBits, role) &&
    openRole(picture.listedRole, picture.listedCount, listedBits, role)
  );
}

function openRole(roles: Uint8Array, count: number, bits: number, role: number): boolean {
  for (let at = 0; at < count; at++) if (roles[at] === role && !(bits & (1 << at))) return true;
  return false;
}
