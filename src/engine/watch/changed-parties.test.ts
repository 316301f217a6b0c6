import { expect, it } from 'vitest';
import type { ListSince } from '../../archive/index.ts';
import type { Day, Link, Party, PartyId, RegisterView } from '../../model/index.ts';
import { changedParties } from './changed-parties.ts';

const parties = ['list:owner', 'kept', 'sold', 'to-come', 'below'];
const link = (owner: string, owned: string, period: { from?: string; until?: string } = {}) =>
  ({ owner, owned, kind: 'ownership', provenance: { source: 'S1' }, ...period }) as unknown as Link;
const links = [
  link('list:owner', 'kept'),
  link('list:owner', 'sold', { until: '2020-05-27' }),
  link('list:owner', 'to-come', { from: '2023-01-01' }),
  link('kept', 'below', { until: '2022-06-01' }),
];
const register = {
  resolve: (id: string) => (parties.includes(id) ? (id as PartyId) : undefined),
  party: (id: PartyId) => ({ id, caption: `Party ${id}` }) as unknown as Party,
  linksOf: (id: PartyId) => links.filter(({ owner, owned }) => owner === id || owned === id),
} as unknown as RegisterView;

it('a listing reaches whom the party owns on the day, and nobody whom it has sold or will buy', () => {
  const list = {
    source: 'list',
    entries: [{ entry: 'owner', name: 'Owner', state: 'added', regimes: [], changes: [{ kind: 'added' }] }],
  } as unknown as ListSince;
  const on = (day: string) => [...changedParties([list], register, day as Day).parties.keys()];
  expect(on('2022-06-01')).toEqual(['list:owner', 'kept', 'below']);
  expect(on('2022-06-02')).toEqual(['list:owner', 'kept']);
  expect(on('2020-05-27')).toContain('sold');
  expect(on('2023-01-01')).toContain('to-come');
});
