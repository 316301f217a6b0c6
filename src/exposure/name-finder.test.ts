import { expect, it } from 'vitest';
import { type Day, type Party, type PartyId, viewOf } from '../model/index.ts';
import { createNameFinder } from './name-finder.ts';

const parties = Array.from({ length: 1000 }, (_, number): Party => {
  const id = `list:${number}` as PartyId;
  return {
    id,
    schema: 'Company',
    caption: `Number ${number} Trading Co., Ltd.`,
    names: [{ text: `Number ${number} Trading Co., Ltd.`, kind: 'primary' }],
    identifiers: [],
    addresses: [],
    countries: [],
    nationalities: [],
    birthDates: [],
    birthPlaces: [],
    notes: [],
    provenance: [{ source: 'S1', verified: 'verified' }],
  };
});
const view = viewOf({
  known: '2026-11-22' as Day,
  parties,
  listings: [],
  links: [],
  versions: [],
  redirects: {},
  hash: 'f'.repeat(64),
});

it('gets ready in steps, and then finds as it would have found', () => {
  const prepared = createNameFinder(view, new Set());
  expect([...prepared.prepare()].length).toBeGreaterThan(2);
  const plain = createNameFinder(view, new Set());
  for (const text of ['NUMBER 7 TRADING', 'Number 999 Trading Co Ltd', 'Number 1000 Trading', 'list:3']) {
    expect(prepared.find(text)).toEqual(plain.find(text));
  }
  expect(prepared.find('NUMBER 7 TRADING')).toEqual({ kind: 'one', party: 'list:7' });
});

it.each([
  ['BIC', 'BELBBY2X', 'belbby2x'],
  ['wallet', '1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE', '1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE'],
  ['IMO', '9187629', '9187629'],
] as const)('finds whoever has the %s %s', (kind, value, asked) => {
  const [one, ...others] = parties;
  const held = [{ ...one!, identifiers: [{ kind, value }] }, ...others];
  const finder = createNameFinder({ ...view, parties: () => held.values() }, new Set());
  expect(finder.find(asked)).toEqual({ kind: 'one', party: 'list:0' });
});

it('reads every party once, however often it gets ready', () => {
  let read = 0;
  const counted = {
    ...view,
    *parties() {
      for (const party of parties) {
        read++;
        yield party;
      }
    },
  };
  const finder = createNameFinder(counted, new Set());
  for (const _step of finder.prepare()) void 0;
  for (const _step of finder.prepare()) void 0;
  finder.find('somebody that nobody knows');
  expect(read).toBe(1000);
});
