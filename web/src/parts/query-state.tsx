import './query-state.css';
import { type ReactNode, useEffect, useState } from 'react';
import { Problem } from '../api/client.ts';
import { useMessages } from '../messages/messages.tsx';

interface Asked<Body> {
  readonly data: Body | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  refetch(): unknown;
}

/**
 * Shows what a query brought; while it runs, that it runs; where it failed, what failed and what to do. A failure is
 * never shown as an empty result.
 */
export function QueryState<Body>({
  query,
  children,
}: {
  readonly query: Asked<Body>;
  readonly children: (data: Body) => ReactNode;
}) {
  if (query.error && !query.isFetching)
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting />;
  return <div aria-busy={query.isFetching}>{children(query.data)}</div>;
}

/** What failed, in the words of the service, with the remedy and a way to try again. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { say } = useMessages();
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div role="alert" className="failure">
      <p>
        <strong>{problem?.code === 'offline' ? say('offline') : say('failed')}</strong>
        {problem && problem.code !== 'offline' && <> {problem.message}</>}
      </p>
      {problem?.remedy && <p>{problem.remedy}</p>}
      <p className="quiet">{say('failedMeaning')}</p>
      {retry && problem?.status !== 404 && (
        <button type="button" onClick={retry}>
          {say('tryAgain')}
        </button>
      )}
    </div>
  );
}

/** Said at once to screen readers; shown only when the wait is long enough to be noticed. */
export function Waiting() {
  const { say } = useMessages();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="waiting quiet">
      {isSlow ? say('slow') : say('loading')}
    </p>
  );
}
