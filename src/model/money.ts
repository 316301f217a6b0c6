import { z } from 'zod';
import { Fault } from './fault.ts';
import table from './words/currency-decimals.json' with { type: 'json' };

/** An amount as an integer of minor units (cents, yen) with an ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Decimals of the minor unit where they are not two. */
const decimalsByCurrency: Readonly<Record<string, number>> = table.decimals;

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

/** `1,234,567.50 USD`. */
export function moneyText({ minor, currency }: Money): string {
  const places = currencyDecimals(currency);
  const [size, scale] = [Math.abs(minor), 10 ** places];
  const decimals = places === 0 ? '' : `.${String(size % scale).padStart(places, '0')}`;
  return `${minor < 0 ? '−' : ''}${grouped(Math.floor(size / scale))}${decimals} ${currency}`;
}

/** `1,234,568 USD`: in whole units, half rounded away from zero. */
export function wholeMoneyText({ minor, currency }: Money): string {
  const scale = 10 ** currencyDecimals(currency);
  const units = Math.floor((Math.abs(minor) + scale / 2) / scale);
  return `${minor < 0 ? '−' : ''}${grouped(units)} ${currency}`;
}

function grouped(units: number): string {
  return String(units).replace(/\B(?=(\d{3})+$)/g, ',');
}

export const moneySchema = z.object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
