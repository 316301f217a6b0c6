import { z } from 'zod';
import { readYamlText } from '../formats/index.ts';
import {
  currencyDecimals,
  type Device,
  Fault,
  type Money,
  type Verification,
  verificationSchema,
} from '../model/index.ts';

/** What one device of a kind costs to replace: a range, whose statement it is, and when it was made. */
export interface Price {
  readonly id: string;
  /** The kind of device in a word, such as `camera`. */
  readonly device: string;
  /** A device's type that is one of these, or ends in one (`dome camera`), is of this kind. Lower case. */
  readonly types: readonly string[];
  readonly low: Money;
  readonly high: Money;
  readonly says: string;
  readonly source: string;
  readonly verified: Verification | 'stated by the user';
  readonly asOf?: string;
}

const currency = z.string().regex(/^[A-Z]{3}$/, { error: 'a currency is three capitals, such as USD' });
const priceFileSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    device: z.string().min(1),
    types: z.array(z.string().min(1)).min(1),
    amount: z.number().positive(),
    units: z.int().positive(),
    currency,
    asOf: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
    says: z.string().min(1),
    source: z.string().min(1),
    verified: verificationSchema,
  }),
);

/** The form of a user's own figure in a scenario file. */
export const ownPriceSchema = z.strictObject({
  device: z.string().min(1),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  currency,
  note: z.string().min(1).optional(),
});

/**
 * Reads `casebook/prices.yaml`. Throws `AS_CASEBOOK` for what breaks its form and for one kind of device priced in two
 * currencies, which could not be put into one range.
 */
export function parsePrices(text: string, file: string): Price[] {
  const { value, lineOf } = readYamlText(text, file, 'AS_CASEBOOK');
  const parsed = priceFileSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Fault('AS_CASEBOOK', `${issue.path.join('.') || 'prices'}: ${issue.message}.`, {
      place: { file, line: lineOf(issue.path) },
      remedy: 'docs/rehearsal.md describes the form.',
    });
  }
  const currencies = new Map<string, string>();
  return parsed.data.map(({ amount, units, ...row }, index) => {
    const known = currencies.get(row.device);
    if (known !== undefined && known !== row.currency) {
      throw new Fault('AS_CASEBOOK', `${row.device} is priced in ${known} and in ${row.currency}.`, {
        place: { file, line: lineOf([index]) },
        remedy: 'Keep one currency for a kind of device; amounts are not converted.',
      });
    }
    currencies.set(row.device, row.currency);
    const [low, high] = minorAround(amount, row.currency, units);
    return {
      id: row.id,
      device: row.device,
      types: row.types.map((type) => type.toLowerCase()),
      low: { minor: low, currency: row.currency },
      high: { minor: high, currency: row.currency },
      says: row.says.trim(),
      source: row.source,
      verified: row.verified,
      asOf: row.asOf,
    };
  });
}

/**
 * The minor units between which an amount for so many devices lies for one of them; the same number twice where it comes out
 * even. Reckoned on the digits as written, since 1.1 times 100 is more than 110 in binary fractions.
 */
function minorAround(amount: number, code: string, units = 1): [low: number, high: number] {
  const text = String(amount);
  const [whole = '', decimals = ''] = text.split('.');
  const highest = BigInt(Number.MAX_SAFE_INTEGER);
  if (!/^\d+$/.test(whole + decimals) || amount * 10 ** currencyDecimals(code) > highest)
    throw new Fault('AS_FIELD', `${text} ${code} is too large or too small an amount.`, {
      remedy: 'Write a plain number such as 1234.50.',
    });
  const total = BigInt(whole + decimals) * 10n ** BigInt(currencyDecimals(code));
  const parts = 10n ** BigInt(decimals.length) * BigInt(units);
  const low = total / parts;
  return [Number(low), Number(low + (total % parts === 0n ? 0n : 1n))];
}

/** A user's own figure as a price, rounded outward to the minor unit. */
export function ownPrice({
  device,
  low,
  high,
  currency: code,
  note,
}: z.output<typeof ownPriceSchema>): Price {
  return {
    id: `own ${device}`,
    device,
    types: [device.toLowerCase()],
    low: { minor: minorAround(low, code)[0], currency: code },
    high: { minor: minorAround(high, code)[1], currency: code },
    says: note ?? 'A figure given with the scenario.',
    source: 'the scenario',
    verified: 'stated by the user',
  };
}

/** The prices that fit a device: the user's own where there are any. A device without a type has none. */
export function pricesFor(
  device: Device,
  own: readonly Price[],
  published: readonly Price[],
): readonly Price[] {
  const type = device.type?.trim().toLowerCase();
  if (type === undefined) return [];
  const fits = (price: Price) => price.types.some((word) => type === word || type.endsWith(` ${word}`));
  const stated = own.filter(fits);
  return stated.length > 0 ? stated : published.filter(fits);
}
