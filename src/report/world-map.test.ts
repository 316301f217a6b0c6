import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import outline from './tables/world-outline.generated.json' with { type: 'json' };
import { isOnMap, worldLandSvg, worldMapSvg } from './world-map.ts';

const names = outline.countries.map(({ name }) => name);
const amount = { label: 'Cameras', told: [], form: 'amount' } as const;

function radiiOf(svg: string): number[] {
  return [...svg.matchAll(/ r="([\d.]+)"/g)].map(([, radius]) => Number(radius));
}

/** The room that each line of words takes, by a width of letters like that of the page's typeface. */
function boxesOf(svg: string) {
  return [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, anchor, escaped]) => {
      const long = 0.54 * 21 * escaped!.replace(/&#?\w+;/g, '<').length;
      const left = Number(x) - (anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0);
      return { left, right: left + long, top: Number(y) - 16, bottom: Number(y) + 4 };
    },
  );
}

type Box = ReturnType<typeof boxesOf>[number];

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('a map of the world', () => {
  it('has a ring for each number, its area by the number, and none for their sum', () => {
    const marks = [
      { country: 'Vietnam', name: 'Vietnam', values: [400] },
      { country: 'United Kingdom', name: 'UK', values: [400, 100] },
    ];
    const radii = radiiOf(worldMapSvg(marks, amount));
    expect(radii).toHaveLength(3);
    expect(radii[0]).toBe(radii[1]);
    expect(radii[2]).toBe(radii[0]! / 2);
  });

  it('writes the numbers beside the name, and for an order in rings of one size', () => {
    const marks = [
      { country: 'Brazil', name: 'Brazil', values: [12345] },
      { country: 'India', name: 'India', values: [2] },
    ];
    expect(worldMapSvg(marks, amount)).toContain('>12,345</text>');
    const order = worldMapSvg(marks, { ...amount, form: 'order' });
    expect(new Set(radiiOf(order)).size).toBe(1);
    expect(order).toContain('>2</text>');
  });

  it('shades the countries that something else is told of', () => {
    const plain = worldMapSvg([], amount);
    const chile = outline.countries.find(({ name }) => name === 'Chile')!;
    expect(plain).not.toContain(chile.path);
    expect(worldMapSvg([], { ...amount, told: ['Chile'] })).toContain(`class="told" d="${chile.path}"`);
    expect(worldLandSvg()).toContain(chile.path);
  });

  it('knows what is too small to be on it', () => {
    expect(isOnMap('Vietnam')).toBe(true);
    expect(isOnMap('Singapore')).toBe(false);
    expect(isOnMap('world')).toBe(false);
  });

  it('keeps every word inside the picture and off the others, and escapes names', () => {
    const mark = fc.record({
      country: fc.constantFrom(...names),
      values: fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(mark, { maxLength: 12, minLength: 1, selector: ({ country }) => country }),
        (marks) => {
          const svg = worldMapSvg(
            marks.map((one) => ({ ...one, name: `<${one.country}>` })),
            amount,
          );
          expect(svg).not.toMatch(/NaN|Infinity|undefined|<[A-Z]/);
          const boxes = boxesOf(svg);
          for (const [index, box] of boxes.entries()) {
            expect(box.left >= -14 && box.right <= outline.width + 14).toBe(true);
            expect(box.top >= -14 && box.bottom <= outline.height + 14).toBe(true);
            expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
