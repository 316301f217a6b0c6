import { describe, expect, it } from 'vitest';
import { publicNames, sameWords } from './public-names.ts';
import { SeededRandom } from './seeded-random.ts';

describe('names of the public', () => {
  it('are the same for the same seed, and of two or three words at least', () => {
    const names = publicNames(200, new SeededRandom(4));
    expect(publicNames(200, new SeededRandom(4))).toEqual(names);
    expect(publicNames(200, new SeededRandom(5))).not.toEqual(names);
    for (const name of names) expect(name).toMatch(/^\p{Lu}\S+( \p{Lu}\S+){1,2}$/u);
  });

  it('have the words of a listed name in any order, case and marks, or not', () => {
    expect(sameWords('Sergei Ivanov', 'IVANOV, Sergei')).toBe(true);
    expect(sameWords('Jose Garcia', 'GARCÍA, José')).toBe(true);
    expect(sameWords('Sergei Ivanov', 'IVANOV, Sergei Petrovich')).toBe(false);
  });
});
