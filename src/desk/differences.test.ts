import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

describe('what differs between two results', () => {
  it.each([
    ['nothing in equal ones', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['a value, by its path', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['/a/0/b 1 2']],
    ['a field that is gone', { a: 1, b: 2 }, { a: 1 }, ['/b 2 nothing']],
    ['one element taken out of a list, and not all that follow', [1, 2, 3, 4], [1, 3, 4], ['/1 2 nothing']],
    ['one element put into a list', [1, 3, 4], [1, 2, 3, 4], ['/1 nothing 2']],
    [
      'an element taken out beside one that was changed',
      [{ id: 'a' }, { id: 'b', n: 1 }, { id: 'c' }, { id: 'd', n: 1 }, { id: 'e' }],
      [{ id: 'a' }, { id: 'c' }, { id: 'd', n: 2 }, { id: 'e' }],
      ['/1 {"id":"b","n":1} nothing', '/3/n 1 2'],
    ],
    ['a list against no list', [1], { 0: 1 }, ['/ [1] {"0":1}']],
  ])('is %s', (_what, sealed, now, expected) => {
    expect(differences(sealed, now).map((one) => `${one.path} ${one.sealed} ${one.now}`)).toEqual(expected);
  });

  it('is nothing exactly where both are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [one, other] = [JSON.stringify(sorted(a)), JSON.stringify(sorted(b))];
        expect(differences(JSON.parse(one), JSON.parse(other)).length === 0).toBe(one === other);
      }),
    );
  });

  it('is told up to a limit', () => {
    const many = Array.from({ length: 500 }, (_, at) => at);
    expect(
      differences(
        many,
        many.map((one) => one + 1000),
        7,
      ),
    ).toHaveLength(7);
  });
});

/** With keys in order, so that equal values are equal text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
