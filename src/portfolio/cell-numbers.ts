import { currencyDecimals, type Money, parseMoney } from '../model/index.ts';
import { currencyOfCell, withoutCurrency } from './cell-currency.ts';
import type { CellStyle } from './cell-values.ts';

/** The amount in a cell with the currency that the cell, the header or the caller states; nothing where it is no amount. */
export function readAmount(cell: string, currency: string | undefined, style: CellStyle): Money | undefined {
  const plain = plainDecimal(cell, style);
  const unit = currencyOfCell(cell, currency);
  if (plain === undefined || unit === undefined) return undefined;
  try {
    return parseMoney(trimDecimals(plain, unit), unit);
  } catch {
    return undefined;
  }
}

/** Digits beyond the minor unit (N-PORT and USAspending write four and more) are cut where they are zero, else rounded half up. */
function trimDecimals(plain: string, currency: string): string {
  const [whole, decimals = ''] = plain.split('.') as [string, string?];
  const places = currencyDecimals(currency);
  if (decimals.length <= places) return plain;
  const isNegative = whole.startsWith('-');
  const digits =
    BigInt(`${whole.replace('-', '')}${decimals.slice(0, places)}`) + (decimals[places]! >= '5' ? 1n : 0n);
  const text = digits.toString().padStart(places + 1, '0');
  const value = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return isNegative ? `-${value}` : value;
}

/** Digits, in groups of three where something stands between them; in India of two but for the last. */
const wholeNumber = /^(?:\d+|\d{1,3}([., ])(?:\d{2,3}\1)*\d{3})$/;

/** `1.234,56`, `1,234.56`, `1 234,56`, `(12)` and `-12` as a plain decimal; nothing for `10-20`, `2024-01-05`, `1,2,3`. */
export function plainDecimal(cell: string, style: CellStyle): string | undefined {
  const bare = withoutCurrency(cell).trim();
  const negative = /^\((.*)\)$|^[-−](.*)$|^(.*)[-−]$/s.exec(bare);
  const text = (negative?.[1] ?? negative?.[2] ?? negative?.[3] ?? bare).trim().replace(/[\s'’]/g, ' ');
  const point = decimalPoint(text, style);
  const whole = point < 0 ? text : text.slice(0, point) || '0';
  const decimals = point < 0 ? '' : text.slice(point + 1);
  if (!wholeNumber.test(whole) || !/^\d*$/.test(decimals) || !/\d/.test(text)) return undefined;
  const digits = whole.replace(/\D/g, '');
  return `${negative ? '-' : ''}${digits}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Where the decimals begin: at the last of two marks, or at the only one where that is the sign of the table. */
function decimalPoint(text: string, style: CellStyle): number {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) return Math.max(comma, point);
  const at = text.indexOf(style.decimal);
  return at === text.lastIndexOf(style.decimal) ? at : -1;
}

/** `x3`, `3 pcs`, `1,200`; 1 where nothing can be read. */
export function readCount(cell: string, style: CellStyle): number {
  const [first = ''] = /\d+(?:[.,'’]\d+)*/.exec(cell) ?? [];
  const count = Number.parseInt(plainDecimal(first, style) ?? first, 10);
  return count >= 1 && count <= 1_000_000 ? count : 1;
}
