import './lists/lists.css';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import type { Lists } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { dayInWords } from '../parts/day.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { useHash } from '../parts/use-hash.ts';
import { Delta } from './lists/delta.tsx';
import { HeldLists } from './lists/held-lists.tsx';

/** Which lists are held, in which versions, how current they are, and what changed between two days. */
export function ListsPage() {
  const { say, language } = useMessages();
  const lists = useQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => get<Lists>('lists', {}, signal),
  });
  useHash(lists.data !== undefined);
  return (
    <>
      <PageTitle>{say('listsTitle')}</PageTitle>
      <QueryState query={lists}>
        {(data) => {
          const held = data.lists.filter(({ state }) => state !== 'not held');
          const missing = data.lists.filter(({ state }) => state === 'not held');
          return (
            <>
              <p className="prose">
                {held.length === 0
                  ? say('listsNone')
                  : say('listsLead', {
                      day: dayInWords(data.today, language),
                      held: held.length,
                      stale: held.filter(({ state }) => state === 'stale').length,
                      missing: missing.length,
                    })}{' '}
                {held.length > 0 && <a href="#delta">{say('listsDelta')}</a>}
              </p>
              {held.length > 0 && <HeldLists lists={held} />}
              {held.length > 0 && <Delta lists={held} />}
              {missing.length > 0 && (
                <section>
                  <h2>{say('listsMissing')}</h2>
                  <p className="quiet">{say('listsMissingLead')}</p>
                  <ul className="missing">
                    {missing.map(({ source, title, publisher, refused }) => (
                      <li key={source}>
                        <span lang="en">
                          {title} <span className="quiet">{publisher}</span>
                        </span>{' '}
                        {refused > 0 && <strong>{say('listsRefused', { count: refused })}</strong>}
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}
