import './start/start.css';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import type { Status } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { FirstLook } from './start/first-look.tsx';
import { Needs } from './start/needs.tsx';
import { SearchField } from './start/search-field.tsx';
import { SearchResults } from './start/search-results.tsx';
import { ListState, Standing } from './start/standing.tsx';

/** One search field, the state of things, and the guided first look. */
export function StartPage() {
  const { say } = useMessages();
  const [{ q }, setState] = usePageState();
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => get<Status>('status', {}, signal),
  });
  return (
    <>
      <PageTitle window={q ?? say('start')}>{say('startTitle')}</PageTitle>
      <SearchField value={q ?? ''} onSearch={(text) => setState({ q: text || undefined })} />
      {q ? (
        <SearchResults query={q} />
      ) : (
        <QueryState query={status}>
          {(data) => (
            <>
              <div className="beginning">
                <FirstLook status={data} />
                <ListState status={data} />
              </div>
              <Needs hasLists={data.lists.held > 0} />
              <Standing status={data} />
            </>
          )}
        </QueryState>
      )}
    </>
  );
}
