import type { Day } from './day.ts';
import type { Effect } from './effect.ts';
import type { PartyId, RegimeId } from './party.ts';
import type { Share } from './share.ts';

/** Who asks. Words are of the closed vocabulary in `vocabulary.ts`. */
export interface Actor {
  /** ISO 3166-1 alpha-2, lower case, or `eu`. */
  readonly jurisdictions: readonly string[];
  readonly roles: readonly string[];
}

/** What is dealt in. Everything is optional: what is missing makes the answer undetermined where it matters. */
export interface Item {
  readonly description?: string;
  /** Export control classification, `EAR99`, or `not subject to the EAR`. */
  readonly eccn?: string;
  readonly origin?: string;
  readonly kind?: string;
  readonly maker?: PartyId;
  readonly facts?: Readonly<Record<string, string | boolean>>;
}

/** A change of the world that a question or rehearsal supposes. */
export type Assumption =
  | {
      readonly kind: 'listing';
      readonly party: PartyId;
      readonly regime: RegimeId;
      readonly from: Day;
      readonly until?: Day;
      readonly program?: string;
    }
  | { readonly kind: 'delisting'; readonly party: PartyId; readonly regime: RegimeId; readonly from: Day }
  | {
      readonly kind: 'licence';
      readonly name: string;
      readonly regime: RegimeId;
      /** Parties whose dealings it frees; empty for all of the regime. */
      readonly parties: readonly PartyId[];
      readonly covers: 'parties' | 'owned entities only';
      /** Activities it frees; empty for all. */
      readonly activities: readonly string[];
      readonly from: Day;
      readonly until: Day;
      readonly conditions?: string;
      readonly precedent?: string;
    }
  | {
      readonly kind: 'divestment';
      readonly owner: PartyId;
      readonly owned: PartyId;
      readonly from: Day;
      readonly share: Share | null;
      readonly to?: PartyId;
    }
  | {
      readonly kind: 'rule';
      readonly regime: RegimeId;
      readonly provision: string;
      readonly from?: Day;
      readonly until?: Day;
    };

/** May `actor` do `activity` with `counterparty` on `on`? */
export interface Question {
  readonly on: Day;
  readonly actor: Actor;
  readonly activity: string;
  readonly counterparty: PartyId;
  readonly item: Item;
  readonly facts: Readonly<Record<string, string | boolean>>;
}

/** One step on the way from the thing asked about to the listing: `Hikrobot` -> owned 60 % -> `Hikvision`. */
export interface PathStep {
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  readonly share?: string;
  readonly source?: string;
  readonly verified?: string;
}

/** A provision that applies, with the reason in words. */
export interface AppliedProvision {
  readonly regime: RegimeId;
  readonly provision: string;
  readonly effect: Effect;
  readonly policy?: string;
  /** Id of the listing that brings it in. */
  readonly listing: string;
  readonly path: readonly PathStep[];
  readonly citation: string;
  readonly from?: string;
  readonly until?: string;
  readonly because: string;
  readonly verified: string;
  /** Where `effect` is undetermined: what it would be if the open fact were so. */
  readonly wouldBe?: Effect;
  /** Rests on an assumption of the question or scenario. */
  readonly assumed?: boolean;
}

export interface ConsideredProvision {
  readonly regime: RegimeId;
  readonly provision: string;
  readonly because: string;
}

/** A fact that was not given and what the answer would become with it. */
export interface UnknownFact {
  readonly fact: string;
  readonly question: string;
  readonly wouldChange: string;
}

export interface Answer {
  readonly effect: Effect;
  readonly policy?: string;
  readonly provisions: readonly AppliedProvision[];
  readonly considered: readonly ConsideredProvision[];
  readonly unknowns: readonly UnknownFact[];
  /** What the regimes in question do not forbid, as said by their provisions. */
  readonly notForbidden: readonly string[];
  /** Two or three sentences to read aloud. */
  readonly plain: string;
  /** What of the question was not understood and so not used. */
  readonly notices?: readonly string[];
}
