import { type Effect, gravity } from '../model/index.ts';
import { type Change, oncePerDealing } from '../rehearsal/index.ts';
import { counted } from './page-words.ts';

/** What comes under one effect that did not stand under it before. */
export interface BriefEffect {
  readonly effect: Effect;
  /** Dealing by dealing: `pay (2 payments, 1 contract); buy (7 devices)`. */
  readonly words: string;
}

/** The dealings whose effect differs, by what they become, gravest first. An asset counts once under each dealing. */
export function dealingsInBrief(changes: readonly Change[]): BriefEffect[] {
  const differing = oncePerDealing(changes).filter(({ before, after }) => before !== after);
  const byEffect = Map.groupBy(differing, ({ after }) => after);
  return [...byEffect]
    .sort(([a], [b]) => gravity(b) - gravity(a))
    .map(([effect, members]) => ({ effect, words: byActivity(members).join('; ') }));
}

function byActivity(changes: readonly Change[]): string[] {
  return [...Map.groupBy(changes, ({ activity }) => activity)]
    .map(([activity, members]) => ({ activity, members, size: assetsOf(members).length }))
    .sort((a, b) => b.size - a.size || (a.activity < b.activity ? -1 : 1))
    .map(({ activity, members }) => {
      const kinds = [...Map.groupBy(assetsOf(members), ({ assetKind }) => assetKind)]
        .map(([kind, own]) => ({ kind, count: own.reduce((sum, { count }) => sum + count, 0) }))
        .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
      return `${activity} (${kinds.map(({ kind, count }) => counted(count, kind)).join(', ')})`;
    });
}

/** One change for each asset. */
function assetsOf(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.asset, change])).values()];
}
