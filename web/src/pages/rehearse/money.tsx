import type { CostRange, MoneyView } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts, amountText } from '../../parts/amounts.tsx';
import { DayText } from '../../parts/day.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { useVerification } from '../../parts/source-mark.tsx';

/** What the change means in money: payments that stop, securities and the days to sell them, devices to replace. */
export function MoneySections({ money }: { readonly money: MoneyView }) {
  return (
    <>
      {money.payments.length > 0 && <Payments money={money} />}
      {money.holdings.length > 0 && <Holdings money={money} />}
      {money.replacement.changed.devices > 0 && <Replacement money={money} />}
    </>
  );
}

function Payments({ money }: { readonly money: MoneyView }) {
  const { say } = useMessages();
  return (
    <>
      <h3>{say('rehearsePayments')}</h3>
      <ScrollBox label={say('rehearsePayments')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('rehearseWhen')}</th>
              <th scope="col">{say('rehearseTreatment')}</th>
              <th scope="col" className="number">
                {say('rehearsePaymentCount')}
              </th>
              <th scope="col" className="number">
                {say('rehearseAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {money.payments.map((row) => (
              <tr key={`${row.when} ${row.treatment}`}>
                <td>{say(`when ${row.when}` as MessageKey)}</td>
                <td>{say(`treatment ${row.treatment}` as MessageKey)}</td>
                <td className="number">{row.payments}</td>
                <td className="number">
                  <Amounts values={row.values} />
                  {row.withoutValue > 0 && (
                    <small className="soft">{say('rehearseWithoutValue', { count: row.withoutValue })}</small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function Holdings({ money }: { readonly money: MoneyView }) {
  const { say } = useMessages();
  return (
    <>
      <h3>{say('rehearseHoldings')}</h3>
      <ScrollBox label={say('rehearseHoldings')}>
        <table className="stacks">
          <caption>{say('rehearseHoldingsCaption', { share: money.volumeShare })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('rehearseSecurity')}</th>
              <th scope="col" className="number">
                {say('rehearseAmount')}
              </th>
              <th scope="col" className="number">
                {say('rehearseTradingDays')}
              </th>
              <th scope="col">{say('rehearseSaleAllowed')}</th>
              <th scope="col">{say('rehearseEnough')}</th>
            </tr>
          </thead>
          <tbody>
            {money.holdings.map((row) => (
              <tr key={row.security}>
                <td>
                  <NameText>{row.issuer}</NameText> <small className="soft">{row.security}</small>
                </td>
                <td className="number" data-label={say('rehearseAmount')}>
                  <Amounts values={row.values} />
                </td>
                <td className="number" data-label={say('rehearseTradingDays')}>
                  {row.tradingDays === 'not known' ? say('rehearseNotKnown') : row.tradingDays}
                </td>
                <td data-label={say('rehearseSaleAllowed')}>
                  {isPossible(row) && (
                    <small className="soft">
                      {say('rehearseMatch', { confidence: say(`confidence ${row.confidence}`) })},{' '}
                      {say('portfolioIfRight')}
                    </small>
                  )}
                  <span>
                    <SaleAllowed allowed={row.saleAllowed} />
                  </span>
                </td>
                <td data-label={say('rehearseEnough')}>{say(`enough ${row.enough}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function isPossible({ confidence }: MoneyView['holdings'][number]): boolean {
  return confidence === 'possible' || confidence === 'unknown';
}

function SaleAllowed({ allowed }: { readonly allowed: MoneyView['holdings'][number]['saleAllowed'] }) {
  const { say } = useMessages();
  if (typeof allowed === 'string') return say(`sale ${allowed}`);
  return (
    <>
      <DayText day={allowed.from} /> – {allowed.until && <DayText day={allowed.until} />}
    </>
  );
}

function Replacement({ money }: { readonly money: MoneyView }) {
  const { say } = useMessages();
  const verification = useVerification();
  const { changed, forced, prices } = money.replacement;
  const rows: [MessageKey, CostRange][] = [['rehearseReplaceAll', changed]];
  if (forced.devices > 0) rows.push(['rehearseReplaceForced', forced]);
  return (
    <>
      <h3>{say('rehearseReplacement')}</h3>
      <ScrollBox label={say('rehearseReplacement')}>
        <table>
          <caption>{say('rehearseReplacementCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('rehearseReplaced')}</th>
              <th scope="col" className="number">
                {say('rehearseDevices')}
              </th>
              <th scope="col" className="number">
                {say('rehearseCheapest')}
              </th>
              <th scope="col" className="number">
                {say('rehearseDearest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, cost]) => (
              <tr key={label}>
                <td>
                  {say(label)}
                  {cost.notKnown > 0 && (
                    <small className="soft">{say('rehearseWithoutPrice', { count: cost.notKnown })}</small>
                  )}
                </td>
                <td className="number">{cost.devices}</td>
                <td className="number">
                  <Amounts values={cost.low} />
                </td>
                <td className="number">
                  <Amounts values={cost.high} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {prices.length === 0 ? (
        <p className="quiet">{say('rehearseNoPrice')}</p>
      ) : (
        <ul className="quiet" lang="en">
          {prices.map((price) => (
            <li key={price.id}>
              {price.device}: {amountText(price.low)} – {amountText(price.high)}. {price.says}{' '}
              <em>
                {price.source}
                {price.asOf && `, ${price.asOf}`}
                {price.verified !== 'verified' && `, ${verification(price.verified)}`}
              </em>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
