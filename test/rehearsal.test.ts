import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine/index.ts';
import { expose, touchPortfolio } from '../src/exposure/index.ts';
import {
  type Assumption,
  type Day,
  gravity,
  type PartyId,
  type RegimeId,
  sumMoney,
} from '../src/model/index.ts';
import { compareScenarios, isBarring } from '../src/rehearsal/index.ts';

const day = (text: string) => text as Day;
const engine = openEngine({ home: '.no-archive', today: day('2026-11-22') });
const portfolios = engine.casebook.portfolios.map(({ id }) => engine.portfolio(id).portfolio);
const listing: Assumption = {
  kind: 'listing',
  party: 'hikvision' as PartyId,
  regime: 'us-ofac-sdn-glomag' as RegimeId,
  from: day('2022-06-01'),
};

describe.each(portfolios.map((portfolio) => [portfolio.id, portfolio] as const))(
  'rehearsing on %s',
  (_id, portfolio) => {
    const touched = touchPortfolio(portfolio, engine.knowledge(portfolio));
    const findings = (assumptions: readonly Assumption[], on: Day) =>
      JSON.stringify(expose(portfolio, touched, engine.world(assumptions).ask, on));

    it('gives the same bytes for the same input', () => {
      const scenario = engine.scenario('hikvision-sdn');
      expect(JSON.stringify(engine.rehearse(scenario, portfolio))).toBe(
        JSON.stringify(engine.rehearse(scenario, portfolio)),
      );
    });

    const delistedFrom = (from: string): Assumption => ({
      kind: 'delisting',
      party: listing.party,
      regime: listing.regime,
      from: day(from),
    });
    // That a listing ended is told among what was considered; nothing else may differ.
    const withoutConsidered = (text: string) =>
      JSON.stringify(JSON.parse(text, (key, value) => (key === 'considered' ? undefined : value)));

    it('gives the findings before, byte for byte, when the listing is undone on its day', () => {
      const on = day('2022-09-01');
      expect(findings([listing], on)).not.toBe(findings([], on));
      expect(findings([listing, delistedFrom('2022-06-01')], on)).toBe(findings([], on));
    });

    it('forbids until the day before a later delisting, and then no longer', () => {
      const both = [listing, delistedFrom('2022-09-01')];
      const [last, first] = [day('2022-08-31'), day('2022-09-01')];
      expect(withoutConsidered(findings(both, first))).toBe(withoutConsidered(findings([], first)));
      const effects = (assumptions: readonly Assumption[]) =>
        expose(portfolio, touched, engine.world(assumptions).ask, last).map(
          ({ id, effect }) => `${id} ${effect}`,
        );
      expect(effects(both)).toEqual(effects([listing]));
    });

    it('changes something, and nothing becomes freer by a listing', () => {
      const { changes } = engine.rehearse(engine.scenario('hikvision-sdn'), portfolio);
      expect(changes.length).toBeGreaterThan(0);
      for (const change of changes) {
        if (change.after !== 'undetermined' && change.before !== 'undetermined') {
          expect(gravity(change.after)).toBeGreaterThanOrEqual(gravity(change.before));
        }
      }
    });

    it('names a citation, a day and a path for every change', () => {
      for (const change of engine.rehearse(engine.scenario('hikvision-sdn'), portfolio).changes) {
        expect(change.citation, change.id).not.toBe('');
        expect(change.from >= '2022-06-01').toBe(true);
        expect(change.path.length, change.id).toBeGreaterThan(0);
      }
    });

    it('counts each changed asset once in the totals, and apart those that only get another reason', () => {
      const { changes, totals } = engine.rehearse(engine.scenario('hikvision-sdn'), portfolio);
      const differing = changes.filter(({ before, after }) => before !== after);
      expect(totals.changedAssets).toBe(new Set(differing.map((change) => change.asset)).size);
      expect(totals.changedAssets + totals.otherReasonAssets).toBe(
        new Set(changes.map((change) => change.asset)).size,
      );
      expect(totals.changedAssets).toBeLessThanOrEqual(totals.assets);
    });
  },
);

describe('every scenario that ships', () => {
  it.each([
    'hikvision-sdn',
    'hikvision-sdn-wind-down',
    'dahua-sdn',
    'hikvision-delisted',
    'ladder-1-entity-list',
    'ladder-2-section-889',
    'ladder-3-cmic',
    'ladder-4-fcc',
    'ladder-5-menu-based',
    'ladder-6-sdn',
    'ladder-7-sdn-with-allies',
    'next-in-line',
    'dahua-next-to-hikvision',
  ])('%s can be rehearsed on the demo portfolios', (id) => {
    const scenario = engine.scenario(id);
    for (const portfolio of portfolios)
      expect(engine.rehearse(scenario, portfolio).scenario.title).toBe(scenario.title);
  });
});

describe('on the demo portfolios', () => {
  const of = (id: string) => portfolios.find((portfolio) => portfolio.id === id)!;
  const quick = (scenario: string, portfolio: string) =>
    engine.rehearse(engine.scenario(scenario), of(portfolio), { withoutSensitivity: true });

  it.each(['us-fcc-covered', 'us-ndaa-889'])(
    'taking Hikvision off %s takes off whoever stood there only as its own',
    (list) => {
      const delisted: Assumption = {
        kind: 'delisting',
        party: listing.party,
        regime: list as RegimeId,
        from: day('2022-06-01'),
      };
      const stands = (assumptions: readonly Assumption[]) =>
        ['hikvision', 'hikvision-usa', 'ezviz'].filter((party) =>
          engine
            .world(assumptions)
            .standing(party as PartyId, day('2022-06-01'))
            .entries.some(
              ({ regime, until }) => regime === list && (until === undefined || until >= '2022-06-01'),
            ),
        );
      expect(stands([])).toEqual(['hikvision', 'hikvision-usa', 'ezviz']);
      expect(stands([delisted])).toEqual([]);
    },
  );

  it('the steps of value sum to the total of every scenario', () => {
    for (const { id } of portfolios) {
      const { money, totals } = quick('ladder-6-sdn', id);
      expect(sumMoney(money.atStake.flatMap((step) => step.values))).toEqual(totals.values);
    }
  });

  it('the fund has to sell its NS-CMIC holdings by the day that the law gives', () => {
    const { deadlines, money } = quick('ladder-3-cmic', 'alder-row-fund');
    const last = deadlines.filter((deadline) => deadline.asset === 'CORE CNE100000PM8');
    expect(last.map(({ day: on, what }) => [on, what])).toEqual([
      ['2022-06-02', 'Last day to sell: Hangzhou Hikvision Digital Technology Co., Ltd. A'],
    ]);
    expect(money.holdings.find((one) => one.security === 'CNE100000PM8')).toMatchObject({
      quantity: '1545000',
      tradingDays: 1,
      saleAllowed: { from: '2022-06-01', until: '2022-06-02' },
      enough: 'yes',
    });
  });

  it('the dividend of Hikvision is blocked, and the report on it due ten business days later', () => {
    const { money, deadlines } = quick('ladder-6-sdn', 'alder-row-fund');
    expect(
      money.payments.flatMap((group) => group.items.map((item) => [item.asset, group.treatment])),
    ).toEqual([['AR-22-0610', 'blocked']]);
    expect(deadlines.filter((deadline) => deadline.asset === 'AR-22-0610').map((one) => one.day)).toEqual([
      '2022-06-10',
      '2022-06-27',
    ]);
  });

  it('the district’s cameras have a price range with sources, its recorders none', () => {
    const { changed, prices } = quick('ladder-6-sdn', 'harlow-prairie-school-district').money.replacement;
    expect(changed.priced + changed.notKnown).toBe(changed.devices);
    expect(changed.low).toEqual([{ minor: changed.priced * 35_000, currency: 'USD' }]);
    expect(changed.high).toEqual([{ minor: changed.priced * 270_834, currency: 'USD' }]);
    expect(prices.map((price) => price.id)).toEqual(['hawkins-county-2015', 'raytown-2011']);
  });

  it('the next in line are those documented with the criterion, Hikvision left out', () => {
    const named = engine
      .scenario('next-in-line')
      .assumptions.flatMap(({ assumption }) => (assumption.kind === 'listing' ? [assumption.party] : []));
    const meeting = engine.casebook.criteria.find((one) => one.id === 'xinjiang-contracts')!.parties;
    expect([...named, 'hikvision'].sort()).toEqual(meeting.map(({ party }) => party).sort());
  });

  it('no step of the ladder bars less than the one before it', () => {
    const steps = [
      '1-entity-list',
      '2-section-889',
      '3-cmic',
      '4-fcc',
      '5-menu-based',
      '6-sdn',
      '7-sdn-with-allies',
    ];
    for (const { id } of portfolios) {
      const [row] = compareScenarios(steps.map((step) => quick(`ladder-${step}`, id)));
      const barred = row!.columns.map((column) => column.barred.assets);
      expect(barred).toEqual(barred.toSorted((a, b) => a - b));
      expect(barred.at(-1)).toBeGreaterThan(barred[0]!);
    }
  });

  it('what moves a result most does so when it is turned round', () => {
    const scenario = engine.scenario('ladder-6-sdn');
    const portfolio = of('harlow-prairie-school-district');
    const [first, second] = engine.rehearse(scenario, portfolio).sensitivity;
    expect(first!.group).toBe('designation');
    expect(second!.what).toMatch(/^Do parts, updates or services come from the party itself\?/);
    const answered = { ...portfolio, facts: { ...portfolio.facts, 'from the party itself': 'yes' } };
    const open = (of: typeof portfolio) =>
      engine.rehearse(scenario, of, { withoutSensitivity: true }).undetermined.length;
    expect(open(portfolio) - open(answered)).toBe(second!.dealings);
  });

  describe('the missing facts that the report of the district names', () => {
    const scenario = engine.scenario('hikvision-sdn');
    const portfolio = of('harlow-prairie-school-district');
    const whole = engine.rehearse(scenario, portfolio);
    const barredWith = (other: typeof portfolio) =>
      engine
        .rehearse(scenario, other, { withoutSensitivity: true })
        .after.effects.filter(({ effect }) => isBarring(effect))
        .reduce((sum, { assets }) => sum + assets, 0);
    const named = (words: RegExp) => whole.sensitivity.find(({ what }) => words.test(what))!;

    it('move as many assets as they say when possible matches are somebody else', () => {
      const row = named(/possible matches turn out to be somebody else/);
      const possible = new Set(
        touchPortfolio(portfolio, engine.knowledge(portfolio))
          .filter(({ touch }) => touch.confidence === 'possible')
          .map(({ asset }) => asset.id),
      );
      const without = { ...portfolio, assets: portfolio.assets.filter(({ id }) => !possible.has(id)) };
      expect(row.what).toContain(`${barredWith(portfolio) - barredWith(without)} possible matches`);
    });

    it('move as many dealings as they say when devices of unsettled maker are of the party in question', () => {
      const row = named(/devices whose maker is not settled/);
      const open = new Set(whole.unsettled.map(({ asset }) => asset));
      const settled = {
        ...portfolio,
        assets: portfolio.assets.map((asset) =>
          open.has(asset.id) && asset.kind === 'device'
            ? { ...asset, brand: 'Hikvision', model: 'DS-2CD2143G2-I', mac: '4419B6000001', signals: [] }
            : asset,
        ),
      };
      expect(barredWith(settled) - barredWith(portfolio)).toBe(row.dealings);
    });
  });
});
