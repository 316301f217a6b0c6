import { expect, it } from 'vitest';
import { numberText } from './number-text.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [4_800_000, '4,800,000'],
  [-12_345, '-12,345'],
  [0.7255, '0.7255'],
  [1234.5678, '1,234.5678'],
])('writes %s as %s', (number, text) => expect(numberText(number)).toBe(text));
