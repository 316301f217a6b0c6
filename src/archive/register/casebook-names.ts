import type { CasebookFacts } from '../../model/casebook.ts';
import type { Name, Party, PartyId } from '../../model/party.ts';
import { classOf, type Facts, type Member } from './member.ts';
import { isFullName, nameKey, parted } from './name-key.ts';
import table from './tables/country-parts.json' with { type: 'json' };

/** A casebook party that an entry names, and the reason in words. */
export interface NameEvidence {
  readonly party: PartyId;
  readonly reason: string;
  /** 0 where nothing had to be overlooked; 1 where the legal form or the country differs. */
  readonly rank: 0 | 1;
}

/** Finds the casebook party that a member with this description names. */
export type NamedInCasebook = (member: Member, facts: Facts) => NameEvidence | undefined;

interface Known {
  readonly party: Party;
  readonly name: Name;
}

/**
 * Finds the casebook party that an entry names: a full name of the entry equals a verified name of the party, or its
 * primary name equals a shorter one and the casebook itself lists the party under that regime. Where it does, the entry's
 * primary name may also leave out a part of the legal form, and its country may be another one. Nothing where the name
 * stands for more than one party, or kinds or countries speak against it.
 */
export function casebookNames(casebook: Pick<CasebookFacts, 'parties' | 'listings'>): NamedInCasebook {
  const byKey = new Map<string, Known[]>();
  const byWords = new Map<string, Known[]>();
  for (const party of casebook.parties) {
    for (const name of party.names) {
      if (!isTrusted(name)) continue;
      note(byKey, nameKey(name.text), { party, name });
      note(byWords, parted(name.text).telling.join(' '), { party, name });
    }
  }
  // Telling words from forms takes time, and of ten thousands of names few begin like one of the casebook.
  const beginnings = new Set([...byWords.keys()].map((words) => words.split(' ', 1)[0]!));
  const mayBeShortened = (key: string) => key.split(' ', 3).some((word) => beginnings.has(word));
  const listed = new Set(casebook.listings.map((listing) => `${listing.party} ${listing.regime}`));
  return (member, facts) => {
    if (member.kind !== 'entry') return undefined;
    const isListed = (party: PartyId) =>
      member.history.listings.some((stay) => listed.has(`${party} ${stay.regime}`));
    for (const name of facts.names) {
      if (name.kind === 'weak alias' || name.kind === 'brand') continue;
      const key = nameKey(name.text);
      const exact = onlyOne(byKey.get(key));
      const found = exact ?? (mayBeShortened(key) ? shortened(name, byWords) : undefined);
      if (!found) continue;
      const { party } = found;
      const isCorroborated = isListed(party.id);
      if (classOf(facts) !== classOf(party)) continue;
      if (!exact && !isCorroborated) continue;
      const isEnough = isFullName(name.text)
        ? name.kind === 'primary' || found.name.kind === 'primary' || isCorroborated
        : isCorroborated && name.kind === 'primary';
      if (!isEnough) continue;
      const meet = countriesMeet(facts.countries, party, isCorroborated);
      // Publishers give the place of the office or of the register; a full name on the very list says which party it is.
      const overlooked = !meet && isCorroborated && exact && name.kind === 'primary' && isFullName(name.text);
      if (!meet && !overlooked) continue;
      return {
        party: party.id,
        reason: reasonFor(name, found, { isExact: exact !== undefined, isCorroborated, meet, facts }),
        rank: exact && meet ? 0 : 1,
      };
    }
    return undefined;
  };
}

function note(known: Map<string, Known[]>, key: string, found: Known): void {
  const others = known.get(key);
  if (!others) known.set(key, [found]);
  else if (!others.some((other) => other.party === found.party)) others.push(found);
}

function onlyOne(found: readonly Known[] | undefined): Known | undefined {
  return found?.length === 1 ? found[0] : undefined;
}

/** `X Company` for `X Company Limited`: the same telling words, and of the legal forms one is a part of the other. */
function shortened(name: Name, byWords: ReadonlyMap<string, Known[]>): Known | undefined {
  if (name.kind !== 'primary' || !isFullName(name.text)) return undefined;
  const { telling, form } = parted(name.text);
  const found = onlyOne(byWords.get(telling.join(' ')));
  if (!found) return undefined;
  const own = parted(found.name.text).form;
  const isPart = form.every((word) => own.includes(word)) || own.every((word) => form.includes(word));
  return isPart ? found : undefined;
}

/** Names from memory are good enough to search by, not to say that two are one. */
function isTrusted(name: Name): boolean {
  if (name.kind === 'weak alias' || name.kind === 'brand') return false;
  return (
    name.provenance === undefined ||
    name.provenance.verified === 'verified' ||
    name.provenance.verified === 'secondary'
  );
}

const wholes: Readonly<Record<string, string>> = table.parts;

/** A list without countries says nothing against; without corroboration the country has to be stated and the same. */
function countriesMeet(countries: readonly string[], party: Party, isCorroborated: boolean): boolean {
  if (countries.length === 0 || party.countries.length === 0) return isCorroborated;
  const own = new Set(party.countries.map(whole));
  return countries.some((country) => own.has(whole(country)));
}

function whole(country: string): string {
  return wholes[country] ?? country;
}

function reasonFor(
  name: Name,
  { party }: Known,
  how: { isExact: boolean; isCorroborated: boolean; meet: boolean; facts: Facts },
): string {
  const form = how.isExact ? '' : ' but for a part of the legal form';
  const also = how.isCorroborated ? ', whom the casebook lists under the same regime' : '';
  const country = how.meet
    ? ''
    : ` (the list gives the country ${codes(how.facts.countries)}, the casebook ${codes(party.countries)})`;
  return `the list's ${name.kind} name “${name.text}” is a name of ${party.caption}${form}${also}${country}`;
}

function codes(countries: readonly string[]): string {
  return countries.map((country) => country.toUpperCase()).join(', ');
}
