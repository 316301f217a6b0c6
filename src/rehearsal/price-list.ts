import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
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
  const parsed = priceFileSchema.safeParse(readYaml(text, file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Fault('AS_CASEBOOK', `${issue.path.join('.') || 'prices'}: ${issue.message}.`, {
      place: { file },
      remedy: 'docs/rehearsal.md describes the form.',
    });
  }
  const currencies = new Map<string, string>();
  return parsed.data.map(({ amount, units, ...row }) => {
    const known = currencies.get(row.device);
    if (known !== undefined && known !== row.currency) {
      throw new Fault('AS_CASEBOOK', `${row.device} is priced in ${known} and in ${row.currency}.`, {
        place: { file },
        remedy: 'Keep one currency for a kind of device; amounts are not converted.',
      });
    }
    currencies.set(row.device, row.currency);
    const minor = (amount * 10 ** currencyDecimals(row.currency)) / units;
    return {
      id: row.id,
      device: row.device,
      types: row.types.map((type) => type.toLowerCase()),
      low: { minor: Math.floor(minor), currency: row.currency },
      high: { minor: Math.ceil(minor), currency: row.currency },
      says: row.says.trim(),
      source: row.source,
      verified: row.verified,
      asOf: row.asOf,
    };
  });
}

function readYaml(text: string, file: string): unknown {
  try {
    return parseYaml(text);
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    const line = cause.linePos?.[0].line;
    throw new Fault('AS_CASEBOOK', `The YAML is broken: ${cause.message.split('\n')[0]}`, {
      place: { file, ...(line === undefined ? {} : { line }) },
      remedy: 'Check indentation and quotes.',
      cause,
    });
  }
}

/** A user's own figure as a price, rounded outward to the minor unit. */
export function ownPrice({
  device,
  low,
  high,
  currency: code,
  note,
}: z.output<typeof ownPriceSchema>): Price {
  const scale = 10 ** currencyDecimals(code);
  return {
    id: `own ${device}`,
    device,
    types: [device.toLowerCase()],
    low: { minor: Math.floor(low * scale), currency: code },
    high: { minor: Math.ceil(high * scale), currency: code },
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
