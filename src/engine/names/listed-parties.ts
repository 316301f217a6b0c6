import { type ListedParty, listedParty, matchKinds } from '../../match/index.ts';
import type { Party } from '../../model/index.ts';

/**
 * The parties of a register as the name engine takes them in. One whose kind its source does not state (`LegalEntity`)
 * stands among those of every kind, so that a query for a person, or for a vessel, does not miss it.
 */
export function* listedParties(parties: Iterable<Party>): Generator<ListedParty> {
  for (const party of parties) {
    const listed = listedParty(party);
    if (party.schema !== 'LegalEntity') yield listed;
    else for (const kind of matchKinds) yield { ...listed, kind };
  }
}
