import { describe, expect, it } from 'vitest';
import { partsOfNames } from './part-of-name.ts';
import { readName } from './reader.ts';

const parts = (...names: readonly { text: string; isWeak?: boolean }[]): boolean[] =>
  partsOfNames(
    names.map(({ text, isWeak }) => ({ form: readName(text, 'person', 'listed')[0]!, isWeak: !!isWeak })),
  );

describe('names that are part of another of the same party', () => {
  it.each<[string, string[], boolean[]]>([
    ['surnames alone', ['ARELLANO FELIX', 'ARELLANO FELIX, Benjamin'], [true, false]],
    ['a middle name left out, in another spelling', ['Muhammad Salih', 'Mohammed Ali SALEH'], [false, false]],
    ['the same words in another order', ['Kim Jong Un', 'Jong Un KIM'], [false, false]],
    ['a word that stands twice', ['Ali Ali', 'Ali Hassan'], [false, false]],
    ['an only name', ['SADEGHI'], [false]],
  ])('%s', (_what, names, expected) => {
    expect(parts(...names.map((text) => ({ text })))).toEqual(expected);
  });

  it('are none where only a weak alias has more', () => {
    expect(parts({ text: 'Carlos Lopez' }, { text: 'Carlos Lopez Diablo', isWeak: true })).toEqual([
      false,
      false,
    ]);
  });
});
