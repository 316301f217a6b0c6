import { matchKinds } from './kind.ts';
import type { NameIndex } from './name-index.ts';
import type { Settings } from './settings.ts';

/** Weights are looked up in steps of one part in this many. */
const stepsEach = 32;
const steps = 32 * stepsEach;
/** Weights of forms are kept in single precision. */
const weightRounding = 1e-4;

/** The number of steps, the last of which is for all that is heavier. */
export const weightStepCount: number = steps + 1;

/** The first step that is not below a weight. */
export function weightStep(weight: number): number {
  return Math.max(0, Math.min(steps, Math.ceil((weight - weightRounding) * stepsEach)));
}

/** For each kind and step of weight the first form that is of a heavier step. */
export function weightSteps(formStep: Uint16Array, kindStarts: readonly number[]): Uint32Array {
  const first = new Uint32Array(matchKinds.length * steps);
  for (let kind = 0; kind < matchKinds.length; kind++) {
    let form = kindStarts[kind]!;
    for (let step = 0; step < steps; step++) {
      while (form < kindStarts[kind + 1]! && formStep[form]! <= step) form++;
      first[kind * steps + step] = form;
    }
  }
  return first;
}

/** What the weights of forms depend on, as a text for each kind. */
export function weighing(settings: Settings): readonly string[] {
  return matchKinds.map((kind) => {
    const { weights, commonFloor } = settings.kinds[kind];
    return JSON.stringify([commonFloor, Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))]);
  });
}

/** Where in the order of forms, which is that of their steps of weight within a kind, the forms above a weight begin. */
export class WeightTable {
  readonly #index: NameIndex;
  /** Under other weights than those of the index no part of a list is known to be too heavy. */
  readonly #isOrdered: readonly boolean[];

  constructor(index: NameIndex, settings: Settings) {
    this.#index = index;
    this.#isOrdered = weighing(settings).map((own, kind) => own === index.weighing[kind]);
  }

  /** A form from which on all of the kind weigh more; none before it are missed. */
  firstAbove(kindCode: number, weight: number): number {
    const step = Math.ceil(weight * stepsEach);
    return step < steps && this.#isOrdered[kindCode]!
      ? this.#index.weightSteps[kindCode * steps + step]!
      : this.#index.kindStarts[kindCode + 1]!;
  }
}
