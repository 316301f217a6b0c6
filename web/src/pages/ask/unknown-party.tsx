import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { SearchResult } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { NameText } from '../../parts/name-text.tsx';

/** A name that stands for no one party: it is not cleared by that, and near ones are offered, never taken. */
export function UnknownParty({ name, onChoose }: { readonly name: string; onChoose(id: string): void }) {
  const { say } = useMessages();
  const near = useQuery({
    queryKey: ['search', name, 'near'],
    queryFn: ({ signal }) => get<SearchResult>('search', { q: name, limit: '6' }, signal),
  });
  const parties = near.data?.parties ?? [];
  return (
    <div role="alert" className="failure">
      <p>
        <bdi>{say('askUnknownParty', { party: name })}</bdi>
      </p>
      {parties.length > 0 && (
        <>
          <p>{say('askDidYouMean')}</p>
          <ul className="plain">
            {parties.map(({ id, caption, listedOn }) => (
              <li key={id}>
                <button type="button" className="link-button" onClick={() => onChoose(id)}>
                  <NameText>{caption}</NameText>
                </button>{' '}
                <span className="quiet">{listedOn.join(', ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
