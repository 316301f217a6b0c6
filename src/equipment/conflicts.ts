import type { Device } from '../model/index.ts';
import { familyOf } from './clue.ts';
import type { FusedCandidate } from './fuse.ts';
import type { Gathered } from './gather.ts';

/** A rival that is this unlikely is not worth a word. */
const leastProbability = 0.0005;
/** Evidence for somebody else from this weight on (odds of about three to one after the prior) is a contradiction worth telling. */
const worthTelling = 3.2;

/**
 * What speaks against the first candidate, in words. A brand that is known to be made by the candidate is no
 * contradiction; a registrant, banner, model or brand of somebody else is.
 */
export function findConflicts(
  device: Device,
  gathered: Gathered,
  candidates: readonly FusedCandidate[],
): { readonly conflicts: string[]; readonly isContradicted: boolean } {
  const [first, ...others] = candidates;
  const conflicts: string[] = [];
  let isContradicted = false;
  if (first) {
    const knownMentions = new Set(
      first.clues
        .filter(({ clue, weight }) => familyOf(clue.kind) === 'label' && weight > 0)
        .map(({ clue }) => `${clue.signal}|${clue.value}`),
    );
    for (const other of others) {
      const strongest = other.clues.find(({ weight }) => weight >= worthTelling);
      if (!strongest || other.probability < leastProbability) continue;
      const { clue } = strongest;
      const isSameLabel =
        familyOf(clue.kind) === 'label' && knownMentions.has(`${clue.signal}|${clue.value}`);
      if (isSameLabel) {
        conflicts.push(
          `the brand table names both ${first.pointer.name} and ${other.pointer.name} for "${clue.value}"`,
        );
        continue;
      }
      isContradicted = true;
      const best = first.clues[0]!.clue;
      conflicts.push(
        `${clue.signal} "${clue.value}" points to ${other.pointer.name}, but ${best.signal} "${best.value}" to ${first.pointer.name}`,
      );
    }
    const excluded = first.clues.find(({ clue }) => clue.kind === 'exclusion');
    if (excluded) {
      isContradicted = true;
      conflicts.push(
        `${excluded.clue.signal} "${excluded.clue.value}" speaks against ${first.pointer.name}: ${excluded.clue.source}`,
      );
    }
  }
  conflicts.push(...gathered.remarks);
  for (const { field, values } of device.conflicts ?? []) {
    conflicts.push(
      `the files disagree on ${field}: ${values.map(({ value, row }) => `${value} (${row.file}:${row.line})`).join(', ')}`,
    );
  }
  return { conflicts, isContradicted };
}
