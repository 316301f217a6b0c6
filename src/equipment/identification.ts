import type {
  BrandFact,
  Confidence,
  Day,
  Device,
  DeviceSignature,
  Evidence,
  PartyId,
} from '../model/index.ts';

/** What the identifier knows: plain data, so that a user's own facts can be laid over the casebook's. */
export interface EquipmentKnowledge {
  readonly brands: readonly BrandFact[];
  readonly signatures: readonly DeviceSignature[];
  /** IEEE registry: prefix (6, 7 or 9 hex digits) to registrant with address, as npm `oui-data` has it. */
  readonly ouiEntries: Readonly<Record<string, string>>;
}

export const equipmentRoles = [
  'brand owner',
  'maker',
  'firmware maker',
  'chip maker',
  'reseller',
  'country of production',
] as const;
export type EquipmentRole = (typeof equipmentRoles)[number];

/** Who stands in which role to the unit, on which basis and in which period; never merged into one name. */
export interface RoleOfParty {
  readonly role: EquipmentRole;
  readonly name: string;
  readonly party?: PartyId;
  readonly relation?: string;
  readonly from?: Day;
  readonly until?: Day;
  readonly basis: string;
  readonly grade?: BrandFact['grade'];
}

export interface MakerCandidate {
  readonly name: string;
  readonly party?: PartyId;
  /** 0 to 1; what is missing to 1 over all candidates is the chance that it is somebody else. */
  readonly probability: number;
}

/** What a device is and who made it, as far as the evidence goes. */
export interface Identification {
  readonly id: string;
  readonly site?: string;
  /** The brand on the unit, as stated or inferred. */
  readonly brand?: string;
  /** Absent where it cannot be said; then `candidates` may still have some, none of them ahead. */
  readonly maker?: MakerCandidate;
  readonly confidence: Confidence;
  /** Probability of the first candidate, 0 to 1. */
  readonly score: number;
  readonly candidates: readonly MakerCandidate[];
  readonly roles: readonly RoleOfParty[];
  readonly evidence: readonly Evidence[];
  readonly conflicts: readonly string[];
  /** The cheapest check that would decide; absent where nothing is left to settle. */
  readonly settle?: string;
}

/** What other devices of the same site say about this one. */
export interface SiteContext {
  /** How many different addresses answer under this hardware address. */
  addressesOf(mac: string): number;
}

export interface Identifier {
  identify(device: Device, context?: SiteContext): Identification;
}

export type { Device };
