import type { Day } from '../model/day.ts';
import type { LinkKind, PartyId } from '../model/party.ts';
import type { ShareUnits } from '../model/share.ts';
import type { Limit, OwnershipTest, TestState } from './ownership-test.ts';

export type OwnershipResult = 'caught' | 'not caught' | 'undetermined';

/** A link as evidence, in the words of its source. */
export interface ProofLink {
  readonly owner: PartyId;
  readonly owned: PartyId;
  readonly kind: LinkKind;
  /** `50 %`, `more than 25 and at most 50 %`, `unknown share`; empty for a statement without a share. */
  readonly share: string;
  readonly basis?: 'voting' | 'economic';
  readonly from?: Day;
  readonly until?: Day;
  /** Title or code of the source, or the line of the file. */
  readonly source: string;
  readonly verified?: string;
  readonly disputed?: string;
  /** Number of the link in the graph. */
  readonly link: number;
}

/** One step: why `party` is, or is not, reached, from these links. */
export interface ProofStep {
  readonly party: PartyId;
  /** Listed, or shown by an earlier step, or (in a proof that a party is not caught) assumed reached: counted in full. */
  readonly holders: readonly PartyId[];
  readonly links: readonly ProofLink[];
  /** What the links amount to in percent: least for caught, most for not caught. */
  readonly sum: string;
  readonly because: string;
  /** The party is an owner of what was shown before, not owned by it. */
  readonly upward?: boolean;
}

/** What shows the result. Steps of `caught` go from the listed downwards; those of `not caught` from the party upwards. */
export interface Proof {
  readonly shows: OwnershipResult;
  /** The listed person (or persons) the proof is about; all of them where shares are added up. */
  readonly listed: readonly PartyId[];
  /** The owners above the listed person that the proof starts from, where the test reaches owners. */
  readonly from?: readonly PartyId[];
  readonly steps: readonly ProofStep[];
  /** The same shown for each further listed person above the party, where shares are not added up. */
  readonly alsoFor?: readonly Proof[];
}

const flagKinds = [
  'listed',
  'share unknown',
  'sources disagree',
  'joint holding',
  'stated shares exceed the whole',
  'treasury shares change result',
  'treasury shares',
  'cross-holding',
  'look-through disagrees',
  'votes disagree',
  'control caution',
  'control to be examined',
  'rests on the word subsidiary',
  'held for another',
  'votes stated, ownership not',
  'rule suspended',
  'rule not in force',
  'rule status not known',
  'previously blocked property',
  'no links',
  'owner of a listed party',
  'unverified link',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Something the reader of a result must know; `closer` asks for a closer look by a person. */
export interface Flag {
  readonly flag: FlagKind;
  readonly text: string;
  readonly closer: boolean;
}

/** A sign of control. Never part of the ownership result unless the test itself says so. */
export interface ControlIndicator {
  readonly indicator:
    | 'stated control'
    | 'officer'
    | 'acts for'
    | 'largest holder'
    | 'decides alone'
    | 'voting power';
  readonly holder: PartyId;
  readonly party: PartyId;
  readonly text: string;
  /** Banzhaf and Shapley-Shubik index in percent, for `voting power` and `decides alone`. */
  readonly banzhaf?: string;
  readonly shapley?: string;
  readonly source?: string;
}

/** Economic interest of the listed in a party, through all levels, shares multiplied. Percent, rounded to four decimals. */
export interface LookThrough {
  readonly min: string;
  readonly max: string;
  readonly method: 'exact' | 'iterative';
  /** Largest error of `iterative`, in percent. */
  readonly tolerance?: string;
}

/** What a test says of one party on one day. */
export interface Verdict {
  readonly party: PartyId;
  readonly test: OwnershipTest['id'];
  readonly on: Day;
  /** State of the rule on that day. */
  readonly state: TestState;
  readonly result: OwnershipResult;
  /** What the shares alone give, as if the rule were in force. */
  readonly byShares: OwnershipResult;
  /** The party is on the list itself. */
  readonly listed: boolean;
  /** Share held by the listed, directly or through parties that are reached; the best single person where not added up. */
  readonly attributed: {
    readonly min: ShareUnits;
    readonly max: ShareUnits;
    readonly minInclusive: boolean;
    readonly maxInclusive: boolean;
  };
  readonly limit: Limit | undefined;
  /** From the limit: of the least share where caught or undetermined, of the most share where not caught. */
  readonly distance: ShareUnits | undefined;
  readonly proof: Proof;
  readonly because: string;
  /** Only where undetermined: the fact that would settle it. */
  readonly settle?: string;
  readonly lookThrough?: LookThrough;
  readonly control: readonly ControlIndicator[];
  /** When its shares caught the party before: what was blocked then stays blocked. Only where the test keeps it so. */
  readonly caughtBefore: readonly { readonly from?: Day; readonly until: Day }[];
  readonly flags: readonly Flag[];
}
