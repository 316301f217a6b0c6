import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedData } from '../../test/shared-data.ts';
import { csvRecords, oneChunk } from '../formats/index.ts';
import { addDays, type Day } from '../model/index.ts';
import { eventStudy, type PriceDay, rankTest } from './event-study.ts';
import { fitMarketModel } from './market-model.ts';
import { readPrices } from './price-series.ts';
import { twoSidedNormal, twoSidedT } from './student-t.ts';

const day = (text: string) => text as Day;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Prices that follow the market model with beta 1.5 exactly, plus a small known ripple and what `shock` adds. */
function pricesWith(shock: (at: number) => number, count = 160): PriceDay[] {
  const prices: PriceDay[] = [{ day: day('2022-01-01'), share: 100, index: 1000 }];
  for (let at = 1; at < count; at++) {
    const last = prices.at(-1)!;
    const index = 0.004 * Math.sin(at * 1.7);
    const share = 1.5 * index + 0.002 * Math.cos(at * 2.9) + shock(at);
    prices.push({
      day: addDays(day('2022-01-01'), at),
      share: last.share * (1 + share),
      index: last.index * (1 + index),
    });
  }
  return prices;
}
const eventAt = 145;
const event = addDays(day('2022-01-01'), eventAt);

describeWithShared('the planted prices', () => {
  const folder = 'exposure/event-study/';
  const planted = () => {
    const key = csvRecords(oneChunk(readFileSync(sharedData(`${folder}constructed-answer-key.csv`))), {
      file: 'key',
    });
    return new Map([...key].map(({ values }) => [values['item']!, values['value']!]));
  };
  const { prices, issues } = readPrices(
    readFileSync(sharedData(`${folder}constructed-prices.csv`)),
    'prices',
  );

  it('give back every planted figure', () => {
    const key = planted();
    const study = eventStudy(prices, {
      event: day(key.get('event_date (return day)')!),
      windows: [{ from: -1, to: 3 }],
    });
    const close = (item: string, value: number, digits: number) =>
      expect(value, item).toBeCloseTo(Number(key.get(item)), digits);
    expect(issues).toEqual([]);
    expect(study.model.observations).toBe(120);
    close('alpha', study.model.alpha, 7);
    close('beta', study.model.beta, 5);
    close('residual variance (n-2)', study.model.variance, 9);
    for (const one of study.days) close(`AR(${one.offset})`, one.abnormal, 5);
    const [result] = study.windows;
    close('CAR(-1,+3)', result!.car, 5);
    close('standard error, 5 days, no estimation-error term', result!.ownError, 5);
    close('t', result!.car / result!.ownError, 2);
    expect(result!.standardError).toBeGreaterThan(result!.ownError);
    expect(result!.p).toBeLessThan(1e-10);
    expect(result!.placebo).toMatchObject({ windows: 116, asExtreme: 0 });
  });

  it('give no effect in the middle of the estimation window', () => {
    const [result] = eventStudy(prices, {
      event: prices[100]!.day,
      estimation: { from: -90, to: -11 },
      windows: [{ from: -1, to: 3 }],
    }).windows;
    expect(result!.p).toBeGreaterThan(0.05);
  });
});

describe('an event study', () => {
  it('finds a planted effect over the window and not on the days around it', () => {
    const study = eventStudy(
      pricesWith((at) => (at === eventAt ? -0.09 : at === eventAt + 1 ? -0.03 : 0)),
      {
        event,
        windows: [
          { from: 0, to: 1 },
          { from: 2, to: 4 },
        ],
      },
    );
    expect(study.windows[0]!.car).toBeCloseTo(-0.12, 2);
    expect(study.windows[0]!.p).toBeLessThan(1e-6);
    expect(study.windows[0]!.rank.z).toBeLessThan(-2);
    expect(study.windows[1]!.p).toBeGreaterThan(0.2);
  });

  it('takes the next trading day for an event on a closed day, and says so', () => {
    const prices = pricesWith(() => 0).filter((one) => one.day !== event);
    const study = eventStudy(prices, { event });
    expect(study.tradingDay).toBe(addDays(event, 1));
    expect(study.notes[0]).toBe(`${event} was no trading day; day 0 is ${addDays(event, 1)}.`);
  });

  it('marks days at the price limit and warns of a window that ends on one', () => {
    const prices = pricesWith((at) => (at === eventAt || at === eventAt + 1 ? -0.11 : 0));
    const { days, notes } = eventStudy(prices, { event, priceLimit: 10, windows: [{ from: -1, to: 1 }] });
    expect(days.filter((one) => one.atLimit).map((one) => one.offset)).toEqual([0, 1]);
    expect(notes.join(' ')).toMatch(
      /At the daily limit of 10 percent.*The window -1 to 1 ends on a day at the limit/,
    );
    expect(eventStudy(prices, { event }).notes.join(' ')).toMatch(/read the windows of several days/);
  });

  it.each([
    ['an event after the prices', { event: day('2030-01-01') }, /no trading day/],
    ['an event before them', { event: day('2001-01-01') }, /no trading day/],
    ['too few returns', { event: day('2022-01-20') }, /Only \d+ returns/],
    ['a window past the end', { event, windows: [{ from: 0, to: 99 }] }, /end before day 99/],
    ['an empty window', { event, windows: [{ from: 3, to: 1 }] }, /3 to 1 is empty/],
    ['no window', { event, windows: [] }, /No window/],
    [
      'a window inside the estimation',
      { event, windows: [{ from: -20, to: 1 }] },
      /inside the estimation window/,
    ],
  ])('refuses %s', (_what, options, message) => {
    expect(() =>
      eventStudy(
        pricesWith(() => 0),
        options,
      ),
    ).toThrow(message);
  });

  it('adds up: windows side by side have the sum of the abnormal returns of both', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.09, max: 0.09, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (shocks) => {
          const prices = pricesWith((at) => shocks[at - eventAt] ?? 0);
          const windows = [
            { from: 0, to: 2 },
            { from: 3, to: 5 },
            { from: 0, to: 5 },
          ];
          const [one, two, both] = eventStudy(prices, { event, windows }).windows;
          expect(one!.car + two!.car).toBeCloseTo(both!.car, 10);
          expect(both!.standardError).toBeGreaterThan(Math.max(one!.standardError, two!.standardError));
        },
      ),
    );
  });
});

describe('the market model', () => {
  it('recovers alpha and beta of exact data, with residuals of nought', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.01, max: 0.01, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (alpha, beta) => {
          const index = Array.from({ length: 40 }, (_, at) => 0.01 * Math.sin(at));
          const model = fitMarketModel(
            index.map((value) => alpha + beta * value),
            index,
          );
          expect(model.alpha).toBeCloseTo(alpha, 10);
          expect(model.beta).toBeCloseTo(beta, 8);
          expect(model.variance).toBeCloseTo(0, 15);
        },
      ),
    );
  });

  it('falls back on the mean where the index does not move', () => {
    const model = fitMarketModel([0.01, 0.03, 0.02], [0, 0, 0]);
    expect([model.alpha, model.beta]).toEqual([0.02, 0]);
  });
});

describe('the tests', () => {
  it.each([
    [2.228, 10, 0.05],
    [2.617, 120, 0.01],
    [1, 1, 0.5],
    [0, 7, 1],
    [-2.228, 10, 0.05],
  ])('t = %d with %d degrees has p = %d', (t, degrees, p) => expect(twoSidedT(t, degrees)).toBeCloseTo(p, 3));

  it('know the normal distribution', () => {
    expect(twoSidedNormal(1.959964)).toBeCloseTo(0.05, 6);
    expect(twoSidedNormal(3.290527)).toBeCloseTo(0.001, 6);
  });

  it('rank the largest day of 19 as 20th: z = 9.5 over the spread of twenty ranks', () => {
    const { z } = rankTest(
      Array.from({ length: 19 }, (_, at) => at),
      [99],
    );
    expect(z).toBeCloseTo(9.5 / Math.sqrt((20 * 20 - 1) / 12), 10);
  });

  it('rank in mirror image for returns of the other sign, and see nothing in ties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 30, maxLength: 50 }),
        fc.integer({ min: 1, max: 5 }),
        (values, size) => {
          const [before, inside] = [values.slice(size), values.slice(0, size)];
          const flipped = rankTest(
            before.map((one) => -one),
            inside.map((one) => -one),
          );
          expect(flipped.z).toBeCloseTo(-rankTest(before, inside).z, 9);
        },
      ),
    );
    expect(rankTest([1, 1, 1], [1])).toEqual({ z: 0, p: 1 });
  });
});

describe('prices from a file', () => {
  it('are put in order; rows that cannot be used are reported with their line', () => {
    const { prices, issues } = readPrices(
      bytes(
        'day,share,index\n2022-01-03,2,200\n2022-01-02,1,100\nlater,3,300\n2022-01-04,-3,300\n2022-01-05,,1\n',
      ),
      'p.csv',
    );
    expect(prices.map((one) => one.day)).toEqual(['2022-01-02', '2022-01-03']);
    expect(issues.map(({ line, lost }) => [line, lost])).toEqual([
      [4, true],
      [5, true],
      [6, true],
    ]);
  });

  it.each([
    ['a day with two prices', 'day,s,i\n2022-01-02,1,2\n2022-01-02,1,3\n', {}, /first on line 2/],
    ['no usable row', 'day,s,i\nx,1,2\n', {}, /no usable row/],
    [
      'more columns than can be told apart',
      'day,a,b,c\n2022-01-02,1,2,3\n',
      {},
      /Name the columns|cannot be told/,
    ],
    ['a column that is not there', 'day,a,b\n2022-01-02,1,2\n', { share: 'z' }, /no column "z"/],
    ['too few columns', 'day,a\n2022-01-02,1\n', {}, /cannot be told/],
    ['an empty file', '', {}, /empty/],
  ])('refuses %s', (_what, text, columns, message) => {
    expect(() => readPrices(bytes(text), 'p.csv', columns)).toThrow(message);
  });

  it('takes named columns', () => {
    const text = 'volume,close,day,market\n5,10,2022-01-02,20\n';
    const { prices } = readPrices(bytes(text), 'p.csv', { date: 'day', share: 'close', index: 'market' });
    expect(prices).toEqual([{ day: '2022-01-02', share: 10, index: 20 }]);
  });
});
