import { describe, expect, it } from 'vitest';
import { otherSpellings } from './other-spellings.ts';

describe('other spellings of a Latin name', () => {
  it.each([
    ['Đorđe Petrović', ['Djordje Petrović']],
    ['Evgueni Prigojine', ['Evgeni Prigozhin']],
    ['Vladimir Poutine', []],
    ['Jelena Ivanova', []],
    ['Louise Martine', []],
    ['Juan Reina', []],
  ])('%s is also %j', (name, others) => {
    expect(otherSpellings(name)).toEqual(others);
  });
});
