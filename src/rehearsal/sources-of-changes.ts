import type { Regime } from '../model/index.ts';
import type { Change, Rehearsal } from './rehearsal.ts';
import { titlesOf } from './source-titles.ts';

const flagOrder = ['invented', 'disputed', 'from memory', 'secondary', 'verified'];

/**
 * What the changes rest on: each citation once. The flag is that of the provision where the regimes are known, since an
 * assumed listing has none of its own; else the least sure that a change under it carries.
 */
export function sourcesOf(
  changes: readonly Change[],
  known: readonly Regime[],
  sourceTitle: (code: string) => string,
): Rehearsal['sources'] {
  const flags = new Map<string, string>();
  const regimes = new Map<string, Regime>(known.map((regime) => [regime.id, regime]));
  const seen = new Set<string>();
  for (const { citation, regime, verified } of changes) {
    const key = `${regime}\n${citation}\n${verified}`;
    if (citation === '' || seen.has(key)) continue;
    seen.add(key);
    const provision = regimes.get(regime)?.provisions.find((one) => citation.startsWith(one.citation));
    const title = provision ? `${provision.citation} (${titlesOf(provision.source, sourceTitle)})` : citation;
    const flag = provision?.verified ?? verified;
    const before = flags.get(title);
    if (before === undefined || flagOrder.indexOf(flag) < flagOrder.indexOf(before)) flags.set(title, flag);
  }
  return [...flags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, flag]) => ({ title, verified: flag }));
}
