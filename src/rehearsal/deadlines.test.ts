import { describe, expect, it } from 'vitest';
import type { Regime } from '../model/index.ts';
import { contract, holding, payment, vendor } from './small-assets.fixture.ts';
import {
  answer,
  blocksListed,
  day,
  type FakeLaw,
  licence,
  listing,
  portfolioOf,
  provision,
  regime,
  rehearseSmall,
  scenarioOf,
  usd,
} from './small-world.fixture.ts';

describe('deadlines', () => {
  const scenario = scenarioOf('2022-06-01', listing('hik', '2022-06-01'));
  const days = (rehearsal: { deadlines: readonly { day: string; what: string }[] }) =>
    rehearsal.deadlines.map((deadline) => `${deadline.day} ${deadline.what}`);

  it('are ten business days for the report, over Juneteenth, and the yearly report', () => {
    const blocked = rehearseSmall({
      portfolio: portfolioOf(vendor('v1', 'hik')),
      scenario: scenarioOf('2022-06-10', listing('hik', '2022-06-10')),
    });
    expect(days(blocked)).toEqual([
      '2022-06-27 First report of blocked property and rejected transactions is due to OFAC',
      '2022-09-30 Yearly report of blocked property is due to OFAC',
    ]);
  });

  it('are not owed to OFAC for what another authority blocks', () => {
    const law: FakeLaw = (question, assumptions) => {
      const { effect } = blocksListed(question, assumptions);
      return answer(effect, { provisions: [provision(effect, { regime: regime('uk-ghr') })] });
    };
    expect(rehearseSmall({ portfolio: portfolioOf(vendor('v1', 'hik')), scenario, law }).deadlines).toEqual(
      [],
    );
  });

  it('are notice, renewal and end of a contract that changes, and of no other', () => {
    const terms = { end: day('2022-12-31'), noticeDays: 30, renewal: day('2022-11-30') };
    const rehearsal = rehearseSmall({
      portfolio: portfolioOf(contract('c1', 'hik', terms), contract('c2', 'axis', terms)),
      scenario,
    });
    expect(days(rehearsal).filter((text) => text.includes('c'))).toEqual(
      expect.arrayContaining([
        '2022-12-01 Last day to give notice: c1',
        '2022-11-30 Renewal falls due: c1',
        '2022-12-31 Contract ends: c1',
      ]),
    );
    expect(days(rehearsal).some((text) => text.includes('c2'))).toBe(false);
  });

  it('tell of a payment what it is on its own day, and report the blocked one', () => {
    const rehearsal = rehearseSmall({
      portfolio: portfolioOf(
        payment('early', 'hik', '2022-06-10', 5),
        payment('late', 'hik', '2022-08-01', 7),
      ),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01'), licence('2022-06-01', '2022-07-01')),
    });
    const of = (asset: string) => rehearsal.deadlines.filter((deadline) => deadline.asset === asset);
    expect(of('early').map(({ day: on, why }) => [on, why])).toEqual([
      ['2022-06-10', 'allowed on that day; blocked from 2022-07-02: because blocked'],
    ]);
    expect(of('late').map(({ day: on, what }) => [on, what])).toEqual([
      ['2022-08-01', 'Payment falls due: hik'],
      ['2022-08-15', 'Report to OFAC is due: hik, blocked payment'],
    ]);
  });

  it('are the last days of the law’s own windows for selling, assumed or not', () => {
    const law: FakeLaw = (question) =>
      question.activity === 'sell securities'
        ? answer('allowed', { provisions: [provision('allowed', { until: '2023-05-31' })] })
        : answer('allowed');
    const rehearsal = rehearseSmall({
      portfolio: portfolioOf(
        holding('h1', 'hik', { value: usd(9) }),
        holding('h2', 'hik', { through: { fund: 'F', weight: '1' } }),
      ),
      scenario,
      law,
    });
    expect(rehearsal.deadlines).toEqual([
      {
        day: '2023-05-31',
        kind: 'last day to sell',
        what: 'Last day to sell: hik',
        why: 'because allowed This runs without the scenario as well.',
        asset: 'h1',
        value: usd(9),
        citation: 'cite allowed',
        already: true,
      },
    ]);
  });

  it('and key days follow the clock of an assumed listing: 60 and 365 days', () => {
    const cmic = {
      id: 'us-ns-cmic',
      short: 'NS-CMIC',
      provisions: [
        { says: 'No buying.', from: { after: 60, or: ['effective'] } },
        { says: 'Selling to divest.', from: 'listing', until: { after: 365, dayBefore: true } },
        { says: 'An old rule.', from: '2021-01-11', until: '2021-06-03' },
      ],
      doesNotDo: [],
    } as unknown as Regime; // Only what the clock looks at.
    const { keyDays } = rehearseSmall({
      portfolio: portfolioOf(),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01', { regime: 'us-ns-cmic' })),
      more: { regimes: [cmic] },
    });
    expect(keyDays.map((key) => key.day)).toEqual(['2022-06-01', '2022-07-31', '2023-06-01']);
    expect(keyDays[2]!.what).toBe('NS-CMIC, no longer: Selling to divest.');
  });
});
