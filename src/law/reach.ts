import type { RuleState, StandingEntry } from './standing.ts';

/** How an entry reaches its party: by name, by an ownership rule, perhaps by one, or as a mere connection. */
export type Reach = 'listed' | 'caught' | 'undetermined' | 'connected';

/**
 * How an entry reaches its party on the day of the standing. An ownership rule that was suspended or not yet made reaches
 * nobody, whatever the shares; one of which nobody here knows whether it applied may reach.
 */
export function reachOf(entry: StandingEntry): Reach {
  if (entry.via === undefined) return 'listed';
  if (entry.via === 'affiliation') return 'connected';
  const byShares = entry.certainty === 'certain' ? 'caught' : 'undetermined';
  return entry.rule === undefined ? byShares : underRule(entry.rule, byShares);
}

function underRule(rule: RuleState, byShares: Reach): Reach {
  switch (rule) {
    case 'in force':
      return byShares;
    case 'suspended':
    case 'not in force':
      return 'connected';
    case 'not known':
      return 'undetermined';
  }
}
