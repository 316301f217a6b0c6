import { describe, expect, it } from 'vitest';
import { longestPrefix, macKind, registrantTrade } from './mac.ts';

describe('hardware addresses as evidence', () => {
  it.each([
    ['4419B63A1001', 'registered'],
    ['065A11AA1023', 'locally administered'],
    ['000C29AA1023', 'virtual'],
    ['525400AA1023', 'virtual'],
    ['01005E000001', 'group'],
    ['000000000000', 'empty'],
    ['FFFFFFFFFFFF', 'empty'],
  ])('%s is %s', (mac, kind) => expect(macKind(mac)).toBe(kind));

  it('takes the longest block that is registered', () => {
    const table = new Map([
      ['8C1F64', 'registry'],
      ['8C1F64F', 'no'],
      ['8C1F64F4B', 'Jorex'],
      ['402C76', 'registry'],
    ]);
    expect(longestPrefix('8C1F64F4B014', table)?.value).toBe('Jorex');
    expect(longestPrefix('402C76100013', table)?.value).toBe('registry');
    expect(longestPrefix('AAAAAAAAAAAA', table)).toBeUndefined();
  });

  it('knows sellers of modules and of routers', () => {
    expect(
      ['Espressif Inc.', 'Hunt Electronic Co., Ltd.', 'Cisco Systems, Inc', 'Axis Communications AB'].map(
        registrantTrade,
      ),
    ).toEqual(['module', 'module', 'router', 'other']);
  });
});
