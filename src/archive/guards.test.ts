import { describe, expect, it } from 'vitest';
import type { Day } from '../model/day.ts';
import { allowedLoss, type GuardQuestion, judgeVersion } from './guards.ts';

const ids = (from: number, to: number) =>
  new Set(Array.from({ length: to - from + 1 }, (_, index) => String(from + index)));
const contentIds = (from: number, to: number) => new Set([...ids(from, to)].map((id) => `sha256:${id}`));

const question = (given: {
  entries?: ReadonlySet<string>;
  before?: ReadonlySet<string>;
  published?: string;
  lost?: number;
  declared?: number;
  newest?: string;
  isExtract?: boolean;
  extract?: number;
  mayBeOlder?: boolean;
  lossAccepted?: boolean;
}): GuardQuestion => ({
  offered: {
    published: (given.published ?? '2024-02-01') as Day,
    completeness: given.isExtract ? 'extract' : 'whole',
    entries: given.entries ?? ids(1, 100),
    lost: given.lost ?? 0,
    declared: given.declared,
  },
  previous: given.before && { published: '2024-01-01' as Day, entries: given.before },
  extract: given.extract === undefined ? undefined : { published: '2024-01-01' as Day, size: given.extract },
  newest: given.newest as Day | undefined,
  mayLosePercent: 10,
  mayBeOlder: given.mayBeOlder ?? false,
  lossAccepted: given.lossAccepted ?? false,
});

describe('judgeVersion', () => {
  it.each([
    ['a first version', {}, true],
    ['one that lost exactly what it may', { before: ids(1, 100), entries: ids(11, 100) }, true],
    ['one that lost more', { before: ids(1, 100), entries: ids(12, 100) }, 'AS_LIST_SHRUNK'],
    ['one that has other entries instead', { before: ids(1, 100), entries: ids(101, 300) }, 'AS_LIST_SHRUNK'],
    [
      'a loss that the user accepts',
      { before: ids(1, 100), entries: ids(50, 100), lossAccepted: true },
      true,
    ],
    ['corrected entries without ids', { before: contentIds(1, 100), entries: contentIds(50, 149) }, true],
    [
      'fewer entries without ids',
      { before: contentIds(1, 100), entries: contentIds(50, 130) },
      'AS_LIST_SHRUNK',
    ],
    ['a small extract', { before: ids(1, 100), entries: ids(1, 2), isExtract: true }, true],
    ['less than an extract before alone', { entries: ids(1, 50), extract: 100 }, 'AS_LIST_SHRUNK'],
    ['one without entries', { entries: new Set<string>() }, 'AS_FILE_EMPTY'],
    ['fewer than it says of itself', { declared: 120 }, 'AS_FILE_TRUNCATED'],
    ['as many as it says, some unread', { declared: 105, lost: 5 }, true],
    ['one of which too much cannot be read', { lost: 20 }, 'AS_FILE_FORMAT'],
    ['one older than the newest, from its publisher', { newest: '2024-03-01' }, 'AS_LIST_OLDER'],
    ['one older than the newest, as history', { newest: '2024-03-01', mayBeOlder: true }, true],
    ['one of the same day again', { newest: '2024-02-01' }, true],
  ] as const)('judges %s', (_what, given, expected) => {
    const verdict = judgeVersion(question(given));
    expect(verdict.taken ? true : verdict.code).toBe(expected);
  });

  it('says in its reason how many are gone, and of how many', () => {
    const verdict = judgeVersion(question({ before: ids(1, 100), entries: ids(41, 100) }));
    expect(verdict).toMatchObject({ reason: expect.stringContaining('40 of the 100 entries of 2024-01-01') });
  });
});

describe('allowedLoss', () => {
  it('grows by the year and stops at sixty percent', () => {
    expect([0, 364, 365, 800, 10_000].map((days) => allowedLoss(10, days))).toEqual([10, 10, 20, 30, 60]);
  });

  it('stays where a list may lose more from the start', () => {
    expect(allowedLoss(80, 0)).toBe(80);
  });
});
