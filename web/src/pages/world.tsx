import './world/world.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import type { World } from '../api/types.generated.ts';
import { en, type MessageKey } from '../messages/en.ts';
import { type Language, useMessages } from '../messages/messages.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { DayText, dayInWords } from '../parts/day.tsx';
import { FilterLine } from '../parts/filter-line.tsx';
import { FirstOf } from '../parts/first-of.tsx';
import { numberText } from '../parts/number-text.ts';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { SourceMark } from '../parts/source-mark.tsx';
import { ObservationMap } from './world/observation-map.tsx';

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

/** Stands in the address for what is of no single country. */
const elsewhere = 'elsewhere';

function Observations({ world }: { readonly world: World }) {
  const { say, language } = useMessages();
  const [state, set] = usePageState();
  const countries = new Set(world.observations.flatMap(({ country }) => country ?? []));
  const words = (state.filter ?? '').toLowerCase().split(/\s+/);
  const rows = world.observations.filter((one) => {
    if (state.place && (one.country ?? elsewhere) !== state.place) return false;
    const text = `${one.claim} ${one.place} ${one.whoSays} ${one.subject} ${one.unit}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <ObservationMap
        countries={countries}
        chosen={state.place}
        choose={(place) => set({ place: place === state.place ? undefined : place }, { replace: true })}
      />
      <FilterLine
        name="place"
        label={say('worldPlace')}
        choices={[
          ['', say('worldAll')],
          ...[...countries].sort().map((country) => [country, country] as const),
          [elsewhere, say('worldElsewhere')],
        ]}
        status={say('worldPlaces', { count: rows.length })}
        state={state}
        set={set}
      />
      <FirstOf key={`${state.place} ${state.filter}`} items={rows} most={25}>
        {(shown) => (
          <DataTable
            label={say('worldMap')}
            lang="en"
            rows={shown}
            rowKey={({ id }) => id}
            columns={[
              { label: say('worldPlace'), cell: ({ place }) => place },
              {
                label: say('worldValue'),
                isNumber: true,
                className: 'observation-value',
                cell: ({ value, unit }) => valueText(value, unit, language),
              },
              { label: say('worldUnit'), cell: ({ unit }) => unit },
              {
                label: say('worldClaim'),
                className: 'observation-claim',
                cell: ({ claim, caution }) => (
                  <>
                    {claim}
                    {caution && (
                      <small className="soft">
                        {say('worldCaution')}: {caution}
                      </small>
                    )}
                  </>
                ),
              },
              { label: say('worldAsOf'), cell: ({ asOf }) => <DayText day={asOf} /> },
              {
                label: say('worldWho'),
                cell: ({ whoSays, system, provenance }) => (
                  <>
                    {whoSays}
                    {system && `, ${say('worldBy', { system })}`} <SourceMark provenance={provenance} />
                  </>
                ),
              },
            ]}
          />
        )}
      </FirstOf>
    </>
  );
}

/** What is published: whole numbers with their thousands apart, years as they stand, days in words. */
function valueText(value: string, unit: string, language: Language): string {
  return /^\d{4,}$/.test(value) && unit !== 'year'
    ? numberText(Number(value))
    : dayInWords(value.replaceAll(';', ', '), language);
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
