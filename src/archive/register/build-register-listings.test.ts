import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import type { Link, PartyId } from '../../model/party.ts';
import { build, casebookListing, casebookParty, chain, identifier } from './register.fixture.ts';

const ids = (register: ReturnType<typeof build>) => register.parties.map((party) => party.id);
const hik = casebookParty('hikvision', 'Hangzhou Hikvision Digital Technology Co., Ltd.', {
  names: [
    { text: 'Hangzhou Hikvision Digital Technology Co., Ltd.', kind: 'primary' },
    { text: 'Hikvision', kind: 'alias' },
    { text: '杭州海康威视数字技术股份有限公司', kind: 'alias' },
    { text: 'Hik Video Group', kind: 'alias', provenance: { source: 'M', verified: 'from memory' } },
  ],
  identifiers: [identifier('source id', '30946', 'ofac')],
});

describe('listings and known days', () => {
  it('mark an end that follows from absence', () => {
    const register = build([
      chain('a', ['2020-01-01', [{ entry: '1' }, { entry: '2' }]], ['2021-01-01', [{ entry: '2' }]]),
    ]);
    expect(register.listings[0]).toMatchObject({
      id: 'a:1:fake-regime',
      until: '2020-12-31',
      untilInferred: true,
    });
    expect(register.listings[0]!.provenance.note).toContain('no longer in the next version');
    expect(register.listings[1]).not.toHaveProperty('until');
    expect(ids(register)).toEqual(['a:1', 'a:2']);
  });

  it('give the same id to a party from version to version, and redirect one that was renumbered', () => {
    const register = build([
      chain(
        'a',
        ['2020-01-01', [{ entry: 'sha256:1', name: 'Acme' }]],
        ['2021-01-01', [{ entry: 'sha256:2', name: 'ACME' }]],
      ),
    ]);
    expect(ids(register)).toEqual(['a:sha256:1']);
    expect(register.redirects).toEqual({ 'a:sha256:2': 'a:sha256:1' });
  });

  it('let the casebook know nothing that came later', () => {
    const link: Link = {
      id: 'l',
      kind: 'ownership',
      owner: 'x' as PartyId,
      owned: 'hikvision' as PartyId,
      from: '2021-01-01' as Day,
      provenance: { source: 'S1', verified: 'verified' },
    };
    const casebook = {
      parties: [hik],
      listings: [
        casebookListing('hikvision', 'r1', { from: '2019-01-01' as Day, until: '2021-06-30' as Day }),
        casebookListing('hikvision', 'r2', { from: '2021-01-01' as Day }),
      ],
      links: [link],
    };
    const then = build([], { casebook, knownCut: '2020-01-01' as Day });
    expect(then.listings.map((listing) => [listing.regime, listing.until])).toEqual([['r1', undefined]]);
    expect(then.links).toEqual([]);
    expect(build([], { casebook }).listings.length).toBe(2);
  });
});

describe('links of lists', () => {
  it('lead to the one entry of that name, and stay a note where two have it', () => {
    const entries = [
      { entry: '1', name: 'HIZBALLAH' },
      { entry: '2', name: 'Nasrallah', schema: 'Person' as const, linkedTo: 'Hizballah' },
      { entry: '3', name: 'Star' },
      { entry: '4', name: 'Star' },
      { entry: '5', name: 'Agent', linkedTo: 'Star' },
    ];
    const register = build([chain('a', ['2020-01-01', entries])]);
    expect(register.links).toMatchObject([
      { owner: 'a:1', owned: 'a:2', kind: 'other', note: 'Linked To: Hizballah' },
    ]);
    expect(register.parties.find((party) => party.id === 'a:5')!.notes).toEqual(['Linked To: Star']);
  });
});
