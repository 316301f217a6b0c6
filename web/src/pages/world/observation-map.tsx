import '../../parts/map.css';
import { useQuery } from '@tanstack/react-query';
import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { useMessages } from '../../messages/messages.tsx';
import { loadCountries } from '../../parts/world-shapes.ts';

const width = 960;
const height = 470;

/** Names of countries in the atlas for the short forms that the observations use. */
const atlasNames: Readonly<Record<string, string>> = {
  US: 'United States of America',
  UK: 'United Kingdom',
  Xinjiang: 'China',
  London: 'United Kingdom',
};

/** The country of the atlas that a place lies in, as far as its words say. */
export function countryOf(place: string): string {
  const last = place.split(',').at(-1)?.trim() ?? place;
  return atlasNames[last] ?? atlasNames[place] ?? last;
}

/** Which countries have observations; choosing one filters the list under the map. */
export function ObservationMap({
  places,
  chosen,
  choose,
}: {
  readonly places: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (country: string) => void;
}) {
  const { say } = useMessages();
  const countries = useQuery({ queryKey: ['countries'], queryFn: loadCountries, staleTime: Infinity });
  const path = geoPath(geoEqualEarth().fitSize([width, height], { type: 'Sphere' }));
  const marked = new Set(places.map(countryOf));
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
          const isMarked = marked.has(name);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the field below does the same.
            <path
              key={country.id ?? name}
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
