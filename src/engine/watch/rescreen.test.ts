import { describe, expect, it } from 'vitest';
import { listedParty, NameMatcher } from '../../match/index.ts';
import type { Party, PartyId, RegisterView } from '../../model/index.ts';
import { openPartyNames } from '../names/party-names.ts';
import type { ChangedParties } from './changed-parties.ts';
import { rescreen } from './rescreen.ts';
import type { WatchedParty } from './watched-parties.ts';

function party(id: string, name: string, facts: Partial<Party> = {}): Party {
  return {
    id: id as PartyId,
    schema: 'Company',
    caption: name,
    names: [{ text: name, kind: 'primary' }],
    identifiers: [],
    countries: [],
    addresses: [],
    birthDates: [],
    birthPlaces: [],
    nationalities: [],
    notes: [],
    provenance: [],
    ...facts,
  };
}

const syllables = ['ka', 'lo', 'mi', 'ru', 'ten', 'vas', 'po', 'dri', 'shu', 'gel'];
const madeUp = (number: number) =>
  [number, number * 7 + 3]
    .map((one) => [...String(one)].map((digit) => syllables[Number(digit)]).join(''))
    .join(' ');
const watched = (at: number, name: string, more: Partial<WatchedParty['query']> = {}): WatchedParty => ({
  asset: `V${at}`,
  label: name,
  query: { names: [name], kind: 'any', ...more },
});

const listed = [
  party('x:1', 'Zorblatt Maritime Trading LLC'),
  party('x:2', 'PETROV, Ivan Sergeevich', { schema: 'Person' }),
  party('x:3', 'Quuxware Holding', { identifiers: [{ kind: 'LEI', value: '5493001KJTIIGC8Y1R12' }] }),
  party('x:4', 'Unchanged Industries'),
];
const register = { parties: () => listed } as unknown as RegisterView;
const names = openPartyNames(NameMatcher.index(listed.map(listedParty)).buffer);
const changed: ChangedParties['parties'] = new Map(
  listed.slice(0, 3).map((one) => [one.id, [{ party: one, entries: [], through: [] }]]),
);

const special = [
  'Zorblat Maritime Trading',
  'Ivan Petrov',
  'INVOICE 4711 ZORBLATT MARITIME TRADING LLC HAMBURG',
  'Unchanged Industries',
  'Zorblatt Maritime Tra',
];

const few = 100;

async function* many(count: number): AsyncGenerator<WatchedParty> {
  for (let at = 0; at < count; at++)
    yield watched(at, at % 100 === 50 ? special[(at / 100) | 0]! : madeUp(at));
  yield watched(count, 'Another Name Altogether', {
    identifiers: [{ kind: 'LEI', value: '5493001KJTIIGC8Y1R12' }],
  });
  yield watched(count + 1, 'LEI 5493001KJTIIGC8Y1R12');
}

const told = (found: Awaited<ReturnType<typeof rescreen>>['found']) =>
  found.map(({ watched: { asset }, party: id }) => `${asset} ${id}`);

describe('the parties of a portfolio beside the changed entries', { timeout: 60_000 }, () => {
  it.each([
    ['few, all asked', 1_000, false],
    ['many, those near a changed entry asked', few, false],
    ['many, all asked', few, true],
  ])('are found through slips, kinds, payments, cut names and identifiers: %s', async (_, most, thorough) => {
    const question = { parties: many(520), changed, register, names: () => names, few: most, thorough };
    const { found, count } = await rescreen(question);
    expect(told(found)).toEqual(['V50 x:1', 'V150 x:2', 'V250 x:1', 'V450 x:1', 'V520 x:3', 'V521 x:3']);
    expect(count).toBe(522);
  });

  it('are counted where nothing changed, without opening the index', async () => {
    const opened = () => {
      throw new Error('nobody is to be asked');
    };
    const { found, count } = await rescreen({
      parties: many(120),
      changed: new Map(),
      register,
      names: opened,
      few,
    });
    expect([found, count]).toEqual([[], 122]);
  });

  it('are not taken for whole when the reading breaks', async () => {
    async function* broken() {
      yield* many(110);
      throw new Error('the disk is gone');
    }
    await expect(rescreen({ parties: broken(), changed, register, names: () => names, few })).rejects.toThrow(
      'disk',
    );
  });
});
