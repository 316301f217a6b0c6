import { Link } from '@tanstack/react-router';
import type { Status } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText, dayInWords, dayNumber, dayOf } from '../../parts/day.tsx';
import { useVerification } from '../../parts/source-mark.tsx';

/** How things stand: the lists, what is due, the portfolios and the reports. */
export function Standing({ status }: { readonly status: Status }) {
  const { say } = useMessages();
  return (
    <div className="standing">
      <ListState status={status} />
      <section>
        <h2>{say('startPortfolios')}</h2>
        <ul className="plain">
          {status.portfolios.map(({ id, title, assets }) => (
            <li key={id}>
              <Link to="/portfolios/$id" params={{ id }}>
                {title}
              </Link>{' '}
              <span className="quiet">{say('startAssets', { count: assets })}</span>
            </li>
          ))}
        </ul>
      </section>
      {status.deadlines.length > 0 && <Deadlines status={status} />}
      <section>
        <h2>{say('startReports')}</h2>
        {status.reports.length === 0 ? (
          <p className="quiet">{say('startReportsNone')}</p>
        ) : (
          <ul className="plain">
            {status.reports.map((report) => (
              <li key={report.href}>
                <a href={report.href}>{report.title}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function ListState({ status: { lists, parties, casebook } }: { readonly status: Status }) {
  const { say, language } = useMessages();
  const all = lists.held + lists.missing;
  return (
    <section>
      <h2>{say('startLists')}</h2>
      {lists.held === 0 ? (
        <p>{say('startListsNone', { parties: casebook.parties })}</p>
      ) : (
        <ul className="plain">
          <li>
            {say('startListsHeld', { held: lists.held, all, parties: parties.toLocaleString('en-US') })}
          </li>
          <li>{lists.stale > 0 ? say('startListsStale', { count: lists.stale }) : say('startListsFresh')}</li>
          {lists.missing > 0 && <li>{say('startListsMissing', { count: lists.missing })}</li>}
          {lists.newest && (
            <li>
              {say('startListsNewest', { day: dayInWords(lists.newest, language) })}{' '}
              <Link to="/lists" search={{ from: dayOf(dayNumber(lists.newest) - 1), to: lists.newest }}>
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
