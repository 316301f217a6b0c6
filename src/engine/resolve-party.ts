import type { World } from '../exposure/index.ts';
import { Fault, type PartyId, type RegisterView } from '../model/index.ts';
import type { PartyNames } from './names/party-names.ts';

/**
 * The party that an id, identifier or exact name stands for. Throws `AS_UNKNOWN_PARTY` with the nearest names, and
 * `AS_AMBIGUOUS_PARTY` with the ids to choose from: a near name is offered, never taken.
 */
export function resolveParty(
  text: string,
  world: World,
  names: () => PartyNames,
  register: RegisterView,
): PartyId {
  try {
    return world.resolve(text);
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.code !== 'AS_UNKNOWN_PARTY') throw cause;
    const near = names()
      .search(text, { threshold: 0.5, limit: 5 })
      .map((match) => `${register.party(match.id)?.caption ?? match.matched.name} (${match.id})`);
    const remedy =
      near.length > 0
        ? `Near are: ${near.join(', ')}.`
        : 'Check the spelling, or search with: aftershock screen NAME.';
    throw new Fault('AS_UNKNOWN_PARTY', cause.message, { remedy, cause });
  }
}
