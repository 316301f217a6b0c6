export {
  type EquipmentKnowledge,
  type EquipmentRole,
  equipmentRoles,
  type Identification,
  type Identifier,
  type MakerCandidate,
  type RoleOfParty,
  type SiteContext,
} from './identification.ts';
export { createIdentifier } from './identify.ts';
export { type IdentifyLine, identifyLine } from './identify-line.ts';
export { createKnownValues, type KnownValues } from './known-values.ts';
export { longestPrefix, macKind } from './mac.ts';
export { type AddressCounter, createAddressCounter, createSiteContext } from './site-context.ts';
