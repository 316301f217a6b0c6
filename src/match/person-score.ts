import { isOneWritten, onlyAlike } from './person-likeness.ts';
import type { PersonPair } from './person-pair.ts';
import { roleGeneric, roleGiven, roleInitial, roleParticle, rolePatronymic, roleSurname } from './role.ts';
import { parts } from './score-parts.ts';
import { bitCount, bitIndex } from './word-bits.ts';
import { bothOpen, isFull, openRole, type WordPicture } from './word-picture.ts';

/**
 * What remains of a score by what tells people apart: names that thousands bear need to be whole, in order and alike;
 * a rare name may lack a part. Only ever lowers the score.
 */
export function personScore(given: number, pair: PersonPair): number {
  const { query, picture, queryBits, listedBits, fullPairs, mostFull, rarest } = pair;
  let score = given;
  const lower = (cap: number, rule: string): void => {
    if (score > cap) {
      score = Math.max(0, cap);
      parts.rule = rule;
    }
  };
  const withInitial = hasInitial(pair);
  if (fullPairs <= 1 && mostFull >= 2 && !withInitial) lower(oneOfSeveralCap, 'one word of several');
  if (!withInitial && isOneWritten(pair)) lower(oneOfSeveralCap, 'one word of several');
  if (pair.hasUnsure) {
    const { weakest, isBare, hasOtherConsonants, isOtherGiven } = onlyAlike(pair);
    if (hasOtherConsonants) lower(score * otherConsonants, 'other consonants');
    if (pair.surest === 0 && isBare) lower(commonNameCap, 'consonants alone');
    if (pair.surest === 0 && weakest < leastForUnsure) lower(commonNameCap, 'all words only alike');
    const asked = pair.sure < littleForSure ? leastForUnsure : leastBesideRare;
    if (pair.sure > 0 && fullPairs <= 2 && weakest <= asked)
      lower(commonNameCap, 'one word for sure, and little of another');
    if (isOtherGiven && fullPairs <= 2) lower(commonNameCap, 'another given name');
  }
  if (pair.hasUnsure && pair.surest < commonName && fullPairs < mostFull && !withInitial)
    lower(commonNameCap, 'a common name for sure, another only alike, and more on one side');
  if (pair.hasOtherName && pair.sure > 0 && pair.sure < littleForSure)
    lower(commonNameCap, 'a common name for sure, and another name near it');
  if (rarest < commonName && fullPairs <= 2 && fullPairs < mostFull && !withInitial) {
    // A patronymic is left out more often than not: that speaks less against a common name.
    const isWhole = fullPairs + pair.patronymics >= mostFull;
    lower(isWhole ? withoutPatronymicCap : commonNameCap, 'a common name, and more on one side');
  }
  if (isLoneCommonName(pair)) lower(commonNameCap, 'one common name');
  // `Abu Fayad` is the father of a Fayad.
  if (pair.listedFull === 1 && (query.fatherOf & ~queryBits) !== 0) lower(0.6, 'father of the name');
  // `Umm Naim` and `Abu Naim` are husband and wife.
  if (fullPairs <= 1 && bothOpen(picture, queryBits, listedBits, roleParticle)) lower(0.6, 'other particle');
  if (isTurnedCommonName(pair)) lower(commonNameCap, 'common names in another order');
  if (pair.surest < commonName && fullPairs <= 1 && withInitial && hasListedInitial(pair))
    lower(commonNameCap, 'an initial and a common name');
  if (bothOpen(picture, queryBits, listedBits, roleGeneric)) lower(0.6, 'another generation');
  if (bitCount(query.sonOf) === 1 && isOtherSon(pair)) lower(0.6, 'father and son exchanged');
  if (joinedToShortWord(pair)) lower(0.6, 'short names joined');
  if (syllables(pair)) {
    const initials =
      openRole(picture.queryRole, picture.queryCount, queryBits, roleInitial) ||
      openRole(picture.listedRole, picture.listedCount, listedBits, roleInitial);
    if (pair.conflict > 0 || pair.missing > 0.3 || initials) lower(0.6, 'other syllables');
    if (score < 0.9) lower(score * 0.85, 'syllables only alike');
  }
  if (secondSurnameOnly(picture, listedBits)) lower(score * 0.9, 'first surname missing');
  if (isOtherFirstName(pair)) lower(score * 0.88, 'another first name');
  if (bothOpen(picture, queryBits, listedBits, roleInitial)) lower(score * 0.85, 'other initial');
  if (pair.conflict > 0.3 && bothOpen(picture, queryBits, listedBits, roleGiven))
    lower(score * 0.9, 'other given name');
  if (bothOpen(picture, queryBits, listedBits, rolePatronymic)) lower(score * 0.85, 'other patronymic');
  if (pair.conflict > 0.3 && bothOpen(picture, queryBits, listedBits, roleSurname))
    lower(score * 0.9, 'other surname');
  return score;
}

/** The most that one word shared of several is worth. */
export const oneOfSeveralCap = 0.6;

/** What remains of a score where a word written without vowels has other consonants. */
const otherConsonants = 0.87;
/** Where no word but a common one is shared for sure, the others must be at least as like as this. */
const leastForUnsure = 0.8;
/** The same beside a rarer word. */
const leastBesideRare = 0.72;

/** Names all of whose shared words are commoner than this are borne by thousands. */
export const commonName = 0.5;
/** Given names at the head of statistics. */
const commonGivenName = 0.31;
/** Rarity that words shared for sure must have together beside a word that is near another name. */
const littleForSure = 0.6;
/** Rarity of a name with whose words people are told apart in any order. */
const rareInAnyOrder = 0.85;
/** Score of a common name of which something is open: facts can lift it. */
const commonNameCap = 0.7;

/** Score of a common name that lacks only the patronymic. */
const withoutPatronymicCap = 0.75;

/** `Sadeghi` on a list is no `Bin Sadeghi`, and `Aleksandr` no `Alexander`: the one word says nothing but itself. */
function isLoneCommonName({ listedFull, fullPairs, rarest, untitled, isInexact }: PersonPair): boolean {
  if (listedFull !== 1 || fullPairs > 1 || rarest >= commonName) return false;
  return untitled > 0 || (isInexact && rarest < commonGivenName);
}

/** `Ibrahim Mohamed` for `Muhammad Ibrahim`: two common names in another order and spelling are another's. */
function isTurnedCommonName(pair: PersonPair): boolean {
  const { fullPairs, rarest, rarity, isInexact, missing } = pair;
  if (fullPairs < 2 || fullPairs > 3 || (rarest >= commonName && rarity >= rareInAnyOrder)) return false;
  return (isInexact || (fullPairs === 2 && missing > 0)) && isTurned(pair);
}

/** Whether words that both names share stand in another order. */
function isTurned({ picture, edges, chosen }: PersonPair): boolean {
  for (const one of chosen) {
    for (const other of chosen) {
      const a = edges[one]!;
      const b = edges[other]!;
      if (a.queryBits >= b.queryBits || a.listedBits <= b.listedBits) continue;
      if (isAlone(picture, a.listedBits) && isAlone(picture, b.listedBits)) return true;
    }
  }
  return false;
}

/** Whether the listed name has the word once: which of two equal words is meant says nothing. */
function isAlone(picture: WordPicture, listedBits: number): boolean {
  const at = bitIndex(listedBits);
  for (let other = 0; other < picture.listedCount; other++)
    if (other !== at && picture.listedFamily[other] === picture.listedFamily[at]) return false;
  return true;
}

/** `Hussein bin Abdullah` is no `Abdullah bin Hussein`: who stands before `bin` in one name and after it in the other. */
function isOtherSon({ query, picture, edges, chosen }: PersonPair): boolean {
  const son = chosen.find((number) => {
    const { queryBits, listedBits } = edges[number]!;
    return (query.sonOf & queryBits) !== 0 && picture.listedRole[bitIndex(listedBits)] === roleParticle;
  });
  if (son === undefined) return false;
  const { queryBits, listedBits } = edges[son]!;
  let becameFather = -1;
  let becameSon = -1;
  for (const number of chosen) {
    const edge = edges[number]!;
    if (!isFull(picture.listedRole[bitIndex(edge.listedBits)]!)) continue;
    const family = picture.listedFamily[bitIndex(edge.listedBits)]!;
    if (edge.queryBits < queryBits && edge.listedBits > listedBits) becameFather = family;
    if (edge.queryBits > queryBits && edge.listedBits < listedBits) becameSon = family;
  }
  return becameFather >= 0 && becameSon >= 0 && becameFather !== becameSon;
}

/** Whether an initial of the listed name stands for a whole word of the query. */
function hasListedInitial({ picture, edges, chosen }: PersonPair): boolean {
  return chosen.some((number) => {
    const { kind, similarity, listedBits } = edges[number]!;
    return kind === 'initial' && similarity < 1 && picture.listedRole[bitIndex(listedBits)] === roleInitial;
  });
}

/** First names commoner than this are often left out before a second one: Muhammad, Jose. */
const dropped = 0.27;

/**
 * `Jose Izquierdo` for `Gerardo Jose Izquierdo`: a common name that stands second in one name is the first and only one
 * of the other.
 */
function isOtherFirstName({ picture, queryBits, listedBits, edges, chosen }: PersonPair): boolean {
  const asked = firstGiven(picture.queryRole, picture.queryCount);
  const listed = firstGiven(picture.listedRole, picture.listedCount);
  if (asked < 0 || listed < 0) return false;
  const isAskedOpen = (queryBits & (1 << asked)) === 0;
  const isListedOpen = (listedBits & (1 << listed)) === 0;
  if (isAskedOpen === isListedOpen) return false;
  const rarity = isAskedOpen ? picture.queryRarity[asked]! : picture.listedRarity[listed]!;
  if (rarity < dropped) return false;
  return chosen.some((number) => {
    const edge = edges[number]!;
    const at = isAskedOpen ? bitIndex(edge.listedBits) : bitIndex(edge.queryBits);
    if (at !== (isAskedOpen ? listed : asked)) return false;
    const there = isAskedOpen ? bitIndex(edge.queryBits) : bitIndex(edge.listedBits);
    const role = isAskedOpen ? picture.queryRole[there]! : picture.listedRole[there]!;
    const shared = isAskedOpen ? picture.queryRarity[there]! : picture.listedRarity[there]!;
    return role === roleGiven && shared < commonName;
  });
}

function firstGiven(roles: Uint8Array, count: number): number {
  for (let at = 0; at < count; at++) if (roles[at] === roleGiven) return at;
  return -1;
}

/** Letters up to which one word on a list may be like two short names of the query by chance: San Cha, Hassan. */
const shortJoined = 7;

function joinedToShortWord({ picture, edges, chosen, listedFull }: PersonPair): boolean {
  return (
    listedFull === 1 &&
    chosen.some((number) => {
      const { kind, listedBits } = edges[number]!;
      return kind === 'joined in query' && picture.listedLength[bitIndex(listedBits)]! <= shortJoined;
    })
  );
}

function hasInitial({ edges, chosen }: PersonPair): boolean {
  for (const number of chosen) if (edges[number]!.kind === 'initial') return true;
  return false;
}

/** Whether the names meet in syllables of Chinese or Korean names: there each syllable tells people apart. */
function syllables({ picture, queryBits, listedBits }: PersonPair): boolean {
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
