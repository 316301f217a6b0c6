import type { Observation, PartyId, RegimeId } from '../model/index.ts';

/**
 * What others published about any of the parties or regimes; a figure may be about several makers or regimes together
 * (`hikvision;dahua`).
 */
export function publishedAbout(
  subjects: readonly (PartyId | RegimeId)[],
  observations: readonly Observation[],
): Observation[] {
  const wanted = new Set<string>(subjects);
  return observations.filter(({ subject }) => subject.split(';').some((one) => wanted.has(one)));
}
