import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { Lists, PartyHit, SearchResult } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { PartyLink } from '../../parts/party-link.tsx';
import { QueryState } from '../../parts/query-state.tsx';
import { DeviceReading } from './device-reading.tsx';

const pageSize = '20';

/** Possible matches, best first, each with the name that was hit and why. */
export function SearchResults({ query }: { readonly query: string }) {
  const { say } = useMessages();
  const found = useInfiniteQuery({
    queryKey: ['search', query],
    queryFn: ({ signal, pageParam }) =>
      get<SearchResult>('search', { q: query, limit: pageSize, after: pageParam }, signal),
    initialPageParam: '0',
    getNextPageParam: (last) => last.next?.toString(),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={{ ...found, isFetching: found.isFetching && !found.isFetchingNextPage }}>
      {({ pages }) => {
        const [first] = pages;
        const hits = pages.flatMap((page) => page.parties);
        return (
          <section aria-live="polite">
            <h2>
              {say('startSearchFor', { query: '' }).split('“”')[0]}“<NameText>{query}</NameText>”
              {say('startSearchFor', { query: '' }).split('“”')[1]}
            </h2>
            {first?.device && <DeviceReading device={first.device} />}
            {hits.length === 0 && !first?.device && <NothingFound />}
            {first !== undefined && first.total > 0 && (
              <p className="quiet">
                {first.total === 1 ? say('startSearchOne') : say('startSearchCount', { count: first.total })}
              </p>
            )}
            <ol className="hits">
              {hits.map((hit) => (
                <Hit key={hit.id} hit={hit} />
              ))}
            </ol>
            {found.hasNextPage && (
              <button type="button" onClick={() => void found.fetchNextPage()}>
                {say('startSearchMore')}
              </button>
            )}
          </section>
        );
      }}
    </QueryState>
  );
}

function Hit({ hit }: { readonly hit: PartyHit }) {
  const { say } = useMessages();
  const how =
    hit.by === 'identifier'
      ? say('startExact', { kind: hit.matchedKind })
      : hit.by === 'part of a name'
        ? say('startPart')
        : say('startLikeness', { score: hit.score.toFixed(2) });
  return (
    <li>
      <p className="hit-name">
        <PartyLink id={hit.id} caption={hit.caption} />{' '}
        <span className="quiet">
          {[hit.schema, ...hit.countries.map((code) => code.toUpperCase())].join(', ')}
        </span>
      </p>
      <p className="hit-lists">
        {hit.listedOn.length > 0 && (
          <strong>{say('startListedOn', { regimes: hit.listedOn.join(', ') })}</strong>
        )}{' '}
        {hit.listedPerhaps.length > 0 && say('startListedPerhaps', { regimes: hit.listedPerhaps.join(', ') })}{' '}
        {hit.listedEarlier.length > 0 && say('startListedEarlier', { regimes: hit.listedEarlier.join(', ') })}
        {[hit.listedOn, hit.listedPerhaps, hit.listedEarlier].every(({ length }) => length === 0) &&
          say('startNotListed')}
      </p>
      <p className="quiet hit-why" lang="en">
        <bdi lang="en" dir="ltr">
          {hit.explanation}
        </bdi>{' '}
        ({how})
      </p>
    </li>
  );
}

function NothingFound() {
  const { say } = useMessages();
  const lists = useQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => get<Lists>('lists', {}, signal),
  });
  const all = lists.data?.lists.length ?? 0;
  const held = lists.data?.lists.filter(({ state }) => state !== 'not held').length ?? 0;
  return <p>{lists.data ? say('startNone', { held, all }) : say('nothingFound')}</p>;
}
