import { describe, expect, it } from 'vitest';
import { beforeMisreading } from './misread-letters.ts';

describe('letters misread from paper', () => {
  it.each([
    ['a small l between capitals', 'KlM Tong-chol', 'KIM Tong-chol'],
    ['rn for m', 'Alexey Kharlarnov', 'Alexey kharlamov'],
    ['cl for d', 'Yaclher Rafael', 'yadher Rafael'],
    ['two i for u', 'Abdiil Haq', 'abdul Haq'],
  ])('gives the name as it may have stood there: %s', (_what, read, written) => {
    expect(beforeMisreading(read)).toContain(written);
  });

  it('leaves names without such letters alone', () => {
    expect(beforeMisreading('Hangzhou Hikvision')).toEqual([]);
    expect(beforeMisreading('')).toEqual([]);
  });
});
