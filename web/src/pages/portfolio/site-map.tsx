import '../../parts/map.css';
import { useQuery } from '@tanstack/react-query';
import { geoGraticule, geoMercator, geoPath } from 'd3-geo';
import type { Portfolio } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { effectLook } from '../../parts/effect-mark.tsx';
import { loadCountries } from '../../parts/world-shapes.ts';

const width = 720;
const height = 400;

/** Sites by their coordinates. A list of the same stands under it. */
export function SiteMap({ sites }: { readonly sites: Portfolio['sites'] }) {
  const { say } = useMessages();
  const placed = sites.flatMap((site) =>
    site.latitude === undefined || site.longitude === undefined
      ? []
      : [{ ...site, at: [site.longitude, site.latitude] as [number, number] }],
  );
  const countries = useQuery({ queryKey: ['countries'], queryFn: loadCountries, staleTime: Infinity });
  if (placed.length === 0) return <p className="quiet">{say('portfolioNoPlaces')}</p>;
  const projection = geoMercator();
  const points = { type: 'MultiPoint' as const, coordinates: spreadOut(placed.map(({ at }) => at)) };
  projection.fitExtent(
    [
      [60, 40],
      [width - 60, height - 40],
    ],
    points,
  );
  const path = geoPath(projection);
  const step = Math.max(0.02, Number((5000 / projection.scale()).toPrecision(1)));
  const lines = geoGraticule().extent(boundsOf(points.coordinates, step)).step([step, step]);
  return (
    <figure className="site-map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${say('portfolioMap')}. ${say('portfolioMapCaption')}`}
      >
        <path d={path(lines()) ?? ''} className="graticule" />
        {countries.data?.features.map((country) => (
          <path key={country.id ?? country.properties?.name} d={path(country) ?? ''} className="border" />
        ))}
        {[...placed]
          .sort((a, b) => b.assets - a.assets)
          .map((site) => {
            const [x, y] = projection(site.at)!;
            const look = effectLook(site.effect ?? 'allowed');
            return (
              <circle
                key={site.id}
                cx={x}
                cy={y}
                r={4 + Math.sqrt(site.assets) * 1.6}
                className={look.token === 'undetermined' ? 'site undetermined' : 'site'}
                style={look.token === 'undetermined' ? {} : { fill: `var(--${look.token})` }}
              >
                <title>{`${site.name}: ${site.found} / ${site.assets}, ${site.effect ?? 'allowed'}`}</title>
              </circle>
            );
          })}
      </svg>
      <figcaption className="quiet">{say('portfolioMapCaption')}</figcaption>
    </figure>
  );
}

/** One site alone would be enlarged without end: the frame is never smaller than some kilometres. */
function spreadOut(points: [number, number][]): [number, number][] {
  const [west, north] = points[0]!;
  return [...points, [west - 0.03, north - 0.02], [west + 0.03, north + 0.02]];
}

function boundsOf(points: readonly [number, number][], margin: number): [[number, number], [number, number]] {
  const wests = points.map(([x]) => x);
  const norths = points.map(([, y]) => y);
  const round = (value: number) => Math.round(value / margin) * margin;
  return [
    [round(Math.min(...wests)) - 10 * margin, Math.max(-85, round(Math.min(...norths)) - 10 * margin)],
    [round(Math.max(...wests)) + 10 * margin, Math.min(85, round(Math.max(...norths)) + 10 * margin)],
  ];
}
