import type { Day } from '../../model/day.ts';
import type { Identifier, Listing, Party, PartyId, RegimeId } from '../../model/party.ts';
import type { Register } from '../../model/register.ts';
import { type FakeEntry, fakeRecord } from '../fake-list.fixture.ts';
import { buildRegister, type RegisterInput } from './build-register.ts';
import type { ChainInput } from './entry-history.ts';

/** A list's versions: day, entries, and whether it is an extract. */
export function chain(
  source: string,
  ...versions: readonly (readonly [string, readonly FakeEntry[], 'extract'?])[]
): ChainInput {
  return {
    source,
    versions: versions.map(([published, entries, extract]) => ({
      sha256: `${source} ${published}`,
      published: published as Day,
      completeness: extract ?? 'whole',
      lines: () =>
        entries.map((fake) => {
          const record = fakeRecord(fake);
          return { entry: fake.entry, content: JSON.stringify(record), record: () => record };
        }),
    })),
  };
}

export function build(chains: readonly ChainInput[], more: Partial<RegisterInput> = {}): Register {
  return buildRegister({
    chains,
    casebook: { parties: [], listings: [], links: [] },
    known: '2025-01-01' as Day,
    versions: [],
    titles: {},
    keepApart: [],
    hash: 'test',
    ...more,
  });
}

export function casebookParty(id: string, name: string, more: Partial<Party> = {}): Party {
  return {
    id: id as PartyId,
    schema: 'Company',
    caption: name,
    names: [{ text: name, kind: 'primary' }],
    identifiers: [],
    countries: ['cn'],
    addresses: [],
    birthDates: [],
    birthPlaces: [],
    nationalities: [],
    notes: [],
    provenance: [{ source: 'S1', verified: 'verified' }],
    ...more,
  };
}

export function casebookListing(party: string, regime: string, more: Partial<Listing> = {}): Listing {
  return {
    id: `casebook:${party}:${regime}`,
    party: party as PartyId,
    regime: regime as RegimeId,
    citation: '84 FR 1',
    programs: [],
    basis: 'named',
    provenance: { source: 'S1', verified: 'verified' },
    ...more,
  };
}

export const identifier = (kind: Identifier['kind'], value: string, issuer?: string): Identifier => ({
  kind,
  value,
  ...(issuer === undefined ? {} : { issuer }),
});
