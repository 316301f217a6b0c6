import { type Day, Fault } from '../model/index.ts';
import { abnormalReturn, fitMarketModel, type MarketModel, windowVariance } from './market-model.ts';
import { twoSidedNormal, twoSidedT } from './student-t.ts';

/** Closing prices of a share and of an index on the days on which both are known, ascending. */
export interface PriceDay {
  readonly day: Day;
  readonly share: number;
  readonly index: number;
}

/** A window in trading days from the event, both ends included: -1 to 3. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface EventStudyOptions {
  readonly event: Day;
  /** Windows to sum over; `defaultWindows` where absent. */
  readonly windows?: readonly Window[];
  /** Estimation window in trading days before the event; -130 to -11 where absent. */
  readonly estimation?: Window;
  /** Daily price limit of the exchange in percent, where it has one. */
  readonly priceLimit?: number;
}

/** More than one day: prices with a daily limit take several to arrive, and news leaks. */
const defaultWindows: readonly Window[] = [
  { from: -1, to: 1 },
  { from: -1, to: 3 },
  { from: 0, to: 4 },
];
export const defaultEstimation: Window = { from: -130, to: -11 };
/** Fewer returns than this give no model worth the name. */
const leastReturns = 30;

export interface WindowResult {
  readonly window: Window;
  readonly from: Day;
  readonly to: Day;
  /** Sum of the abnormal returns; 0.05 is five percent. */
  readonly car: number;
  /** With the error of the estimated parameters; `ownError` without it. */
  readonly standardError: number;
  readonly ownError: number;
  readonly t: number;
  /** Two-sided, Student's t with n - 2 degrees of freedom. */
  readonly p: number;
  /** Corrado's rank test, which asks for no normal distribution. */
  readonly rank: { readonly z: number; readonly p: number };
  /** The same sum over every window of this length in the estimation period: how often it was as large by chance. */
  readonly placebo: { readonly windows: number; readonly asExtreme: number; readonly share: number };
}

export interface EventStudy {
  /** The day given, and the trading day on which it could first be traded on. */
  readonly event: Day;
  readonly tradingDay: Day;
  readonly model: Omit<MarketModel, 'residuals'> & { readonly from: Day; readonly to: Day };
  readonly days: readonly {
    readonly offset: number;
    readonly day: Day;
    readonly share: number;
    readonly index: number;
    readonly abnormal: number;
    readonly atLimit: boolean;
  }[];
  readonly windows: readonly WindowResult[];
  readonly notes: readonly string[];
}

interface Return {
  readonly day: Day;
  readonly share: number;
  readonly index: number;
}

/**
 * An event study of one share after MacKinlay (1997): a market model on a window before the event, abnormal returns around
 * it, their sum with variance, a t test, Corrado's rank test and placebos. Simple returns. Throws `AS_USAGE` where the prices
 * do not reach far enough.
 */
export function eventStudy(prices: readonly PriceDay[], options: EventStudyOptions): EventStudy {
  const estimation = options.estimation ?? defaultEstimation;
  const windows = options.windows ?? defaultWindows;
  refuseWindows(windows, estimation);
  const returns = returnsOf(prices);
  const zero = returns.findIndex(({ day }) => day >= options.event);
  if (zero < 0 || options.event < prices[0]!.day)
    throw tooShort(`The prices have no trading day for the event of ${options.event}.`, prices);
  const estimated = returns.slice(Math.max(0, zero + estimation.from), Math.max(0, zero + estimation.to + 1));
  const wanted = estimation.to - estimation.from + 1;
  if (estimated.length < Math.min(leastReturns, wanted))
    throw tooShort(`Only ${estimated.length} returns lie in the estimation window.`, prices);
  const [first, last] = [
    Math.min(0, ...windows.map((one) => one.from)),
    Math.max(0, ...windows.map((one) => one.to)),
  ];
  if (zero + last >= returns.length)
    throw tooShort(`The prices end before day ${last} after the event.`, prices);
  const model = fitMarketModel(
    estimated.map((one) => one.share),
    estimated.map((one) => one.index),
  );
  const days = returns.slice(zero + first, zero + last + 1).map((one, at) => ({
    offset: first + at,
    ...one,
    abnormal: abnormalReturn(model, one.share, one.index),
    atLimit: isAtLimit(one.share, options.priceLimit),
  }));
  const { residuals, ...rest } = model;
  return {
    event: options.event,
    tradingDay: returns[zero]!.day,
    model: { ...rest, from: estimated[0]!.day, to: estimated.at(-1)!.day },
    days,
    windows: windows.map((window) => windowResult(window, days, model, residuals)),
    notes: notesOf(options, returns[zero]!.day, days, windows, estimated.length, wanted),
  };
}

function refuseWindows(windows: readonly Window[], estimation: Window): void {
  for (const { from, to } of [...windows, estimation]) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from)
      throw new Fault('AS_USAGE', `The window ${from} to ${to} is empty.`, {
        remedy: 'Give whole trading days, the smaller first, such as -1:3.',
      });
  }
  const clash = windows.find(({ from }) => from <= estimation.to);
  if (windows.length === 0 || clash) {
    throw new Fault(
      'AS_USAGE',
      clash
        ? `The window ${clash.from} to ${clash.to} begins inside the estimation window, which ends on ${estimation.to}.`
        : 'No window is given.',
      { remedy: 'Let the estimation window end before the event window begins.' },
    );
  }
}

function tooShort(message: string, prices: readonly PriceDay[]): Fault {
  const span = prices.length === 0 ? 'no day' : `${prices[0]!.day} to ${prices.at(-1)!.day}`;
  return new Fault('AS_USAGE', `${message} They cover ${span}, ${prices.length} days.`, {
    remedy: 'Bring more prices, or a shorter estimation window.',
  });
}

function returnsOf(prices: readonly PriceDay[]): Return[] {
  return prices.slice(1).map(({ day, share, index }, at) => ({
    day,
    share: share / prices[at]!.share - 1,
    index: index / prices[at]!.index - 1,
  }));
}

/** Prices are rounded to the tick, so a close at the limit may lie a little inside it: a twentieth of it is allowed. */
function isAtLimit(share: number, limit: number | undefined): boolean {
  return limit !== undefined && Math.abs(share) * 100 >= limit * 0.95;
}

function windowResult(
  window: Window,
  days: EventStudy['days'],
  model: MarketModel,
  residuals: readonly number[],
): WindowResult {
  const inside = days.filter(({ offset }) => offset >= window.from && offset <= window.to);
  const car = sum(inside.map((one) => one.abnormal));
  const { own, full } = windowVariance(
    model,
    inside.map((one) => one.index),
  );
  const standardError = Math.sqrt(full);
  const t = standardError === 0 ? 0 : car / standardError;
  return {
    window,
    from: inside[0]!.day,
    to: inside.at(-1)!.day,
    car,
    standardError,
    ownError: Math.sqrt(own),
    t,
    p: twoSidedT(t, model.observations - 2),
    rank: rankTest(
      residuals,
      inside.map((one) => one.abnormal),
    ),
    placebo: placeboOf(residuals, inside.length, car),
  };
}

/**
 * Corrado's rank test (1989) for one share, summed over the window: ranks of the window's abnormal returns among all of
 * estimation and window together, against their mean, in units of their standard deviation. Ties share the mean rank.
 */
export function rankTest(
  residuals: readonly number[],
  abnormal: readonly number[],
): { z: number; p: number } {
  const all = [...residuals, ...abnormal];
  const ranks = ranksOf(all);
  const middle = (all.length + 1) / 2;
  const spread = Math.sqrt(sum(ranks.map((rank) => (rank - middle) ** 2)) / all.length);
  const away = sum(ranks.slice(residuals.length).map((rank) => rank - middle));
  const z = spread === 0 ? 0 : away / (spread * Math.sqrt(abnormal.length));
  return { z, p: twoSidedNormal(z) };
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let at = 0; at < order.length; ) {
    let end = at;
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[at]!]) end++;
    for (let tied = at; tied <= end; tied++) ranks[order[tied]!] = (at + end) / 2 + 1;
    at = end + 1;
  }
  return ranks;
}

function placeboOf(residuals: readonly number[], length: number, car: number): WindowResult['placebo'] {
  let windows = 0;
  let asExtreme = 0;
  for (let at = 0; at + length <= residuals.length; at++) {
    windows++;
    if (Math.abs(sum(residuals.slice(at, at + length))) >= Math.abs(car)) asExtreme++;
  }
  // The event itself counts as one, so that the share is never nought.
  return { windows, asExtreme, share: (asExtreme + 1) / (windows + 1) };
}

function notesOf(
  { event, priceLimit }: EventStudyOptions,
  tradingDay: Day,
  days: EventStudy['days'],
  windows: readonly Window[],
  estimated: number,
  wanted: number,
): string[] {
  const notes: string[] = [];
  if (tradingDay !== event) notes.push(`${event} was no trading day; day 0 is ${tradingDay}.`);
  if (estimated < wanted)
    notes.push(`The estimation window has ${estimated} returns of the ${wanted} asked for.`);
  if (priceLimit === undefined) {
    notes.push(
      'Where the exchange limits a day’s move (10 percent for most mainland Chinese shares), an effect arrives over several days: read the windows of several days, and state the limit to have such days marked.',
    );
  }
  const limited = days.filter((one) => one.atLimit);
  if (limited.length > 0) {
    notes.push(
      `At the daily limit of ${priceLimit} percent: ${limited.map((one) => `${one.day} (day ${one.offset})`).join(', ')}. What was held back shows on later days; no single day measures the effect.`,
    );
    for (const { from, to } of windows) {
      if (limited.some((one) => one.offset === to))
        notes.push(`The window ${from} to ${to} ends on a day at the limit and may miss part of the effect.`);
    }
  }
  if (windows.every(({ from, to }) => from === to))
    notes.push('Every window is a single day; leaks before and delays after it are left out.');
  notes.push(
    'One share, one event: what else happened in the window is in the figure. The index should not hold the share; several listings on one day are one event.',
  );
  return notes;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
