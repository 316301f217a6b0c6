import type { ApproximateDay, Day } from './day.ts';
import type { Link, Listing, Party, PartyId, RegimeId } from './party.ts';
import type { Provenance } from './provenance.ts';

/** Who makes what is sold under a brand, for which models and when. Grades: A registry, law or maker; B trade press; C one vendor or user; D memory. */
export interface BrandFact {
  readonly id: string;
  readonly brand: string;
  readonly maker: PartyId;
  readonly relation: string;
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly from?: Day;
  readonly until?: Day;
  /** Regular expression over model numbers, where only some models are meant. */
  readonly models?: string;
  readonly status: string;
  readonly provenance: Provenance;
}

export const signatureKinds = [
  'mac prefix',
  'model pattern',
  'banner',
  'certificate',
  'cpe',
  'onvif',
  'path',
  'favicon',
  'telnet',
] as const;
export type SignatureKind = (typeof signatureKinds)[number];

/** A mark by which a maker, or a brand that is not its maker, can be told. */
export interface DeviceSignature {
  readonly id: string;
  readonly kind: SignatureKind;
  readonly pattern: string;
  /** Party where the casebook has one, else the maker's name. */
  readonly maker: PartyId | undefined;
  readonly makerName: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly provenance: Provenance;
}

export interface CaseEvent {
  readonly id: string;
  readonly day: ApproximateDay;
  /** The parties or regimes it is about, as written: ids with a semicolon between. */
  readonly subject: string;
  readonly subjects: readonly string[];
  readonly text: string;
  /** The first of `regimes`. */
  readonly regime?: RegimeId;
  readonly regimes: readonly RegimeId[];
  readonly status:
    | 'reported'
    | 'considered'
    | 'proposed'
    | 'designated'
    | 'delisted'
    | 'effective'
    | 'deadline';
  readonly provenance: Provenance;
}

/** A figure or statement that somebody published. Never restated as ours, never added up across units. */
export interface Observation {
  readonly id: string;
  readonly claim: string;
  readonly value: string;
  readonly unit: string;
  readonly subject: string;
  readonly place: string;
  readonly asOf: string;
  readonly whoSays: string;
  readonly system: string;
  /** Known error or imprecision of the claim. */
  readonly caution?: string;
  readonly provenance: Provenance;
}

/** The casebook as loaded and checked; regimes with their provisions are in `regime.ts`. */
export interface CasebookFacts {
  readonly parties: readonly Party[];
  readonly listings: readonly Listing[];
  readonly links: readonly Link[];
  readonly brands: readonly BrandFact[];
  readonly signatures: readonly DeviceSignature[];
  readonly events: readonly CaseEvent[];
  readonly observations: readonly Observation[];
  /** Titles of the sources that provenance codes stand for. */
  readonly sources: Readonly<Record<string, string>>;
}
