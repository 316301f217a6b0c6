import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

type Point = readonly [x: number, y: number];
type Atlas = Parameters<typeof feature>[0];

/** Units of the drawing; whole numbers are fine enough for a picture half as wide on the page. */
const width = 720;
/** Rings of less than so many square units are specks, and left out beside a larger one of the same country. */
const leastArea = 2;
/** They would take a fifth of the height, and nothing is published about them. */
const leftOut = new Set(['Antarctica', 'Fr. S. Antarctic Lands']);

/**
 * The countries of Natural Earth as paths in the Equal Earth projection (equal areas), as the text of the file that the
 * report draws its maps from. Turned by 11 degrees, so that the edge of the map runs through the Bering Strait.
 */
export function worldOutline(): string {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-110m.json'));
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const shapes = feature(atlas, atlas.objects.countries!);
  if (shapes.type !== 'FeatureCollection') throw new Error(`${file} has no collection of countries.`);
  const countries = shapes.features
    .map((shape) => ({ name: String(shape.properties?.name), shape }))
    .filter(({ name }) => !leftOut.has(name));
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .precision(0)
    .fitWidth(width, { type: 'FeatureCollection', features: countries.map(({ shape }) => shape) });
  const rows = countries
    .map(({ name, shape }) => {
      const rings: Point[][] = [];
      geoPath(projection, {
        beginPath: () => {},
        moveTo: (x, y) => rings.push([whole(x, y)]),
        lineTo: (x, y) => rings.at(-1)!.push(whole(x, y)),
        arc: () => {},
        closePath: () => {},
      })(shape);
      return { name, rings: kept(rings.map(withoutIdlePoints)) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const height = Math.max(...rows.flatMap(({ rings }) => rings.flat().map(([, y]) => y)));
  const lines = rows.map(({ name, rings }) =>
    JSON.stringify({ name, at: middle(rings[0]!), path: rings.map(pathOf).join('') }),
  );
  const source =
    'Natural Earth 1:110 million (public domain) by world-atlas 2.0.2, Equal Earth projection; made by tools/write-world-outline.ts. Borders show no opinion on disputes.';
  return `{"source":${JSON.stringify(source)},\n"width":${width},"height":${height},"countries":[\n${lines.join(',\n')}\n]}\n`;
}

function whole(x: number, y: number): Point {
  return [Math.round(x), Math.round(y)];
}

/** Without points that stand on the one before or on a straight line between their neighbours. */
function withoutIdlePoints(ring: readonly Point[]): Point[] {
  const left: Point[] = [];
  for (const point of ring) {
    const last = left.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const before = left.at(-2);
    if (before && last && turn(before, last, point) === 0) left.pop();
    left.push(point);
  }
  return left;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}

/** The largest ring first; a country that is a speck keeps it. */
function kept(rings: readonly Point[][]): Point[][] {
  const bySize = rings.map((ring) => ({ ring, area: Math.abs(area(ring)) })).sort((a, b) => b.area - a.area);
  return bySize.filter(({ area }, index) => index === 0 || area >= leastArea).map(({ ring }) => ring);
}

function area(ring: readonly Point[]): number {
  return edges(ring).reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0);
}

/** The centre of gravity of a ring, where a mark for the country stands. */
function middle(ring: readonly Point[]): Point {
  const whole = area(ring);
  if (whole === 0) return ring[0]!;
  const along = (axis: 0 | 1) =>
    edges(ring).reduce((sum, [a, b]) => sum + (a[axis] + b[axis]) * (a[0] * b[1] - b[0] * a[1]), 0) /
    (6 * whole);
  return [Math.round(along(0)), Math.round(along(1))];
}

function edges(ring: readonly Point[]): (readonly [Point, Point])[] {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length]!]);
}

/** Steps from point to point, which take half the text of places. */
function pathOf(ring: readonly Point[]): string {
  const [[x, y], ...rest] = ring as [Point, ...Point[]];
  let last: Point = [x, y];
  const steps = rest.map((point) => {
    const [dx, dy] = [point[0] - last[0], point[1] - last[1]];
    last = point;
    return `${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  const line = steps.reduce(
    (text, step) => `${text}${text === '' || step.startsWith('-') ? '' : ' '}${step}`,
    '',
  );
  return `M${x} ${y}l${line}z`;
}
