import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../exposure/index.ts';
import type { ReachedParty } from './rehearsal.ts';
import { camera, payment, vendor } from './small-assets.fixture.ts';
import {
  answer,
  blocksListed,
  day,
  type FakeLaw,
  knowledge,
  licence,
  listing,
  party,
  portfolioOf,
  provision,
  regime,
  rehearseSmall,
  scenarioOf,
  usd,
} from './small-world.fixture.ts';

describe('what changes', () => {
  it('are the dealings with the party listed, from the day of the listing, and no others', () => {
    const { changes, totals } = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik', 500), vendor('v2', 'axis', 900)),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-07-01')),
    });
    expect(
      changes.map(({ asset, activity, before, after, from }) => [asset, activity, before, after, from]),
    ).toEqual([
      ['v1', 'buy', 'allowed', 'blocked', '2022-07-01'],
      ['v1', 'pay', 'allowed', 'blocked', '2022-07-01'],
    ]);
    expect(totals).toMatchObject({ changedAssets: 1, changedDealings: 2, values: [usd(500)] });
  });

  it('tell what a dealing becomes when a licence ends and when a listing ends', () => {
    const { changes, keyDays } = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik')),
      scenario: scenarioOf(
        '2022-06-01',
        listing('hik', '2022-06-01', { until: '2022-12-31' }),
        licence('2022-06-10', '2022-07-09'),
      ),
    });
    expect(keyDays.map((key) => key.day)).toEqual(['2022-06-01', '2022-06-10', '2022-07-10', '2023-01-01']);
    expect(changes[0]).toMatchObject({ from: '2022-06-01', after: 'blocked' });
    expect(changes[0]!.later.map(({ from, effect }) => [from, effect])).toEqual([
      ['2022-06-10', 'allowed'],
      ['2022-07-10', 'blocked'],
      ['2023-01-01', 'allowed'],
    ]);
  });

  it.each([
    ['allowed', 'undetermined', 'stricter'],
    ['undetermined', 'allowed', 'freer'],
    ['undetermined', 'red flag', 'stricter'],
    ['prohibited', 'undetermined', 'freer'],
    ['prohibited', 'blocked', 'stricter'],
  ] as const)('from %s to %s is %s', (before, after, direction) => {
    const law: FakeLaw = (_question, assumptions) => answer(assumptions.length > 0 ? after : before);
    const { changes } = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik')),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01')),
      law,
    });
    expect(changes.map((change) => change.direction)).toEqual([direction, direction]);
  });

  it('give as reason for freedom the provision that is gone, not one that stays', () => {
    const stays = provision('red flag', { provision: 'stays' });
    const law: FakeLaw = (_question, assumptions) =>
      assumptions.length > 0
        ? answer('red flag', { provisions: [stays] })
        : answer('prohibited', {
            provisions: [provision('prohibited', { because: 'It was listed.' }), stays],
          });
    const { changes } = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik')),
      scenario: scenarioOf('2022-06-01', {
        group: 'delisting',
        words: 'off',
        assumption: {
          kind: 'delisting',
          party: party('hik'),
          regime: regime('us-ofac-sdn'),
          from: day('2022-06-01'),
        },
      }),
      law,
    });
    expect(changes[0]).toMatchObject({
      direction: 'freer',
      because: 'No longer: It was listed.',
      citation: 'cite prohibited',
    });
  });

  it('counts an asset with an open question as undetermined, not as allowed', () => {
    const law: FakeLaw = (question) => answer(question.activity === 'maintain' ? 'undetermined' : 'allowed');
    const { before } = rehearseSmall({
      portfolio: portfolioOf(camera('d1', 'hik')),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01')),
      law,
    });
    expect(before.effects.map(({ effect, assets }) => [effect, assets])).toEqual([['undetermined', 1]]);
  });

  it('says how many assets only a possible match puts under an effect', () => {
    const doubtful: Knowledge = {
      ...knowledge,
      search: ({ name }) => [
        {
          party: party('hik'),
          score: name === 'hik' ? 1 : 0.8,
          strength: 1,
          matchedName: 'hik',
          explanation: 'alike',
        },
      ],
    };
    const { before, after } = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik'), vendor('v2', 'hick'), vendor('v3', 'hike')),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01')),
      more: { knowledge: doubtful },
    });
    expect(before.effects).toEqual([{ effect: 'allowed', assets: 3, onlyPossible: 2, count: 3 }]);
    expect(after.effects).toEqual([{ effect: 'blocked', assets: 3, onlyPossible: 2, count: 3 }]);
  });

  it('is nothing where nobody of the portfolio is concerned, whatever the portfolio', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('axis', 'bosch', 'hanwha'), { maxLength: 8 }), (names) => {
        const rehearsal = rehearseSmall({
          portfolio: portfolioOf(...names.map((name, at) => vendor(`v${at}`, name, at))),
          scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01')),
        });
        expect(rehearsal.changes).toEqual([]);
        expect(rehearsal.before.effects).toEqual(rehearsal.after.effects);
        expect(rehearsal.sensitivity).toEqual([]);
      }),
    );
  });

  it('sums to the same whatever the order of the assets, each asset counted once', () => {
    const assets = fc.array(
      fc.record({ name: fc.constantFrom('hik', 'axis', 'dahua'), spend: fc.nat(1000) }),
      {
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(assets, (list) => {
        const vendors = list.map(({ name, spend }, at) => vendor(`v${at}`, name, spend));
        const scenario = scenarioOf(
          '2022-06-01',
          listing('hik', '2022-06-01'),
          listing('dahua', '2022-06-05'),
        );
        const one = rehearseSmall({ portfolio: portfolioOf(...vendors), scenario });
        const other = rehearseSmall({ portfolio: portfolioOf(...vendors.toReversed()), scenario });
        expect(one.totals).toEqual(other.totals);
        expect(one.changes).toEqual(other.changes);
        const concerned = list.filter(({ name }) => name !== 'axis');
        expect(one.totals.changedAssets).toBe(concerned.length);
        expect(one.totals.values[0]?.minor ?? 0).toBe(
          concerned.reduce((sum, { spend }) => sum + spend * 100, 0),
        );
      }),
    );
  });
});

describe('the totals', () => {
  const payments = [
    payment('p1', 'hik', '2022-05-30', 1),
    payment('p2', 'hik', '2022-06-20', 2),
    payment('p3', 'hik', '2022-07-20', 4),
  ];
  const times = (...more: Parameters<typeof scenarioOf>[1][]) =>
    rehearseSmall({
      portfolio: portfolioOf(...payments),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01'), ...more),
    }).totals.payments.map(({ when, values }) => [when, values[0]]);

  it('speak of a wind-down only where a licence is assumed', () => {
    expect(times()).toEqual([
      ['before', usd(1)],
      ['outside any licence', usd(6)],
    ]);
    expect(times(licence('2022-06-01', '2022-06-30'))).toEqual([
      ['before', usd(1)],
      ['inside the wind-down', usd(2)],
      ['after the wind-down', usd(4)],
    ]);
  });
});

describe('who is reached', () => {
  const reach = (result: ReachedParty['result']): ReachedParty => ({
    party: party('ezviz'),
    caption: 'EZVIZ',
    names: [],
    regime: 'us-ofac-sdn',
    result,
    because: 'owned',
    path: [],
  });
  const scenario = scenarioOf(
    '2022-06-01',
    listing('hik', '2022-06-01'),
    licence('2022-06-01', '2022-06-30'),
  );

  it('is told once, as caught where a later day makes it certain', () => {
    const { reached, cleared } = rehearseSmall({
      portfolio: portfolioOf(),
      scenario,
      reached: (assumptions, on) =>
        assumptions.length === 0 ? [] : [reach(on < '2022-07-01' ? 'undetermined' : 'caught')],
    });
    expect(reached.map(({ party: id, result }) => [id, result])).toEqual([['ezviz', 'caught']]);
    expect(cleared).toEqual([]);
  });

  it('leaves out who is reached without the assumption, and names who no longer is', () => {
    const same = rehearseSmall({ portfolio: portfolioOf(), scenario, reached: () => [reach('caught')] });
    expect(same.reached).toEqual([]);
    const gone = rehearseSmall({
      portfolio: portfolioOf(),
      scenario,
      reached: (assumptions) => (assumptions.length === 0 ? [reach('caught')] : []),
    });
    expect(gone.cleared.map((one) => one.party)).toEqual(['ezviz']);
  });
});

describe('what is undetermined', () => {
  it('is told also where it is so only for a time', () => {
    const unknowns = [{ fact: 'licence', question: 'Is there a licence?', wouldChange: 'all' }];
    const law: FakeLaw = (question) =>
      question.on < '2022-07-01' ? answer('undetermined', { unknowns }) : answer('allowed');
    const { undetermined } = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik')),
      scenario: scenarioOf('2022-06-01', licence('2022-06-01', '2022-06-30')),
      law,
    });
    expect(undetermined.map(({ asset, activity }) => [asset, activity])).toEqual([
      ['v1', 'buy'],
      ['v1', 'pay'],
    ]);
  });
});

describe('sensitivity', () => {
  it('names the assumption, the fact and the maker that move the result, largest first, and they do', () => {
    const law: FakeLaw = (question, assumptions) => {
      const base = blocksListed(question, assumptions);
      if (question.activity !== 'maintain' || base.effect === 'allowed') return base;
      const fact = question.facts['from the party itself'];
      if (fact === undefined)
        return answer('undetermined', {
          unknowns: [{ fact: 'from the party itself', question: 'From the party?', wouldChange: 'it' }],
        });
      return answer(fact === 'yes' ? 'prohibited' : 'allowed');
    };
    const portfolio = portfolioOf(camera('d1', 'hik'), camera('d2', 'hik'), camera('d3', undefined));
    const scenario = scenarioOf('2022-06-01', listing('hik', '2022-06-01'), listing('axis', '2022-06-01'));
    const { sensitivity } = rehearseSmall({ portfolio, scenario, law });
    expect(sensitivity.map(({ what, dealings }) => [what, dealings])).toEqual([
      ['Without: hik on the list from 2022-06-01', 6],
      ['1 devices whose maker is not settled turn out to be made by HIK', 2],
      ['From the party? If the answer is “yes”', 2],
    ]);
    const without = rehearseSmall({
      portfolio,
      scenario: scenarioOf('2022-06-01', listing('axis', '2022-06-01')),
      law,
    });
    const withIt = rehearseSmall({ portfolio, scenario, law });
    expect(withIt.changes.length - without.changes.length).toBe(6);
    const answered = rehearseSmall({
      portfolio: { ...portfolio, facts: { 'from the party itself': 'no' } },
      scenario,
      law,
    });
    expect(withIt.changes.length - answered.changes.length).toBe(2);
  });
});

describe('what it rests on', () => {
  it('is each citation once, with the titles behind several codes', () => {
    const rehearsal = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik'), vendor('v2', 'hik')),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01')),
      more: {
        sourceTitle: (code) => `title of ${code}`,
        criteria: [
          {
            id: 'c',
            title: 'C',
            parties: ['hik', 'dahua'].map((id) => ({
              party: party(id),
              provenance: { source: 'S1, S2', verified: 'secondary' as const },
            })),
          },
        ],
      },
    });
    expect(rehearsal.sources).toEqual([{ title: 'cite blocked', verified: 'verified' }]);
    expect(rehearsal.next[0]!.shared[0]!.source).toBe('title of S1; title of S2');
  });
});
