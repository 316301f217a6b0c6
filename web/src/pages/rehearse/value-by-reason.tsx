import type { PortfolioRehearsal, Rehearsal } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { amountText, units } from '../../parts/amounts.tsx';
import { EffectMark, effectLook } from '../../parts/effect-mark.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';

/** A waterfall for each currency: every reason begins where the one above it ends, the last bar is the whole. */
export function ValueByReason({
  portfolio,
  rehearsal,
}: {
  readonly portfolio: PortfolioRehearsal;
  readonly rehearsal: Rehearsal;
}) {
  const { say } = useMessages();
  return (
    <>
      {portfolio.values.map((whole) => {
        const total = units(whole);
        if (total <= 0) return null;
        let begun = 0;
        const rows = portfolio.reasons.flatMap((reason) => {
          const place = reason.values.findIndex(({ currency }) => currency === whole.currency);
          const value = reason.values[place];
          if (!value) return [];
          const from = begun;
          begun += units(value);
          return [{ ...reason, value, from, size: units(value), assets: reason.valued[place] ?? 0 }];
        });
        return (
          <ScrollBox key={whole.currency} label={say('rehearseReasonsCaption', { currency: whole.currency })}>
            <table className="waterfall">
              <caption>{say('rehearseReasonsCaption', { currency: whole.currency })}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('rehearseReason')}</th>
                  <th scope="col" className="number">
                    {say('rehearseAssets')}
                  </th>
                  <th scope="col" className="number">
                    {say('rehearseAmount')}
                  </th>
                  <th scope="col" className="bar-cell">
                    <span className="visually-hidden">{say('rehearseReasons')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.regime} ${row.effect}`}>
                    <td>
                      <EffectMark effect={row.effect} />{' '}
                      <span lang="en">{rehearsal.regimes[row.regime] ?? row.regime}</span>
                      {row.withoutValue > 0 && (
                        <>
                          {' '}
                          <small>{say('rehearseWithoutValue', { count: row.withoutValue })}</small>
                        </>
                      )}
                    </td>
                    <td className="number">{row.assets}</td>
                    <td className="number">{amountText(row.value)}</td>
                    <td className="bar-cell" aria-hidden="true">
                      <span
                        className={`bar swatch ${effectLook(row.effect).token}`}
                        style={{
                          marginInlineStart: `${(100 * row.from) / total}%`,
                          width: `${(100 * row.size) / total}%`,
                        }}
                      />
                    </td>
                  </tr>
                ))}
                <tr className="whole">
                  <td>{say('rehearseValue')}</td>
                  <td className="number">{rows.reduce((sum, row) => sum + row.assets, 0)}</td>
                  <td className="number">{amountText(whole)}</td>
                  <td className="bar-cell" aria-hidden="true">
                    <span className="bar whole-bar" />
                  </td>
                </tr>
              </tbody>
            </table>
          </ScrollBox>
        );
      })}
    </>
  );
}
