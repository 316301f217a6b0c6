import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine/index.ts';
import { expose, touchPortfolio } from '../src/exposure/index.ts';
import { type Assumption, type Day, gravity, type PartyId, type RegimeId } from '../src/model/index.ts';

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

    it('counts each changed asset once in the totals', () => {
      const { changes, totals } = engine.rehearse(engine.scenario('hikvision-sdn'), portfolio);
      expect(totals.changedAssets).toBe(new Set(changes.map((change) => change.asset)).size);
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
  ])('%s can be rehearsed on the demo portfolios', (id) => {
    const scenario = engine.scenario(id);
    for (const portfolio of portfolios)
      expect(engine.rehearse(scenario, portfolio).scenario.title).toBe(scenario.title);
  });
});
