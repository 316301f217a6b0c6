import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../../model/index.ts';

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Timers hold no longer waits than this; and lists do not change by the second. */
const longest = 24 * 86_400_000;

/** Milliseconds of `30m`, `24h`, `7d`. Throws `AS_USAGE` for what is no such time, or longer than 24 days. */
export function durationOf(text: string): number {
  const [, count, unit] = /^(\d+)\s*([mhd])$/.exec(text.trim()) ?? [];
  const duration = count === undefined ? 0 : Number(count) * units[unit!]!;
  if (duration > 0 && duration <= longest) return duration;
  throw new Fault('AS_USAGE', `--every is "${text}".`, {
    remedy: 'Give minutes, hours or days, such as 30m, 24h or 7d; 24 days at most.',
  });
}

/**
 * Runs a round at once and then every so often, counted from the beginning of a round; one that takes longer is followed
 * at once. Told to stop, it finishes the round under way, or leaves its waiting, and returns.
 */
export async function rounds(every: number, round: () => Promise<void>, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const begun = performance.now();
    await round();
    const wait = Math.max(0, every - (performance.now() - begun));
    try {
      await sleep(wait, undefined, { signal: stop });
    } catch {
      // Woken to stop.
    }
  }
}

/** From a terminal a signal comes twice, from it and from the process that started this one. */
const sameSignal = 1000;

/** Aborts on the first SIGINT or SIGTERM; a later one ends the process at once, which loses nothing either. */
export function stopOnSignal(onStop: () => void): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const stop = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
      onStop();
    } else if (performance.now() - first > sameSignal) process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return controller.signal;
}
