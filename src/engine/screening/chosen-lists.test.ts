import { describe, expect, it } from 'vitest';
import { loadCasebook } from '../../casebook/index.ts';
import type { Listing, PartyId, RegimeId } from '../../model/index.ts';
import { isOnLists } from './chosen-lists.ts';

const { regimes } = loadCasebook();

function listing(regime: string, ...sources: readonly string[]): Listing {
  const [first, ...others] = sources.map((source) => ({ source, entry: '1', version: 'v' }));
  return {
    id: '1',
    party: 'p' as PartyId,
    regime: regime as RegimeId,
    citation: 'c',
    programs: [],
    basis: 'named',
    provenance: { source: 'S1', verified: 'verified' },
    ...(first ? { sourceEntry: first } : {}),
    ...(others.length > 0 ? { otherEntries: others } : {}),
  };
}

describe('a screening of some lists', () => {
  it.each([
    ['an entry of such a list', ['us-ofac-sdn'], listing('us-ofac-sdn', 'us-ofac-sdn'), true],
    ['one that a further list states too', ['us-csl'], listing('us-ofac-sdn', 'us-ofac-sdn', 'us-csl'), true],
    ['an entry of another list', ['us-ofac-sdn'], listing('eu-fsf', 'eu-fsf'), false],
    [
      'a listing of the casebook under its regime',
      ['us-bis-entity-list'],
      listing('us-bis-entity-list'),
      true,
    ],
    ['one under a programme of it', ['us-ofac-sdn'], listing('us-ofac-sdn-glomag'), true],
    ['one that no official list is about', ['us-ofac-sdn'], listing('us-ndaa-889'), false],
    ['a data set by the name of all', ['opensanctions'], listing('os-x', 'opensanctions-x'), true],
  ] as const)('looks at %s', (_, lists, given, expected) => {
    expect(isOnLists(lists, regimes)(given)).toBe(expected);
  });
});
