/** A market model R = alpha + beta Rm + e, fitted by ordinary least squares. */
export interface MarketModel {
  readonly alpha: number;
  readonly beta: number;
  /** Variance of the residuals with n - 2 degrees of freedom. */
  readonly variance: number;
  readonly observations: number;
  readonly meanIndex: number;
  /** Sum of squared deviations of the index return from its mean. */
  readonly spreadIndex: number;
  readonly residuals: readonly number[];
}

/** Fits the model to returns of a share and of an index on the same days. At least three are needed. */
export function fitMarketModel(share: readonly number[], index: readonly number[]): MarketModel {
  const n = share.length;
  const meanShare = mean(share);
  const meanIndex = mean(index);
  let spreadIndex = 0;
  let together = 0;
  for (let at = 0; at < n; at++) {
    const away = index[at]! - meanIndex;
    spreadIndex += away * away;
    together += away * (share[at]! - meanShare);
  }
  // An index that does not move explains nothing: the mean-adjusted model is what remains.
  const beta = spreadIndex === 0 ? 0 : together / spreadIndex;
  const alpha = meanShare - beta * meanIndex;
  const residuals = share.map((value, at) => value - alpha - beta * index[at]!);
  const variance = residuals.reduce((sum, value) => sum + value * value, 0) / (n - 2);
  return { alpha, beta, variance, observations: n, meanIndex, spreadIndex, residuals };
}

/** What the share returned beyond what the model expects of the day's index return. */
export function abnormalReturn(model: MarketModel, share: number, index: number): number {
  return share - model.alpha - model.beta * index;
}

/**
 * Variance of the sum of abnormal returns over a window: the disturbance of each day, and the error of the estimated
 * parameters, which is common to all of them (MacKinlay 1997, equations 8 and 10).
 */
export function windowVariance(model: MarketModel, index: readonly number[]): { own: number; full: number } {
  const days = index.length;
  const away = index.reduce((sum, value) => sum + value - model.meanIndex, 0);
  const slope = model.spreadIndex === 0 ? 0 : (away * away) / model.spreadIndex;
  const own = model.variance * days;
  return { own, full: own + model.variance * ((days * days) / model.observations + slope) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
