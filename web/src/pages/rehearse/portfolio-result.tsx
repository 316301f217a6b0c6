import { Link } from '@tanstack/react-router';
import type { PortfolioRehearsal, Rehearsal } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts, AmountsByKind } from '../../parts/amounts.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DayText } from '../../parts/day.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import { FirstOf } from '../../parts/first-of.tsx';
import { NameText } from '../../parts/name-text.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { ChangesTable } from './changes-table.tsx';
import { MoneySections } from './money.tsx';
import { ValueByReason } from './value-by-reason.tsx';

/** Everything that the scenario does to one portfolio. */
export function PortfolioResult({
  portfolio,
  rehearsal,
  state,
  set,
}: {
  readonly portfolio: PortfolioRehearsal;
  readonly rehearsal: Rehearsal;
  readonly state: PageState;
  readonly set: (changes: PageState, options?: { readonly replace?: boolean }) => void;
}) {
  const { say } = useMessages();
  return (
    <section aria-labelledby={`result-${portfolio.id}`} className="portfolio-result">
      <h2 id={`result-${portfolio.id}`}>
        <Link to="/portfolios/$id" params={{ id: portfolio.id }}>
          <NameText>{portfolio.title}</NameText>
        </Link>
      </h2>
      <p>
        <strong>
          {say('rehearseHeadline', { changed: portfolio.changedAssets, assets: portfolio.assets })}
        </strong>{' '}
        · {say('rehearseValue')}: <AmountsByKind valuesByKind={portfolio.valuesByKind} />
      </p>
      <BeforeAfter portfolio={portfolio} />
      {portfolio.valuesByKind.some(({ values }) => values.length > 0) && (
        <>
          <h3>{say('rehearseReasons')}</h3>
          <ValueByReason portfolio={portfolio} rehearsal={rehearsal} />
        </>
      )}
      <h3>{say('rehearseChanges')}</h3>
      <ChangesTable portfolio={portfolio} rehearsal={rehearsal} state={state} set={set} />
      <h3>{say('rehearseDeadlines')}</h3>
      <Deadlines portfolio={portfolio} />
      <MoneySections money={portfolio.money} />
      {portfolio.questions.length > 0 && <Undecided portfolio={portfolio} />}
    </section>
  );
}

function BeforeAfter({ portfolio }: { readonly portfolio: PortfolioRehearsal }) {
  const { say } = useMessages();
  const { before, after } = portfolio;
  const effects = [...new Set([...after.effects, ...before.effects].map(({ effect }) => effect))];
  const cells = (side: typeof before, effect: string) => {
    const row = side.effects.find((one) => one.effect === effect);
    return (
      <td className="number">
        {row ? (
          <>
            {row.assets}
            {row.onlyPossible > 0 && (
              <small className="soft">{say('rehearseOnlyPossible', { count: row.onlyPossible })}</small>
            )}
          </>
        ) : (
          '–'
        )}
      </td>
    );
  };
  return (
    <ScrollBox label={`${say('rehearseBeforeAfter')}: ${portfolio.title}`}>
      <table className="before-after">
        <caption>{say('rehearseBeforeAfter')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('rehearseEffect')}</th>
            <th scope="col" className="number">
              {say('rehearseBefore')}
            </th>
            <th scope="col" className="number">
              {say('rehearseAfter')}, <DayText day={after.on} />
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect}>
              <th scope="row">
                <EffectMark effect={effect} />
              </th>
              {cells(before, effect)}
              {cells(after, effect)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Deadlines({ portfolio }: { readonly portfolio: PortfolioRehearsal }) {
  const { say } = useMessages();
  if (portfolio.deadlines.length === 0) return <p>{say('rehearseNoDeadlines')}</p>;
  return (
    <FirstOf items={portfolio.deadlines} most={8}>
      {(shown) => (
        <ol className="deadlines plain" lang="en">
          {shown.map((deadline) => (
            <li key={`${deadline.day} ${deadline.what} ${deadline.asset ?? ''}`}>
              <DayText day={deadline.day} />
              <span>
                <bdi>{deadline.what}</bdi>
                {deadline.value && (
                  <>
                    {' '}
                    · <Amounts values={[deadline.value]} />
                  </>
                )}
                <br />
                <small>
                  {deadline.why} {deadline.citation}
                </small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </FirstOf>
  );
}

function Undecided({ portfolio }: { readonly portfolio: PortfolioRehearsal }) {
  const { say } = useMessages();
  return (
    <>
      <h3>{say('rehearseUndecided')}</h3>
      <FirstOf items={portfolio.questions} most={6}>
        {(shown) => (
          <DataTable
            label={`${say('rehearseUndecided')}: ${portfolio.title}`}
            lang="en"
            rows={shown}
            rowKey={({ kind, question }) => `${kind} ${question}`}
            columns={[
              { label: say('rehearseQuestion'), cell: ({ question }) => question },
              { label: say('rehearseWaiting'), isNumber: true, cell: ({ count }) => count },
              {
                label: say('rehearseAbout'),
                cell: ({ about }) =>
                  about.map((one) => (
                    <small key={one} className="soft">
                      {one}
                    </small>
                  )),
              },
            ]}
          />
        )}
      </FirstOf>
    </>
  );
}
