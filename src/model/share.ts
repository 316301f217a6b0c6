import { z } from 'zod';
import { Fault } from './fault.ts';

/**
 * A percentage as an exact integer in units of 10^-10 percent. One hundred percent is 10^12, so sums of
 * thousands of shares stay exact in a double. A fraction with more decimals becomes an interval, rounded outward.
 */
export type ShareUnits = number & { readonly __brand: 'ShareUnits' };

export const onePercent = 1e10 as ShareUnits;
export const wholeShare = 1e12 as ShareUnits;
export const noShare = 0 as ShareUnits;

/** A share known as an interval; an exact share has `min` equal to `max`, both included. */
export interface Share {
  readonly min: ShareUnits;
  readonly max: ShareUnits;
  readonly minInclusive: boolean;
  readonly maxInclusive: boolean;
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/**
 * The decimal percentage in `text` as an exact share. Throws `AS_FIELD` for what is not a decimal number from 0 to 100.
 */
export function exactShare(text: string): Share {
  const [low, high] = decimalBounds(text);
  return { min: low, max: high, minInclusive: low === high, maxInclusive: low === high };
}

/** The interval from `min` to `max` percent. Throws `AS_FIELD` where the ends are not percentages or are inverted. */
export function shareBetween(min: string, max: string, minInclusive = true, maxInclusive = true): Share {
  const [low] = decimalBounds(min);
  const [, high] = decimalBounds(max);
  if (low > high || (low === high && !(minInclusive && maxInclusive))) {
    throw new Fault('AS_FIELD', `The interval ${min} to ${max} percent is empty.`, {
      remedy: 'Give the smaller end first.',
    });
  }
  return { min: low, max: high, minInclusive, maxInclusive };
}

/** A share of which nothing is known: 0 to 100 percent. */
export const unknownShare: Share = { min: noShare, max: wholeShare, minInclusive: true, maxInclusive: true };

function decimalBounds(text: string): [ShareUnits, ShareUnits] {
  const match = decimalPattern.exec(text.trim());
  if (!match || match[1] === '-') {
    throw new Fault('AS_FIELD', `"${text}" is not a percentage.`, {
      remedy: 'Write a decimal number from 0 to 100, such as 42.5.',
    });
  }
  const decimals = match[3] ?? '';
  const kept = decimals.slice(0, 10).padEnd(10, '0');
  const units = Number(match[2]) * 1e10 + Number(kept);
  const beyond = /[1-9]/.test(decimals.slice(10));
  if (units > wholeShare || (units === wholeShare && beyond)) {
    throw new Fault('AS_FIELD', `${text} percent is more than the whole.`, {
      remedy: 'A share cannot be over 100 percent.',
    });
  }
  return [units as ShareUnits, (beyond ? units + 1 : units) as ShareUnits];
}

/** The shortest decimal text of a number of share units, in percent: `42`, `36.55`. */
export function percentText(units: number): string {
  const sign = units < 0 ? '-' : '';
  const size = Math.abs(units);
  const whole = Math.floor(size / 1e10);
  const decimals = String(Math.round(size - whole * 1e10))
    .padStart(10, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${decimals ? `.${decimals}` : ''}`;
}

/** `36.55 %`, `25 to 50 %`, `more than 25 and at most 50 %`, `unknown share`. */
export function shareText(share: Share | null): string {
  if (
    share === null ||
    (share.min === noShare && share.max === wholeShare && share.minInclusive && share.maxInclusive)
  ) {
    return 'unknown share';
  }
  if (share.min === share.max) return `${percentText(share.min)} %`;
  if (share.minInclusive && share.maxInclusive)
    return `${percentText(share.min)} to ${percentText(share.max)} %`;
  const low = `${share.minInclusive ? 'at least' : 'more than'} ${percentText(share.min)}`;
  const high = `${share.maxInclusive ? 'at most' : 'less than'} ${percentText(share.max)}`;
  return `${low} and ${high} %`;
}

const percentInput = z.union([z.string(), z.number()]).transform(String);

/** Schema of a share at the edge: `"50"`, `{min, max, minInclusive, maxInclusive}` or null (unknown). */
export const shareSchema = z
  .union([
    z.null(),
    percentInput,
    z.object({
      min: percentInput.default('0'),
      max: percentInput.default('100'),
      minInclusive: z.boolean().default(true),
      maxInclusive: z.boolean().default(true),
    }),
  ])
  .transform((input, context): Share | null => {
    try {
      if (input === null) return null;
      if (typeof input === 'string') return exactShare(input);
      return shareBetween(input.min, input.max, input.minInclusive, input.maxInclusive);
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: error instanceof Fault ? error.toString() : String(error),
      });
      return z.NEVER;
    }
  });
