import { describe, expect, it } from 'vitest';
import type { Day } from '../model/day.ts';
import { liveVersion as live, listStanding as standing } from './list-standing.fixture.ts';
import { standingDay, standingsInBrief, standingsInWords } from './standings-in-brief.ts';

const day = (text: string) => text as Day;

describe('the standings in an answer', () => {
  it('name what is stale with its days, what stands in with its day, what is missing and what is held in part, by id', () => {
    const standings = [
      standing('z', { live, state: 'stale', currentOn: '2025-04-20' }),
      standing('b', { live, refusals: [{}] }),
      standing('d', { state: 'not held' }),
      standing('c', { state: 'not held' }),
      standing('a', { live, state: 'stale', currentOn: '2025-05-01', refusals: [{}] }),
      standing('e', { live }),
      standing('f', { state: 'not held', extra: true }),
      standing('g', { live: { ...live, completeness: 'extract' } }),
      standing('h', { live: { ...live, lost: 2 } }),
    ];
    const brief = standingsInBrief(standings, day('2025-05-11'));
    expect(JSON.stringify(brief)).toBe(
      '{"asOf":"2025-05-11","stale":{"a":10,"z":21},"standingIn":{"a":"2025-04-19","b":"2025-04-19"},"missing":["c","d"],"partial":["g","h"]}',
    );
    expect(JSON.stringify(standingsInBrief([...standings].reverse(), day('2025-05-11')))).toBe(
      JSON.stringify(brief),
    );
  });

  it.each([
    ['today where no day is given', {}, '2026-11-22'],
    ['the day asked about', { on: day('2022-06-01') }, '2022-06-01'],
    ['today where the day asked about is to come', { on: day('2027-01-01') }, '2026-11-22'],
    [
      'the day of knowledge before the day asked about',
      { on: day('2019-01-01'), known: day('2022-06-01') },
      '2022-06-01',
    ],
  ])('are measured against %s', (_what, given, expected) => {
    expect(standingDay({ today: day('2026-11-22'), ...given })).toBe(expected);
  });

  it.each([
    ['all held and current', {}, []],
    ['stale a, b', { a: 3, b: 900 }, []],
    ['stale a, b, c and 1 more; not held z', { a: 3, b: 900, c: 1, d: 7 }, ['z']],
  ])('are in a few words: %s', (words, stale, missing) => {
    const brief = { asOf: day('2026-11-22'), stale, standingIn: {}, missing, partial: [] };
    expect(standingsInWords(brief)).toBe(`as of 2026-11-22: ${words}`);
  });
});
