import { expect, it } from 'vitest';
import type { Day, Listing, PartyId } from '../model/index.ts';
import { listedOn } from './listed-on.ts';

const listings = [
  { regime: 'b', from: '2020-01-01' },
  { regime: 'a', seen: '2024-05-01' },
  { regime: 'b', seen: '2024-05-01' },
  { regime: 'c', from: '2010-01-01', until: '2011-01-01' },
  { regime: 'd', seen: '2024-05-01', absent: '2023-01-01' },
] as unknown as Listing[];
const on = (day: string) =>
  listedOn({ listingsOf: () => listings }, (id) => `Title of ${id}`, 'x' as PartyId, day as Day);

it('names the regimes in force, each once, and those of which that is not known as such', () => {
  expect(on('2022-06-01')).toEqual(['Title of a (not known whether by then)', 'Title of b']);
  expect(on('2024-06-01')).toEqual(['Title of a', 'Title of b', 'Title of d']);
});
