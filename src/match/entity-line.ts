import { lookUp, type NameKind } from '../model/index.ts';
import { type MatchKind, matchKinds } from './kind.ts';
import type { ListedParty } from './listed-party.ts';

/** One line of an entity file, as published with the development set. */
interface EntityLine {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly weak_aliases?: readonly string[];
  readonly birth_year?: number | string | readonly (number | string)[];
  readonly country?: string | readonly string[];
}

/** Other words for the kinds, as lists and programs write them. */
const kindNames: Readonly<Record<string, MatchKind>> = {
  individual: 'person',
  organization: 'company',
  organisation: 'company',
  entity: 'company',
  legalentity: 'company',
  publicbody: 'company',
  ship: 'vessel',
  airplane: 'aircraft',
};

/** The kind that a word stands for; undefined for none. */
export function kindOfWord(word: string | undefined): MatchKind | undefined {
  const lower = word?.toLowerCase() ?? '';
  return matchKinds.find((kind) => kind === lower) ?? lookUp(kindNames, lower);
}

/** A party from a line of an entity file; undefined where it has no id or no name. */
export function partyOfEntityLine(value: unknown): ListedParty | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const line = value as Partial<EntityLine>;
  if (typeof line.id !== 'string' || line.id === '' || typeof line.name !== 'string') return undefined;
  const named = (texts: readonly string[] | undefined, kind: NameKind) =>
    (Array.isArray(texts) ? texts : [])
      .filter((text) => typeof text === 'string')
      .map((text) => ({ text, kind }));
  const birthDates = list(line.birth_year).map(String);
  const countries = list(line.country).map((country) => String(country).toLowerCase());
  return {
    id: line.id,
    kind: kindOfWord(line.type) ?? 'company',
    names: [
      ...named([line.name], 'primary'),
      ...named(line.aliases, 'alias'),
      ...named(line.weak_aliases, 'weak alias'),
    ],
    ...(birthDates.length > 0 ? { birthDates } : {}),
    ...(countries.length > 0 ? { countries } : {}),
  };
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
