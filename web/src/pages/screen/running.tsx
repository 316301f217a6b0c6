import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { get, remove } from '../../api/client.ts';
import type { Job, Screened } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Failure } from '../../parts/query-state.tsx';

/** The state of a job as it goes on, told by the service. */
function useJob(id: string | undefined): { readonly job: Job | undefined; readonly error: unknown } {
  const queries = useQueryClient();
  const [job, setJob] = useState<Job>();
  const first = useQuery({
    queryKey: ['job', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => get<Job>(`jobs/${id}`, {}, signal),
    staleTime: 0,
  });
  useEffect(() => {
    setJob(undefined);
    if (id === undefined) return;
    const events = new EventSource(`/v1/jobs/${id}/events`);
    const tell = (event: MessageEvent<string>) => {
      const state = JSON.parse(event.data) as Job;
      setJob(state);
      if (state.state !== 'running') events.close();
    };
    // The browser tries again by itself, but not where the service says that there is no such job any more.
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: ['job', id] });
    };
    for (const kind of ['running', 'done', 'failed', 'cancelled']) events.addEventListener(kind, tell);
    return () => events.close();
  }, [id, queries]);
  return { job: job ?? first.data, error: first.error };
}

/** Progress of a long screening with a way to stop it; its result once it is done. */
export function useScreenJob(id: string | undefined) {
  const { job, error } = useJob(id);
  const result = useQuery({
    queryKey: ['screened', id],
    enabled: id !== undefined && job?.state === 'done',
    queryFn: ({ signal }) => get<Screened>(`jobs/${id}/result`, {}, signal),
    staleTime: Infinity,
  });
  return { job, screened: result.data, error: error ?? result.error };
}

export function Running({ job, error }: { readonly job: Job | undefined; readonly error: unknown }) {
  const { say } = useMessages();
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: (id: string) => remove(`jobs/${id}`),
    onSuccess: (_, id) => queries.invalidateQueries({ queryKey: ['job', id] }),
  });
  if (error) return <Failure error={error} />;
  if (job?.state === 'cancelled') return <p role="status">{say('screenCancelled')}</p>;
  if (job?.state === 'failed') {
    return (
      <p role="alert" className="failure" lang="en">
        {say('failed')} {job.problem?.detail} {job.problem?.remedy}
      </p>
    );
  }
  if (job?.state !== 'running') return null;
  return (
    <div className="running">
      <progress
        value={job.total === undefined ? undefined : job.done}
        max={job.total}
        aria-label={say('screenGo')}
      />{' '}
      <span>
        {job.total === undefined
          ? say('screenRunning', { done: job.done })
          : say('screenRunningOf', { done: job.done, total: job.total })}
      </span>{' '}
      <button type="button" disabled={stop.isPending} onClick={() => stop.mutate(job.id)}>
        {say('screenCancel')}
      </button>
      {stop.error && <Failure error={stop.error} />}
    </div>
  );
}
