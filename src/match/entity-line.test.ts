import { describe, expect, it } from 'vitest';
import { kindOfWord } from './entity-line.ts';
import { queryOfProperties } from './ftm-query.ts';

describe('words of others for kinds and properties', () => {
  it.each([
    ['Organization', 'company'],
    ['VESSEL', 'vessel'],
    ['constructor', undefined],
    ['toString', undefined],
  ])('%s is the kind %s', (word, kind) => {
    expect(kindOfWord(word)).toBe(kind);
  });

  it('are identifiers only where they name one', () => {
    const asked = queryOfProperties({
      name: ['Sovfracht'],
      imoNumber: ['9074729'],
      constructor: ['9074729'],
    });
    expect(asked?.identifiers).toEqual([{ kind: 'IMO', value: '9074729' }]);
  });
});
