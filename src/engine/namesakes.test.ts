import { expect, it } from 'vitest';
import type { Day, PartyId } from '../model/index.ts';
import type { Engine } from './engine.ts';
import { namesakesOf } from './namesakes.ts';

/** Parties by id with their name, likeness to the one asked about, and the day since which they are listed. */
const parties: Readonly<Record<string, readonly [caption: string, score: number, from?: string]>> = {
  'list-a:1': ['Rosneft Oil Company', 1, '2014-07-16'],
  'list-b:7': ['ROSNEFT OIL COMPANY', 1, '2014-09-12'],
  'list-b:8': ['Rosneft Oil Co', 0.97, '2022-03-01'],
  'list-b:9': ['Rosneft Trading', 0.82, '2020-02-18'],
  'list-b:10': ['Rosneft', 0.91, '2022-05-01'],
  'list-c:1': ['Rosneft Oil Company', 1],
  owned: ['Rosneft Oil Company Finance', 0.95, '2014-09-12'],
};

const engine = {
  register: {
    party: (id: string) => (parties[id] ? { caption: parties[id][0], schema: 'Company' } : undefined),
    linksOf: (id: string) => (id === 'list-a:1' ? [{ owner: 'list-a:1', owned: 'owned' }] : []),
    listingsOf: (id: string) =>
      parties[id]?.[2] === undefined ? [] : [{ regime: `regime of ${id}`, from: parties[id][2] }],
  },
  names: {
    search: (_query: unknown, { threshold }: { threshold: number }) =>
      Object.entries(parties)
        .map(([id, [, score]]) => ({ id, score }))
        .filter(({ score }) => score >= threshold),
  },
  regimeTitle: (id: string) => id,
} as unknown as Engine;

const namesakes = (on: string) =>
  namesakesOf(engine, 'list-a:1' as PartyId, on as Day).map(({ party, listedOn }) => [party, ...listedOn]);

it('are those listed on the day under nearly the same name or a shorter one, without those that are known to be others', () => {
  expect(namesakes('2023-01-01')).toEqual([
    ['list-b:7', 'regime of list-b:7'],
    ['list-b:8', 'regime of list-b:8'],
    ['list-b:10', 'regime of list-b:10'],
  ]);
});

it('are none that were not listed yet', () => {
  expect(namesakes('2015-01-01')).toEqual([['list-b:7', 'regime of list-b:7']]);
});
