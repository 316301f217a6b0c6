import type { Casebook } from '../casebook/index.ts';
import { createIdentifier, createSiteContext } from '../equipment/index.ts';
import {
  type Knowledge,
  type MakerFinding,
  makerFindingOf,
  type NamedParty,
  type NameFinding,
} from '../exposure/index.ts';
import type { Device, Identifier, PartyId, Portfolio, RegisterView } from '../model/index.ts';
import { ouiRegistry } from './oui-registry.ts';

/** What the join is given: makers from the equipment room, names from the match room, identifiers from the register. */
export function createKnowledge(
  casebook: Casebook,
  register: RegisterView,
  search: (party: NamedParty) => readonly NameFinding[],
): (portfolio: Portfolio) => Knowledge {
  const identifier = createIdentifier({
    brands: casebook.brands,
    signatures: casebook.signatures,
    ouiEntries: ouiRegistry(),
  });
  const identifiers = indexIdentifiers(register);
  const found = new Map<string, readonly NameFinding[]>();
  return (portfolio) => {
    const devices = portfolio.assets.filter((asset): asset is Device => asset.kind === 'device');
    const sites = createSiteContext(devices);
    const makers = new Map<Device, MakerFinding>();
    return {
      identify(device) {
        let maker = makers.get(device);
        if (!maker) {
          maker = makerFindingOf(identifier.identify(device, sites));
          makers.set(device, maker);
        }
        return maker;
      },
      search(party) {
        const key = JSON.stringify([party.name, party.country]);
        let hits = found.get(key);
        if (!hits) {
          hits = search(party);
          found.set(key, hits);
        }
        return hits;
      },
      byIdentifier: (kind, value) => identifiers.get(identifierKey(kind, value)),
      caption: (party) => register.party(party)?.caption ?? party,
    };
  };
}

function identifierKey(kind: Identifier['kind'], value: string): string {
  return `${kind} ${value.toUpperCase().replace(/[\s.-]/g, '')}`;
}

const decisive: ReadonlySet<Identifier['kind']> = new Set([
  'LEI',
  'ISIN',
  'USCC',
  'IMO',
  'BIC',
  'UEI',
  'CAGE',
  'DUNS',
]);

/** Identifiers that belong to one party alone; one that several parties claim decides nothing and is left out. */
function indexIdentifiers(register: RegisterView): Map<string, PartyId> {
  const owners = new Map<string, PartyId | null>();
  for (const party of register.parties()) {
    for (const { kind, value } of party.identifiers) {
      if (!decisive.has(kind)) continue;
      const key = identifierKey(kind, value);
      const known = owners.get(key);
      owners.set(key, known === undefined || known === party.id ? party.id : null);
    }
  }
  return new Map([...owners].filter((entry): entry is [string, PartyId] => entry[1] !== null));
}
