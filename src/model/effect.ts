/** What a provision does, gravest first. `undetermined` stands last: it is not an effect but a missing fact. */
export const effects = [
  'blocked',
  'prohibited',
  'licence required',
  'not authorised',
  'ineligible',
  'rebuttable presumption',
  'removal required',
  'disclosure required',
  'red flag',
  'allowed',
  'undetermined',
] as const;
export type Effect = (typeof effects)[number];

const gravityOf = new Map<Effect, number>(effects.map((effect, index) => [effect, effects.length - index]));

/** Larger is graver; only the order counts. */
export function gravity(effect: Effect): number {
  return gravityOf.get(effect)!;
}

/** Sorts gravest first. */
export function byGravity(a: Effect, b: Effect): number {
  return gravity(b) - gravity(a);
}
