import { describe, expect, it } from 'vitest';
import type { Change, ChangeKind } from '../../archive/index.ts';
import type { Match } from '../../match/index.ts';
import { changesToTell, mayMatter } from './legal-changes.ts';

const entry = (...kinds: ChangeKind[]) => ({ changes: kinds.map((kind): Change => ({ kind })) });
const born: Match['pieces'][number] = {
  code: 'birth date',
  outcome: 'birthDay',
  verdict: 'same',
  asked: '1970-01-01',
  listed: '1970-01-01',
  weight: 2,
};

describe('which changes of an entry are told', () => {
  it.each([
    'added',
    'removed',
    'renamed',
    'alias removed',
    'regime added',
    'programme removed',
    'dates changed',
    'identifier changed',
  ] as const)('“%s” always is', (kind) => {
    expect(mayMatter(entry(kind))).toBe(true);
    expect(changesToTell(entry(kind), [])).toHaveLength(1);
  });

  it.each(['remarks changed', 'citation changed', 'details changed'] as const)('“%s” never is', (kind) => {
    expect(mayMatter(entry(kind))).toBe(false);
    expect(changesToTell(entry(kind), [born])).toEqual([]);
  });

  it('a birth date is where the match compares it: it may be what makes it a match', () => {
    expect(mayMatter(entry('birth changed'))).toBe(true);
    expect(changesToTell(entry('birth changed'), [])).toEqual([]);
    expect(changesToTell(entry('birth changed', 'remarks changed'), [born])).toEqual([
      { kind: 'birth changed' },
    ]);
  });
});
