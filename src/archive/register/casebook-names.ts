import type { CasebookFacts } from '../../model/casebook.ts';
import type { Name, Party, PartyId, RegimeId } from '../../model/party.ts';
import { classOf, type Member } from './member.ts';
import { isFullName, nameKey } from './name-key.ts';

/** A casebook party that an entry names word for word, and the reason in words. */
export interface NameEvidence {
  readonly party: PartyId;
  readonly reason: string;
}

/**
 * Finds the casebook party that an entry names: a full name of the entry equals a verified name of the party, or its
 * primary name equals a shorter one and the casebook itself lists the party under that regime. Nothing where the name
 * stands for more than one party, or kinds or countries speak against it.
 */
export function casebookNames(casebook: Pick<CasebookFacts, 'parties' | 'listings'>) {
  const byKey = new Map<string, { party: Party; name: Name }[]>();
  for (const party of casebook.parties) {
    for (const name of party.names) {
      if (!isTrusted(name)) continue;
      const key = nameKey(name.text);
      const known = byKey.get(key);
      if (!known) byKey.set(key, [{ party, name }]);
      else if (!known.some((other) => other.party === party)) known.push({ party, name });
    }
  }
  const listed = new Set(casebook.listings.map((listing) => `${listing.party} ${listing.regime}`));
  return (member: Member): NameEvidence | undefined => {
    if (member.kind !== 'entry') return undefined;
    const { record } = member.history;
    for (const name of record.names) {
      if (name.kind === 'weak alias' || name.kind === 'brand') continue;
      const found = byKey.get(nameKey(name.text)) ?? [];
      if (found.length !== 1) continue;
      const { party, name: own } = found[0]!;
      const isCorroborated = record.listings.some(({ regime }) =>
        listed.has(`${party.id} ${regime as RegimeId}`),
      );
      const isEnough = isFullName(name.text)
        ? name.kind === 'primary' || own.kind === 'primary' || isCorroborated
        : isCorroborated && name.kind === 'primary';
      if (!isEnough || !countriesMeet(record.countries, party, isCorroborated)) continue;
      if (classOf(member) !== classOf({ kind: 'casebook', id: party.id, party })) continue;
      const also = isCorroborated ? ', whom the casebook lists under the same regime' : '';
      return {
        party: party.id,
        reason: `the list's ${name.kind} name “${name.text}” is a name of ${party.caption}${also}`,
      };
    }
    return undefined;
  };
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

/** A list without countries says nothing against; without corroboration the country has to be stated and the same. */
function countriesMeet(countries: readonly string[], party: Party, isCorroborated: boolean): boolean {
  if (countries.length === 0 || party.countries.length === 0) return isCorroborated;
  return countries.some((country) => party.countries.includes(country));
}
