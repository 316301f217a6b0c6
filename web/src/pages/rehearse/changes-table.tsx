import type { ChangeGroup, PortfolioRehearsal, Rehearsal } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts, units } from '../../parts/amounts.tsx';
import { DayText, dayInWords } from '../../parts/day.tsx';
import { EffectMark, useEffectWord } from '../../parts/effect-mark.tsx';
import { NameText } from '../../parts/name-text.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PathText } from '../../parts/path-text.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { SortHeader, type SortOrder, sorted } from '../../parts/sort-header.tsx';
import { useVerification } from '../../parts/source-mark.tsx';
import { usePrinting } from '../../parts/use-printing.ts';

const firstRows = 12;

/** Gravest first, as the service gives them; every other order is one of these. */
const orders: Readonly<Record<string, (a: ChangeGroup, b: ChangeGroup) => number>> = {
  what: (a, b) => byText(a.label, b.label),
  dealing: (a, b) => byText(a.activity, b.activity),
  items: (a, b) => b.count - a.count,
  value: (a, b) => most(b) - most(a),
  from: (a, b) => byText(a.from, b.from),
};

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function most({ values }: ChangeGroup): number {
  return Math.max(-1, ...values.map(units));
}

/** The changed dealings of a portfolio, grouped; the reason with its path and citation opens under each. */
export function ChangesTable({
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
  const { say, language } = useMessages();
  const effectWord = useEffectWord();
  const verification = useVerification();
  const isPrinting = usePrinting();
  if (portfolio.groups.length === 0) return <p>{say('rehearseNothing')}</p>;
  const isAll = state.all === portfolio.id;
  const order: SortOrder = { key: state.sort, flip: state.flip === 'yes' };
  const rows = sorted(portfolio.groups, orders, order);
  const shown = isAll || isPrinting ? rows : rows.slice(0, firstRows);
  // An assumed listing says so in its citation.
  const restsOn = ({ citation, regime, verified }: ChangeGroup) =>
    [
      citation,
      rehearsal.regimes[regime] ?? regime,
      ...(verified === 'verified' || verified === 'invented' ? [] : [verification(verified)]),
    ].join(' · ');
  const sort = (key: string) =>
    set(
      { sort: key, flip: state.sort === key && state.flip !== 'yes' ? 'yes' : undefined },
      { replace: true },
    );
  const head = (key: string, label: MessageKey, isNumber = false) => (
    <SortHeader id={key} order={order} sort={sort} isNumber={isNumber}>
      {say(label)}
    </SortHeader>
  );
  return (
    <>
      <ScrollBox label={`${say('rehearseChanges')}: ${portfolio.title}`}>
        <table className="changes stacks">
          <caption>{say('rehearseChangesCaption', { count: portfolio.groupCount })}</caption>
          <thead>
            <tr>
              {head('what', 'rehearseWhat')}
              {head('dealing', 'rehearseDealing')}
              <th scope="col">{say('rehearseBefore')}</th>
              <th scope="col">{say('rehearseAfter')}</th>
              {head('items', 'rehearseCount', true)}
              {head('value', 'rehearseAmount', true)}
              {head('from', 'rehearseFrom')}
              <th scope="col">{say('rehearseWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <tr key={group.id}>
                <td>
                  <NameText>{group.label}</NameText>
                  <br />
                  <small>
                    {group.assetKind}
                    {group.confidence !== 'certain' &&
                      `, ${say('rehearseMatch', { confidence: say(`confidence ${group.confidence}` as MessageKey) })}`}
                  </small>
                </td>
                <td lang="en" data-label={say('rehearseDealing')}>
                  {group.activity}
                </td>
                <td data-label={say('rehearseBefore')}>
                  <EffectMark effect={group.before} />
                </td>
                <td data-label={say('rehearseAfter')}>
                  <EffectMark effect={group.after} />
                  {group.direction === 'other reason' && (
                    <small className="soft">{say('rehearseOtherReason')}</small>
                  )}
                  {group.policy && (
                    <small lang="en" className="soft">
                      {group.policy}
                    </small>
                  )}
                  {group.later.map((step) => (
                    <small key={step.from} className="step">
                      {say('rehearseThen', {
                        effect: effectWord(step.effect),
                        day: dayInWords(step.from, language),
                      })}
                    </small>
                  ))}
                </td>
                <td className="number" data-label={say('rehearseCount')}>
                  {group.count}
                </td>
                <td className="number" data-label={say('rehearseAmount')}>
                  <Amounts values={group.values} />
                </td>
                <td data-label={say('rehearseFrom')}>
                  <DayText day={group.from} />
                </td>
                <td lang="en" className="why" data-label={say('rehearseWhy')}>
                  <details className="on-screen">
                    <summary>{group.citation.split(';')[0] || group.because}</summary>
                    <p>{group.because}</p>
                    <PathText path={group.path} />
                    <p className="quiet">{restsOn(group)}</p>
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ul className="print-only" lang="en">
        {[...new Map(shown.map((group) => [`${group.because} ${restsOn(group)}`, group]))].map(
          ([key, group]) => (
            <li key={key}>
              {group.because} <small>{restsOn(group)}</small>
            </li>
          ),
        )}
      </ul>
      {rows.length > firstRows && !isAll && (
        <p className="screen-only">
          <button type="button" onClick={() => set({ all: portfolio.id }, { replace: true })}>
            {say('rehearseAll', { count: rows.length })}
          </button>{' '}
          {portfolio.groupCount > rows.length && <span className="quiet">{say('rehearseMore')}</span>}
        </p>
      )}
    </>
  );
}
