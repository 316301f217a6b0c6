import { describe, expect, it } from 'vitest';
import { compareParties } from './compare.ts';
import { NameMatcher } from './matcher.ts';

const score = (left: string, right: string): number =>
  compareParties({ names: [left] }, { names: [right] }, 'company').score;

describe('an acronym and the name that it stands for', () => {
  it.each([
    ['SMIC', 'Semiconductor Manufacturing International Corporation'],
    ['Islamic Republic of Iran Shipping Lines', 'IRISL'],
    ['XPCC', 'Xinjiang Production and Construction Corps'],
    ['YMTC', 'Yangtze Memory Technologies Co., Ltd.'],
  ])('%s meets %s, and is no sure match', (left, right) => {
    expect(score(left, right)).toBeGreaterThanOrEqual(0.72);
    expect(score(left, right)).toBeLessThan(0.9);
  });

  it('is not taken from a word of four letters that is written as a word', () => {
    expect(score('Smic', 'Semiconductor Manufacturing International Corporation')).toBeLessThan(0.5);
  });

  it('does not bring two long names together that only share their initials', () => {
    expect(score('Northern Pine Timber Company', 'National Petroleum Transport Corporation')).toBeLessThan(
      0.5,
    );
  });

  it('is found among many names as scoring every name finds it', () => {
    const matcher = NameMatcher.of(
      ['Semiconductor Manufacturing International Corporation', 'Smith Imports', 'SMIC Textiles'].map(
        (text, at) => ({
          id: `p${at}`,
          kind: 'company' as const,
          names: [{ text, kind: 'primary' as const }],
        }),
      ),
    );
    expect(
      matcher.search({ names: ['SMIC'], kind: 'company' }, { threshold: 0.72 }).map(({ id }) => id),
    ).toContain('p0');
  });
});
