import type { Effect } from './effect.ts';
import type { Money } from './money.ts';
import type { PartyId } from './party.ts';
import type { Answer, PathStep } from './question.ts';

export const confidences = ['certain', 'probable', 'possible', 'unknown'] as const;
export type Confidence = (typeof confidences)[number];

/** One reason to think that a device is, or is not, of a maker. */
export interface Evidence {
  readonly signal: string;
  readonly value: string;
  readonly pointsTo: string;
  /** Log-odds in favour (negative: against). */
  readonly weight: number;
  readonly for: boolean;
  readonly source: string;
}

/** How an asset touches a party: by name, identifier, maker or holding. */
export interface Touch {
  readonly party: PartyId;
  readonly role: string;
  readonly confidence: Confidence;
  /** 0 to 1 where the touch rests on a name or on device evidence. */
  readonly score: number;
  readonly explanation: string;
  readonly path: readonly PathStep[];
  readonly evidence: readonly Evidence[];
}

/** An asset and one activity with it: what the law says, by which path. */
export interface Finding {
  readonly id: string;
  readonly asset: string;
  readonly assetKind: string;
  readonly label: string;
  readonly site?: string;
  readonly count: number;
  readonly value?: Money;
  readonly activity: string;
  readonly effect: Effect;
  readonly touch: Touch;
  /** The cheapest check that would make sure of the match; absent where nothing is left to settle. */
  readonly settle?: string;
  readonly answer: Answer;
}
