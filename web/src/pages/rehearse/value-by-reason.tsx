import type { PortfolioRehearsal, Rehearsal } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { amountText, units } from '../../parts/amounts.tsx';
import { EffectMark, effectLook } from '../../parts/effect-mark.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';

/**
 * Waterfalls for each currency, one a kind of asset: every reason begins where the one above it ends, the last bar is
 * the whole kind. Kinds may be the same money twice, so there is no sum of them.
 */
export function ValueByReason({
  portfolio,
  rehearsal,
}: {
  readonly portfolio: PortfolioRehearsal;
  readonly rehearsal: Rehearsal;
}) {
  const { say } = useMessages();
  const currencies = new Set(
    portfolio.valuesByKind.flatMap(({ values }) => values.map(({ currency }) => currency)),
  );
  return [...currencies].map((currency) => (
    <ScrollBox key={currency} label={say('rehearseReasonsCaption', { currency })}>
      <table className="waterfall">
        <caption>{say('rehearseReasonsCaption', { currency })}</caption>
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
        {kindsIn(portfolio, currency).map(({ kind, whole, rows, scale }) => (
          <tbody key={kind}>
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
                      marginInlineStart: `${(100 * row.from) / scale}%`,
                      width: `${(100 * units(row.value)) / scale}%`,
                    }}
                  />
                </td>
              </tr>
            ))}
            <tr className="whole">
              <td>{say(`kind ${kind}`)}</td>
              <td className="number">{rows.reduce((sum, row) => sum + row.assets, 0)}</td>
              <td className="number">{amountText(whole)}</td>
              <td className="bar-cell" aria-hidden="true">
                <span className="bar whole-bar" style={{ width: `${(100 * units(whole)) / scale}%` }} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </ScrollBox>
  ));
}

/** The kinds with a value in a currency, each reason with where its bar begins; `scale` is the largest kind. */
function kindsIn({ valuesByKind }: PortfolioRehearsal, currency: string) {
  const kinds = valuesByKind.flatMap(({ kind, values, reasons }) => {
    const whole = values.find((value) => value.currency === currency);
    if (!whole || units(whole) <= 0) return [];
    let begun = 0;
    const rows = reasons.flatMap((reason) => {
      const place = reason.values.findIndex((value) => value.currency === currency);
      const value = reason.values[place];
      if (!value) return [];
      const from = begun;
      begun += units(value);
      return [{ ...reason, value, from, assets: reason.valued[place] ?? 0 }];
    });
    return [{ kind, whole, rows }];
  });
  const scale = Math.max(1, ...kinds.map(({ whole }) => units(whole)));
  return kinds.map((one) => ({ ...one, scale }));
}
