import { describe, expect, it } from 'vitest';
import type { Day } from '../model/day.ts';
import { chainsKnownOn, type DatedVersion } from './live-versions.ts';

const version = (published: string, more: Partial<DatedVersion> = {}): DatedVersion => ({
  source: 'a',
  published: published as Day,
  fetchedAt: '2025-01-01T00:00:00Z',
  sha256: `${published}`,
  format: 'csv',
  completeness: 'whole',
  ...more,
});
const rank = (_source: string, format: string) => ['xml', 'csv'].indexOf(format);
const days = (versions: readonly DatedVersion[]) => versions.map((one) => one.published);

describe('chainsKnownOn', () => {
  const versions = [version('2020-01-01'), version('2021-01-01'), version('2022-01-01')];

  it.each([
    [undefined, ['2020-01-01', '2021-01-01', '2022-01-01']],
    ['2021-12-31', ['2020-01-01', '2021-01-01']],
    ['2021-01-01', ['2020-01-01', '2021-01-01']],
  ])('counts what was published by %s', (known, expected) => {
    const [chain] = chainsKnownOn(versions, known as Day | undefined, rank);
    expect(days(chain!.versions)).toEqual(expected);
    expect(chain!.live.published).toBe(expected.at(-1));
  });

  it('has no chain for a list that was not published yet', () => {
    expect(chainsKnownOn(versions, '2019-12-31' as Day, rank)).toEqual([]);
  });

  it('takes the format that says most of two of one day, and otherwise the later one', () => {
    const csv = version('2020-01-01', { sha256: 'csv', fetchedAt: '2026-01-01T00:00:00Z' });
    const xml = version('2020-01-01', { sha256: 'xml', format: 'xml' });
    const again = version('2020-01-01', {
      sha256: 'again',
      format: 'xml',
      fetchedAt: '2025-06-01T00:00:00Z',
    });
    expect(chainsKnownOn([csv, xml], undefined, rank)[0]!.live.sha256).toBe('xml');
    expect(chainsKnownOn([csv, again, xml], undefined, rank)[0]!.live.sha256).toBe('again');
  });

  it('keeps a whole version live before later extracts, which add to it', () => {
    const extract = version('2023-01-01', { completeness: 'extract' });
    const [chain] = chainsKnownOn([extract, ...versions], undefined, rank);
    expect(chain!.live.published).toBe('2022-01-01');
    expect(days(chain!.later)).toEqual(['2023-01-01']);
  });

  it('has the last extract live where nothing else is held', () => {
    const extracts = ['2020-01-01', '2021-01-01'].map((day) => version(day, { completeness: 'extract' }));
    expect(chainsKnownOn(extracts, undefined, rank)[0]).toMatchObject({
      live: { published: '2021-01-01' },
      later: [],
    });
  });
});
