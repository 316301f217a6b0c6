import { describe, expect, it } from 'vitest';
import type { Day } from '../model/day.ts';
import { fakeSource } from './fake-list.fixture.ts';
import { requireLists, standingOf } from './freshness.ts';
import type { Check, Refusal, VersionRecord } from './storage/version-record.ts';

const live: VersionRecord = {
  source: 'fake',
  sha256: 'a'.repeat(64),
  published: '2024-01-01' as Day,
  publishedEvidence: 'file',
  fetchedAt: '2024-01-02T00:00:00Z',
  files: [{ name: 'fake.txt', sha256: 'a'.repeat(64), bytes: 1 }],
  counts: {},
  entries: 1,
  issues: 0,
  lost: 0,
  issueList: [],
  format: 'fake-lines',
  completeness: 'whole',
  standIns: [],
  origin: 'folder',
};
const refusal: Refusal = {
  source: 'fake',
  sha256: 'b'.repeat(64),
  code: 'AS_LIST_SHRUNK',
  reason: '40 of the 100 entries are gone.',
  published: '2024-01-05' as Day,
  refusedAt: '2024-01-05T00:00:00Z',
  files: [],
};
const standing = (
  today: string,
  more: { live?: VersionRecord | null; refusals?: Refusal[]; check?: Check } = {},
) => {
  const held = more.live === undefined ? live : more.live;
  return standingOf({
    source: fakeSource,
    chain: held ? { source: 'fake', versions: [held], live: held, later: [] } : undefined,
    refusals: more.refusals ?? [],
    check: more.check,
    today: today as Day,
  });
};

describe('standingOf', () => {
  it('is fresh until the expected freshness has passed', () => {
    expect(standing('2024-01-11').state).toBe('fresh');
    expect(standing('2024-01-12')).toMatchObject({ state: 'stale', staleSince: '2024-01-12' });
  });

  it('counts from the last day on which the publisher said that nothing had changed', () => {
    const check: Check = { source: 'fake', checkedAt: '2024-03-01T10:00:00Z', outcome: 'unchanged' };
    expect(standing('2024-03-05', { check }).state).toBe('fresh');
    expect(standing('2024-03-05', { check: { ...check, outcome: 'failed' } }).state).toBe('stale');
  });

  it('says loudly which version stands in for a refused one, until a later one is held', () => {
    const [warning] = standing('2024-01-06', { refusals: [refusal] }).warnings;
    expect(warning).toContain('the version of 5 January 2024 was refused');
    expect(warning).toContain('Standing in: the version of 1 January 2024');
    const later = { ...live, published: '2024-01-06' as Day };
    expect(standing('2024-01-06', { live: later, refusals: [refusal] }).warnings).toEqual([]);
  });

  it('warns of an extract, of files that stand in, and of lost rows', () => {
    const poor: VersionRecord = {
      ...live,
      completeness: 'extract',
      lost: 3,
      standIns: [{ name: 'alt.csv', sha256: 'c'.repeat(64), published: '2023-12-01' as Day }],
    };
    const { warnings } = standing('2024-01-02', { live: poor });
    expect(warnings.join(' ')).toMatch(/extract only.*alt\.csv of 1 December 2023.*3 rows/);
  });
});

describe('requireLists', () => {
  it.each([
    ['a fresh list', standing('2024-01-02'), undefined],
    ['a stale list', standing('2024-05-02'), 'AS_LIST_STALE'],
    ['a list that is not held', standing('2024-01-02', { live: null }), 'AS_LIST_MISSING'],
  ])('judges %s', (_what, given, code) => {
    const act = () => requireLists([given], ['fake']);
    if (code === undefined) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code }));
  });

  it('does not take an unknown id for a list that is well', () => {
    expect(() => requireLists([standing('2024-01-02')], ['fakee'])).toThrow(
      expect.objectContaining({ code: 'AS_UNKNOWN_WORD' }),
    );
  });
});
