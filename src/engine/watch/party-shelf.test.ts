import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listedParty, NameMatcher } from '../../match/index.ts';
import type { Issue, Party, PartyId } from '../../model/index.ts';
import { openPartyNames } from '../names/party-names.ts';
import type { ChangedParties } from './changed-parties.ts';
import { openPartyShelf, removeShelves } from './party-shelf.ts';
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

async function* many(count: number): AsyncGenerator<WatchedParty> {
  for (let at = 0; at < count; at++)
    yield watched(at, at % 1000 === 500 ? special[(at / 1000) | 0]! : madeUp(at));
  yield watched(count, 'Another Name Altogether', {
    identifiers: [{ kind: 'LEI', value: '5493001KJTIIGC8Y1R12' }],
  });
}

describe('the parties of a portfolio on the shelf', { timeout: 60_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aftershock-shelf-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are held in memory where they are few', async () => {
    const shelf = await openPartyShelf({ folder, content: 'a', parties: () => [watched(1, 'Ivan Petrov')] });
    expect(shelf).toMatchObject({ count: 1, lost: 0 });
    expect(shelf.matcher).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
    expect(rescreen(shelf, changed, names).found.map(({ party: id }) => id)).toEqual(['x:2']);
  });

  it('are found by the index as by asking everyone: slips, persons, payments, cut names, identifiers', async () => {
    const parties = () => many(5_200);
    const [indexed, thorough] = [
      await openPartyShelf({ folder, content: 'a', parties }),
      await openPartyShelf({ folder, content: 'a', parties, thorough: true }),
    ];
    const told = (shelf: typeof indexed) =>
      rescreen(shelf, changed, names).found.map(({ watched: { asset }, party: id }) => `${asset} ${id}`);
    expect(told(thorough)).toEqual(['V500 x:1', 'V1500 x:2', 'V2500 x:1', 'V4500 x:1', 'V5200 x:3']);
    expect(told(indexed)).toEqual(told(thorough));
    expect(rescreen(indexed, changed, names).compared).toBeLessThan(200);
    expect(rescreen(thorough, changed, names).compared).toBe(5_201);
    indexed.close();
    thorough.close();
  });

  it('are indexed once for a content, and keep what the reading reported', async () => {
    let readings = 0;
    const issue: Issue = { code: 'AS_ROW', message: 'no name', line: 7, lost: true };
    const input = {
      folder,
      content: 'a',
      parties(report: (one: Issue) => void) {
        readings++;
        report(issue);
        return many(5_100);
      },
    };
    const first = await openPartyShelf(input);
    first.close();
    const again = await openPartyShelf(input);
    expect(readings).toBe(1);
    expect(again).toMatchObject({ count: 5_101, lost: 1, issues: [issue] });
    expect(again.read(1500).label).toBe('Ivan Petrov');
    again.close();
    (await openPartyShelf({ ...input, content: 'b' })).close();
    expect(readings).toBe(2);
    removeShelves(folder, new Set([again.key!]));
    expect(readdirSync(folder)).toEqual([again.key]);
  });

  it('leave nothing that could be taken for whole when the reading breaks', async () => {
    async function* broken() {
      yield* many(5_100);
      throw new Error('the disk is gone');
    }
    await expect(openPartyShelf({ folder, content: 'a', parties: broken })).rejects.toThrow('disk');
    const shelf = await openPartyShelf({ folder, content: 'a', parties: () => many(5_100) });
    expect(shelf.count).toBe(5_101);
    shelf.close();
    expect(existsSync(join(folder, `${shelf.key}.new`))).toBe(false);
  });
});
