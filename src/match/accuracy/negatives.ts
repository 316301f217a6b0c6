import type { MatchKind } from '../kind.ts';
import type { ListedParty } from '../listed-party.ts';
import words from '../tables/mutation-words.json' with { type: 'json' };
import type { SeededRandom } from './seeded-random.ts';

/** A way to make a name that is near a listed one and yet another party's; gives nothing where it does not apply. */
export interface NearMiss {
  readonly id: string;
  readonly summary: string;
  make(name: string, kind: MatchKind, random: SeededRandom): string | undefined;
}

/** Given names and surname of a name that lists write as `SURNAME, Given`. */
function splitComma(name: string): { surname: string; given: string } | undefined {
  const at = name.indexOf(', ');
  if (at <= 0 || name.indexOf(', ', at + 1) > 0 || /[;()/]/.test(name)) return undefined;
  return { surname: name.slice(0, at), given: name.slice(at + 2) };
}

export const nearMisses: readonly NearMiss[] = [
  {
    id: 'other given name',
    summary: 'the surname with another given name',
    make(name, kind, random) {
      const parts = kind === 'person' ? splitComma(name) : undefined;
      if (!parts) return undefined;
      const given = random.pick(words.otherGiven);
      return parts.given.toLowerCase().includes(given.toLowerCase())
        ? undefined
        : `${given} ${parts.surname}`;
    },
  },
  {
    id: 'other surname',
    summary: 'the given names with another surname',
    make(name, kind, random) {
      const parts = kind === 'person' ? splitComma(name) : undefined;
      if (!parts || parts.given.length < 5) return undefined;
      return `${parts.given} ${random.pick(words.otherSurnames)}`;
    },
  },
  {
    id: 'other brand',
    summary: 'the longest word of a company name replaced by an invented brand',
    make(name, kind, random) {
      if (kind !== 'company' || /[(;/]/.test(name)) return undefined;
      const parts = name.split(' ');
      if (parts.length < 3) return undefined;
      const generic = new Set([
        ...words.generic,
        'joint',
        'stock',
        'liability',
        'scientific',
        'production',
        'research',
        'electronics',
        'shipping',
        'development',
        'association',
        'institute',
        'technological',
        'engineering',
        'petroleum',
        'petrochemical',
        'construction',
        'investment',
        'exchange',
        'electronic',
        'enterprises',
        'commercial',
        'organization',
        'university',
        'company,',
        'trading',
        'management',
        'logistics',
        'ministry',
        'federal',
        'national',
        'committee',
        'foundation',
        'airlines',
        'aviation',
        'financial',
        'machinery',
        'military',
        'materials',
        'equipment',
        'security',
        'islamic',
        'republic',
        'people',
        'technologies',
        'agricultural',
        'insurance',
        'transport',
        'transportation',
        'manufacturing',
        'obshchestvo',
        'ogranichennoy',
        'ogranichennoi',
        'otvetstvennostyu',
        'aktsionernoe',
        'aktsionernoye',
        'publichnoe',
        'otkrytoe',
        'gosudarstvennoe',
        'predpriyatie',
        'unitary',
        'state',
        'bank',
        'group',
        'public',
        'private',
        'closed',
        'open',
      ]);
      const fit = parts.flatMap((word, at) =>
        word.length >= 4 && /^\p{L}+$/u.test(word) && !generic.has(word.toLowerCase()) ? [at] : [],
      );
      if (fit.length !== 1) return undefined;
      const at = fit[0]!;
      return parts.map((word, index) => (index === at ? random.pick(words.brands) : word)).join(' ');
    },
  },
  {
    id: 'changed number',
    summary: 'another number in the name',
    make: (name) =>
      /\d{2,}/.test(name) ? name.replace(/\d{2,}/, (digits) => String(Number(digits) + 70)) : undefined,
  },
  {
    id: 'ship word added',
    summary: 'a listed ship name with another word',
    make: (name, kind, random) =>
      kind === 'vessel' && !/\d/.test(name) && !name.includes(' ')
        ? `${name} ${random.pick(words.vesselWords)}`
        : undefined,
  },
];

/**
 * Names of people who are not listed: given names and surnames of different listed persons put together. Harder than
 * names of the public, since every word of them is on the list.
 */
export function recombinedPersons(
  parties: readonly ListedParty[],
  count: number,
  random: SeededRandom,
): string[] {
  const given: string[] = [];
  const surnames: string[] = [];
  for (const party of parties) {
    if (party.kind !== 'person') continue;
    const parts = splitComma(party.names[0]?.text ?? '');
    if (!parts || parts.given.includes(',')) continue;
    given.push(parts.given);
    surnames.push(parts.surname);
  }
  if (given.length === 0) return [];
  return Array.from({ length: count }, () => `${random.pick(given)} ${random.pick(surnames)}`);
}
