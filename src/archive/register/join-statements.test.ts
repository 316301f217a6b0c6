import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import type { FakeEntry } from '../fake-list.fixture.ts';
import { build, chain, identifier } from './register.fixture.ts';

const lei = identifier('LEI', '5493001KJTIIGC8Y1R12');
const entry = (more: Partial<FakeEntry> = {}): FakeEntry => ({
  entry: '1',
  name: 'Acme Trading',
  identifiers: [lei],
  ...more,
});
const other: FakeEntry = { entry: '9', name: 'Somebody Else' };
const day = (text: string) => text as Day;
const listingsOf = (...chains: Parameters<typeof build>[0]) =>
  build(chains).listings.filter((listing) => listing.party === 'a:1');

describe('the listings of a party that several lists name', () => {
  it('are one for each regime, with every source entry', () => {
    const listings = listingsOf(
      chain('a', ['2020-01-01', [entry({ regimes: ['r', 's'] })]]),
      chain('b', ['2020-02-01', [entry({ entry: '2', regimes: ['r'] })]]),
      chain('c', ['2020-03-01', [entry({ entry: '3', regimes: ['t'] })]]),
    );
    expect(
      listings.map(({ regime, sourceEntry, otherEntries = [] }) => [
        regime,
        ...[sourceEntry!, ...otherEntries].map(({ source, entry: id }) => `${source}:${id}`),
      ]),
    ).toEqual([
      ['s', 'a:1'],
      ['r', 'b:2', 'a:1'],
      ['t', 'c:3'],
    ]);
  });

  it('begin on the earlier of two stated days, and tell both; what one lacks is taken from the other', () => {
    const [listing] = listingsOf(
      chain('a', ['2020-01-01', [entry({ from: day('2018-05-01'), programs: ['X'] })]]),
      chain('b', ['2020-02-01', [entry({ entry: '2', from: day('2019-05-01'), programs: ['Y'] })]]),
    );
    expect(listing).toMatchObject({
      from: '2018-05-01',
      seen: '2020-01-01',
      programs: ['Y', 'X'],
      fieldProvenance: { from: { source: 'a' } },
      alsoStatedBy: [{ source: 'a', note: expect.stringContaining('states from 2018-05-01') }],
    });
  });

  it('rest on the whole list before an extract of it, though the extract is newer', () => {
    const [listing] = listingsOf(
      chain('a', ['2020-01-01', [entry()]]),
      chain('b', ['2021-01-01', [entry({ entry: '2' })], 'extract']),
    );
    expect(listing).toMatchObject({ sourceEntry: { source: 'a' }, provenance: { verified: 'verified' } });
  });

  it('are not ended by an entry that is gone from one list while another still has it', () => {
    const listings = listingsOf(
      chain('a', ['2020-01-01', [entry(), other]]),
      chain('b', ['2020-01-01', [entry({ entry: '2' }), other]], ['2025-01-01', [other]]),
    );
    expect(listings.map(({ sourceEntry, until }) => [sourceEntry?.source, until])).toEqual([
      ['a', undefined],
      ['b', '2024-12-31'],
    ]);
  });

  it('last, where an entry that was gone comes back saying that it has lasted all along', () => {
    const listings = listingsOf(
      chain(
        'a',
        ['2020-01-01', [entry({ from: day('2019-01-01') }), other]],
        ['2021-01-01', [other]],
        ['2022-01-01', [entry({ from: day('2019-01-01') }), other]],
      ),
    );
    expect(listings).toHaveLength(1);
    expect(listings[0]!.until).toBeUndefined();
    expect(listings[0]!.otherEntries).toBeUndefined();
  });

  it('are two, where it came back as a new listing', () => {
    const listings = listingsOf(
      chain(
        'a',
        ['2020-01-01', [entry({ from: day('2019-01-01') }), other]],
        ['2021-01-01', [other]],
        ['2022-01-01', [entry({ from: day('2021-06-01') }), other]],
      ),
    );
    expect(listings.map(({ from, until }) => [from, until])).toEqual([
      ['2019-01-01', '2020-12-31'],
      ['2021-06-01', undefined],
    ]);
  });
});
