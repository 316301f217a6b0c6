import { matchKinds } from './kind.ts';
import type { NameIndex } from './name-index.ts';
import { type Settings, standardSettings } from './settings.ts';

/** Weights are looked up in steps of one part in this many. */
const stepsEach = 32;
const steps = 32 * stepsEach;
/** Weights of forms are kept in single precision. */
const weightRounding = 1e-4;

/** Where in the order of forms, which is that of their weight within a kind, the forms above a weight begin. */
export class WeightTable {
  readonly #first: readonly Uint32Array[];

  constructor(index: NameIndex, settings: Settings) {
    this.#first = matchKinds.map((kind, code) => {
      const from = index.kindStarts[code]!;
      const to = index.kindStarts[code + 1]!;
      // The order is that of the standard weights: under others no part of a list is known to be too heavy.
      const isOrdered = sameWeights(settings.kinds[kind], standardSettings.kinds[kind]);
      return Uint32Array.from({ length: steps + 1 }, (_, step) =>
        isOrdered && step < steps
          ? firstAbove(index.formWeight, from, to, step / stepsEach + weightRounding)
          : to,
      );
    });
  }

  /** A form from which on all of the kind weigh more; none before it are missed. */
  firstAbove(kindCode: number, weight: number): number {
    return this.#first[kindCode]![Math.min(steps, Math.ceil(weight * stepsEach))]!;
  }
}

function firstAbove(weights: Float32Array, from: number, to: number, weight: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (weights[middle]! <= weight) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Weighing = Pick<Settings['kinds']['person'], 'weights' | 'commonFloor'>;

function sameWeights(a: Weighing, b: Weighing): boolean {
  return (
    a.commonFloor === b.commonFloor &&
    (Object.keys(a.weights) as (keyof Weighing['weights'])[]).every(
      (role) => a.weights[role] === b.weights[role],
    )
  );
}
