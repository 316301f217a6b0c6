import { expect, it } from 'vitest';
import { isKnownSurname } from './known-surnames.ts';

it.each([
  ['a surname below the head of the statistics', 'sitnikov', true],
  ['a surname with a slip', 'sitmikov', false],
])('knows whether a word is a surname: %s', (_what, word, isKnown) => {
  expect(isKnownSurname(word)).toBe(isKnown);
});
