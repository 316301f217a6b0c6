import type { CasebookFacts } from '../model/casebook.ts';
import type { Day } from '../model/day.ts';
import type { PartyId, RegimeId } from '../model/party.ts';
import type { Provenance } from '../model/provenance.ts';
import type { Regime } from '../model/regime.ts';
import type { OwnershipTest } from '../ownership/ownership-test.ts';

/** A general licence or delay that followed an earlier action: a template for scenarios. */
export interface Precedent {
  readonly id: string;
  readonly title: string;
  readonly regime?: RegimeId;
  readonly covers: 'parties' | 'owned entities only';
  /** Activities it freed, in words of the vocabulary; empty for all. */
  readonly activities: readonly string[];
  /** First and last day it ran; missing where only a usual length is known. */
  readonly from?: Day;
  readonly until?: Day;
  /** Days from the action to its end. */
  readonly days: number;
  readonly conditions: string;
  readonly citation: string;
  readonly provenance: Provenance;
}

/** A maker that could supply what another made. */
export interface Alternative {
  readonly party: PartyId;
  readonly note: string;
  readonly provenance: Provenance;
}

/** Something documented about parties that earlier designations rested on, with the parties of which it is documented. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly { readonly party: PartyId; readonly provenance: Provenance }[];
}

/** A demo portfolio that comes with the casebook. Its organisation is invented. */
export interface DemoPortfolio {
  readonly id: string;
  /** Folder with `portfolio.yaml`. */
  readonly folder: string;
}

/** The casebook, read and checked as a whole. */
export interface Casebook extends CasebookFacts {
  readonly regimes: readonly Regime[];
  readonly ownershipTests: readonly OwnershipTest[];
  readonly precedents: readonly Precedent[];
  readonly alternatives: readonly Alternative[];
  readonly criteria: readonly Criterion[];
  readonly portfolios: readonly DemoPortfolio[];
  /** Folder it was read from. */
  readonly folder: string;
  /** sha256 over the names and bytes of its files, demo portfolios and scenarios aside. */
  readonly hash: string;
}
