import type { Day, PartyId, PathStep, RegimeId } from '../model/index.ts';

/** Whether an ownership rule applied on a day. */
export type RuleState = 'in force' | 'suspended' | 'not in force' | 'not known';

/** One way in which a regime reaches a party: by its own listing, or derived from that of another. */
export interface StandingEntry {
  /** Id of the listing. */
  readonly listing: string;
  readonly regime: RegimeId;
  /** The party that is on the list. */
  readonly listed: PartyId;
  readonly listedName: string;
  readonly from?: Day;
  readonly until?: Day;
  /** First published day of a list version that has it, where the list gives no date. */
  readonly seen?: Day;
  /** Published day of the last whole version before that which lacked it. */
  readonly absent?: Day;
  readonly citation: string;
  readonly programs: readonly string[];
  readonly policy?: string;
  readonly requirement?: string;
  readonly dates?: Readonly<Record<string, Day>>;
  /**
   * For a derived entry: the ownership test that derives it, or `affiliation` for a mere connection, which matters
   * only as a red flag. Absent for the listed party itself.
   */
  readonly via?: string;
  /** For a derived entry: whether that test applied on the day; absent, it did. */
  readonly rule?: RuleState;
  readonly certainty: 'certain' | 'undetermined';
  /** Where undetermined: the fact that would settle it, and why it is open. */
  readonly settle?: string;
  /** From the party asked about to the one listed. Empty for the listed party itself. */
  readonly path: readonly PathStep[];
  /** Least trusted of the facts on the path. */
  readonly verified: string;
  /** Brought in by an assumption. */
  readonly assumed: boolean;
}

/** Where a party stands: everything that the law needs to know of it on one day. Plain data, computed by the caller. */
export interface Standing {
  readonly party: PartyId;
  readonly name: string;
  /** ISO codes, lower case; empty where not known. */
  readonly countries: readonly string[];
  readonly individual: boolean;
  /** Where nobody here knows the party: what to ask, so that an unknown name never comes out as clear. */
  readonly unresolved?: string;
  readonly entries: readonly StandingEntry[];
}

/** A licence that a scenario supposes. */
export interface AssumedLicence {
  readonly name: string;
  readonly regime: RegimeId;
  readonly parties: readonly PartyId[];
  readonly covers: 'parties' | 'owned entities only';
  readonly activities: readonly string[];
  readonly from: Day;
  readonly until: Day;
  readonly conditions?: string;
}

/** A change of a provision's days that a scenario supposes. */
export interface AssumedRule {
  readonly regime: RegimeId;
  readonly provision: string;
  readonly from?: Day;
  readonly until?: Day;
}
