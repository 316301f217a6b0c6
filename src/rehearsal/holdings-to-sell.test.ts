import { expect, it } from 'vitest';
import type { AskedPortfolio } from '../exposure/index.ts';
import type { Answer, Confidence, Holding } from '../model/index.ts';
import type { Compared } from './changes.ts';
import { holdingsToSell } from './holdings-to-sell.ts';
import { answer, day, rows, usd } from './small-world.fixture.ts';

const shares: Holding = {
  kind: 'holding',
  id: 'h1',
  identifiers: [],
  rows,
  issuer: 'Shell plc',
  isin: 'GB00BP6MXD84',
  quantity: '10',
  dailyVolume: '100',
  value: usd(1000),
};

/** What would be said of the shares, were these the parties they may be of and these the answers about each. */
function toSell(...matches: readonly (readonly [Confidence, Answer])[]) {
  const dealings = matches.map(([confidence], question) => ({
    asset: shares,
    activity: 'sell securities',
    question,
    touch: { confidence },
  }));
  const answers = matches.map(([, given]) => given);
  const on = day('2022-06-01');
  return holdingsToSell({
    // Only what the function reads.
    asked: { dealings } as unknown as AskedPortfolio,
    compared: [{ day: on, before: answers, after: answers }] as unknown as Compared[],
    volumeShare: 20,
  });
}

it('decides nothing by a match that is only possible: what the law would say is kept, and marked', () => {
  expect(toSell(['possible', answer('blocked')])[0]).toMatchObject({
    confidence: 'possible',
    saleAllowed: 'never',
    enough: 'not known',
  });
});

it('goes by the sure match where there is one, in whatever order they come', () => {
  const sure = ['probable', answer('allowed')] as const;
  const weak = ['possible', answer('blocked')] as const;
  expect(toSell(sure, weak)).toEqual([]);
  expect(toSell(weak, sure)).toEqual([]);
  expect(toSell(['certain', answer('blocked')], weak)[0]).toMatchObject({
    confidence: 'certain',
    enough: 'no',
  });
});
