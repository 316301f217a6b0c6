import { z } from 'zod';
import type { ListDelta } from '../../archive/index.ts';
import { type Engine, type Touched, touchingDeltas } from '../../engine/index.ts';
import { type Confidence, confidences } from '../../model/index.ts';
import type { HeldPortfolios } from '../held-portfolios.ts';
import { list } from '../schemas/pieces.ts';

/** Assets that one answer names for an entry; their number stands beside them. */
const mostAssets = 5;

export const touchSchema = z
  .object({
    portfolio: z.string(),
    title: z.string(),
    assets: z.number(),
    first: list(z.object({ asset: z.string(), label: z.string() })),
    because: z.string().describe('Why the surest of them may be meant.'),
    confidence: z.enum(confidences),
  })
  .meta({ id: 'TouchedPortfolio', description: 'Assets of a portfolio that a changed entry may be about.' });
export type TouchedPortfolio = z.output<typeof touchSchema>;

/** Which held portfolios each entry of the deltas may touch, by list and entry. */
export function touchesOf(
  engine: Engine,
  held: HeldPortfolios,
  deltas: readonly ListDelta[],
): ReadonlyMap<string, readonly TouchedPortfolio[]> {
  const touches = new Map<string, TouchedPortfolio[]>();
  if (deltas.every(({ entries }) => entries.length === 0)) return touches;
  for (const id of held.ids()) {
    const { portfolio } = held.get(id);
    for (const delta of touchingDeltas(engine, portfolio, deltas)) {
      for (const entry of delta.entries) {
        const key = entryKey(delta.source, entry.entry);
        touches.set(key, [...(touches.get(key) ?? []), summary(id, portfolio.title, entry.touches)]);
      }
    }
  }
  return touches;
}

export function entryKey(list: string, entry: string): string {
  return `${list}\n${entry}`;
}

function summary(portfolio: string, title: string, touched: readonly Touched[]): TouchedPortfolio {
  const sureness = ({ confidence }: { readonly confidence: Confidence }) => confidences.indexOf(confidence);
  const assets = [...new Map(touched.map((one) => [one.asset, one])).values()];
  const surest = touched.reduce((best, next) => (sureness(next) < sureness(best) ? next : best));
  return {
    portfolio,
    title,
    assets: assets.length,
    first: assets.slice(0, mostAssets).map(({ asset, label }) => ({ asset, label })),
    because: surest.because,
    confidence: surest.confidence,
  };
}
