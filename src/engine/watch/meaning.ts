import { createToucher, expose, type Knowledge, type TouchedAsset } from '../../exposure/index.ts';
import type { Match } from '../../match/index.ts';
import type { Asset, Day, Effect, Finding, PartyId, Portfolio } from '../../model/index.ts';
import type { Engine } from '../engine.ts';

/** What the law says of dealings with an asset, if the party is behind it. */
export interface Meaning {
  readonly effect: Effect;
  readonly activities: readonly string[];
  readonly because: string;
  readonly policy?: string;
  readonly regime?: string;
  readonly provision?: string;
  readonly citation?: string;
}

/** Asks the law about assets of a portfolio and those behind them. */
export interface MeaningFinder {
  /** Devices that the evidence says the party made, or may have made. */
  devicesBy(party: PartyId): readonly TouchedAsset[];
  ofMatch(asset: string, match: Match, party: PartyId): readonly Meaning[];
  ofTouched(touched: TouchedAsset): readonly Meaning[];
}

/** Prepares the questions for a portfolio on a day. Devices are identified only where a maker is asked for. */
export function createMeaningFinder(engine: Engine, portfolio: Portfolio, on: Day): MeaningFinder {
  const assets = new Map<string, Asset>(portfolio.assets.map((asset) => [asset.id, asset]));
  // Only parties of the casebook are makers that devices are known by.
  const makers = new Set<string>(engine.casebook.parties.map(({ id }) => id));
  let byMaker: ReadonlyMap<PartyId, readonly TouchedAsset[]> | undefined;
  let matched: { readonly match: Match; readonly party: PartyId } | undefined;
  // Of all that a name may be, the question is about the one match at hand.
  const knowledge: Knowledge = {
    ...engine.knowledge(portfolio),
    byIdentifier: () => undefined,
    search({ name }) {
      if (!matched || name !== matched.match.matched.query) return [];
      const { match, party } = matched;
      const { score, strength, explanation } = match;
      return [{ party, score, strength, explanation, matchedName: match.matched.name }];
    },
  };
  const toucher = createToucher(portfolio, knowledge);
  const ofTouched = (touched: TouchedAsset): Meaning[] =>
    meaningsOf(expose(portfolio, [touched], engine.world().ask, on, { disclosures: true }));
  return {
    devicesBy(party) {
      if (!makers.has(party)) return [];
      byMaker ??= Map.groupBy(
        portfolio.assets.flatMap((asset) => (asset.kind === 'device' ? toucher.touch(asset) : [])),
        ({ touch }) => touch.party,
      );
      return byMaker.get(party) ?? [];
    },
    ofMatch(id, match, party) {
      const asset = assets.get(id);
      if (!asset) return [];
      matched = { match, party };
      const [touched] = toucher.touch(asset);
      return touched ? ofTouched(touched) : [];
    },
    ofTouched,
  };
}

/** One for each effect with its rule, gravest first as the findings are. */
function meaningsOf(findings: readonly Finding[]): Meaning[] {
  const groups = Map.groupBy(findings, ({ effect, answer }) => {
    const lead = answer.provisions.find((provision) => provision.effect === effect);
    return JSON.stringify([effect, lead?.regime, lead?.provision]);
  });
  return [...groups.values()].map(([first, ...rest]) => {
    const { effect, answer } = first!;
    const lead = answer.provisions.find((provision) => provision.effect === effect);
    return {
      effect,
      activities: [...new Set([first!, ...rest].map(({ activity }) => activity))],
      because: lead?.because ?? answer.plain,
      ...(answer.policy === undefined ? {} : { policy: answer.policy }),
      ...(lead ? { regime: lead.regime, provision: lead.provision, citation: lead.citation } : {}),
    };
  });
}
