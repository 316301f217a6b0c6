import { type Effect, gravity } from '../model/index.ts';

/**
 * How much an effect restrains, for comparing before and after and for choosing what stands for an asset. As gravity,
 * except that what is undetermined stands above what is allowed: an open question is never shown as freedom.
 */
export function strictness(effect: Effect): number {
  return effect === 'undetermined' ? gravity('allowed') + 0.5 : gravity(effect);
}

/** Effects under which a dealing cannot go on without more. */
const barring: ReadonlySet<Effect> = new Set([
  'blocked',
  'prohibited',
  'licence required',
  'not authorised',
  'ineligible',
  'rebuttable presumption',
  'removal required',
]);

export function isBarring(effect: Effect): boolean {
  return barring.has(effect);
}
