import { Link } from '@tanstack/react-router';
import type { Status } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText, dayInWords } from '../../parts/day.tsx';
import { useVerification } from '../../parts/source-mark.tsx';

/** What the law makes due next, and the reports that were written. */
export function Standing({ status }: { readonly status: Status }) {
  const { say } = useMessages();
  return (
    <div className="standing">
      {status.deadlines.length > 0 && <Deadlines status={status} />}
      {status.reports.length > 0 && (
        <section>
          <h2>{say('startReports')}</h2>
          <ul className="plain">
            {status.reports.map((report) => (
              <li key={report.href}>
                <a href={report.href}>{report.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** How current the lists are, what is missing, and what the newest version changed. */
export function ListState({ status: { lists, parties, casebook } }: { readonly status: Status }) {
  const { say, language } = useMessages();
  const all = lists.held + lists.missing;
  return (
    <section>
      <h2>{say('startLists')}</h2>
      {lists.held === 0 ? (
        <p>{say('startListsNone', { parties: casebook.parties })}</p>
      ) : (
        <ul className="plain">
          <li>{say('startListsHeld', { held: lists.held, all, parties })}</li>
          <li>{lists.stale > 0 ? say('startListsStale', { count: lists.stale }) : say('startListsFresh')}</li>
          {lists.missing > 0 && <li>{say('startListsMissing', { count: lists.missing })}</li>}
          {lists.newest && (
            <li>
              {say('startListsNewest', { day: dayInWords(lists.newest, language) })}{' '}
              <Link to="/lists" hash="delta">
                {say('startListsChanges')}
              </Link>
            </li>
          )}
        </ul>
      )}
      <p>
        <Link to="/lists">{say('startListsAll')}</Link>
      </p>
    </section>
  );
}

function Deadlines({ status }: { readonly status: Status }) {
  const { say } = useMessages();
  const verification = useVerification();
  return (
    <section>
      <h2>{say('startDeadlines')}</h2>
      <ul className="plain">
        {status.deadlines.map(({ day, text, verified }) => (
          <li key={`${day} ${text}`}>
            <DayText day={day} />: <span lang="en">{text}</span>{' '}
            {verified !== 'verified' && <em className="quiet">{verification(verified)}</em>}
          </li>
        ))}
      </ul>
    </section>
  );
}
