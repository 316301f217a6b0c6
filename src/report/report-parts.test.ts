import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, effects, type PartyId, type RegimeId } from '../model/index.ts';
import type { Rehearsal, Scenario } from '../rehearsal/index.ts';
import { rulesOfChange } from './change-rows.ts';
import { dealingsInBrief } from './dealings-in-brief.ts';
import { longTable } from './page.ts';
import { change, rehearsal } from './rehearsal.fixture.ts';
import { certainty } from './sections/in-short.ts';
import { movers } from './sections/sensitivity.ts';
import { siteMapSvg } from './site-map.ts';
import { supposedInBrief } from './supposed.ts';

it('counts in short a list once of which an extract adds to a whole version', () => {
  const version = { published: '2026-01-05', entries: 3, sha256: 'b'.repeat(64) };
  const versions = ['us-bis-dpl', 'us-bis-dpl', 'un-sc'].map((source) => ({ ...version, source }));
  const text = certainty([rehearsal([], { versions: versions as unknown as Rehearsal['versions'] })]).text;
  expect(text).toContain('From the casebook and 2 lists, as known on');
});

describe('the dealings in brief', () => {
  it('count an asset once under each dealing, by what it becomes, gravest first', () => {
    const changes = [
      change({ id: '1', after: 'prohibited', activity: 'buy' }),
      change({ id: '2', after: 'undetermined', activity: 'maintain' }),
      change({ id: '3', asset: 'V1', assetKind: 'vendor', count: 1, after: 'blocked', activity: 'pay' }),
      change({ id: '4', asset: 'V2', assetKind: 'vendor', count: 1, after: 'blocked', activity: 'pay' }),
    ];
    expect(dealingsInBrief(changes)).toEqual([
      { effect: 'blocked', words: 'pay (2 vendors)' },
      { effect: 'prohibited', words: 'buy (2 devices)' },
      { effect: 'undetermined', words: 'maintain (2 devices)' },
    ]);
  });

  it('put a dealing that touches two parties under the graver effect alone, and leave out what only gets a reason', () => {
    const changes = [
      change({ id: '1', party: 'a' as PartyId, after: 'blocked', activity: 'pay' }),
      change({ id: '2', party: 'b' as PartyId, after: 'prohibited', activity: 'pay' }),
      change({ id: '3', asset: 'D9', before: 'prohibited', after: 'prohibited' }),
    ];
    expect(dealingsInBrief(changes)).toEqual([{ effect: 'blocked', words: 'pay (2 devices)' }]);
  });
});

describe('changes under their rule', () => {
  it('stand devices together by brand, and dealings that change alike in one row', () => {
    const changes = ['D1', 'D2'].flatMap((asset) =>
      ['use', 'maintain'].map((activity) =>
        change({ id: `${asset} ${activity}`, asset, activity, label: `Brand ${asset}` }),
      ),
    );
    const [rule, ...others] = rulesOfChange(changes);
    expect(others).toEqual([]);
    expect(rule).toMatchObject({ dealings: 4, assets: 2 });
    expect(
      rule!.rows.map(({ name, activities, assets, count, values }) => [
        name,
        activities,
        assets,
        count,
        values,
      ]),
    ).toEqual([['Brand', ['maintain', 'use'], 2, 4, [{ minor: 24_690, currency: 'USD' }]]]);
  });

  it('lose none and double none, whatever they are', () => {
    const some = fc.record({
      asset: fc.constantFrom('A', 'B', 'C'),
      activity: fc.constantFrom('buy', 'pay', 'use'),
      after: fc.constantFrom(...effects),
      citation: fc.constantFrom('x', 'y'),
      confidence: fc.constantFrom('certain' as const, 'possible' as const),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { selector: ({ asset, activity }) => `${asset} ${activity}` }),
        (list) => {
          const changes = list.map((values) =>
            change({ ...values, id: `${values.asset} ${values.activity}` }),
          );
          const rows = rulesOfChange(changes).flatMap(({ rows }) => rows);
          expect(rows.reduce((sum, { assets, activities }) => sum + assets * activities.length, 0)).toBe(
            changes.length,
          );
        },
      ),
    );
  });
});

describe('what is supposed', () => {
  const listing = (party: string, regime: string, from: string) => ({
    group: 'designation' as const,
    words: 'w',
    assumption: {
      kind: 'listing' as const,
      party: party as PartyId,
      regime: regime as RegimeId,
      from: from as Day,
    },
  });
  const scenario = (...assumptions: Scenario['assumptions']): Scenario => ({
    id: 's',
    title: 'S',
    note: undefined,
    on: '2022-06-01' as Day,
    assumptions,
  });
  const names = {
    caption: (party: string) => party.toUpperCase(),
    regimeTitle: (id: string) => `the ${id} list`,
  };

  it('names a party once, with its lists by day', () => {
    const said = supposedInBrief(
      scenario(
        listing('a', 'x', '2022-06-01'),
        listing('a', 'y', '2022-08-30'),
        listing('a', 'z', '2022-08-30'),
      ),
      names,
    );
    expect(said).toEqual([
      'A on the x list from 1 June 2022',
      'on the y list and the z list from 30 August 2022',
    ]);
  });

  it('counts the others where there are many', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((party) => listing(party, 'x', '2022-06-01'));
    expect(supposedInBrief(scenario(...many), names)).toEqual([
      'A, B and 3 others on the x list from 1 June 2022',
    ]);
  });
});

describe('a long table', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => [`row ${at}.`, 'b']);

  it('folds what is over, with every row still in the page', () => {
    const { text } = longTable('T', ['A', 'B'], rows(20), { shown: 5 });
    expect(text).toContain('<summary>15 more');
    for (const [row] of rows(20)) expect(text).toContain(row);
  });

  it('is whole where only a few rows would be folded', () => {
    expect(longTable('T', ['A', 'B'], rows(8), { shown: 5 }).text).not.toContain('<details>');
  });
});

describe('the map of sites', () => {
  it('puts north up and east to the right, and draws a site alone without dividing by nothing', () => {
    const at = (svg: string) =>
      [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const [west, east] = at(
      siteMapSvg([
        { name: 'South-west', latitude: 38, longitude: -98, count: 2 },
        { name: 'North-east', latitude: 39, longitude: -97, count: 1 },
      ]),
    );
    expect(east![0]).toBeGreaterThan(west![0]!);
    expect(east![1]).toBeLessThan(west![1]!);
    expect(siteMapSvg([{ name: '<b>', latitude: 1, longitude: 1, count: 1 }])).not.toMatch(
      /NaN|Infinity|<b>/,
    );
  });
});

describe('what moves the result', () => {
  const row = (what: string, group: string, dealings: number) => ({ what, group, dealings, values: [] });

  it('leaves the only designation out of the ranking, since without it nothing would be left', () => {
    const one = rehearsal([change()], {
      sensitivity: [row('D', 'designation', 9), row('F', 'missing fact', 3)],
    });
    expect(movers(one).whole?.what).toBe('D');
    expect(movers(one).rows.map(({ what }) => what)).toEqual(['F']);
  });

  it('ranks designations where there are several', () => {
    const two = rehearsal([change()], {
      sensitivity: [row('D', 'designation', 9), row('E', 'designation', 3)],
    });
    expect(movers(two).rows.map(({ what }) => what)).toEqual(['D', 'E']);
  });
});
