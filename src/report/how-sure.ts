import { type Confidence, confidences } from '../model/index.ts';
import { changesEffect, oncePerAsset, type Rehearsal } from '../rehearsal/index.ts';

/** How sure the ties are between the assets that change and the parties behind them, in things; the surest first. */
export function tiesByConfidence(
  rehearsals: readonly Rehearsal[],
): readonly { readonly confidence: Confidence; readonly count: number }[] {
  const assets = rehearsals.flatMap(({ changes }) => oncePerAsset(changes.filter(changesEffect)));
  return confidences
    .map((confidence) => ({
      confidence,
      count: assets.filter((change) => change.confidence === confidence).length,
    }))
    .filter(({ count }) => count > 0);
}
