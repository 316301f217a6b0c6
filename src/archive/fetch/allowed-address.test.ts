import { describe, expect, it } from 'vitest';
import { checkAddress, isPrivateAddress, publicLookup } from './allowed-address.ts';

describe('isPrivateAddress', () => {
  it.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['fe80::1', true],
    ['fd00::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['::ffff:8.8.8.8', false],
    ['::127.0.0.1', true],
    ['64:ff9b::127.0.0.1', true],
    ['64:ff9b::a9fe:a9fe', true],
    ['64:ff9b::8.8.8.8', false],
    ['2002:7f00:1::', true],
    ['2001:0:53aa:64c::1', true],
    ['fec0::1', true],
    ['fe80::1%eth0', true],
    ['2620:fe::fe', false],
    ['example.org', false],
  ])('of %s is %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});

describe('checkAddress', () => {
  it.each([
    ['https://example.org/', []],
    ['http://mirror.company/', ['mirror.company']],
    ['https://10.0.0.1/', ['10.0.0.1']],
    ['http://[::1]:8080/', ['::1']],
  ])('allows %s with %j', (url, allowed) => {
    expect(() => checkAddress(new URL(url), allowed)).not.toThrow();
  });

  it.each([
    'http://example.org/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://127.1/',
    'https://localhost./',
    'https://a.localhost/',
  ])('refuses %s', (url) => {
    expect(() => checkAddress(new URL(url), [])).toThrow(expect.objectContaining({ code: 'AS_FETCH' }));
  });
});

describe('publicLookup', () => {
  it('gives no address for a name that leads into the own machine', async () => {
    const error = await new Promise((resolve) =>
      publicLookup('localhost', {}, (problem) => resolve(problem)),
    );
    expect(error).toMatchObject({ code: 'EPRIVATE' });
  });
});
