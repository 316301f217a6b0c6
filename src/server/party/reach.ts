import type { Casebook } from '../../casebook/index.ts';
import type { StandingEntry } from '../../law/index.ts';
import type { Day } from '../../model/index.ts';
import { findOwnershipTest, periodOn } from '../../ownership/index.ts';

/** How an entry reaches its party on a day: by name, by an ownership rule, perhaps, or as a mere connection. */
export type Reach = 'listed' | 'caught' | 'undetermined' | 'connected';

/**
 * An ownership rule that was suspended or not yet made reaches nobody, whatever the shares; one of which nobody here
 * knows whether it applied may reach.
 */
export function reachOf(casebook: Casebook, entry: StandingEntry, on: Day): Reach {
  if (entry.via === undefined) return 'listed';
  if (entry.via === 'affiliation') return 'connected';
  const test = findOwnershipTest(casebook.ownershipTests, entry.via);
  switch (test && periodOn(test, on)?.state) {
    case 'suspended':
    case 'not in force':
      return 'connected';
    case 'in force':
      return entry.certainty === 'certain' ? 'caught' : 'undetermined';
    default:
      return 'undetermined';
  }
}
