import type { List } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText, dayInWords } from '../../parts/day.tsx';
import { numberText } from '../../parts/number-text.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';

/** The lists that are held: the version in use, its age, and what a reader must know of it. */
export function HeldLists({ lists }: { readonly lists: readonly List[] }) {
  const { say } = useMessages();
  return (
    <section aria-labelledby="held">
      <h2 id="held">{say('listsHeld')}</h2>
      <ScrollBox label={say('listsHeld')}>
        <table className="held stacks">
          <thead>
            <tr>
              <th scope="col">{say('listsList')}</th>
              <th scope="col">{say('listsPublished')}</th>
              <th scope="col" className="number">
                {say('listsEntries')}
              </th>
              <th scope="col">{say('listsState')}</th>
              <th scope="col">{say('listsVersions')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => (
              <ListRow key={list.source} list={list} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function ListRow({ list }: { readonly list: List }) {
  const { say, language } = useMessages();
  const { live } = list;
  return (
    <tr>
      <th scope="row" lang="en">
        {list.title}
        <div className="quiet">{list.publisher}</div>
      </th>
      <td data-label={say('listsPublished')}>
        {live && <DayText day={live.published} />}
        {live?.completeness === 'extract' && <div className="quiet">{say('listsExtract')}</div>}
      </td>
      <td className="number" data-label={say('listsEntries')}>
        {live && numberText(live.entries)}
      </td>
      <td data-label={say('listsState')}>
        {list.state === 'stale' ? (
          <strong>{say('state stale')}</strong>
        ) : (
          <span>{say(`state ${list.state}` as MessageKey)}</span>
        )}
        {list.state === 'stale' && list.staleSince && (
          <div className="quiet">{say('listsSince', { day: dayInWords(list.staleSince, language) })}</div>
        )}
        {list.refused > 0 && <div>{say('listsRefused', { count: list.refused })}</div>}
        {live && live.lost > 0 && <div>{say('listsUnread', { count: live.lost })}</div>}
      </td>
      <td data-label={say('listsVersions')}>
        <details className="on-screen">
          <summary aria-label={`${list.versions.length}: ${say('listsVersionsOf', { list: list.title })}`}>
            {list.versions.length}
          </summary>
          <ul className="plain versions">
            {list.versions.toReversed().map((version) => (
              <li key={`${version.sha256} ${version.published}`}>
                <DayText day={version.published} />{' '}
                <span className="quiet">
                  {numberText(version.entries)}, {version.format}
                  {version.completeness === 'extract' && `, ${say('listsExtract')}`}
                </span>
                <div className="hash quiet">{version.sha256}</div>
              </li>
            ))}
          </ul>
          {list.warnings.map((warning) => (
            <p key={warning} lang="en">
              {warning}
            </p>
          ))}
        </details>
      </td>
    </tr>
  );
}
