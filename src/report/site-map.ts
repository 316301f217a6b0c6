import { escapeMarkup } from '../formats/index.ts';

/** A place with a number of assets. */
export interface SiteMark {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
}

const width = 640;
const margin = 40;
const mostHeight = 320;
const kilometresPerDegree = 111.2;

/**
 * Sites by their coordinates, north up, with a scale; area follows the number of assets. No map lies under them: borders and
 * roads would come from elsewhere. The table beside it says the same.
 */
export function siteMapSvg(sites: readonly SiteMark[]): string {
  const [south, north] = extent(sites.map(({ latitude }) => latitude));
  const [west, east] = extent(sites.map(({ longitude }) => longitude));
  // Degrees of longitude are shorter away from the equator.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const span = Math.max((east - west) * squeeze, 1e-6);
  const scale = Math.min(
    (width - 2 * margin) / span,
    (mostHeight - 2 * margin) / Math.max(north - south, 1e-6),
  );
  const height = round((north - south) * scale + 2 * margin);
  const largest = Math.max(...sites.map(({ count }) => count));
  const placed = sites
    .map((site) => ({
      ...site,
      x: round(margin + (site.longitude - west) * squeeze * scale),
      y: round(margin + (north - site.latitude) * scale),
      radius: round(Math.max(3, 14 * Math.sqrt(site.count / largest))),
    }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const marks = placed.map(
    ({ name, count, x, y, radius }) =>
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="currentColor" fill-opacity=".35" stroke="currentColor" stroke-width=".8"><title>${escapeMarkup(`${name}: ${count}`)}</title></circle>`,
  );
  const names = apart(placed).map(
    ({ name, count, x, y, radius, side }) =>
      `<text x="${side === 'start' ? x + radius + 4 : x - radius - 4}" y="${y + 4}" text-anchor="${side}" font-size="12" fill="currentColor" paint-order="stroke" stroke="var(--paper, #fff)" stroke-width="3">${escapeMarkup(`${name} ${count}`)}</text>`,
  );
  return `<svg class="site-map" viewBox="0 0 ${width} ${height}" role="img" aria-label="Sites with devices that change, by their coordinates; the table says the same." xmlns="http://www.w3.org/2000/svg">${marks.join('')}${names.join('')}${scaleBar(scale, height)}</svg>`;
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

interface Placed {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly count: number;
}

/** Names that would stand on a name before them are left out; the marks tell them when pointed at. */
function apart(placed: readonly Placed[]) {
  const taken: { left: number; right: number; y: number }[] = [];
  return placed.flatMap((site) => {
    const side = site.x > width / 2 ? ('end' as const) : ('start' as const);
    const long = 6.4 * (site.name.length + 4);
    const left = side === 'start' ? site.x + site.radius : site.x - site.radius - long;
    const box = { left, right: left + long, y: site.y };
    const isFree = taken.every(
      (other) => Math.abs(other.y - box.y) > 13 || other.right < box.left || box.right < other.left,
    );
    if (!isFree || box.left < 0 || box.right > width) return [];
    taken.push(box);
    return [{ ...site, side }];
  });
}

function scaleBar(scale: number, height: number): string {
  const perKilometre = scale / kilometresPerDegree;
  const lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  const length = lengths.findLast((one) => one * perKilometre <= 160) ?? lengths[0]!;
  const end = round(margin + length * perKilometre);
  const y = height - 10;
  return `<path d="M${margin} ${y - 4}v4H${end}v-4" fill="none" stroke="currentColor"/><text x="${end + 6}" y="${y + 1}" font-size="12" fill="currentColor">${length} km, north up</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
