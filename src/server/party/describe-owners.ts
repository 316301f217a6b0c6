import type { Engine } from '../../engine/index.ts';
import { type Reach, reachOf } from '../../law/index.ts';
import {
  type Day,
  isWithin,
  type Link,
  type LinkKind,
  listingState,
  type PartyId,
  shareText,
} from '../../model/index.ts';
import type { OwnersAnswer } from '../schemas/party.ts';

/** Links that are drawn; suppliers, officers and families are not ownership. */
const drawn: ReadonlySet<LinkKind> = new Set([
  'ownership',
  'control',
  'subsidiary',
  'affiliate',
  'investor',
  'successor',
]);
const mostParties = 60;
const levelsUp = 4;
const levelsDown = 2;

/** The owners above and the owned below a party on a day, with the proofs by which listings reach it. */
export function describeOwners(engine: Engine, party: PartyId, on: Day): OwnersAnswer {
  const { register } = engine;
  const world = engine.world();
  const levels = new Map<PartyId, number>([[party, 0]]);
  const links = new Map<string, Link>();
  const left = new Set<PartyId>();

  const walk = (direction: 'up' | 'down', depth: number): void => {
    let front: PartyId[] = [party];
    for (let step = 1; step <= depth && front.length > 0; step++) {
      const next: PartyId[] = [];
      for (const at of front) {
        const around = [...register.linksOf(at)]
          .filter((link) => drawn.has(link.kind) && link[direction === 'up' ? 'owned' : 'owner'] === at)
          .sort(bySize);
        for (const link of around) {
          const other = link[direction === 'up' ? 'owner' : 'owned'];
          if (!levels.has(other)) {
            if (levels.size >= mostParties) {
              left.add(other);
              continue;
            }
            levels.set(other, direction === 'up' ? -step : step);
            next.push(other);
          }
          links.set(link.id, link);
        }
      }
      front = next;
    }
  };
  walk('up', levelsUp);
  walk('down', levelsDown);

  const title = (regime: string) => engine.regimeTitle(regime);
  const sources: Record<string, string> = {};
  const edges = [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((link) => edgeOf(link, on));
  for (const { provenance } of edges) {
    for (const code of provenance.source.split(',').map((part) => part.trim()))
      if (engine.sourceTitle(code) !== code) sources[code] = engine.sourceTitle(code);
  }
  const caption = (id: string) => register.party(id)?.caption ?? id;
  return {
    party,
    on,
    known: engine.known,
    listStandings: engine.listStandings(on),
    nodes: [...levels].map(([id, level]) => {
      const standing = world.standing(id, on);
      const current = standing.entries.filter((entry) => listingState(entry, on) === 'in force');
      const open = standing.entries.filter(
        (entry) => listingState(entry, on) === 'not known' && reachOf(entry) !== 'connected',
      );
      const regimes = (wanted: (typeof current)[number][]) =>
        [...new Set(wanted.map((entry) => title(entry.regime)))].sort();
      const byReach = Map.groupBy(current, (entry) => reachOf(entry));
      return {
        id,
        caption: standing.name,
        countries: standing.countries,
        schema: register.party(id)?.schema ?? 'LegalEntity',
        level,
        listedOn: regimes(byReach.get('listed') ?? []),
        reachedBy: regimes(byReach.get('caught') ?? []),
        undetermined: regimes([...(byReach.get('undetermined') ?? []), ...open]),
      };
    }),
    edges,
    proofs: world
      .standing(party, on)
      .entries.filter((entry) => entry.via !== undefined)
      .map((entry) => ({
        regime: entry.regime,
        short: title(entry.regime),
        result: resultOf(reachOf(entry)),
        listed: entry.listed,
        listedName: entry.listedName,
        ...(entry.settle === undefined ? {} : { settle: entry.settle }),
        path: entry.path,
        edges: edges
          .filter(({ owner, owned }) =>
            entry.path.some((step) => {
              const ends = [step.from, step.to];
              return ends.includes(caption(owner)) && ends.includes(caption(owned));
            }),
          )
          .map(({ id }) => id),
      })),
    left: left.size,
    sources,
  };
}

function resultOf(reach: Reach): OwnersAnswer['proofs'][number]['result'] {
  return reach === 'listed' ? 'caught' : reach;
}

function edgeOf(link: Link, on: Day): OwnersAnswer['edges'][number] {
  const { id, kind, owner, owned, share, basis, from, until, asOf, disputed, note, provenance } = link;
  return {
    id,
    kind,
    owner,
    owned,
    ...(share === undefined ? {} : { share: shareText(share) }),
    ...(basis === undefined ? {} : { basis }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(disputed === undefined ? {} : { disputed }),
    ...(note === undefined ? {} : { note }),
    inForce: isWithin(on, link),
    provenance,
  };
}

function bySize(a: Link, b: Link): number {
  return (b.share?.max ?? 0) - (a.share?.max ?? 0) || (a.id < b.id ? -1 : 1);
}
