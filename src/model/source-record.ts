import type { ApproximateDay, Day } from './day.ts';
import type { Address, Identifier, LinkKind, Name, PartySchema, RegimeId } from './party.ts';

/** A listing as a list states it, before parties are brought together. */
export interface RecordListing {
  readonly regime: RegimeId;
  readonly from?: Day;
  readonly until?: Day;
  readonly citation?: string;
  readonly programs: readonly string[];
  readonly requirement?: string;
  readonly policy?: string;
  readonly dates?: Readonly<Record<string, Day>>;
  readonly remarks?: string;
}

/** A relation that an entry states ("Linked To: ...", "subsidiary of ..."). */
export interface RecordRelation {
  readonly kind: LinkKind;
  /** Whether the entry itself stands at the owning (`owner`) or owned (`owned`) end. */
  readonly end: 'owner' | 'owned';
  /** The publisher's id of the other entry, or its name where there is none. */
  readonly otherEntry?: string;
  readonly otherName?: string;
  readonly text: string;
}

/** One entry of a list, as read: what every reader gives, whatever the format. */
export interface SourceRecord {
  /** The publisher's own id of the entry; derived from its content (`sha256:` and 16 digits) where it has none. */
  readonly entry: string;
  readonly schema: PartySchema;
  readonly names: readonly Name[];
  readonly identifiers: readonly Identifier[];
  readonly countries: readonly string[];
  readonly nationalities: readonly string[];
  readonly addresses: readonly Address[];
  readonly birthDates: readonly ApproximateDay[];
  readonly birthPlaces: readonly string[];
  readonly gender?: 'male' | 'female' | 'other';
  readonly titles: readonly string[];
  /** What the format has and the fields above do not: vessel type, tonnage, secondary sanctions, equipment categories. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly listings: readonly RecordListing[];
  readonly relations: readonly RecordRelation[];
  readonly remarks: readonly string[];
  /** Line or element number in the main file of the set, from 1. */
  readonly position: { readonly file: string; readonly line: number };
}
