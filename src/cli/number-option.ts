import { Fault } from '../model/index.ts';

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Only whole numbers are taken. */
  readonly whole?: boolean;
}

/** The number given with an option; undefined where none is. Throws `AS_USAGE` for text that is no such number. */
export function numberOption(
  text: string | undefined,
  name: string,
  { least, most, whole = false }: Bounds,
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new Fault('AS_USAGE', `${name} is "${text}".`, {
    remedy: `Give a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
  });
}
