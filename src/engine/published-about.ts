import type { Observation, PartyId } from '../model/index.ts';

/** What others published about any of the parties; a figure may be about several makers together (`hikvision;dahua`). */
export function publishedAbout(
  parties: readonly PartyId[],
  observations: readonly Observation[],
): Observation[] {
  const wanted = new Set<string>(parties);
  return observations.filter(({ subject }) => subject.split(';').some((one) => wanted.has(one)));
}
