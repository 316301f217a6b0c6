import type { Device } from '../model/index.ts';
import type { SiteContext } from './identification.ts';

/** Counts the addresses behind each hardware address: several behind one is a router in front of them. */
export function createSiteContext(devices: Iterable<Pick<Device, 'mac' | 'address'>>): SiteContext {
  const counter = createAddressCounter();
  for (const device of devices) counter.add(device.mac, device.address);
  return counter;
}

export interface AddressCounter extends SiteContext {
  add(mac: string | undefined, address: string | undefined): void;
}

/** The same, fed one by one; holds one string per hardware address and a set only where there are several addresses. */
export function createAddressCounter(): AddressCounter {
  const first = new Map<string, string>();
  const several = new Map<string, Set<string>>();
  return {
    add(mac, address) {
      if (!mac || !address) return;
      const known = first.get(mac);
      if (known === undefined) first.set(mac, address);
      else if (known !== address) {
        const set = several.get(mac);
        if (set) set.add(address);
        else several.set(mac, new Set([known, address]));
      }
    },
    addressesOf: (mac) => several.get(mac)?.size ?? (first.has(mac) ? 1 : 0),
  };
}
