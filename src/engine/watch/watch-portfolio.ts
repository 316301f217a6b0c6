import type { ListSince } from '../../archive/index.ts';
import { labelOf } from '../../exposure/index.ts';
import type { Match } from '../../match/index.ts';
import type { Day, PartyId, Portfolio } from '../../model/index.ts';
import type { Engine } from '../engine.ts';
import { listingNote } from '../screening/answer-row.ts';
import { type Alert, type AlertMatch, alertId } from './alert.ts';
import { type ChangedParties, type ChangedParty, changedParties } from './changed-parties.ts';
import { changesToTell } from './legal-changes.ts';
import { createMeaningFinder, type Meaning } from './meaning.ts';
import { rescreen } from './rescreen.ts';
import type { WatchedParty } from './watched-parties.ts';

export interface WatchQuestion {
  readonly engine: Engine;
  /** What is watched, in the user's words. */
  readonly word: string;
  readonly parties: AsyncIterable<WatchedParty> | Iterable<WatchedParty>;
  readonly thorough: boolean;
  /** Where what is watched is a portfolio; a screening file has no assets to ask the law about. */
  readonly portfolio?: Portfolio;
  readonly lists: readonly ListSince[];
  readonly on: Day;
}

export interface WatchAnswer {
  readonly alerts: readonly Alert[];
  /** Changed entries that were asked about, and parties of the user's that were asked. */
  readonly asked: number;
  readonly parties: number;
  readonly unknown: ChangedParties['unknown'];
}

interface Touching {
  readonly asset: Pick<Alert, 'asset' | 'label' | 'role' | 'at'>;
  readonly party: PartyId;
  readonly match: AlertMatch;
  readonly pieces: Match['pieces'];
  readonly means?: () => readonly Meaning[];
}

/** What changed on the lists that touches a portfolio, asset by asset in its order, then list by list. */
export async function watchPortfolio(question: WatchQuestion): Promise<WatchAnswer> {
  const { engine, parties, thorough, lists, portfolio, on } = question;
  const changed = changedParties(lists, engine.register, on);
  const { found, count } = await rescreen({
    parties,
    changed: changed.parties,
    register: engine.register,
    names: () => engine.names,
    thorough,
  });
  const counts = { asked: changed.entries.length, parties: count, unknown: changed.unknown };
  if (changed.parties.size === 0) return { alerts: [], ...counts };
  const meaning = portfolio && createMeaningFinder(engine, portfolio, on);
  const touching = found.map(({ watched, party, match }): Touching => {
    const { query: _query, ...asset } = watched;
    const { id: _id, kind: _kind, match: _match, ...rest } = match;
    return {
      asset,
      party,
      match: { by: 'name', ...rest },
      pieces: match.pieces,
      ...(meaning ? { means: () => meaning.ofMatch(watched.asset, match, party) } : {}),
    };
  });
  for (const party of meaning ? changed.parties.keys() : []) {
    for (const touched of meaning!.devicesBy(party)) {
      const { score, confidence, explanation } = touched.touch;
      const [at] = touched.asset.rows;
      const label = labelOf(touched.asset);
      touching.push({
        asset: { asset: touched.asset.id, label, role: 'maker', ...(at === undefined ? {} : { at }) },
        party,
        match: { by: 'maker', score, confidence, explanation },
        pieces: [],
        means: () => meaning!.ofTouched(touched),
      });
    }
  }
  const alerts = touching.flatMap((one) =>
    changed.parties.get(one.party)!.flatMap((party) => alertsOf(one, party, question)),
  );
  return { alerts, ...counts };
}

function alertsOf(touching: Touching, changed: ChangedParty, { engine, on, word }: WatchQuestion): Alert[] {
  const listings = engine.register.listingsOf(touching.party).map((listing) => listingNote(listing, on));
  return changed.entries.flatMap(({ list, entry }) => {
    const changes = changesToTell(entry, touching.pieces);
    if (changes.length === 0) return [];
    const { source, now, before } = list;
    const old = before.at(-1);
    const alert: Omit<Alert, 'id'> = {
      ...touching.asset,
      party: touching.party,
      caption: changed.party.caption,
      entry: { source, entry: entry.entry, name: entry.name, state: entry.state, regimes: entry.regimes },
      through: changed.through,
      changes,
      version: now.at(-1)!,
      ...(old === undefined ? {} : { before: old }),
      match: touching.match,
      listings,
      ...(touching.means ? { means: touching.means() } : {}),
    };
    return [{ id: alertId(alert, word), ...alert }];
  });
}
