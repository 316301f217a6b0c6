import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, id } from '../../test/ownership-links.ts';
import { slowResult } from '../../test/slow-ownership.ts';
import { type Day, isWithin } from '../model/day.ts';
import type { Link } from '../model/party.ts';
import { onePercent, type Share, type ShareUnits, wholeShare } from '../model/share.ts';
import { checkProof } from './proof-check.ts';

const parties = ['A', 'B', 'C', 'D', 'E', 'F'];
const day = '2025-01-01' as Day;
const days = ['2020-01-01', '2024-07-02', '2024-12-31', '2025-01-01', '2025-01-02', '2026-06-30'] as Day[];

/** Percentages where the law's edges are; as share units. */
const units = fc.constantFrom(0, 5, 10, 20, 24.99, 25, 30, 40, 49.99, 50, 50.01, 51, 60, 75, 100);
const shares: fc.Arbitrary<Share | null> = fc.oneof(
  { weight: 5, arbitrary: units.map((percent) => interval(percent, percent, true, true)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(units, units, fc.boolean(), fc.boolean())
      .map(([a, b, minIn, maxIn]) =>
        a === b ? interval(a, b, true, true) : interval(Math.min(a, b), Math.max(a, b), minIn, maxIn),
      ),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

function interval(min: number, max: number, minInclusive: boolean, maxInclusive: boolean): Share {
  const of = (percent: number) => Math.round(percent * onePercent) as ShareUnits;
  return { min: of(min), max: of(max), minInclusive, maxInclusive };
}

const kinds = fc.oneof(
  { weight: 12, arbitrary: fc.constant('ownership' as const) },
  { weight: 3, arbitrary: fc.constantFrom('subsidiary', 'control', 'affiliate', 'acts for') },
);

const links: fc.Arbitrary<readonly Link[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom(...parties),
      owned: fc.constantFrom(...parties),
      kind: kinds,
      share: shares,
      basis: fc.constantFrom(undefined, undefined, undefined, 'voting', 'economic'),
      from: fc.option(fc.constantFrom(...days), { nil: undefined, freq: 4 }),
      until: fc.option(fc.constantFrom(...days), { nil: undefined, freq: 4 }),
      disputed: fc.option(fc.constantFrom('d1', 'd2'), { nil: undefined, freq: 6 }),
    }),
    { maxLength: 12 },
  )
  .map((raw) =>
    raw.map(({ share, basis, from, until, disputed, kind, ...rest }, index): Link => {
      const inverted = from && until && from > until;
      return {
        id: `link ${index}`,
        kind: kind as Link['kind'],
        ...rest,
        owner: id(rest.owner),
        owned: id(rest.owned),
        ...(kind === 'ownership' ? { share } : {}),
        ...(basis && kind === 'ownership' ? { basis } : {}),
        ...(from ? { from } : {}),
        ...(until && !inverted ? { until } : {}),
        ...(disputed ? { disputed } : {}),
        provenance: { source: 'test', verified: 'invented' },
      } as Link;
    }),
  );

const listedSets = fc.uniqueArray(fc.constantFrom(...parties), { minLength: 1, maxLength: 3 });
const tests = fc.constantFrom('OFAC', 'EU', 'UK', 'CA', '889');

describe('random graphs with rings, bands, unknown shares, periods, disputes and statements', () => {
  it('agree with the slow reference in every party', () => {
    fc.assert(
      fc.property(tests, links, listedSets, (test, graph, listed) => {
        const verdicts = ask(test, graph, listed, day);
        for (const party of parties) {
          const expected = slowResult(test, graph, listed, party, day);
          expect([party, verdicts.resultOf(id(party))]).toEqual([party, expected]);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('always come with a proof that the separate checker accepts', () => {
    fc.assert(
      fc.property(tests, links, listedSets, (test, graph, listed) => {
        const verdicts = ask(test, graph, listed, day);
        for (const party of parties) {
          const verdict = verdicts.verdict(id(party));
          expect([party, checkProof(verdicts.question, verdict.proof, id(party), verdicts.listed)]).toEqual([
            party,
            [],
          ]);
          expect(verdict.settle === undefined).toBe(verdict.result !== 'undetermined');
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('say caught only if every filling-in of the open shares says so, and not caught only if none does', () => {
    const fillings = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom('OFAC', 'EU', 'UK', 'CA'),
        links,
        listedSets,
        fillings,
        (test, graph, listed, fill) => {
          const open = graph.filter(
            (link) => link.kind === 'ownership' && link.disputed === undefined && link.basis === undefined,
          );
          const exact = open.map((link, index) => filled(link, fill[index]!));
          // Only fillings that leave nobody with more than the whole are possible worlds.
          for (const party of parties) {
            const held = exact.filter((link) => link.owned === party && isWithin(day, link));
            if (held.reduce((sum, link) => sum + link.share!.min, 0) > wholeShare) return;
          }
          const verdicts = ask(test, open, listed, day);
          const world = ask(test, exact, listed, day);
          for (const party of parties) {
            const result = verdicts.resultOf(id(party));
            if (result !== 'undetermined')
              expect([party, world.resultOf(id(party))]).toEqual([party, result]);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('do not depend on the order of links, nor on links of other days', () => {
    fc.assert(
      fc.property(
        tests,
        links.chain((graph) =>
          fc.tuple(fc.constant(graph), fc.shuffledSubarray([...graph], { minLength: graph.length })),
        ),
        listedSets,
        (test, [graph, shuffled], listed) => {
          const isIrrelevant = (link: Link) => link.disputed === undefined && !isWithin(day, link);
          const some = graph.filter((link) => !isIrrelevant(link));
          const results = [graph, shuffled, some].map((each) => {
            const verdicts = ask(test, each, listed, day);
            return parties.map((party) => verdicts.resultOf(id(party)));
          });
          expect(results[1]).toEqual(results[0]);
          // Which shares "votes only" concerns is a matter of all links of a pair that overlap in time.
          if (graph.every((link) => link.basis === undefined && link.kind !== 'subsidiary')) {
            expect(results[2]).toEqual(results[0]);
          }
        },
      ),
    );
  });

  it('catch no fewer when more persons are listed', () => {
    fc.assert(
      fc.property(tests, links, listedSets, listedSets, (test, graph, listed, more) => {
        const less = ask(test, graph, listed, day);
        const all = ask(test, graph, [...listed, ...more], day);
        for (const party of parties) {
          expect(rank(all.resultOf(id(party)))).toBeGreaterThanOrEqual(rank(less.resultOf(id(party))));
        }
      }),
    );
  });

  it('catch no fewer when a least share is raised', () => {
    fc.assert(
      fc.property(tests, links, listedSets, fc.nat(), (test, graph, listed, pick) => {
        const raised = graph.map((link, index) => {
          if (index !== pick % graph.length || !link.share) return link;
          const { min, max } = link.share;
          const higher = Math.min(wholeShare, min + 10 * onePercent) as ShareUnits;
          return {
            ...link,
            share: {
              min: higher,
              max: Math.max(higher, max) as ShareUnits,
              minInclusive: true,
              maxInclusive: true,
            },
          };
        });
        const before = ask(test, graph, listed, day);
        const after = ask(test, raised, listed, day);
        for (const party of parties) {
          if (before.resultOf(id(party)) === 'caught') expect(after.resultOf(id(party))).toBe('caught');
        }
      }),
    );
  });

  it('give the same under an assumption as solved anew, and leave the verdicts before it alone', () => {
    fc.assert(
      fc.property(tests, links, listedSets, listedSets, listedSets, (test, graph, listed, first, second) => {
        const before = ask(test, graph, listed, day);
        const results = () => parties.map((party) => before.resultOf(id(party)));
        const unchanged = results();
        const once = before.withAssumption({ list: first.map(id) });
        const twice = once.withAssumption({ list: second.map(id) });
        const back = twice.withAssumption({ delist: second.map(id) });
        const anew = ask(test, graph, [...listed, ...first, ...second], day);
        const rest = [...listed, ...first].filter((party) => !second.includes(party));
        const anewBack = ask(test, graph, rest, day);
        for (const party of parties) {
          expect(twice.resultOf(id(party))).toBe(anew.resultOf(id(party)));
          expect(back.resultOf(id(party))).toBe(anewBack.resultOf(id(party)));
          const verdict = twice.verdict(id(party));
          expect(checkProof(twice.question, verdict.proof, id(party), twice.listed)).toEqual([]);
        }
        expect([...twice.caught()].sort()).toEqual([...anew.caught()].sort());
        expect([...twice.undetermined()].sort()).toEqual([...anew.undetermined()].sort());
        for (const each of [before, once, twice, back]) {
          const [caught, undetermined] = [[...each.caught()], [...each.undetermined()]];
          expect(each.counts()).toEqual({ caught: caught.length, undetermined: undetermined.length });
        }
        expect(results()).toEqual(unchanged);
      }),
      { numRuns: 500 },
    );
  });
});

/** The link with an exact share out of its interval: 0 its least, 4 its most, just inside where an end is open. */
function filled(link: Link, step: number): Link {
  const { min, max, minInclusive, maxInclusive } = link.share ?? interval(0, 100, true, true);
  const at = min + Math.floor(((max - min) * step) / 4);
  const inside = Math.min(
    Math.max(at, minInclusive ? min : min + 1),
    maxInclusive ? max : max - 1,
  ) as ShareUnits;
  return { ...link, share: { min: inside, max: inside, minInclusive: true, maxInclusive: true } };
}

function rank(result: string): number {
  return ['not caught', 'undetermined', 'caught'].indexOf(result);
}
