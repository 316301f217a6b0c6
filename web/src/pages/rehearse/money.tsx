import type { CostRange, MoneyView } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts, amountText } from '../../parts/amounts.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DayText } from '../../parts/day.tsx';
import { NameText } from '../../parts/name-text.tsx';
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
      <DataTable
        label={say('rehearsePayments')}
        rows={money.payments}
        rowKey={({ when, treatment }) => `${when} ${treatment}`}
        columns={[
          { label: say('rehearseWhen'), cell: ({ when }) => say(`when ${when}` as MessageKey) },
          {
            label: say('rehearseTreatment'),
            cell: ({ treatment }) => say(`treatment ${treatment}` as MessageKey),
          },
          { label: say('rehearsePaymentCount'), isNumber: true, cell: ({ payments }) => payments },
          {
            label: say('rehearseAmount'),
            isNumber: true,
            cell: ({ values, withoutValue }) => (
              <>
                <Amounts values={values} />
                {withoutValue > 0 && (
                  <small className="soft">{say('rehearseWithoutValue', { count: withoutValue })}</small>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Holdings({ money }: { readonly money: MoneyView }) {
  const { say } = useMessages();
  return (
    <>
      <h3>{say('rehearseHoldings')}</h3>
      <DataTable
        label={say('rehearseHoldings')}
        caption={say('rehearseHoldingsCaption', { share: money.volumeShare })}
        rows={money.holdings}
        rowKey={({ security }) => security}
        columns={[
          {
            label: say('rehearseSecurity'),
            cell: ({ issuer, security }) => (
              <>
                <NameText>{issuer}</NameText> <small className="soft">{security}</small>
              </>
            ),
          },
          {
            label: say('rehearseAmount'),
            isNumber: true,
            cell: ({ values }) => <Amounts values={values} />,
          },
          {
            label: say('rehearseTradingDays'),
            isNumber: true,
            cell: ({ tradingDays }) => (tradingDays === 'not known' ? say('rehearseNotKnown') : tradingDays),
          },
          { label: say('rehearseSaleAllowed'), cell: (row) => <SaleAllowed row={row} /> },
          { label: say('rehearseEnough'), cell: ({ enough }) => say(`enough ${enough}`) },
        ]}
      />
    </>
  );
}

function SaleAllowed({ row }: { readonly row: MoneyView['holdings'][number] }) {
  const { say } = useMessages();
  const { confidence, saleAllowed } = row;
  const isPossible = confidence === 'possible' || confidence === 'unknown';
  return (
    <>
      {isPossible && (
        <small className="soft">
          {say('rehearseMatch', { confidence: say(`confidence ${confidence}`) })}, {say('portfolioIfRight')}
        </small>
      )}
      {typeof saleAllowed === 'string' ? (
        say(`sale ${saleAllowed}`)
      ) : (
        <>
          <DayText day={saleAllowed.from} /> – {saleAllowed.until && <DayText day={saleAllowed.until} />}
        </>
      )}
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
      <DataTable
        label={say('rehearseReplacement')}
        caption={say('rehearseReplacementCaption')}
        rows={rows}
        rowKey={([label]) => label}
        columns={[
          {
            label: say('rehearseReplaced'),
            cell: ([label, { notKnown }]) => (
              <>
                {say(label)}
                {notKnown > 0 && (
                  <small className="soft">{say('rehearseWithoutPrice', { count: notKnown })}</small>
                )}
              </>
            ),
          },
          { label: say('rehearseDevices'), isNumber: true, cell: ([, { devices }]) => devices },
          {
            label: say('rehearseCheapest'),
            isNumber: true,
            cell: ([, { low }]) => <Amounts values={low} />,
          },
          {
            label: say('rehearseDearest'),
            isNumber: true,
            cell: ([, { high }]) => <Amounts values={high} />,
          },
        ]}
      />
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
