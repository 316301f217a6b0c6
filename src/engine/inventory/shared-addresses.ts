/** Hardware addresses of a part of a table with the network address beside each, as numbers that pass between threads cheaply. */
export interface AddressPairs {
  readonly macs: Float64Array<ArrayBuffer>;
  readonly addresses: Float64Array<ArrayBuffer>;
}

/** The pairs of rows that state both. */
export function addressPairs(
  rows: Iterable<{ readonly mac: string | undefined; readonly address: string | undefined }>,
): AddressPairs {
  const macs: number[] = [];
  const addresses: number[] = [];
  for (const { mac, address } of rows) {
    if (mac === undefined || address === undefined) continue;
    macs.push(Number.parseInt(mac, 16));
    addresses.push(addressNumber(address));
  }
  return { macs: Float64Array.from(macs), addresses: Float64Array.from(addresses) };
}

/** An IPv4 address as its number; any other text as a number above them, made of 52 bits of its signs. */
function addressNumber(address: string): number {
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (parts)
    return ((Number(parts[1]) * 256 + Number(parts[2])) * 256 + Number(parts[3])) * 256 + Number(parts[4]);
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return 2 ** 32 + (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/**
 * Counts the network addresses behind each hardware address of a whole table; several behind one are a router in front
 * of them. Takes 12 bytes and a half for each hardware address, up to the number given.
 */
export class SharedAddresses {
  readonly #macs: Float64Array;
  readonly #first: Float64Array;
  readonly #several = new Map<number, Set<number>>();

  constructor(most: number) {
    // Half of the places stay free, so that the next free one is near.
    const places = 2 ** Math.ceil(Math.log2(Math.max(16, most * 1.6)));
    this.#macs = new Float64Array(places).fill(-1);
    this.#first = new Float64Array(places);
  }

  add({ macs, addresses }: AddressPairs): void {
    const mask = this.#macs.length - 1;
    for (let index = 0; index < macs.length; index++) {
      const mac = macs[index]!;
      const address = addresses[index]!;
      let at = (Math.imul(mac % 0x7fffffff, 0x9e3779b1) >>> 0) & mask;
      while (this.#macs[at] !== -1 && this.#macs[at] !== mac) at = (at + 1) & mask;
      if (this.#macs[at] === -1) {
        this.#macs[at] = mac;
        this.#first[at] = address;
      } else if (this.#first[at] !== address) {
        const set = this.#several.get(mac);
        if (set) set.add(address);
        else this.#several.set(mac, new Set([this.#first[at]!, address]));
      }
    }
  }

  /** The hardware addresses that stand for several, with how many. */
  counts(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#several].map(([mac, addresses]) => [
        mac.toString(16).toUpperCase().padStart(12, '0'),
        addresses.size,
      ]),
    );
  }
}
