import type { Portfolio } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts } from '../../parts/amounts.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import { FirstOf } from '../../parts/first-of.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { PartyLink } from '../../parts/party-link.tsx';
import { PathText } from '../../parts/path-text.tsx';

const order = [
  'stop using',
  'divest',
  'stop buying',
  'stop dealing',
  'ask for a licence',
  'disclose',
  'find out',
] as const;

/** Findings by what one has to do about them; under each the reason, its path and its citation. */
export function Duties({ portfolio }: { readonly portfolio: Portfolio }) {
  const { say } = useMessages();
  if (portfolio.duties.length === 0) return <p>{say('portfolioNothing')}</p>;
  return order.map((duty) => {
    const rows = portfolio.duties.filter((one) => one.duty === duty);
    if (rows.length === 0) return null;
    return (
      <section key={duty} className="duty" id={`duty-${duty.replaceAll(' ', '-')}`}>
        <h3>
          {say(`duty ${duty}`)}{' '}
          <span className="quiet">{new Set(rows.flatMap(({ assets }) => assets)).size}</span>
        </h3>
        <FirstOf items={rows} most={6}>
          {(shown) => (
            <ul className="plain">
              {shown.map((row) => (
                <li
                  key={`${row.label} ${row.activity} ${row.party} ${row.effect} ${row.confidence} ${row.regime}`}
                >
                  <details>
                    <summary>
                      <span className="duty-what">
                        {row.assetKind === 'device' && row.party !== undefined ? (
                          say('portfolioDevicesOf', { label: row.label, maker: row.caption })
                        ) : (
                          <NameText>{row.label}</NameText>
                        )}
                        {row.count > 1 && <span className="quiet"> {row.count}</span>}
                      </span>{' '}
                      <span lang="en">{row.activity}</span>{' '}
                      {row.confidence !== 'certain' && (
                        <small>
                          {say('rehearseMatch', { confidence: say(`confidence ${row.confidence}`) })}
                          {row.confidence === 'possible' && `, ${say('portfolioIfRight')}`}{' '}
                        </small>
                      )}
                      <EffectMark effect={row.effect} />
                    </summary>
                    <div lang="en">
                      <p>{row.because}</p>
                      <PathText path={row.path} />
                      <p className="quiet">
                        {row.citation} · {row.regime}
                        {row.verified && row.verified !== 'verified' ? ` · ${row.verified}` : ''}
                      </p>
                      {row.questions.map((question) => (
                        <p key={question}>? {question}</p>
                      ))}
                      <p>
                        {row.party !== undefined && (
                          <>
                            <PartyLink id={row.party} caption={row.caption} keep={{ on: portfolio.on }} /> ·{' '}
                          </>
                        )}
                        <Amounts values={row.values} /> ·{' '}
                        <small>
                          {row.assets.slice(0, 12).join(', ')}
                          {row.count > 12 ? ' …' : ''}
                        </small>
                      </p>
                    </div>
                  </details>
                </li>
              ))}
            </ul>
          )}
        </FirstOf>
      </section>
    );
  });
}
