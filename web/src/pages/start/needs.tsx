import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import type { PortfolioNeeds, Today } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText, dayInWords } from '../../parts/day.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { QueryState } from '../../parts/query-state.tsx';

/** What the portfolios held need today. It looks through all of them, so the rest of the page does not wait for it. */
export function Needs({ hasLists }: { readonly hasLists: boolean }) {
  const { say, language } = useMessages();
  const query = useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => get<Today>('today', {}, signal),
  });
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{say('startNeeds')}</h2>
      <QueryState query={query}>
        {(today) => (
          <>
            {today.portfolios.length === 0 && <p>{say('startNoPortfolios')}</p>}
            <div className="needs">
              {today.portfolios.map((one) => (
                <PortfolioNeed key={one.id} needs={one} today={today} />
              ))}
            </div>
            <p className="quiet">
              {hasLists && say('startNeedsBasis', { since: dayInWords(today.since, language) })}{' '}
              {today.stale > 0 && say('startNeedsStale', { count: today.stale })}{' '}
              <Link to="/portfolios">{say('portfolioAdd')}</Link>
            </p>
          </>
        )}
      </QueryState>
    </section>
  );
}

function PortfolioNeed({ needs, today }: { readonly needs: PortfolioNeeds; readonly today: Today }) {
  const { say } = useMessages();
  const { id, title, assets, duties, days, changes, unsettled } = needs;
  const isQuiet = duties.length === 0 && days.length === 0 && changes === 0 && unsettled.devices === 0;
  return (
    <article>
      <h3>
        <Link to="/portfolios/$id" params={{ id }}>
          <NameText>{title}</NameText>
        </Link>{' '}
        <span className="quiet">{say('startAssets', { count: assets })}</span>
      </h3>
      {isQuiet && <p>{say('startNeedsNothing')}</p>}
      <ul className="plain">
        {duties.map(({ duty, assets }) => (
          <li key={duty} className="need">
            <b className="need-count">{assets}</b>{' '}
            <Link to="/portfolios/$id" params={{ id }} hash={`duty-${duty.replaceAll(' ', '-')}`}>
              {say(`duty ${duty}` as MessageKey)}
            </Link>
          </li>
        ))}
        {days.map(({ day, what, asset }) => (
          <li key={`${day} ${asset}`} lang="en">
            <DayText day={day} />: <bdi>{what}</bdi>
          </li>
        ))}
        {changes > 0 && (
          <li className="need">
            <b className="need-count">{changes}</b>{' '}
            <Link to="/lists" search={{ from: today.since, to: today.today, portfolio: id }}>
              {say(changes === 1 ? 'startNeedsChange' : 'startNeedsChanges')}
            </Link>
          </li>
        )}
        {unsettled.devices > 0 && (
          <li className="need">
            <b className="need-count">{unsettled.devices}</b>{' '}
            <span>
              <Link to="/portfolios/$id" params={{ id }} search={{ filter: 'unknown' }}>
                {say('startNeedsUnsettled')}
              </Link>
              {unsettled.check && (
                <small lang="en" className="need-check">
                  {say('startNeedsCheck', { count: unsettled.settles })} {unsettled.check}
                </small>
              )}
            </span>
          </li>
        )}
      </ul>
    </article>
  );
}
