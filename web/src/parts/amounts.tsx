import './amounts.css';
import type { Money, PortfolioRehearsal } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { numberText } from './number-text.ts';

/** Decimals of the minor unit where they are not two (ISO 4217), for the currencies that occur. */
const decimals: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
};

/** A plain number of whole units; only for the length of bars. */
export function units({ minor, currency }: Money): number {
  return minor / 10 ** (decimals[currency] ?? 2);
}

/** `1,234,568 USD`, whole units. */
export function amountText(money: Money): string {
  const whole = Math.round(Math.abs(units(money)));
  return `${money.minor < 0 ? '−' : ''}${numberText(whole)} ${money.currency}`;
}

/** Amounts of several currencies stand one under another: they are never added up. */
export function Amounts({ values }: { readonly values: readonly Money[] }) {
  const { say } = useMessages();
  if (values.length === 0) return <span className="quiet">{say('rehearseNotKnown')}</span>;
  return (
    <>
      {values.map((value) => (
        <span key={value.currency} className="amount">
          {amountText(value)}
        </span>
      ))}
    </>
  );
}

/** Value kind by kind, one line each: kinds may be the same money twice, so nothing is added up. */
export function AmountsByKind({ valuesByKind }: Pick<PortfolioRehearsal, 'valuesByKind'>) {
  const { say } = useMessages();
  const valued = valuesByKind.filter(({ values }) => values.length > 0);
  if (valued.length === 0) return <span className="quiet">{say('rehearseValueNotKnown')}</span>;
  return valued.map(({ kind, values }) => (
    <span key={kind} className="step">
      {say(`kind ${kind}`)}: {values.map(amountText).join(', ')}
    </span>
  ));
}
