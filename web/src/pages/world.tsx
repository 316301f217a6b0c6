import './world/world.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import type { World } from '../api/types.generated.ts';
import { en, type MessageKey } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';
import { DayText } from '../parts/day.tsx';
import { FirstOf } from '../parts/first-of.tsx';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { ScrollBox } from '../parts/scroll-box.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { SourceMark } from '../parts/source-mark.tsx';
import { countryOf, ObservationMap } from './world/observation-map.tsx';

/** What was published of the world, place by place, and one story told from the casebook. */
export function WorldPage() {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['world'],
    queryFn: ({ signal }) => get<World>('world', {}, signal),
  });
  return (
    <>
      <PageTitle>{say('worldTitle')}</PageTitle>
      <p className="lead">{say('worldLead')}</p>
      <QueryState query={query}>
        {(world) => (
          <>
            <Observations world={world} />
            <Story world={world} />
            <SourceList
              codes={[...world.observations, ...world.story].map(({ provenance }) => provenance.source)}
            />
          </>
        )}
      </QueryState>
    </>
  );
}

function Observations({ world }: { readonly world: World }) {
  const { say } = useMessages();
  const [state, set] = usePageState();
  const places = world.observations.map(({ place }) => place);
  const countries = [...new Set(places.map(countryOf))].sort();
  const words = (state.filter ?? '').toLowerCase().split(/\s+/);
  const rows = world.observations.filter((one) => {
    if (state.place && countryOf(one.place) !== state.place) return false;
    const text = `${one.claim} ${one.place} ${one.whoSays} ${one.subject} ${one.unit}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <ObservationMap
        places={places}
        chosen={state.place}
        choose={(place) => set({ place: place === state.place ? undefined : place }, { replace: true })}
      />
      <p className="filter-line">
        <label>
          {say('worldPlace')}{' '}
          <select
            value={state.place ?? ''}
            onChange={(event) => set({ place: event.target.value }, { replace: true })}
            lang="en"
          >
            <option value="">{say('worldAll')}</option>
            {countries.map((country) => (
              <option key={country}>{country}</option>
            ))}
          </select>
        </label>{' '}
        <label>
          {say('worldFilter')}{' '}
          <input
            type="search"
            value={state.filter ?? ''}
            onChange={(event) => set({ filter: event.target.value }, { replace: true })}
          />
        </label>{' '}
        <span role="status" className="quiet">
          {say('worldPlaces', { count: rows.length })}
        </span>
      </p>
      <FirstOf key={`${state.place} ${state.filter}`} items={rows} most={25}>
        {(shown) => (
          <ScrollBox label={say('worldMap')}>
            <table lang="en" className="stacks observations">
              <thead>
                <tr>
                  <th scope="col">{say('worldPlace')}</th>
                  <th scope="col" className="number">
                    {say('worldValue')}
                  </th>
                  <th scope="col">{say('worldUnit')}</th>
                  <th scope="col">{say('worldClaim')}</th>
                  <th scope="col">{say('worldAsOf')}</th>
                  <th scope="col">{say('worldWho')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((one) => (
                  <tr key={one.id}>
                    <td>{one.place}</td>
                    <td className="number observation-value" data-label={say('worldValue')}>
                      {numberText(one.value)}
                    </td>
                    <td data-label={say('worldUnit')}>{one.unit}</td>
                    <td data-label={say('worldClaim')}>
                      <span>{one.claim}</span>
                      {one.caution && (
                        <small className="soft">
                          {say('worldCaution')}: {one.caution}
                        </small>
                      )}
                    </td>
                    <td data-label={say('worldAsOf')}>
                      <DayText day={one.asOf} />
                    </td>
                    <td data-label={say('worldWho')}>
                      <span>
                        {one.whoSays}
                        {one.system && `, ${say('worldBy', { system: one.system })}`}{' '}
                        <SourceMark provenance={one.provenance} />
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </FirstOf>
    </>
  );
}

/** Large whole numbers with their thousands apart; years and words as they stand. */
function numberText(value: string): string {
  return /^\d{5,}$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, ',') : value;
}

/** Days on which something was done are full marks; what was said, weighed or proposed is hollow. */
const done = new Set(['designated', 'delisted', 'effective']);

function Story({ world }: { readonly world: World }) {
  const { say } = useMessages();
  return (
    <section aria-labelledby="story">
      <h2 id="story">{say('worldStory')}</h2>
      <p>
        {say('worldStoryLead')}{' '}
        <Link to="/party/$id" params={{ id: 'hikvision' }}>
          {say('worldParty')}
        </Link>{' '}
        ·{' '}
        <Link to="/rehearse" search={{ scenario: 'hikvision-sdn' }}>
          {say('worldRehearse')}
        </Link>
      </p>
      <ol className="story plain">
        {world.story.map((event) => {
          const key = `story ${event.status}`;
          return (
            <li key={event.id} className={done.has(event.status) ? 'done' : undefined}>
              <DayText day={event.dayText} />
              <span className="quiet">{key in en ? say(key as MessageKey) : event.status}</span>
              <span lang="en">
                {event.text} {event.regimes.length > 0 && <small>{event.regimes.join(', ')}</small>}{' '}
                <SourceMark provenance={event.provenance} />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
