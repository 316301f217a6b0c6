import { type Confidence, confidences, type Effect, type Finding, gravity } from '../../model/index.ts';
import { strictness } from '../../rehearsal/index.ts';

/** What stands in one line for all findings of a thing. */
export interface GravestEffect {
  readonly effect: Effect;
  readonly match: Confidence;
  /** What it would be, were a match that is only possible the right one; `effect` is undetermined then. */
  readonly wouldBe?: Effect;
}

/**
 * The gravest effect of each asset by kind and id. A match that is only possible decides nothing: an asset with no other is
 * undetermined, with what it would be.
 */
export function gravestEffects(findings: readonly Finding[]): ReadonlyMap<string, GravestEffect> {
  const gravest = new Map<string, GravestEffect>();
  for (const finding of findings) {
    const key = thingKey(finding.assetKind, finding.asset);
    const next = effectOf(finding);
    const known = gravest.get(key);
    if (!known || weight(next) > weight(known)) gravest.set(key, next);
  }
  return gravest;
}

/** An id may stand for a device and for a contract: the kind keeps them apart. */
export function thingKey(kind: string, id: string): string {
  return `${kind} ${id}`;
}

function effectOf({ effect, touch: { confidence: match } }: Finding): GravestEffect {
  const isSure = match === 'certain' || match === 'probable';
  if (isSure || effect === 'allowed' || effect === 'undetermined') return { effect, match };
  return { effect: 'undetermined', match, wouldBe: effect };
}

function weight({ effect, match, wouldBe }: GravestEffect): number {
  const sureness = confidences.length - confidences.indexOf(match);
  return strictness(effect) * 1000 + (wouldBe === undefined ? 0 : gravity(wouldBe) * 10) + sureness;
}
