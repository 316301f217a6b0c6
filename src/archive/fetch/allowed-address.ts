import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { Fault } from '../../model/fault.ts';

/** Networks that are not the public internet (IANA special-purpose registries, RFC 6890 and its updates). */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
  // The same networks as a translator (NAT64, RFC 6052) reaches them; public addresses behind one are public.
  privateNetworks.addSubnet(`64:ff9b::${network}`, prefix + 96, 'ipv6');
}
for (const [network, prefix] of [
  // Unspecified, loopback and the IPv4 addresses that were once written in IPv6 (`::10.0.0.1`).
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Teredo and 6to4 carry an IPv4 address, and nobody publishes a list there.
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is of a private, link-local, loopback or otherwise special network. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return privateNetworks.check(mapped, 'ipv4');
  return privateNetworks.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Checks an address before it is contacted. Throws `AS_FETCH` for plain HTTP, for a user name in the address and for a
 * private host, unless the settings allow that host. Names are looked at again when they are resolved.
 */
export function checkAddress(url: URL, allowHosts: readonly string[]): void {
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '') throw refused(url, 'it carries a user name');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(url, `it is not HTTPS`);
  if (allowHosts.includes(host)) return;
  if (url.protocol !== 'https:') throw refused(url, 'it is not HTTPS');
  if (isPrivateAddress(host) || /(^|\.)localhost\.?$/i.test(host)) throw refused(url, 'it is a private host');
}

export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function refused(url: URL, why: string): Fault {
  return new Fault('AS_FETCH', `${url.origin} is not contacted: ${why}.`, {
    remedy: 'If it is meant, name the host under lists.allowHosts in settings.json of the home folder.',
  });
}

type LookupAnswer = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** A resolver that gives no private addresses, so that no name can lead into the user's own network. */
export function publicLookup(hostname: string, options: LookupOptions, answer: LookupAnswer): void {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    const bad = addresses.find(({ address }) => isPrivateAddress(address));
    if (bad) {
      return answer(
        Object.assign(new Error(`${hostname} resolves to the private address ${bad.address}`), {
          code: 'EPRIVATE',
        }),
        [],
      );
    }
    if (options.all) return answer(null, addresses);
    return answer(null, addresses[0]!.address, addresses[0]!.family);
  });
}
