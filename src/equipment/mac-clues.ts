import { macText } from '../model/index.ts';
import type { Clue, Pointer } from './clue.ts';
import { longestPrefix, macKind, type RegistrantTrade, registrantTrade } from './mac.ts';
import { allNames, isPartOf, type NameEntry, nameKey, plainCompanyName } from './names.ts';
import type { SignatureBook } from './signature-book.ts';
import { sourceOf } from './source-of.ts';

/** Who the registry says holds a block, and what that means for the unit. */
export interface Registrant {
  readonly prefix: string;
  readonly name: string;
  readonly entry: NameEntry | undefined;
  readonly trade: RegistrantTrade;
  readonly source: string;
}

const registrySource = 'IEEE registry (npm oui-data)';

/** Looks up registrants; a mark of the signature table goes before the registry at the same length of prefix. */
export function createRegistrantLookup(
  book: SignatureBook,
  ouiEntries: Readonly<Record<string, string>>,
): (mac: string) => Registrant | undefined {
  const cache = new Map<string, Registrant>();
  const prefixes = new Map<string, true>();
  for (const prefix of Object.keys(ouiEntries)) prefixes.set(prefix, true);
  for (const prefix of book.macs.keys()) prefixes.set(prefix, true);
  // Few blocks of 24 bit are divided further: of all others the first six digits say everything.
  const divided = new Set(
    [...prefixes.keys()].filter((prefix) => prefix.length > 6).map((prefix) => prefix.slice(0, 6)),
  );
  return (mac) => {
    const block = mac.slice(0, 6);
    if (!divided.has(block)) {
      const known = cache.get(block);
      if (known) return known;
    }
    const found = longestPrefix(mac, prefixes);
    if (!found) return undefined;
    const known = cache.get(found.prefix);
    if (known) return known;
    const mark = book.macs.get(found.prefix);
    const registered = ouiEntries[found.prefix]?.split('\n')[0]?.trim();
    const name = registered ?? mark?.signature.makerName ?? '';
    const registrant: Registrant = {
      prefix: found.prefix,
      name,
      entry: mark ? mark.name : entryOfRegistrant(name),
      trade: mark?.name ? 'other' : registrantTrade(name),
      source: mark ? sourceOf(mark.signature.provenance) : registrySource,
    };
    cache.set(found.prefix, registrant);
    return registrant;
  };
}

function entryOfRegistrant(registrant: string): NameEntry | undefined {
  const key = nameKey(registrant);
  return allNames().find((entry) => entry.registrants.some((start) => `${key} `.startsWith(`${start} `)));
}

/** What the hardware address of a device is good for. */
export type MacState = 'none' | 'useful' | 'made up' | 'router in front' | 'says nothing';

/** What became of the hardware address of a device. */
export interface MacReading {
  readonly state: Exclude<MacState, 'none'>;
  readonly clues: readonly Clue[];
  /** The registrant is itself a brand that others make for. */
  readonly brand?: NameEntry;
  readonly brandSource?: string;
  readonly registrant?: Registrant;
  /** Why the address says nothing, where it says nothing. */
  readonly ignored?: string;
}

/** Reads the hardware address; `addresses` is how many addresses answer under it. */
export function readMacClues(
  mac: string,
  addresses: number,
  lookup: (mac: string) => Registrant | undefined,
  stated: { readonly entry: NameEntry | undefined; readonly text: string } | undefined,
  isMadeByOthers: (entry: NameEntry) => boolean,
): MacReading {
  const kind = macKind(mac);
  if (kind !== 'registered') {
    const state = kind === 'locally administered' ? 'made up' : 'says nothing';
    return { state, clues: [], ignored: `${macText(mac)} is ${kindInWords[kind]}` };
  }
  const registrant = lookup(mac);
  if (!registrant)
    return { state: 'says nothing', clues: [], ignored: `no registrant is known for ${macText(mac)}` };
  if (addresses > 1) {
    return {
      state: 'router in front',
      clues: [],
      registrant,
      ignored: `${macText(mac)} (${registrant.name}) stands for ${addresses} addresses: it is the router in front of them`,
    };
  }
  if (registrant.trade === 'module') {
    return {
      state: 'says nothing',
      clues: [],
      registrant,
      ignored: `${registrant.name} sells network modules to many makers`,
    };
  }
  const value = `${macText(mac)} ${registrant.name}`;
  const common = { signal: 'mac prefix', value, source: registrant.source };
  const owned = stated?.entry;
  const key = nameKey(registrant.name);
  if (owned?.ownerRegistrants.some((start) => key.startsWith(start))) {
    // The block of a parent or former owner agrees with the brand; it does not name another maker.
    return owned.kind === 'maker'
      ? {
          state: 'useful',
          registrant,
          clues: [{ ...common, kind: 'mac of another registrant', to: pointerTo(owned), share: 1 }],
        }
      : {
          state: 'says nothing',
          registrant,
          clues: [],
          ignored: `${registrant.name} has owned the brand ${owned.name}: its block is used for it`,
        };
  }
  if (registrant.entry && (registrant.entry.kind === 'brand' || isMadeByOthers(registrant.entry))) {
    return {
      state: 'useful',
      clues: [],
      registrant,
      brand: registrant.entry,
      brandSource: registrant.source,
    };
  }
  const isOfBrand =
    stated !== undefined && (stated.entry === registrant.entry || isPartOf(stated.text, registrant.name));
  // A router maker's address may belong to the router in front, even where only one unit behind it is known.
  const isBeside = registrant.trade === 'computer' && stated !== undefined && !isOfBrand;
  const share = registrant.trade === 'router' && !(stated && isOfBrand) ? 0.25 : isBeside ? 0.4 : 1;
  if (registrant.entry) {
    return {
      state: 'useful',
      registrant,
      clues: [{ ...common, kind: 'mac of maker', to: pointerTo(registrant.entry), share }],
    };
  }
  const own = plainCompanyName(registrant.name);
  return {
    state: 'useful',
    registrant,
    clues: [{ ...common, kind: 'mac of another registrant', to: { name: own, group: nameKey(own) }, share }],
  };
}

const kindInWords = {
  'locally administered': 'locally administered: it names no registrant',
  virtual: 'of a virtual machine',
  group: 'a group address, not of one unit',
  empty: 'empty',
} as const;

export function pointerTo(entry: NameEntry): Pointer {
  return { name: entry.name, group: entry.group, ...(entry.party ? { party: entry.party } : {}) };
}
