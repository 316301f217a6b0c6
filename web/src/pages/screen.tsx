import './screen/screen.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { post } from '../api/client.ts';
import type { Job, Screened } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { base64Of } from '../parts/base64.ts';
import { dayInWords } from '../parts/day.tsx';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Failure, Waiting } from '../parts/query-state.tsx';
import { Comparison } from './screen/comparison.tsx';
import { ResultsTable } from './screen/results-table.tsx';
import { Running, useScreenJob } from './screen/running.tsx';

/** Names that stand in the address itself, so that a link shows another person the same. Longer lists are jobs. */
const longestAddress = 1500;

function namesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Names or a file against everything listed. */
export function ScreenPage() {
  const { say, language } = useMessages();
  const [state, set] = usePageState();
  const threshold = state.threshold ? { threshold: Number(state.threshold) } : {};
  const names = namesIn(state.q ?? '');
  const some = useQuery({
    queryKey: ['screen', state.q, state.threshold],
    enabled: names.length > 0 && state.job === undefined,
    queryFn: ({ signal }) => post<Screened>('screen', { names, ...threshold }, signal),
    staleTime: Infinity,
  });
  const long = useScreenJob(state.job);
  const screened = state.job === undefined ? some.data : long.screened;
  const chosen = screened?.rows.find(({ row }) => String(row) === state.row);
  return (
    <>
      <PageTitle>{say('screenTitle')}</PageTitle>
      <p className="lead">{say('screenLead')}</p>
      <ScreenForm key={state.q ?? ''} />
      {state.job !== undefined && <Running job={long.job} error={long.error} />}
      {some.error && <Failure error={some.error} retry={() => void some.refetch()} />}
      {some.isFetching && <Waiting />}
      {screened && (
        <>
          <p role="status">
            {say('screenSummary', {
              rows: screened.rows.length,
              hits: screened.hits,
              errors: screened.errors,
            })}
          </p>
          {screened.notices.map((notice) => (
            <p key={notice} role="alert" lang="en">
              <strong>{notice}</strong>
            </p>
          ))}
          <ResultsTable screened={screened} state={state} set={set} />
          {state.job !== undefined && <RowFiles job={state.job} only={state.only} />}
          <p className="quiet">
            <span className="screen-only">{say('screenOpen')} </span>
            {say('screenBasis', {
              day: dayInWords(screened.on, language),
              known: dayInWords(screened.known, language),
              threshold: screened.threshold,
              register: screened.register.slice(0, 16),
            })}
          </p>
          {state.row !== undefined && (
            <Comparison
              state={state}
              name={chosen?.name}
              close={() => set({ row: undefined }, { replace: true })}
            />
          )}
        </>
      )}
    </>
  );
}

/** The rows of a job as files: all of them, or those that are chosen to be shown. */
function RowFiles({ job, only }: { readonly job: string; readonly only: string | undefined }) {
  const { say } = useMessages();
  const status = only === 'hits' ? '&status=hit' : only === 'errors' ? '&status=error' : '';
  return (
    <ul className="files screen-only">
      {(['csv', 'jsonl'] as const).map((format) => (
        <li key={format}>
          <a href={`/v1/screen/jobs/${encodeURIComponent(job)}/rows?format=${format}${status}`} download="">
            {say(format === 'csv' ? 'listsCsv' : 'listsJsonl')}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ScreenForm() {
  const { say } = useMessages();
  const id = useId();
  const [state, set] = usePageState();
  const [text, setText] = useState(state.q ?? '');
  const [file, setFile] = useState<File>();
  const [least, setLeast] = useState(state.threshold ?? '');
  const start = useMutation({
    mutationFn: async () => {
      const threshold = least ? { threshold: Number(least) } : {};
      const body = file
        ? { file: { name: file.name, base64: await base64Of(file) }, ...threshold }
        : { names: namesIn(text), ...threshold };
      return post<Job>('screen/jobs', body);
    },
    onSuccess: (job) => set({ job: job.id, q: undefined, row: undefined, threshold: least }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const names = namesIn(text);
    if (!file && names.length === 0) return;
    if (!file && text.length <= longestAddress)
      set({
        q: names.join('\n'),
        job: undefined,
        row: names.length === 1 ? '1' : undefined,
        threshold: least,
      });
    else start.mutate();
  };
  return (
    <form className="screen-form screen-only" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-names`}>{say('screenNames')}</label>
        <textarea
          id={`${id}-names`}
          value={text}
          dir="auto"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      </div>
      <div className="row">
        <div className="field">
          <label htmlFor={`${id}-file`}>{say('screenFile')}</label>
          <input id={`${id}-file`} type="file" onChange={(event) => setFile(event.target.files?.[0])} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-threshold`}>{say('screenThreshold')}</label>
          <input
            id={`${id}-threshold`}
            type="number"
            min="0.3"
            max="1"
            step="0.01"
            value={least}
            placeholder={say('screenUsual')}
            onChange={(event) => setLeast(event.target.value)}
          />
        </div>
        <button type="submit" className="main-action" disabled={start.isPending}>
          {say('screenGo')}
        </button>
      </div>
      {start.error && <Failure error={start.error} />}
    </form>
  );
}
