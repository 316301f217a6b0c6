import { type TokenClass, tokenClasses } from '../text/index.ts';

/** What a word does in a name. Stored as one byte for each word of each listed name: its place among the classes. */
export const roles = tokenClasses;
export type Role = TokenClass;

const codes = new Map<Role, number>(roles.map((role, index) => [role, index]));

export function roleCode(role: Role): number {
  return codes.get(role)!;
}

export const roleGiven = roleCode('given');
export const roleSurname = roleCode('surname');
export const rolePatronymic = roleCode('patronymic');
export const roleParticle = roleCode('particle');
export const roleHonorific = roleCode('honorific');
export const roleInitial = roleCode('initial');
export const roleLegalForm = roleCode('legal form');
export const roleIndustry = roleCode('industry');
export const rolePlace = roleCode('place');
export const roleNumber = roleCode('number');
export const roleOrdinal = roleCode('ordinal');
export const roleGeneric = roleCode('generic');
export const roleDistinctive = roleCode('distinctive');
