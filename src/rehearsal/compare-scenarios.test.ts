import { describe, expect, it } from 'vitest';
import type { Vendor } from '../model/index.ts';
import { compareScenarios } from './compare-scenarios.ts';
import { listing, portfolioOf, rehearseSmall, rows, scenarioOf, usd } from './small-world.fixture.ts';

const vendor = (id: string, name: string): Vendor => ({
  kind: 'vendor',
  id,
  rows,
  name,
  identifiers: [],
  spend: usd(100),
});
const portfolio = portfolioOf(
  vendor('v1', 'hik'),
  vendor('v2', 'dahua'),
  vendor('v3', 'dahua'),
  vendor('v4', 'axis'),
);
const rehearsed = (id: string, ...parties: string[]) =>
  rehearseSmall({
    portfolio,
    scenario: {
      ...scenarioOf('2022-06-01', ...parties.map((one) => listing(one, '2022-06-01'))),
      id,
      title: id,
    },
  });

describe('scenarios side by side', () => {
  const hik = rehearsed('first', 'hik');
  const dahua = rehearsed('second', 'dahua');
  const both = rehearsed('third', 'hik', 'dahua');

  it('keep their order and tell what becomes stricter and freer against the one before', () => {
    const [row] = compareScenarios([hik, dahua, both]);
    expect(
      row!.columns.map(({ scenario, changed, barred, against }) => [
        scenario,
        changed.byKind.map(({ kind, values }) => [kind, values]),
        barred.assets,
        against,
      ]),
    ).toEqual([
      ['first', [['vendor', [usd(100)]]], 1, undefined],
      ['second', [['vendor', [usd(200)]]], 2, { with: 'first', stricter: ['v2', 'v3'], freer: ['v1'] }],
      ['third', [['vendor', [usd(300)]]], 3, { with: 'second', stricter: ['v1'], freer: [] }],
    ]);
  });

  it('count every touched asset under one effect, changed or not', () => {
    const [row] = compareScenarios([hik]);
    expect(row!.columns[0]!.after.map(({ effect, assets }) => [effect, assets])).toEqual([
      ['blocked', 1],
      ['allowed', 3],
    ]);
  });

  it('show no difference for a scenario beside itself', () => {
    const [row] = compareScenarios([both, both]);
    expect(row!.columns[1]!.against).toEqual({ with: 'third', stricter: [], freer: [] });
  });

  it('are told apart by portfolio', () => {
    const other = { ...hik, portfolio: { ...hik.portfolio, id: 'q', title: 'Q' } };
    expect(compareScenarios([hik, other]).map((row) => [row.portfolio.id, row.columns.length])).toEqual([
      ['p', 1],
      ['q', 1],
    ]);
    expect(compareScenarios([])).toEqual([]);
  });
});
