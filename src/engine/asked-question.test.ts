import { describe, expect, it } from 'vitest';
import type { Answer, Day } from '../model/index.ts';
import { withNamesakes } from './asked-question.ts';
import type { Engine } from './engine.ts';

/** Parties by id with their name, likeness to “Wagner”, and the list on which they stand. */
const parties: Readonly<Record<string, readonly [caption: string, score: number, list?: string]>> = {
  'ca:1': ['Wagner', 1, 'SEMA'],
  'us:7': ['PRIVATE MILITARY COMPANY ‘WAGNER’', 0.91, 'SDN'],
  'eu:8': ['Wagner Group', 0.91, 'EU'],
  'eu:9': ['Wagner Tobias', 0.8, 'EU'],
  'x:1': ['Wagner', 1],
};

const engine = {
  register: {
    party: (id: string) => (parties[id] ? { caption: parties[id][0], schema: 'Organization' } : undefined),
    resolve: (id: string) => (parties[id] ? id : undefined),
    linksOf: () => [],
    listingsOf: (id: string) => (parties[id]?.[2] ? [{ regime: parties[id][2], from: '2018-01-01' }] : []),
  },
  names: {
    search: (query: { names: readonly string[] }, { threshold }: { threshold: number }) =>
      Object.entries(query.names.includes('Wagner') ? parties : {})
        .map(([id, [, score]]) => ({ id, score }))
        .filter(({ score }) => score >= threshold),
  },
  regimeTitle: (id: string) => id,
  world: () => ({
    find: (text: string) =>
      ['Wagner', 'ca:1', 'WAGNRU2P'].includes(text) ? { kind: 'one', party: 'ca:1' } : { kind: 'none' },
  }),
} as unknown as Engine;

const answer = { effect: 'allowed' } as Answer;
const namesakesIn = (asked: string | null, given: Answer = answer) =>
  withNamesakes(engine, given, asked, '2023-01-01' as Day).namesakes;

describe('an answer about one of several listed under names that are alike', () => {
  it.each([['Wagner'], ['ca:1'], ['WAGNRU2P']])(
    'names the others, with what they are listed on, where %s was asked',
    (asked) => {
      expect(namesakesIn(asked)).toEqual([
        { party: 'us:7', caption: 'PRIVATE MILITARY COMPANY ‘WAGNER’', score: 0.91, listedOn: ['SDN'] },
        { party: 'eu:8', caption: 'Wagner Group', score: 0.91, listedOn: ['EU'] },
      ]);
    },
  );

  it.each([['Somebody else'], [''], [null]])('names nobody where %j was asked', (asked) => {
    expect(namesakesIn(asked)).toBeUndefined();
  });

  it('names nobody where the dealing is blocked anyway', () => {
    expect(namesakesIn('Wagner', { ...answer, effect: 'blocked' })).toBeUndefined();
  });
});
