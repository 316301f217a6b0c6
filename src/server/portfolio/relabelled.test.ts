import { expect, it } from 'vitest';
import { isRelabelled } from './relabelled.ts';

it.each([
  ['LTS', 'Hikvision', 'certain', true],
  ['W Box', 'Hikvision', 'probable', true],
  ['LTS', 'Hikvision', 'possible', false],
  ['Hikvision', 'Hikvision', 'certain', false],
  ['HIKMICRO', 'HikMicro (Hikvision)', 'certain', false],
  ['EZVIZ', 'EZVIZ (Hikvision)', 'certain', false],
  [undefined, 'Hikvision', 'certain', false],
  ['LTS', undefined, 'unknown', false],
] as const)('takes a %s made by %s (%s) for relabelled: %s', (brand, maker, confidence, is) => {
  expect(isRelabelled({ brand, maker, confidence })).toBe(is);
});
