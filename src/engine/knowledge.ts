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
import { identifiersLike } from './identifier-index.ts';
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
        const key = JSON.stringify([party.name, party.schema, party.country, party.identifiers]);
        let hits = found.get(key);
        if (!hits) {
          hits = search(party);
          found.set(key, hits);
        }
        return hits;
      },
      byIdentifier: (kind, value) => ownerOf(register, kind, value),
      caption: (party) => register.party(party)?.caption ?? party,
    };
  };
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

/** The one party that has an identifier; one that several parties claim decides nothing. */
function ownerOf(register: RegisterView, kind: Identifier['kind'], value: string): PartyId | undefined {
  if (!decisive.has(kind)) return undefined;
  const owners = new Set(
    identifiersLike(register, value)
      .filter((held) => held.kind === kind)
      .map(({ party }) => party),
  );
  return owners.size === 1 ? [...owners][0] : undefined;
}
