import '../../parts/map.css';
import { useQuery } from '@tanstack/react-query';
import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { useMessages } from '../../messages/messages.tsx';
import { loadCountries } from '../../parts/world-shapes.ts';

const width = 960;
const height = 470;

/** Which countries have observations; choosing one filters the list under the map. */
export function ObservationMap({
  countries: told,
  chosen,
  choose,
}: {
  readonly countries: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly choose: (country: string) => void;
}) {
  const { say } = useMessages();
  const countries = useQuery({ queryKey: ['countries'], queryFn: loadCountries, staleTime: Infinity });
  const path = geoPath(geoEqualEarth().fitSize([width, height], { type: 'Sphere' }));
  return (
    <figure className="world-map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${say('worldMap')}. ${say('worldMapCaption')}`}
      >
        <path d={path(geoGraticule10()) ?? ''} className="graticule" />
        {countries.data?.features.map((country) => {
          const name = country.properties.name;
          const isMarked = told.has(name);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the field below does the same.
            <path
              key={name}
              d={path(country) ?? ''}
              className={
                isMarked ? (name === chosen ? 'country marked chosen' : 'country marked') : 'country'
              }
              onClick={isMarked ? () => choose(name) : undefined}
            >
              <title>{name}</title>
            </path>
          );
        })}
      </svg>
      <figcaption className="quiet">{say('worldMapCaption')}</figcaption>
    </figure>
  );
}
