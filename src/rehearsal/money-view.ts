import type { Confidence, Day, Effect, Money, Payment } from '../model/index.ts';
import type { Price } from './price-list.ts';

/** When a payment falls due, seen from the licences that the scenario assumes. */
export type PaymentTime =
  | 'before the day rehearsed'
  | 'inside the wind-down'
  | 'after the wind-down'
  | 'outside any licence'
  | 'no day given';

/** What becomes of a payment: money that is blocked is held, money that is rejected goes back. */
export type PaymentTreatment = 'blocked' | 'rejected' | 'needs a licence' | 'undetermined' | 'goes through';

export interface DuePayment {
  readonly asset: string;
  readonly label: string;
  readonly direction: Payment['direction'];
  readonly due?: Day;
  readonly amount?: Money;
  readonly before: Effect;
  readonly after: Effect;
  /** How sure it is that the payment touches the party by which it is caught. */
  readonly confidence: Confidence;
  readonly regime: string;
  readonly because: string;
  readonly citation: string;
}

export interface PaymentGroup {
  readonly when: PaymentTime;
  readonly treatment: PaymentTreatment;
  readonly payments: number;
  readonly values: readonly Money[];
  /** Payments of the group whose amount nobody stated. */
  readonly withoutValue: number;
  readonly items: readonly DuePayment[];
}

/** One security, over all accounts that hold it directly: how long a sale takes, and how long the law gives. */
export interface HoldingToSell {
  /** ISIN, or the issuer's name where there is none. */
  readonly security: string;
  readonly issuer: string;
  readonly assets: readonly string[];
  readonly values: readonly Money[];
  readonly quantity: string | 'not known';
  readonly dailyVolume: string | 'not known';
  /** Trading days that a sale takes at the stated share of a day's volume, rounded up. */
  readonly tradingDays: number | 'not known';
  /** How sure the match behind it is. What is only possible decides nothing: the days given are those if it is right. */
  readonly confidence: Confidence;
  /** First and last day on which the law, as rehearsed, allows the sale; no last day where it lasts. */
  readonly saleAllowed: 'always' | 'never' | 'undetermined' | { readonly from: Day; readonly until?: Day };
  /** Whether the days given are enough. */
  readonly enough: 'yes' | 'no' | 'not known';
}

/** What replacing some devices costs: from the cheapest to the dearest price that fits each. */
export interface CostRange {
  readonly devices: number;
  /** Devices with a price; the range is for these alone. */
  readonly priced: number;
  /** Devices for whose kind no price is known. */
  readonly notKnown: number;
  /** Empty where nothing is priced: the cost is not known. */
  readonly low: readonly Money[];
  readonly high: readonly Money[];
}

export interface Replacement {
  /** Were every device replaced that becomes stricter in some dealing. The law need not order it. */
  readonly changed: CostRange;
  /** Those whose use or upkeep becomes forbidden on some day, or that then have to be removed. */
  readonly forced: CostRange;
  readonly bySite: readonly (CostRange & { readonly site: string })[];
  /** The prices used, with whose statement each is. */
  readonly prices: readonly Price[];
}

/** Assets that change for one reason, each counted under the reason of its gravest change. */
export interface ValueStep {
  readonly regime: string;
  readonly effect: Effect;
  readonly assetKind: string;
  readonly assets: number;
  readonly count: number;
  readonly values: readonly Money[];
  /** Assets of the step whose value nobody stated; they are not in `values`. */
  readonly withoutValue: number;
}

/** What the rehearsed change means in money. Currencies are never added up, and what nobody stated is not guessed. */
export interface MoneyView {
  /** The steps of a waterfall: their values sum to the total value that changes. */
  readonly atStake: readonly ValueStep[];
  readonly payments: readonly PaymentGroup[];
  readonly holdings: readonly HoldingToSell[];
  /** Percent of a day's volume that is taken to be saleable; an assumption. */
  readonly volumeShare: number;
  readonly replacement: Replacement;
  readonly assumptions: readonly string[];
}
