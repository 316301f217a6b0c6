import { describe, expect, it } from 'vitest';
import { ask, id, link, type ShareText } from '../../test/ownership-links.ts';
import type { Day } from '../model/day.ts';

/** Links as `X 50 A`, and what comes of it for the parties named. */
function results(text: string, listed: readonly string[], on = '2025-01-01'): Record<string, string> {
  const links = text.split(', ').map((entry) => {
    const [owner, share, owned] = entry.split(' ');
    return link(owner!, owned!, share as ShareText);
  });
  const verdicts = ask('OFAC', links, listed, on as Day);
  const parties = [...new Set(links.map((each) => each.owned))].sort();
  return Object.fromEntries(parties.map((party) => [party, verdicts.resultOf(party)]));
}

describe('OFAC FAQ 398: control', () => {
  it('does not block a party that a blocked person controls without owning half of it, and asks for caution', () => {
    const links = [
      link('X', 'A', '10'),
      link('X', 'A', null, { kind: 'control', note: 'appoints the board' }),
    ];
    const verdict = ask('OFAC', links, ['X']).verdict(id('A'));
    expect(verdict.result).toBe('not caught');
    expect(verdict.flags.map(({ flag }) => flag)).toContain('control caution');
    expect(verdict.control[0]).toMatchObject({ indicator: 'stated control', holder: 'X' });
  });
});

describe('OFAC FAQ 399: aggregation', () => {
  it('adds up two blocked persons of different programmes: 25 and 25 block', () => {
    expect(results('X 25 A, Y 25 A', ['X', 'Y'])).toEqual({ A: 'caught' });
  });

  it('does not add what persons hold who are not blocked', () => {
    expect(results('X 25 A, Y 25 A', ['X'])).toEqual({ A: 'not caught' });
  });

  it('did not add up before the guidance of 13 August 2014', () => {
    expect(results('X 25 A, Y 25 A', ['X', 'Y'], '2014-08-12')).toEqual({ A: 'not caught' });
    expect(results('X 25 A, Y 25 A', ['X', 'Y'], '2014-08-13')).toEqual({ A: 'caught' });
  });
});

describe('OFAC FAQ 401: indirect ownership', () => {
  it('example 1: X 50 of A, A 50 of B: both blocked', () => {
    expect(results('X 50 A, A 50 B', ['X'])).toEqual({ A: 'caught', B: 'caught' });
  });

  it('example 2: X 50 of A and B, each 25 of C: C blocked', () => {
    expect(results('X 50 A, X 50 B, A 25 C, B 25 C', ['X'])).toEqual({
      A: 'caught',
      B: 'caught',
      C: 'caught',
    });
  });

  it('example 3: X 50 of A and 10 of B, A 40 of B: B blocked', () => {
    expect(results('X 50 A, X 10 B, A 40 B', ['X'])).toEqual({ A: 'caught', B: 'caught' });
  });

  it('example 4: X 50 of A and 25 of B, each 25 of C: C not blocked', () => {
    const expected = { A: 'caught', B: 'not caught', C: 'not caught' };
    expect(results('X 50 A, X 25 B, A 25 C, B 25 C', ['X'])).toEqual(expected);
  });

  it('example 5: X 25 of A and of B, each 50 of C: none blocked', () => {
    const expected = { A: 'not caught', B: 'not caught', C: 'not caught' };
    expect(results('X 25 A, X 25 B, A 50 C, B 50 C', ['X'])).toEqual(expected);
  });
});

describe('OFAC FAQ 402: divestment', () => {
  const links = [
    link('X', 'A', '60', { from: '2020-01-01' as Day, until: '2025-06-30' as Day }),
    link('X', 'A', '49', { from: '2025-07-01' as Day }),
  ];

  it('ends the block for the future and keeps what was blocked before', () => {
    const verdicts = ask('OFAC', links, ['X'], '2025-09-01' as Day);
    const verdict = verdicts.verdict(id('A'));
    expect(verdict.result).toBe('not caught');
    expect(verdict.caughtBefore).toEqual([{ from: '2020-01-01', until: '2025-06-30' }]);
    expect(ask('OFAC', links, ['X'], '2025-06-30' as Day).resultOf(id('A'))).toBe('caught');
  });

  it('keeps nothing of a party that was sold, or bought, in two parts below half', () => {
    const parts = [link('X', 'A', '49', { until: '2020-01-01' as Day }), link('Y', 'A', '49')];
    expect(ask('OFAC', parts, ['X'], '2025-09-01' as Day).verdict(id('A')).caughtBefore).toEqual([]);
  });
});
