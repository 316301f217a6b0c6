import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, hostileName, rehearsal } from './rehearsal.fixture.ts';
import { layoutShockMap, spread } from './shock-layout.ts';
import { shockMap } from './shock-map.ts';
import { shockMapSvg } from './shock-svg.ts';

const many = rehearsal(
  Array.from({ length: 60 }, (_, at) =>
    change({
      id: `D${at}`,
      asset: `D${at}`,
      count: (at * 7) % 90,
      path: [{ from: `Brand with a long name ${at}`, relation: 'made by', to: 'Maker' }],
    }),
  ),
);

describe('the shock map', () => {
  it('gives the same bytes for the same rehearsal', () => {
    expect(shockMapSvg(shockMap([many], 'Maker'))).toBe(
      shockMapSvg(shockMap([structuredClone(many)], 'Maker')),
    );
  });

  it('shows a brand once, however its name is written, and never counts an asset twice', () => {
    const map = shockMap(
      [
        rehearsal([
          change({ id: '1', path: [{ from: 'Brand', relation: 'made by', to: 'Maker' }] }),
          change({ id: '2', activity: 'buy' }),
          change({ id: '3', asset: 'D2', path: [{ from: 'BRAND', relation: 'made by', to: 'Maker' }] }),
        ]),
      ],
      'Maker',
    );
    expect(map.marks.filter(({ ring }) => ring === 'branded').map(({ count }) => count)).toEqual([4]);
    expect(map.marks.filter(({ ring }) => ring === 'yours').map(({ count }) => count)).toEqual([4]);
  });

  it('draws what is only possible as undetermined, never as certain', () => {
    const map = shockMap([rehearsal([change({ confidence: 'possible', after: 'blocked' })])], 'Maker');
    expect(map.marks.every(({ effect }) => effect === 'undetermined')).toBe(true);
  });

  it('gives each mark of what is yours its reason and citation', () => {
    for (const mark of shockMap([many], 'Maker').marks) {
      expect(mark.because).not.toBe('');
      expect(mark.citation).not.toBe('');
    }
  });

  it.each(['wide', 'narrow'] as const)(
    'keeps every mark and label of the %s form inside its frame',
    (form) => {
      const { width, height, marks, labels } = layoutShockMap(shockMap([many], 'Maker'), form);
      for (const { x, y, radius } of marks) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(height);
      }
      for (const { y } of labels) expect(y > 0 && y < height).toBe(true);
    },
  );

  it('lets no two labels of a side stand on one another', () => {
    const { labels } = layoutShockMap(shockMap([many], 'Maker'));
    for (const side of ['start', 'end']) {
      const heights = labels.filter((label) => label.side === side).map(({ y }) => y);
      expect(heights.length).toBeGreaterThan(4);
      for (let at = 1; at < heights.length; at++)
        expect(heights[at]! - heights[at - 1]!).toBeGreaterThanOrEqual(17.9);
    }
  });

  it('spreads any heights in order and apart, as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 700, noNaN: true }), { maxLength: 20 }), (heights) => {
        const sorted = [...heights].sort((a, b) => a - b);
        const placed = spread(sorted, 18, 9, 551);
        for (let at = 0; at < placed.length; at++) {
          expect(placed[at]!).toBeGreaterThanOrEqual(9 - 1e-9);
          expect(placed[at]!).toBeLessThanOrEqual(551);
          if (at > 0) expect(placed[at]! - placed[at - 1]!).toBeGreaterThanOrEqual(18 - 1e-9);
        }
      }),
    );
  });

  it('escapes hostile names', () => {
    const svg = shockMapSvg(
      shockMap(
        [
          rehearsal([
            change({ path: [{ from: hostileName, relation: 'made by', to: 'Maker' }], label: hostileName }),
          ]),
        ],
        hostileName,
      ),
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#60;script');
  });
});
