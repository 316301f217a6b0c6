import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id, link, testNamed } from '../../test/ownership-links.ts';
import { inChunks } from '../formats/index.ts';
import { type Day, dayFromNumber, dayNumber } from '../model/day.ts';
import type { Link } from '../model/party.ts';
import { shareText } from '../model/share.ts';
import { readGraph, writeGraph } from './binary-form.ts';
import { buildGraph } from './build-graph.ts';
import { evaluate } from './evaluate.ts';
import type { OwnershipGraph } from './graph.ts';
import { openFrom, openUntil } from './graph-builder.ts';
import { loadOwnershipCsv } from './load-csv.ts';
import { shareAt } from './share-table.ts';

function load(text: string, size = 65_536): OwnershipGraph {
  return loadOwnershipCsv(inChunks(new TextEncoder().encode(text), size), 'links.csv', 4);
}

function described(graph: OwnershipGraph): readonly string[] {
  return Array.from({ length: graph.linkCount }, (_, link) => {
    const [owner, owned] = [graph.parties.text(graph.owner[link]!), graph.parties.text(graph.owned[link]!)];
    const from = graph.from?.[link] ?? openFrom;
    const until = graph.until?.[link] ?? openUntil;
    const period = `${from === openFrom ? '' : dayFromNumber(from)}..${until === openUntil ? '' : dayFromNumber(until)}`;
    return `${graph.row[link]}: ${owner} > ${owned} ${shareText(shareAt(graph.shares, graph.share[link]!))} ${period}`;
  }).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

function bytesOf(graph: OwnershipGraph): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...writeGraph(graph)]));
}

const table = [
  '\ufeffowner,owned,share,from,until',
  'X,A,50,2020-02-29,',
  'X,B,51.25,,2021-12-31\r',
  '"X, Y","Ünïcode 公司",>25 %,,',
  'X,D,,,',
  'X,E,nonsense,,',
  ',F,50,,',
  'X,G,50,2021-02-29,',
  'X,H,50,2022-01-02,2022-01-01',
  'X,I,101,,',
  '',
  'X,J,"51,3 %",2019,',
  'X,K,0.5,,',
].join('\n');

describe('a large table of links', () => {
  it.each([1, 3, 17, 65_536])(
    'is read the same in pieces of %i bytes, and says what it could not use',
    (size) => {
      const graph = load(table, size);
      expect(described(graph)).toEqual([
        '2: X > A 50 % 2020-02-29..',
        '3: X > B 51.25 % ..2021-12-31',
        '4: X, Y > Ünïcode 公司 more than 25 and at most 100 % ..',
        '5: X > D unknown share ..',
        '6: X > E unknown share ..',
        '8: X > G 50 % ..',
        '10: X > I unknown share ..',
        '12: X > J 51.3 % 2019-01-01..',
        '13: X > K 0.5 % ..',
      ]);
      expect(graph.issues.map(({ line, lost }) => [line, lost])).toEqual([
        [6, false],
        [7, true],
        [8, false],
        [9, true],
        [10, false],
      ]);
    },
  );

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1600-01-01' as Day), max: dayNumber('2400-01-01' as Day) }),
        (number) => {
          const graph = load(`owner,owned,share,from,until\nX,A,50,${dayFromNumber(number)},`);
          expect(graph.from?.[0]).toBe(number);
        },
      ),
    );
  });

  it('needs its columns', () => {
    expect(() => load('a,b,c\n1,2,3')).toThrow('The columns are a, b, c');
    expect(() => load('')).toThrow('empty');
  });
});

describe('the binary form', () => {
  it('gives back the same graph', () => {
    const graph = load(table);
    const again = readGraph(bytesOf(graph), 'file');
    expect(described(again)).toEqual(described(graph));
    expect(again.parties.find('Ünïcode 公司')).toBe(graph.parties.find('Ünïcode 公司'));
    expect(again.parties.find('nobody')).toBe(-1);
  });

  it('refuses what is cut off, damaged, or something else', () => {
    const bytes = bytesOf(load(table));
    expect(() => readGraph(bytes.slice(0, bytes.length - 9), 'file')).toThrow('ends too early');
    expect(() => readGraph(bytes.slice(0, 10), 'file')).toThrow('too short');
    expect(() => readGraph(new Uint8Array(100), 'file')).toThrow('no ownership graph');
    for (const at of [64, 200, 300, bytes.length - 12]) {
      const damaged = bytes.slice();
      damaged[at] = damaged[at]! ^ 1;
      expect(() => readGraph(damaged, 'file')).toThrow('damaged');
    }
  });

  it('is not written for graphs whose links carry sources', () => {
    expect(() => [...writeGraph(buildGraph([link('X', 'A', '50')]))]).toThrow('binary form');
  });
});

describe('a graph from a table', () => {
  it('gives the same results as one built from links', () => {
    const party = fc.integer({ min: 0, max: 30 }).map((number) => `p${number}`);
    const rows = fc.array(fc.tuple(party, party, fc.constantFrom('5', '25', '40', '50', '50.01', '')), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.uniqueArray(party, { maxLength: 4 }), (raw, listed) => {
        const links: Link[] = raw.map(([owner, owned, share]) =>
          link(owner, owned, share === '' ? null : share),
        );
        const text = `owner,owned,share\n${raw.map((row) => row.join(',')).join('\n')}`;
        const persons = new Set(listed.map(id));
        const [fromLinks, fromTable] = [buildGraph(links), readGraph(bytesOf(load(text)), 'file')].map(
          (graph) => evaluate(graph, testNamed('OFAC'), persons, '2025-01-01' as Day),
        );
        expect([...fromTable!.caught()].sort()).toEqual([...fromLinks!.caught()].sort());
        expect([...fromTable!.undetermined()].sort()).toEqual([...fromLinks!.undetermined()].sort());
      }),
    );
  });
});
