import type { Reached, Unsettled } from '../exposure/index.ts';
import type {
  Actor,
  Confidence,
  Day,
  Effect,
  ListVersion,
  Money,
  PartyId,
  PathStep,
  UnknownFact,
} from '../model/index.ts';
import type { MoneyView } from './money-view.ts';

/** What one dealing becomes. */
export interface Change {
  readonly id: string;
  readonly asset: string;
  readonly assetKind: string;
  readonly label: string;
  readonly site?: string;
  readonly count: number;
  readonly value?: Money;
  readonly activity: string;
  readonly party: PartyId;
  readonly confidence: Confidence;
  readonly before: Effect;
  readonly after: Effect;
  readonly policy?: string;
  readonly direction: 'stricter' | 'freer' | 'other reason';
  /** First day on which it differs. */
  readonly from: Day;
  /** What it becomes later, where a licence ends or an ally follows. */
  readonly later: readonly {
    readonly from: Day;
    readonly effect: Effect;
    readonly because: string;
    readonly regime?: string;
    readonly citation?: string;
  }[];
  readonly because: string;
  readonly citation: string;
  readonly regime: string;
  readonly path: readonly PathStep[];
  readonly verified: string;
}

/** The state of a portfolio without or with the assumptions on one day: assets by their gravest effect. */
export interface Side {
  readonly on: Day;
  readonly effects: readonly {
    readonly effect: Effect;
    readonly assets: number;
    /** Those of `assets` that a match which is only possible puts under this effect. */
    readonly onlyPossible: number;
    readonly count: number;
  }[];
}

/** A party that the assumption reaches without naming it. */
export type ReachedParty = Reached;

export interface Deadline {
  readonly day: Day;
  readonly kind:
    | 'licence ends'
    | 'report'
    | 'last day to sell'
    | 'notice'
    | 'renewal'
    | 'contract ends'
    | 'payment';
  readonly what: string;
  readonly why: string;
  readonly asset?: string;
  readonly value?: Money;
  readonly citation?: string;
  /** It stands without the scenario as well. */
  readonly already?: true;
  /** What the user's own asset is without the assumptions and with them on that day, and whose law says so. */
  readonly change?: { readonly before: Effect; readonly after: Effect; readonly regime: string };
}

export interface Undetermined {
  readonly asset: string;
  readonly label: string;
  readonly activity: string;
  readonly value?: Money;
  readonly unknowns: readonly UnknownFact[];
}

/** Another maker, with what stands against it today and after. */
export interface Substitute {
  readonly party: PartyId;
  readonly caption: string;
  readonly before: Effect;
  readonly after: Effect;
  readonly listings: readonly string[];
  readonly note: string;
}

export interface SharedCriteria {
  readonly party: PartyId;
  readonly caption: string;
  readonly shared: readonly {
    readonly criterion: string;
    readonly source: string;
    readonly verified: string;
  }[];
  readonly listings: readonly string[];
}

/** How far one assumption or missing fact moves the result. */
export interface Sensitivity {
  readonly what: string;
  readonly group: string;
  /** Dealings whose effect differs when it is turned round. */
  readonly dealings: number;
  readonly values: readonly Money[];
}

/** Kinds of assets that a value is stated for. */
export type ValuedKind = 'device' | 'vendor' | 'contract' | 'holding' | 'payment';

export interface Totals {
  readonly assets: number;
  readonly touched: number;
  /** Assets and dealings whose effect becomes another; every figure below is about these. */
  readonly changedAssets: number;
  readonly changedDealings: number;
  /** Further assets that keep every effect and only gain or lose a reason for it. */
  readonly otherReasonAssets: number;
  readonly devices: number;
  /** Every changed asset once. The kinds overlap: a vendor's yearly spend, a contract and its payments may be one money. */
  readonly values: readonly Money[];
  /** The same kind by kind, which does not overlap. */
  readonly byKind: readonly {
    readonly kind: ValuedKind;
    readonly assets: number;
    readonly count: number;
    readonly values: readonly Money[];
    /** Assets whose value nobody stated. */
    readonly withoutValue: number;
  }[];
  readonly byEffect: readonly {
    readonly effect: Effect;
    readonly dealings: number;
    readonly assets: number;
    readonly count: number;
    readonly values: readonly Money[];
  }[];
  readonly byRegime: readonly {
    readonly regime: string;
    readonly dealings: number;
    readonly assets: number;
  }[];
  readonly bySite: readonly {
    readonly site: string;
    readonly assets: number;
    readonly count: number;
    readonly values: readonly Money[];
  }[];
  readonly payments: readonly {
    readonly when:
      | 'before'
      | 'inside the wind-down'
      | 'after the wind-down'
      | 'outside any licence'
      | 'no day given';
    readonly payments: number;
    readonly values: readonly Money[];
  }[];
}

/** A rehearsal: a portfolio under assumptions, compared with the same portfolio without them. */
export interface Rehearsal {
  readonly portfolio: {
    readonly id: string;
    readonly title: string;
    readonly invented: boolean;
    readonly actor: Actor;
    readonly assets: number;
    readonly sites: readonly {
      readonly id: string;
      readonly name: string;
      readonly city?: string;
      readonly latitude?: number;
      readonly longitude?: number;
    }[];
  };
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly note?: string;
    readonly on: Day;
    readonly assumptions: readonly string[];
  };
  readonly known: Day;
  readonly keyDays: readonly { readonly day: Day; readonly what: string }[];
  readonly before: Side;
  readonly after: Side;
  readonly changes: readonly Change[];
  readonly totals: Totals;
  readonly money: MoneyView;
  readonly reached: readonly ReachedParty[];
  /** Parties that are reached without the assumption and no longer with it, by regime. */
  readonly cleared: readonly ReachedParty[];
  readonly deadlines: readonly Deadline[];
  readonly undetermined: readonly Undetermined[];
  readonly unsettled: readonly Unsettled[];
  readonly substitutes: readonly Substitute[];
  readonly next: readonly SharedCriteria[];
  readonly sensitivity: readonly Sensitivity[];
  /** What the regimes in force leave free, each with the regime in front. */
  readonly notForbidden: readonly string[];
  readonly sources: readonly { readonly title: string; readonly verified: string }[];
  readonly versions: readonly ListVersion[];
  readonly register: string;
  readonly engine: string;
}
