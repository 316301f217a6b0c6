import { describe, expect, it } from 'vitest';
import { isUnitMac, macText, readMac } from './hardware-address.ts';

describe('hardware addresses', () => {
  it.each([
    '44:19:B6:3A:10:01',
    '44-19-b6-3a-10-01',
    '4419.b63a.1001',
    '4419B63A1001',
    ' 44 19 b6 3a 10 01 ',
    '4419b6-3a1001',
    '4419-b63a-1001',
    '441.9b6.3a1.001',
    '0x4419B63A1001',
  ])('reads %s', (text) => expect(readMac(text)).toBe('4419B63A1001'));
  it.each([
    '',
    '44:19:B6',
    '44:19:B6:3A:10:01:02',
    'not a mac',
    '4419.b63a.100g',
    '15-03-2024 10:00',
    '2024-03-15 1000',
    '44:19-B6:3A-10:01',
  ])('refuses "%s"', (text) => expect(readMac(text)).toBeUndefined());
  it('knows broadcast, multicast and empty addresses from those of a unit', () => {
    expect(['FFFFFFFFFFFF', '000000000000', '01005E000001', '333300000001'].map(isUnitMac)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['4419B63A1001', '065A11AA1023'].map(isUnitMac)).toEqual([true, true]);
  });
  it('writes an address for people', () => expect(macText('4419B63A1001')).toBe('44:19:B6:3A:10:01'));
});
