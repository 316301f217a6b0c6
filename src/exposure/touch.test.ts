import { describe, expect, it } from 'vitest';
import type { PartyId } from '../model/index.ts';
import { readAny } from '../portfolio/index.ts';
import { type Knowledge, touchesOf } from './touch.ts';

const knowledge: Knowledge = {
  identify: () => {
    throw new Error('A holding is no device.');
  },
  search: () => [],
  byIdentifier: (_kind, value) => (value === 'CNE100000PM8' ? ('hikvision' as PartyId) : undefined),
  caption: () => 'Hikvision',
};

describe('a name that several have', () => {
  it('touches all of them, the best first', () => {
    const parties = ['a', 'b', 'c', 'd', 'e', 'f'] as PartyId[];
    const { portfolio } = readAny([
      { name: 'vendors.csv', bytes: new TextEncoder().encode('Vendor ID,Vendor Name,Spend\nV1,Wagner,5\n') },
    ]);
    const search = () =>
      parties.map((party, at) => ({
        party,
        score: 1 - at / 100,
        strength: 0.1,
        matchedName: 'Wagner',
        explanation: '',
      }));
    const touches = touchesOf(portfolio.assets[0]!, { ...knowledge, search });
    expect(touches.map(({ party }) => party)).toEqual(parties);
  });
});

describe('a party known by an identifier', () => {
  it('leaves open whom else nearly the same name may stand for: the list that bars may not state the identifier', () => {
    const text = 'ISIN,Name,Quantity\nCNE100000PM8,Hikvision A,5\n';
    const { portfolio } = readAny([{ name: 'holdings.csv', bytes: new TextEncoder().encode(text) }]);
    const hit = (party: string, score: number) => ({
      party: party as PartyId,
      score,
      strength: 0.5,
      matchedName: 'Hikvision A',
      explanation: '',
    });
    const search = () => [hit('hikvision', 1), hit('sdn:1', 0.98), hit('eu:1', 0.91), hit('sister', 0.8)];
    const touches = touchesOf(portfolio.assets[0]!, { ...knowledge, search });
    expect(touches.map(({ party, confidence }) => [party, confidence])).toEqual([
      ['hikvision', 'certain'],
      ['sdn:1', 'possible'],
      ['eu:1', 'possible'],
    ]);
  });
});

describe('a holding through a fund', () => {
  it.each([
    ['Weight Percent', '0.21', 'holds 0.21 percent of its value in'],
    ['Weight (%)', '0.21', 'holds 0.21 percent of its value in'],
    ['pct', '0.21', 'holds 0.21 percent of its value in'],
    ['Weight', '0.21%', 'holds 0.21 percent of its value in'],
    ['Weight', '0.21', 'holds at a weight of 0.21 (percent or fraction not stated)'],
  ])('of which column %s says %s: the path says that it %s', (column, weight, words) => {
    const text = `Fund,ISIN,Name,${column}\nIndex Fund,CNE100000PM8,Hikvision A,${weight}\n`;
    const { portfolio } = readAny([{ name: 'funds.csv', bytes: new TextEncoder().encode(text) }]);
    const [touch] = touchesOf(portfolio.assets[0]!, knowledge);
    expect(touch!.path.map(({ from, relation, to }) => [from, relation, to])).toEqual([
      ['Index Fund', words, 'Hikvision A'],
      ['Hikvision A', 'ISIN CNE100000PM8', 'Hikvision'],
    ]);
  });
});
