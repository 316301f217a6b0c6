import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asset,
  type Device,
  dayFromNumber,
  type Holding,
  type Payment,
  sumMoney,
} from '../model/index.ts';
import { daysToSell, weekdaysBetween } from './holdings-to-sell.ts';
import { ownPrice, parsePrices } from './price-list.ts';
import {
  answer,
  day,
  type FakeLaw,
  licence,
  listing,
  portfolioOf,
  provision,
  rehearseSmall,
  rows,
  scenarioOf,
  usd,
} from './small-world.fixture.ts';

const scenario = scenarioOf('2022-06-01', listing('hik', '2022-06-01'));
const moneyFor = (...assets: Asset[]) => rehearseSmall({ portfolio: portfolioOf(...assets), scenario }).money;
const camera = (id: string, more: Partial<Device> = {}): Device => ({
  kind: 'device',
  id,
  rows,
  brand: 'hik',
  type: 'dome camera',
  count: 1,
  signals: [],
  facts: {},
  ...more,
});
const payment = (id: string, due: string | undefined, name = 'hik'): Payment => ({
  kind: 'payment',
  id,
  rows,
  direction: 'out',
  amount: usd(10),
  parties: [{ role: 'creditor', name, identifiers: [] }],
  ...(due === undefined ? {} : { due: day(due) }),
});
const holding = (id: string, more: Partial<Holding> = {}): Holding => ({
  kind: 'holding',
  id,
  rows,
  issuer: 'hik',
  isin: 'CNE100000PM8',
  identifiers: [],
  quantity: '1,000',
  dailyVolume: '100',
  value: usd(5000),
  ...more,
});

describe('value at stake', () => {
  it('is stepped by reason, and the steps sum to the total that changes, whatever the assets', () => {
    const asset = fc.record({
      name: fc.constantFrom('hik', 'axis'),
      cost: fc.option(fc.nat(900)),
      isCamera: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(asset, { maxLength: 9 }), (list) => {
        const assets = list.map(({ name, cost, isCamera }, at): Asset => {
          const money = cost === null ? {} : { cost: usd(cost) };
          return isCamera
            ? camera(`d${at}`, { brand: name, ...money })
            : {
                kind: 'vendor',
                id: `v${at}`,
                rows,
                name,
                identifiers: [],
                ...(cost === null ? {} : { spend: usd(cost) }),
              };
        });
        const { money, totals } = rehearseSmall({ portfolio: portfolioOf(...assets), scenario });
        expect(sumMoney(money.atStake.flatMap((step) => step.values))).toEqual(totals.values);
        expect(money.atStake.reduce((sum, step) => sum + step.assets, 0)).toBe(totals.changedAssets);
        const unstated = list.filter(({ name, cost }) => name === 'hik' && cost === null).length;
        expect(money.atStake.reduce((sum, step) => sum + step.withoutValue, 0)).toBe(unstated);
      }),
    );
  });
});

describe('payments due', () => {
  it('are told by the time they fall due and by what becomes of the money', () => {
    const law: FakeLaw = (question, assumptions) => {
      if (assumptions.length === 0) return answer('allowed');
      if (question.on <= '2022-06-30') return answer('allowed');
      return answer(question.counterparty === 'hik' ? 'blocked' : 'prohibited');
    };
    const { money } = rehearseSmall({
      portfolio: portfolioOf(
        payment('p0', '2022-05-31'),
        payment('p1', '2022-06-30'),
        payment('p2', '2022-07-01'),
        payment('p3', '2022-07-02', 'axis'),
        payment('p4', undefined),
      ),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01'), licence('2022-06-01', '2022-06-30')),
      law,
    });
    expect(
      money.payments.map(({ when, treatment, items, values }) => [
        when,
        treatment,
        items.map((one) => one.asset),
        values,
      ]),
    ).toEqual([
      ['after the wind-down', 'blocked', ['p2'], [usd(10)]],
      ['after the wind-down', 'rejected', ['p3'], [usd(10)]],
      ['no day given', 'blocked', ['p4'], [usd(10)]],
    ]);
    expect(money.payments[0]!.items[0]).toMatchObject({ confidence: 'probable', citation: 'cite blocked' });
  });

  it('are asked about on the very day, not on the nearest key day', () => {
    const law: FakeLaw = (question) => answer(question.on === '2022-09-17' ? 'licence required' : 'allowed');
    const { money } = rehearseSmall({ portfolio: portfolioOf(payment('p', '2022-09-17')), scenario, law });
    expect(money.payments.map(({ when, treatment }) => [when, treatment])).toEqual([
      ['outside any licence', 'needs a licence'],
    ]);
  });
});

describe('holdings to sell', () => {
  it('adds up accounts that hold one security and divides by the share of volume', () => {
    const { holdings, volumeShare, assumptions } = moneyFor(holding('a'), holding('b', { quantity: '1' }));
    expect(volumeShare).toBe(20);
    expect(assumptions[0]).toContain('20 percent of a day');
    expect(holdings).toEqual([
      {
        security: 'CNE100000PM8',
        issuer: 'hik',
        assets: ['a', 'b'],
        values: [usd(10_000)],
        quantity: '1001',
        dailyVolume: '100',
        tradingDays: 51,
        confidence: 'probable',
        saleAllowed: 'never',
        enough: 'no',
      },
    ]);
  });

  it('says not known where quantity or volume is, and leaves a fund’s holdings to the fund', () => {
    const { dailyVolume: _, ...without } = holding('a');
    expect(moneyFor(without).holdings[0]).toMatchObject({
      dailyVolume: 'not known',
      tradingDays: 'not known',
    });
    expect(moneyFor(holding('a', { quantity: 'many' })).holdings[0]!.tradingDays).toBe('not known');
    expect(moneyFor(holding('a', { through: { fund: 'F', weight: '2' } })).holdings).toEqual([]);
  });

  it.each([
    ['1000', 'yes'],
    ['2000', 'no'],
  ])('weighs %s units against the days that the window leaves: %s', (quantity, enough) => {
    const law: FakeLaw = (question) =>
      question.activity === 'sell securities'
        ? answer('allowed', { provisions: [provision('allowed', { until: '2022-08-31' })] })
        : answer('prohibited');
    const { money } = rehearseSmall({ portfolio: portfolioOf(holding('a', { quantity })), scenario, law });
    expect(money.holdings[0]).toMatchObject({
      saleAllowed: { from: '2022-06-01', until: '2022-08-31' },
      enough,
    });
  });

  it('knows a sale that is barred first and free later, for good', () => {
    const { money } = rehearseSmall({
      portfolio: portfolioOf(holding('a')),
      scenario: scenarioOf('2022-06-01', listing('hik', '2022-06-01', { until: '2022-06-30' })),
    });
    expect(money.holdings[0]).toMatchObject({ saleAllowed: { from: '2022-07-01' }, enough: 'yes' });
  });

  it('takes the exact days: no fewer than enough, no day too many', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 1, max: 100 }),
        (quantity, volume, percent) => {
          const days = daysToSell(quantity, volume, percent);
          if (days === 'not known') throw new Error('both are known');
          const sold = (count: number) => BigInt(count) * volume * BigInt(percent);
          expect(sold(days) >= quantity * 100n).toBe(true);
          expect(sold(days - 1) < quantity * 100n).toBe(true);
        },
      ),
    );
    expect(daysToSell(5n, 0n, 20)).toBe('not known');
  });

  it('counts weekdays as one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9000, max: 30000 }),
        fc.integer({ min: -3, max: 40 }),
        (from, length) => {
          let count = 0;
          for (let number = from; number <= from + length; number++)
            if ((((number + 3) % 7) + 7) % 7 < 5) count++;
          expect(weekdaysBetween(dayFromNumber(from), dayFromNumber(from + length))).toBe(count);
        },
      ),
    );
    expect(weekdaysBetween(day('2022-06-03'), day('2022-06-06'))).toBe(2);
  });
});

describe('replacement cost', () => {
  const published = parsePrices(
    `- {id: a, device: camera, types: [camera], amount: 1000, units: 3, currency: USD, asOf: '2020', says: s, source: t, verified: secondary}
- {id: b, device: camera, types: [camera], amount: 900, units: 1, currency: USD, asOf: '2021-05', says: s, source: t, verified: verified}`,
    'prices.yaml',
  );
  const assets = [
    camera('d1', { site: 'east', count: 2 }),
    camera('d2', { site: 'west', type: 'recorder' }),
    camera('d3', { brand: 'axis' }),
    camera('d4', { type: 'camera mount' }),
  ];
  const rehearsed = (more: object, prices = published) =>
    rehearseSmall({ portfolio: portfolioOf(...assets), scenario: { ...scenario, ...more }, more: { prices } })
      .money.replacement;

  it('is a range with its sources, by site; what has no price is not known', () => {
    const replacement = rehearsed({});
    expect(replacement.changed).toEqual({
      devices: 4,
      priced: 2,
      notKnown: 2,
      low: [{ minor: 66_666, currency: 'USD' }],
      high: [usd(1800)],
    });
    expect(replacement.bySite).toEqual([
      {
        site: 'east',
        devices: 2,
        priced: 2,
        notKnown: 0,
        low: [{ minor: 66_666, currency: 'USD' }],
        high: [usd(1800)],
      },
      { site: 'west', devices: 1, priced: 0, notKnown: 1, low: [], high: [] },
    ]);
    expect(replacement.prices.map((price) => price.id)).toEqual(['a', 'b']);
  });

  it.each([
    // In binary fractions 1.1 times 100 is more than 110, and 1.15 times 100 less than 115.
    [1.1, 1.15, 'USD', 110, 115],
    [0.29, 0.57, 'EUR', 29, 57],
    [1.005, 1.005, 'USD', 100, 101],
    [250, 250, 'JPY', 250, 250],
    [0.1, 0.1, 'KWD', 100, 100],
  ])('takes a user’s %d to %d %s for exactly that, rounded outward', (low, high, currency, least, most) => {
    const price = ownPrice({ device: 'recorder', low, high, currency, note: undefined });
    expect([price.low.minor, price.high.minor]).toEqual([least, most]);
  });

  it('refuses a figure that is no exact amount', () => {
    for (const high of [1e22, 1e-9])
      expect(() => ownPrice({ device: 'recorder', low: 0, high, currency: 'USD', note: undefined })).toThrow(
        expect.objectContaining({ code: 'AS_FIELD' }),
      );
  });

  it('is the user’s own figure where one is given, and nothing at all without any', () => {
    const prices = [ownPrice({ device: 'recorder', low: 100, high: 250, currency: 'EUR', note: undefined })];
    expect(rehearsed({ prices }, []).changed).toMatchObject({
      priced: 1,
      low: [{ minor: 10_000, currency: 'EUR' }],
      high: [{ minor: 25_000, currency: 'EUR' }],
    });
    expect(rehearsed({}, []).changed).toMatchObject({ priced: 0, notKnown: 4, low: [], high: [] });
  });

  it('tells apart what has to go from what could be replaced', () => {
    const law: FakeLaw = (question, assumptions) =>
      answer(
        assumptions.length === 0
          ? 'allowed'
          : question.activity === 'use' && question.facts.place === 'school or university'
            ? 'prohibited'
            : 'red flag',
      );
    const { money } = rehearseSmall({
      portfolio: portfolioOf(camera('d1'), camera('d2', { facts: { place: 'school or university' } })),
      scenario,
      law,
    });
    expect([money.replacement.changed.devices, money.replacement.forced.devices]).toEqual([2, 1]);
  });

  it('refuses a kind of device priced in two currencies, and a figure without a source', () => {
    const row = (more: string) =>
      `- {id: a, device: camera, types: [camera], amount: 5, units: 1, asOf: '2020', says: s, verified: secondary, ${more}}\n`;
    expect(() =>
      parsePrices(row('currency: USD, source: t') + row('currency: EUR, source: t'), 'p.yaml'),
    ).toThrow(/in USD and in EUR/);
    expect(() => parsePrices(row('currency: USD'), 'p.yaml')).toThrow(/source/);
    expect(() => parsePrices('- [', 'p.yaml')).toThrow(
      expect.objectContaining({ place: { file: 'p.yaml', line: 1 } }),
    );
  });

  it('has a source, a day and words for every price that ships', () => {
    const path = new URL('../../casebook/prices.yaml', import.meta.url);
    const prices = parsePrices(readFileSync(path, 'utf8'), 'prices.yaml');
    expect(prices.map(({ id, low, high }) => [id, low.minor, high.minor])).toEqual([
      ['hawkins-county-2015', 35_000, 35_000],
      ['raytown-2011', 270_833, 270_834],
    ]);
    for (const price of prices) expect(price.source).toMatch(/https:\/\//);
  });
});
