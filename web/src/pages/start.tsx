import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useMessages } from '../messages/messages.tsx';

interface Status {
  readonly reports: readonly { readonly title: string; readonly href: string }[];
}

export function StartPage() {
  const { say } = useMessages();
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => get<Status>('status', {}, signal),
  });
  return (
    <>
      <h1>{say('product')}</h1>
      {status.isPending && <p className="quiet">{say('loading')}</p>}
      {status.isError && <p role="alert">{say('failed')}</p>}
      <ul>
        {status.data?.reports.map((report) => (
          <li key={report.href}>
            <a href={report.href}>{report.title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
