import type { EntryDelta, ListDelta } from '../archive/index.ts';
import { labelOf } from '../exposure/index.ts';
import type { Confidence, Portfolio } from '../model/index.ts';
import type { Engine } from './engine.ts';

/** A thing of the user that an entry may be about, and how sure that is. */
export interface Touched {
  readonly asset: string;
  readonly label: string;
  readonly because: string;
  readonly confidence: Confidence;
}

/** A changed entry with the things of the user that it may be about. */
export interface TouchingEntry extends EntryDelta {
  readonly touches: readonly Touched[];
}

export interface TouchingDelta extends Omit<ListDelta, 'entries'> {
  readonly entries: readonly TouchingEntry[];
}

/**
 * What of the deltas touches a portfolio: entries of parties that an asset leads to by name, identifier or maker. Entries
 * that were removed count too, as their parties stay in the register. Counts are those of the entries kept.
 */
export function touchingDeltas(
  engine: Engine,
  portfolio: Portfolio,
  deltas: readonly ListDelta[],
): TouchingDelta[] {
  const byParty = Map.groupBy(engine.touched(portfolio), ({ touch }) => touch.party);
  return deltas.map((delta) => {
    const entries = delta.entries.flatMap((entry): TouchingEntry[] => {
      const party = engine.register.resolve(`${delta.source}:${entry.entry}`);
      const touched = (party && byParty.get(party)) ?? [];
      if (touched.length === 0) return [];
      const touches = touched.map(({ asset, touch }) => ({
        asset: asset.id,
        label: labelOf(asset),
        because: touch.explanation,
        confidence: touch.confidence,
      }));
      return [{ ...entry, touches: touches.sort((a, b) => (a.asset < b.asset ? -1 : 1)) }];
    });
    const count = (state: EntryDelta['state']) => entries.filter((entry) => entry.state === state).length;
    return { ...delta, added: count('added'), removed: count('removed'), changed: count('changed'), entries };
  });
}
