import prefixTable from './tables/prefixes.json' with { type: 'json' };

/** What the bits of a hardware address say before anybody is looked up. */
export type MacKind = 'registered' | 'locally administered' | 'virtual' | 'group' | 'empty';

const virtualPrefixes = prefixTable.virtual.prefixes;

export function macKind(mac: string): MacKind {
  if (/^(0{12}|F{12})$/.test(mac)) return 'empty';
  if (virtualPrefixes.some((prefix) => mac.startsWith(prefix))) return 'virtual';
  const first = Number.parseInt(mac.slice(0, 2), 16);
  if (first & 1) return 'group';
  return first & 2 ? 'locally administered' : 'registered';
}

/** Lengths, in hex digits, of the blocks that the registry gives out: 36, 28 and 24 bit. */
const blockLengths = [9, 7, 6] as const;

/** The longest prefix of `mac` in the table: a 28 or 36 bit block inside a 24 bit one belongs to somebody else. */
export function longestPrefix<T>(
  mac: string,
  table: ReadonlyMap<string, T>,
): { prefix: string; value: T } | undefined {
  for (const length of blockLengths) {
    const prefix = mac.slice(0, length);
    const value = table.get(prefix);
    if (value !== undefined) return { prefix, value };
  }
  return undefined;
}

/** What a registrant mostly sells, where that bears on what its block says of a unit. */
export type RegistrantTrade = 'module' | 'router' | 'computer' | 'other';

/**
 * `module` sellers say nothing of the unit; a `router` may only stand in front of it; a `computer`, printer or phone may have
 * been noted in the place of the unit that it stands beside.
 */
export function registrantTrade(registrant: string): RegistrantTrade {
  const name = registrant.toLowerCase();
  if (prefixTable.modules.some((word) => name.startsWith(word.toLowerCase()))) return 'module';
  if (prefixTable.routers.some((word) => name.startsWith(word))) return 'router';
  return prefixTable.computers.some((word) => name.startsWith(word)) ? 'computer' : 'other';
}
