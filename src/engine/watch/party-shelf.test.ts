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

const few = 100;

async function* many(count: number): AsyncGenerator<WatchedParty> {
  for (let at = 0; at < count; at++)
    yield watched(at, at % 100 === 50 ? special[(at / 100) | 0]! : madeUp(at));
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
    const parties = () => many(520);
    const [indexed, thorough] = [
      await openPartyShelf({ folder, content: 'a', parties, few }),
      await openPartyShelf({ folder, content: 'a', parties, few, thorough: true }),
    ];
    const [some, all] = [indexed, thorough].map((shelf) => rescreen(shelf, changed, names));
    const told = ({ found }: typeof some & {}) =>
      found.map(({ watched: { asset }, party: id }) => `${asset} ${id}`);
    expect(told(all!)).toEqual(['V50 x:1', 'V150 x:2', 'V250 x:1', 'V450 x:1', 'V520 x:3']);
    expect(told(some!)).toEqual(told(all!));
    expect(some!.compared).toBeLessThan(100);
    expect(all!.compared).toBe(521);
    indexed.close();
    thorough.close();
  });

  it('are indexed once for a content, and keep what the reading reported', async () => {
    let readings = 0;
    const issue: Issue = { code: 'AS_ROW', message: 'no name', line: 7, lost: true };
    const input = {
      folder,
      content: 'a',
      few,
      parties(report: (one: Issue) => void) {
        readings++;
        report(issue);
        return many(510);
      },
    };
    const first = await openPartyShelf(input);
    first.close();
    const again = await openPartyShelf(input);
    expect(readings).toBe(1);
    expect(again).toMatchObject({ count: 511, lost: 1, issues: [issue] });
    expect(again.read(150).label).toBe('Ivan Petrov');
    again.close();
    (await openPartyShelf({ ...input, content: 'b' })).close();
    expect(readings).toBe(2);
    removeShelves(folder, new Set([again.key!]));
    expect(readdirSync(folder)).toEqual([again.key]);
  });

  it('leave nothing that could be taken for whole when the reading breaks', async () => {
    async function* broken() {
      yield* many(510);
      throw new Error('the disk is gone');
    }
    await expect(openPartyShelf({ folder, content: 'a', parties: broken, few })).rejects.toThrow('disk');
    const shelf = await openPartyShelf({ folder, content: 'a', parties: () => many(510), few });
    expect(shelf.count).toBe(511);
    shelf.close();
    expect(existsSync(join(folder, `${shelf.key}.new`))).toBe(false);
  });
});
