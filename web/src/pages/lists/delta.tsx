import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { List, ListsDelta, PortfolioList } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { usePageState } from '../../parts/page-state.ts';
import { isDay } from '../../parts/parse-day.ts';
import { QueryState } from '../../parts/query-state.tsx';
import { EntryProse } from './entry-prose.tsx';

/** What changed between two days, list by list, told entry by entry. */
export function Delta({ lists }: { readonly lists: readonly List[] }) {
  const { say, language } = useMessages();
  const [state, setState] = usePageState();
  const step = newestStep(lists);
  const to = isDay(state.to) ? state.to : step?.to;
  const from = isDay(state.from) ? state.from : step?.from;
  const parameters = { from, to, lists: state.list, state: state.kind, portfolio: state.portfolio };
  const portfolios = useQuery({
    queryKey: ['portfolios'],
    queryFn: ({ signal }) => get<PortfolioList>('portfolios', {}, signal),
  });
  const delta = useInfiniteQuery({
    queryKey: ['diff', parameters],
    queryFn: ({ signal, pageParam }) =>
      get<ListsDelta>('diff', { ...parameters, limit: '50', after: pageParam }, signal),
    initialPageParam: '0',
    getNextPageParam: (last) => last.next?.toString(),
    enabled: from !== undefined && to !== undefined && from <= to,
  });
  const address = (format: string) => {
    const wanted = Object.entries({ ...parameters, state: undefined, format });
    return `/v1/diff?${new URLSearchParams(wanted.filter((one): one is [string, string] => Boolean(one[1])))}`;
  };
  return (
    <section aria-labelledby="delta">
      <h2 id="delta">{say('listsDelta')}</h2>
      <div className="delta-form">
        <DayField label={say('listsFrom')} value={from} onChange={(day) => setState({ from: day })} />
        <DayField label={say('listsTo')} value={to} onChange={(day) => setState({ to: day })} />
        <label className="field">
          <span>{say('listsWhich')}</span>
          <select
            value={state.list ?? ''}
            onChange={(event) => setState({ list: event.target.value || undefined })}
          >
            <option value="">{say('listsWhichAll')}</option>
            {lists.map(({ source, title }) => (
              <option key={source} value={source}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{say('listsKind')}</span>
          <select
            value={state.kind ?? ''}
            onChange={(event) => setState({ kind: event.target.value || undefined })}
          >
            <option value="">{say('listsKindAll')}</option>
            <option value="added">{say('listsAdded')}</option>
            <option value="removed">{say('listsRemoved')}</option>
            <option value="changed">{say('listsChanged')}</option>
          </select>
        </label>
        <label className="field">
          <span>{say('listsWhom')}</span>
          <select
            value={state.portfolio ?? ''}
            onChange={(event) => setState({ portfolio: event.target.value || undefined })}
          >
            <option value="">{say('listsWhomAny')}</option>
            <option value="mine">{say('listsWhomMine')}</option>
            {portfolios.data?.portfolios.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      {from !== undefined && to !== undefined && (
        <QueryState query={{ ...delta, isFetching: delta.isFetching && !delta.isFetchingNextPage }}>
          {({ pages }) => {
            const first = pages[0]!;
            const entries = pages.flatMap((page) => page.entries);
            const regimes = Object.assign({}, ...pages.map((page) => page.regimes)) as Record<string, string>;
            const isPart = (version: { readonly sha256: string } | undefined) =>
              version !== undefined && isExtract(lists, version.sha256);
            const extracts = new Map(
              first.lists.map(({ source, from, to }) => [
                source,
                { removed: isPart(to), added: isPart(from), changed: false },
              ]),
            );
            const touched = first.lists.filter((list) => list.added + list.removed + list.changed > 0);
            return (
              <>
                {first.lists.length === 0 && <p>{say('listsDeltaNone', { to: dayInWords(to, language) })}</p>}
                {first.lists.length > 0 && touched.length === 0 && (
                  <p>{say(state.portfolio ? 'listsDeltaUntouched' : 'listsDeltaSame')}</p>
                )}
                {first.touching > 0 && !state.portfolio && (
                  <p>
                    <strong>{say('listsTouching', { count: first.touching })}</strong>{' '}
                    <button
                      type="button"
                      className="link-button screen-only"
                      onClick={() => setState({ portfolio: 'mine' })}
                    >
                      {say('listsTouchingShow')}
                    </button>
                  </p>
                )}
                <ul className="plain">
                  {touched.map((list) => (
                    <li key={list.source}>
                      <strong lang="en">{list.title}</strong>:{' '}
                      {say('listsDeltaLine', {
                        added: list.added,
                        removed: list.removed,
                        changed: list.changed,
                      })}{' '}
                      {list.from && list.to && (
                        <span className="quiet">
                          {say('listsDeltaVersions', {
                            from: dayInWords(list.from.published, language),
                            to: dayInWords(list.to.published, language),
                          })}
                          .
                        </span>
                      )}{' '}
                      <span className="quiet" lang="en">
                        {list.notices.join(' ')}
                      </span>
                    </li>
                  ))}
                </ul>
                {entries.length > 0 && (
                  <>
                    <p className="quiet">
                      {say('listsShown', { shown: entries.length, total: first.total })}{' '}
                      <span className="screen-only">
                        <a href={address('csv')}>{say('listsCsv')}</a>{' '}
                        <a href={address('jsonl')}>{say('listsJsonl')}</a>
                      </span>
                    </p>
                    <ul className="plain prose-list">
                      {entries.map((entry) => (
                        <EntryProse
                          key={`${entry.list} ${entry.entry} ${entry.state}`}
                          entry={entry}
                          regimes={regimes}
                          isExtract={extracts.get(entry.list)?.[entry.state] ?? false}
                        />
                      ))}
                    </ul>
                  </>
                )}
                {delta.hasNextPage && (
                  <button type="button" className="screen-only" onClick={() => void delta.fetchNextPage()}>
                    {say('listsMore')}
                  </button>
                )}
              </>
            );
          }}
        </QueryState>
      )}
    </section>
  );
}

/** The newest version of a list that has an earlier one to compare with; without a day in the address, that is shown. */
function newestStep(lists: readonly List[]): { readonly from: string; readonly to: string } | undefined {
  return lists
    .flatMap(({ versions }) => {
      const to = versions.at(-1)?.published;
      const from = versions.findLast(({ published }) => to !== undefined && published < to)?.published;
      return to === undefined || from === undefined ? [] : [{ from, to }];
    })
    .sort((a, b) => (a.to < b.to ? 1 : -1))[0];
}

function isExtract(lists: readonly List[], sha256: string): boolean {
  return lists.some(({ versions }) =>
    versions.some((version) => version.sha256 === sha256 && version.completeness === 'extract'),
  );
}
