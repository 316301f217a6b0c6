import type { Edge } from './assignment.ts';
import { isBareAlone, isOtherSurname, isSurnameAlone, onlyShortAlike } from './company-likeness.ts';
import type { CompanyPair } from './company-pair.ts';
import { roleGeneric, roleLegalForm, rolePlace } from './role.ts';
import { parts } from './score-parts.ts';
import { bitIndex } from './word-bits.ts';
import { isAside, isCore, sureSimilarity } from './word-picture.ts';

/** A word that five of twenty thousand parties have, such as Green or Royal, is nobody's alone. */
const commonWord = 0.85;
const commonWordCap = 0.7;
/** What open words take from a name told by its place, in parts of their share. */
const besidePlace = 0.7;

/**
 * What remains of a score by what tells firms apart: a name of their own above all, then number, place and trade. Only
 * ever lowers the score.
 */
export function companyScore(given: number, pair: CompanyPair): number {
  const { openAsked, openListed, raw } = pair;
  let score = given;
  const lower = (cap: number, rule: string): void => {
    if (score > cap) {
      score = Math.max(0, cap);
      parts.rule = rule;
    }
  };
  const asked = openAsked.places + openAsked.trades + openAsked.distinct;
  const others = openListed.places + openListed.trades + openListed.distinct;
  const hasCore = pair.queryHasCore || pair.listedHasCore;
  const said = sayingPairs(pair);
  const telling = said - genericPairs(pair);
  if (hasCore) {
    const shared = coreMatched(pair);
    if (!shared) lower(0.5, 'no distinctive word in common');
    else if (onlyShortAlike(pair, telling <= 1)) lower(0.65, 'short word not the same');
    else if (telling <= 1 && isBareAlone(pair)) lower(0.65, 'consonants alone');
    else if (telling <= 1 && isOtherSurname(pair)) lower(0.65, 'a surname near it');
  } else {
    if (raw < 0.999 && said <= 1) lower(0.55, 'one generic word');
    if (placeMatched(pair)) {
      // Of a firm told by its place, such as Tabriz Petrochemical, every other word counts.
      lower(
        score * (1 - Math.min(1, (besidePlace * openWeight(pair)) / pair.matchedWeight)),
        'a place, and more on one side',
      );
    } else if (
      isOtherGeneric(pair, said) &&
      !(asked === 0 && others === openListed.places && isForeign(pair))
    )
      lower(0.55, 'generic words only');
  }
  if (raw < 0.999 && onlyLegalForms(pair)) lower(0.5, 'legal form only');
  const cores = corePairs(pair);
  // Where a trade agrees besides, only what differs on both sides speaks against.
  const differs = said <= 1 ? asked + others > 0 : asked > 0 && others > 0;
  if (differs && cores <= 1 && (pair.rarest < commonWord || isSurnameAlone(pair)))
    lower(commonWordCap, 'a common word, and more on one side');
  if (openAsked.places > 0 && openListed.places > 0) lower(score * 0.8, 'other place');
  if (openAsked.trades > 0 && openListed.trades > 0)
    lower(score * otherTrade[Math.min(cores, 3)]!, 'other trade');
  if (openAsked.numbers > 0 !== openListed.numbers > 0) lower(score * 0.9, 'number on one side');
  return score;
}

/** What another trade leaves of a score: less, the fewer words of the name itself agree. */
const otherTrade = [0.82, 0.82, 0.84, 0.93];

/**
 * Whether a name without place or name of its own is too little like another. The more words agree, the more may be
 * translated; where all that say something agree, articles do not count: `Ministerio de la Defensa`.
 */
function isOtherGeneric(pair: CompanyPair, said: number): boolean {
  // `T-Bank` is nobody's Tejarat.
  if (pair.chosen.some((number) => isInitialFor(pair.edges[number]!))) return true;
  if (openWords(pair, said < severalWords ? -1 : rolePlace)) return pair.raw < leastShare;
  return said < severalWords ? pair.quality < leastQuality : pair.raw < leastOfSeveral;
}

/** Whether a letter stands for a word; a letter for the same letter is no such thing. */
function isInitialFor({ kind, similarity }: Edge): boolean {
  return kind === 'initial' && similarity < 1;
}

const leastShare = 0.93;
const leastOfSeveral = 0.7;
const leastQuality = 0.8;
const severalWords = 3;

const wordPrefix = 'word:'.length;
/** Forms of an English word begin alike: service, services. */
const sameBeginning = 4;

/** `Bank Saderat`: ordinary words in another language than English, letter by letter, are what the firm is called. */
function isForeign({ query, edges, chosen }: CompanyPair): boolean {
  let foreign = false;
  for (const number of chosen) {
    const { kind, queryBits, similarity } = edges[number]!;
    if (kind !== 'word' || similarity < 1) return false;
    const { text, group } = query.words[bitIndex(queryBits)]!;
    if (group.startsWith('word:') && !group.startsWith(text.slice(0, sameBeginning), wordPrefix))
      foreign = true;
  }
  return foreign;
}

function onlyLegalForms({ picture, edges, chosen }: CompanyPair): boolean {
  return chosen.every((number) => {
    const { listedBits, queryBits } = edges[number]!;
    return (
      picture.listedRole[bitIndex(listedBits)] === roleLegalForm &&
      picture.queryRole[bitIndex(queryBits)] === roleLegalForm
    );
  });
}

/** Pairs of words that belong to the name itself. */
function corePairs({ picture, edges, chosen }: CompanyPair): number {
  let count = 0;
  for (const number of chosen) {
    const { listedBits, queryBits } = edges[number]!;
    if (isCore(picture.listedRole[bitIndex(listedBits)]!) || isCore(picture.queryRole[bitIndex(queryBits)]!))
      count++;
  }
  return count;
}

/** Two names of one place meet in their group. */
const samePlace = 0.94;

function placeMatched({ picture, edges, chosen }: CompanyPair): boolean {
  return chosen.some((number) => {
    const { listedBits, similarity } = edges[number]!;
    return similarity >= samePlace && picture.listedRole[bitIndex(listedBits)] === rolePlace;
  });
}

function coreMatched({ picture, edges, chosen }: CompanyPair): boolean {
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
function sayingPairs({ picture, edges, chosen }: CompanyPair): number {
  let count = 0;
  for (const number of chosen)
    if (!isAside(picture.listedRole[bitIndex(edges[number]!.listedBits)]!)) count++;
  return count;
}

/** Pairs of words such as Group and Holding, which say nothing of the firm. */
function genericPairs({ picture, edges, chosen }: CompanyPair): number {
  let count = 0;
  for (const number of chosen)
    if (picture.listedRole[bitIndex(edges[number]!.listedBits)] === roleGeneric) count++;
  return count;
}

/** Whether a word that says something, no legal form or article and not of the role `but`, has no counterpart. */
function openWords({ picture, queryBits, listedBits }: CompanyPair, but = -1): boolean {
  return (
    hasOpen(picture.queryRole, picture.queryCount, queryBits, but) ||
    hasOpen(picture.listedRole, picture.listedCount, listedBits, but)
  );
}

function hasOpen(roles: Uint8Array, count: number, bits: number, but: number): boolean {
  for (let at = 0; at < count; at++)
    if (!(bits & (1 << at)) && !isAside(roles[at]!) && roles[at] !== but) return true;
  return false;
}

/** Weight of the words that say something and have no counterpart. */
function openWeight({ picture, queryBits, listedBits }: CompanyPair): number {
  let weight = 0;
  for (let at = 0; at < picture.queryCount; at++)
    if (!(queryBits & (1 << at)) && !isAside(picture.queryRole[at]!)) weight += picture.queryWeight[at]!;
  for (let at = 0; at < picture.listedCount; at++)
    if (!(listedBits & (1 << at)) && !isAside(picture.listedRole[at]!)) weight += picture.listedWeight[at]!;
  return weight;
}
