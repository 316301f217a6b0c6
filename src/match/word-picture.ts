import {
  roleDistinctive,
  roleGiven,
  roleHonorific,
  roleInitial,
  roleLegalForm,
  roleNumber,
  roleOrdinal,
  roleParticle,
  rolePatronymic,
  roleSurname,
} from './role.ts';

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
  /** Spelling family of each listed word. */
  readonly listedFamily: Uint32Array;
  /** Words that are whole syllables of a Chinese or Korean name, as bits. */
  querySyllables: number;
  listedSyllables: number;
  /** Words written without vowels, as bits. */
  queryBare: number;
  listedBare: number;
  queryCount: number;
  listedCount: number;
  /** The listed name is part of a longer name of the same party. */
  isPart: boolean;
}

/** Words less alike than this may be two words that are near each other. */
export const sureSimilarity = 0.9;

export function isCore(role: number): boolean {
  return (
    role === roleDistinctive ||
    role === roleSurname ||
    role === roleGiven ||
    role === roleNumber ||
    role === rolePatronymic
  );
}

export function isNumber(role: number): boolean {
  return role === roleNumber || role === roleOrdinal;
}

/** Whether a word is an article, title or legal form, which stand beside a name. */
export function isAside(role: number): boolean {
  return role === roleLegalForm || role === roleParticle || role === roleHonorific;
}

/** Whether a word is a name or part of one, and no article, title, initial or legal form. */
export function isFull(role: number): boolean {
  return role !== roleInitial && !isAside(role);
}

/** Whether each name has a word of the role that the other lacks. */
export function bothOpen(picture: WordPicture, queryBits: number, listedBits: number, role: number): boolean {
  return (
    openRole(picture.queryRole, picture.queryCount, queryBits, role) &&
    openRole(picture.listedRole, picture.listedCount, listedBits, role)
  );
}

/** Whether a word of the role is not among those matched. */
export function openRole(roles: Uint8Array, count: number, bits: number, role: number): boolean {
  for (let at = 0; at < count; at++) if (roles[at] === role && !(bits & (1 << at))) return true;
  return false;
}
