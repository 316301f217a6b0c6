import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { worldOutline } from '../tools/world-outline.ts';

const text = readFileSync(
  new URL('../src/report/tables/world-outline.generated.json', import.meta.url),
  'utf8',
);

describe('src/report/tables/world-outline.generated.json', () => {
  it('is what the atlas gives (write it anew with: node tools/write-world-outline.ts)', () => {
    expect(text).toBe(worldOutline());
  });

  it('is small enough to stand in every report', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
  });

  it('has each country inside the drawing, as closed lines, with the place of its mark', () => {
    const { width, height, countries } = JSON.parse(text) as {
      width: number;
      height: number;
      countries: { name: string; at: [number, number]; path: string }[];
    };
    expect(countries.length).toBeGreaterThan(170);
    for (const { name, at, path } of countries) {
      expect(path, name).toMatch(/^(M\d+ \d+l-?\d+( ?-?\d+)+z)+$/);
      const inside = at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height;
      expect(inside, `${name} ${at}`).toBe(true);
    }
  });
});
