import { matchKinds } from './kind.ts';
import { roles } from './role.ts';
import type { Settings } from './settings.ts';

/** Weights ready for the inner loop: by kind of party and role, the part that is fixed and the part that rarity scales. */
export interface WordWeights {
  readonly fixed: Float64Array;
  readonly scaled: Float64Array;
}

const stride = roles.length;

export function wordWeights(settings: Settings): WordWeights {
  const fixed = new Float64Array(matchKinds.length * stride);
  const scaled = new Float64Array(matchKinds.length * stride);
  for (const [kindCode, kind] of matchKinds.entries()) {
    const { weights, commonFloor } = settings.kinds[kind];
    for (const [role, name] of roles.entries()) {
      fixed[kindCode * stride + role] = weights[name] * commonFloor;
      scaled[kindCode * stride + role] = weights[name] * (1 - commonFloor);
    }
  }
  return { fixed, scaled };
}

/** The most that a word can count in a name of each kind. */
export function heaviestWords(settings: Settings): readonly number[] {
  return matchKinds.map((kind) => Math.max(...Object.values(settings.kinds[kind].weights)));
}

/** What a word counts in a name of this kind. */
export function wordWeight(weights: WordWeights, kindCode: number, role: number, rarity: number): number {
  const at = kindCode * stride + role;
  return weights.fixed[at]! + weights.scaled[at]! * rarity;
}
