import { describe, expect, it } from 'vitest';
import { durationOf, rounds } from './rounds.ts';

describe('the time from run to run', () => {
  it.each([
    ['30m', 1_800_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
  ])('is read from %s', (text, milliseconds) => expect(durationOf(text)).toBe(milliseconds));

  it.each(['', '0h', '24', '1.5h', '-1h', 'daily', '25d', '99999999999999999999d'])(
    'is not read from “%s”',
    (text) => {
      expect(() => durationOf(text)).toThrow(expect.objectContaining({ code: 'AS_USAGE' }));
    },
  );
});

describe('rounds', () => {
  it('follow one another, never two at once, until they are told to stop', async () => {
    const stop = new AbortController();
    let [running, done, most] = [0, 0, 0];
    await rounds(
      1,
      async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        if (++done === 3) stop.abort();
      },
      stop.signal,
    );
    expect([done, most]).toEqual([3, 1]);
  });

  it('leave their waiting at once when told to stop', async () => {
    const stop = new AbortController();
    let done = 0;
    const end = rounds(86_400_000, async () => void done++, stop.signal);
    setImmediate(() => stop.abort());
    await end;
    expect(done).toBe(1);
  });
});
