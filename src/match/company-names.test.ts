import { describe, expect, test } from 'vitest';
import type { MatchKind } from './kind.ts';
import { NameMatcher } from './matcher.ts';

const score = (kind: MatchKind, asked: string, listed: string): number =>
  NameMatcher.of([{ id: 'a', kind, names: [{ text: listed, kind: 'primary' }] }]).search(
    { names: [asked], kind },
    { threshold: 0.01 },
  )[0]?.score ?? 0;

describe('names of companies and ships that are one', () => {
  test.each([
    ['an ordinal of several words', 'company', 'Thirty-Eighth Institute', 'Institute 38'],
    ['an ordinal after a hundred', 'company', 'One Hundred and Third Arsenal', '103rd Arsenal'],
    ['a Russian ordinal of two words', 'company', 'Тридцать восьмой институт', '38th Institute'],
    ['a number parted from its letter', 'company', '3 M Company', '3M Co.'],
    ['a number sign written to the number', 'company', 'Plant No5', 'Plant No. 5'],
    ['a former name in brackets', 'vessel', 'LANA (ex PEGAS)', 'LANA'],
    ['only the former name', 'vessel', 'PEGAS', 'LANA (ex PEGAS)'],
    ['a former name without brackets', 'vessel', 'M/V KAVKAZ STAR EX NORD STAR', 'KAVKAZ STAR'],
    ['a word of honour cut short', 'vessel', 'Kap. Danilkin', 'KAPITAN DANILKIN'],
    ['a word of honour in another language', 'vessel', 'CAPTAIN DANILKIN', 'KAPITAN DANILKIN'],
  ] as const)('match: %s', (_, kind, asked, listed) => {
    expect(score(kind, asked, listed)).toBeGreaterThanOrEqual(0.72);
  });
});

describe('names of companies and ships that are two', () => {
  test.each([
    ['another ordinal', 'company', 'Fifty-Fifth Research Institute', '56th Research Institute'],
    ['another letter beside the number', 'company', '3 M Company', '3 N Company'],
    ['another person honoured', 'vessel', 'Kap. Danilov', 'KAPITAN SVIRIDOV'],
    ['a name that begins with now', 'company', 'Now Foods Corporation', 'Foods Corporation Nine'],
  ] as const)('do not match: %s', (_, kind, asked, listed) => {
    expect(score(kind, asked, listed)).toBeLessThan(0.72);
  });
});
