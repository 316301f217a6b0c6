import { z } from 'zod';
import { Fault } from './fault.ts';

/** An amount as an integer of minor units (cents, yen) with an ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Decimals of the minor unit where they are not two (ISO 4217). */
const decimalsByCurrency: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

export function currencyDecimals(currency: string): number {
  return decimalsByCurrency[currency] ?? 2;
}

/**
 * Reads a plain decimal (`1234.5`, `-12`) in a currency. Digits beyond the minor unit must be zero.
 * Throws `AS_FIELD` for other text, an unknown form of currency, or an amount too large to be exact.
 */
export function parseMoney(text: string, currency: string): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  const places = currencyDecimals(currency);
  if (!match || !/^[A-Z]{3}$/.test(currency)) {
    throw new Fault('AS_FIELD', `"${text} ${currency}" is not an amount.`, {
      remedy: 'Write 1234.50 and a currency such as USD.',
    });
  }
  const decimals = match[3] ?? '';
  if (/[1-9]/.test(decimals.slice(places))) {
    throw new Fault('AS_FIELD', `"${text}" has more decimals than ${currency} has.`);
  }
  const minor = Number(`${match[2]}${decimals.slice(0, places).padEnd(places, '0')}`);
  if (!Number.isSafeInteger(minor)) throw new Fault('AS_FIELD', `"${text}" is too large an amount.`);
  return { minor: match[1] && minor !== 0 ? -minor : minor, currency };
}

/** Sum per currency, in order of currency code; amounts of different currencies are never added up. */
export function sumMoney(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, number>();
  for (const { minor, currency } of amounts) {
    const total = (totals.get(currency) ?? 0) + minor;
    if (!Number.isSafeInteger(total))
      throw new Fault('AS_FIELD', `The sum in ${currency} is too large to be exact.`);
    totals.set(currency, total);
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => ({ minor, currency }));
}

/** `1,234,567.50 USD`; `1,234,568 USD` where `whole` asks for whole units (half rounded away from zero). */
export function moneyText(money: Money, whole = false): string {
  const places = currencyDecimals(money.currency);
  const size = Math.abs(money.minor);
  const scale = 10 ** places;
  const units = whole ? Math.floor((size + scale / 2) / scale) : Math.floor(size / scale);
  const grouped = String(units).replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = whole || places === 0 ? '' : `.${String(size % scale).padStart(places, '0')}`;
  return `${money.minor < 0 ? '−' : ''}${grouped}${decimals} ${money.currency}`;
}

export const moneySchema = z.object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
