import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clue, type ClueKind, clueFamilies, defaultWeights } from './clue.ts';
import { fuse } from './fuse.ts';

const kinds = Object.values(clueFamilies).flat() as ClueKind[];
const clue = (kind: ClueKind, group: string, share = 1, value = kind as string): Clue => ({
  kind,
  to: { name: group, group },
  signal: kind,
  value,
  source: 'test',
  share,
});
const clues = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      group: fc.constantFrom('A', 'B', 'C'),
      share: fc.constantFrom(0.3, 0.8, 1),
      value: fc.constantFrom('x', 'y', 'z'),
    })
    .map(({ kind, group, share, value }) => clue(kind, group, share, value)),
  { maxLength: 8 },
);
const probabilityOf = (group: string, list: readonly Clue[]) =>
  fuse(list, defaultWeights).find((candidate) => candidate.group === group)?.probability ?? 0;

describe('fusing evidence', () => {
  it('leaves room for somebody else: probabilities add up to less than one', () => {
    fc.assert(
      fc.property(clues, (list) => {
        const sum = fuse(list, defaultWeights).reduce((total, { probability }) => total + probability, 0);
        expect(sum).toBeLessThan(1);
      }),
    );
  });

  it('does not depend on the order of clues', () => {
    fc.assert(
      fc.property(clues, (list) => {
        const forward = fuse(list, defaultWeights).map(({ group, probability }) => [
          group,
          probability.toFixed(9),
        ]);
        const backward = fuse([...list].reverse(), defaultWeights).map(({ group, probability }) => [
          group,
          probability.toFixed(9),
        ]);
        expect(backward).toEqual(forward);
      }),
    );
  });

  it('gives a maker more with a clue of a new family for it, and less with one for another', () => {
    const before = [clue('brand B', 'A')];
    expect(probabilityOf('A', [...before, clue('mac of maker', 'A')])).toBeGreaterThan(
      probabilityOf('A', before),
    );
    expect(probabilityOf('A', [...before, clue('mac of maker', 'B')])).toBeLessThan(
      probabilityOf('A', before),
    );
  });

  it('counts further clues of one family only in part and a repeated one not at all', () => {
    const [one] = fuse([clue('banner high', 'A')], defaultWeights);
    const [two] = fuse([clue('banner high', 'A'), clue('path', 'A')], defaultWeights);
    const [again] = fuse([clue('banner high', 'A'), clue('banner high', 'A')], defaultWeights);
    expect(two!.logOdds - one!.logOdds).toBeCloseTo(
      defaultWeights.weights.path * defaultWeights.secondInFamily,
    );
    expect(again!.logOdds).toBe(one!.logOdds);
  });

  it('knows evidence that is weak only', () => {
    const [candidate] = fuse([clue('banner low', 'A'), clue('port', 'A')], defaultWeights);
    expect(candidate).toMatchObject({ isWeakOnly: true, hasTechnical: false });
  });
});
