/** The clock and chance, so that tests need neither wait nor guess. */
export interface Waiting {
  sleep(milliseconds: number): Promise<void>;
  /** From 0 to less than 1. */
  random(): number;
}

/** A failure that may pass: the connection broke, or the server says that it is busy. */
export class PassingFailure extends Error {
  /** What the server asked to wait, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'PassingFailure';
    this.retryAfter = retryAfter;
  }
}

const firstWait = 1000;
const longestWait = 60_000;
const longestAsked = 300_000;

/**
 * Tries up to `attempts` times. After a passing failure it waits a random part of 1, 2, 4, ... seconds (at most a minute),
 * or what the server asked for (at most five minutes). Any other failure, and the last one, is thrown.
 */
export async function withRetries<Result>(
  attempts: number,
  waiting: Waiting,
  attempt: (number: number) => Promise<Result>,
  onRetry: (failure: PassingFailure, wait: number) => void = () => {},
): Promise<Result> {
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof PassingFailure) || number >= attempts) throw error;
      const wait = waitAfter(number, error.retryAfter, waiting.random());
      onRetry(error, wait);
      await waiting.sleep(wait);
    }
  }
}

/** Milliseconds to wait after the given attempt; the jitter keeps many clients from coming back at once. */
function waitAfter(attempt: number, asked: number | undefined, random: number): number {
  if (asked !== undefined) return Math.min(asked, longestAsked);
  const most = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
  return Math.round(most / 2 + (random * most) / 2);
}

/** The header `Retry-After`: seconds, or a date. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
