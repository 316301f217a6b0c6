import type { Day } from '../../model/day.ts';
import type { Party, PartyId, PartySchema } from '../../model/party.ts';
import type { EntryHistory } from './entry-history.ts';

/** What may be one party with others: a casebook party, or an entry of a list over all its versions. */
export type Member =
  | { readonly kind: 'casebook'; readonly id: PartyId; readonly party: Party }
  | { readonly kind: 'entry'; readonly id: PartyId; readonly history: EntryHistory };

export function entryMember(history: EntryHistory): Member {
  return { kind: 'entry', id: `${history.source}:${history.entry}` as PartyId, history };
}

/** The description of the party, whichever it is. */
export type Facts = Pick<Party, 'schema' | 'names' | 'identifiers' | 'countries' | 'birthDates' | 'gender'>;

/** Reads the description; of an entry each call parses it anew. */
export function factsOf(member: Member): Facts {
  return member.kind === 'casebook' ? member.party : member.history.record();
}

/** Classes of schemas that can be one party; a party of unknown kind (`LegalEntity`) is an organisation at least. */
export type PartyClass = 'person' | 'organisation' | 'vessel' | 'aircraft' | 'security' | 'wallet';

const classes: Readonly<Record<PartySchema, PartyClass>> = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
  Vessel: 'vessel',
  Airplane: 'aircraft',
  Security: 'security',
  CryptoWallet: 'wallet',
};

export function classOf({ schema }: Pick<Party, 'schema'>): PartyClass {
  return classes[schema];
}

/** Casebook first, then in the order in which the entries were first seen: the first gives the party its id. */
export function byPrecedence(a: Member, b: Member): number {
  const left = precedence(a);
  const right = precedence(b);
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

function precedence(member: Member): [number, Day | '', string, number, string] {
  if (member.kind === 'casebook') return [0, '', '', 0, member.id];
  const { firstSeen, source, entry } = member.history;
  // Publishers number upwards, so that of two entries of a day the smaller number is the older one.
  const number = /^\d+$/.test(entry) ? Number(entry) : Number.MAX_SAFE_INTEGER;
  return [1, firstSeen, source, number, entry];
}
