import type { z } from 'zod';
import { type Engine, epicentreOf } from '../../engine/index.ts';
import type { Rehearsal, Scenario } from '../../rehearsal/index.ts';
import {
  foremost,
  groupChanges,
  layoutShockMap,
  openQuestions,
  type ShockMap,
  shockMap,
  valueByReason,
} from '../../report/index.ts';
import type { rehearsalSchema, shockMapSchema } from '../schemas/rehearsal.ts';

/** Groups of changes that one answer carries; the files have them all. */
const mostGroups = 400;

/** Rehearsals of one scenario as the page shows them: grouped, with the map laid out. */
export function describeRehearsals(
  engine: Engine,
  scenario: Scenario,
  rehearsals: readonly Rehearsal[],
): z.output<typeof rehearsalSchema> {
  const first = rehearsals[0]!;
  const map = shockMap(rehearsals, epicentreOf(engine, scenario), engine.regimeTitle);
  const regimes = new Set(rehearsals.flatMap(({ changes }) => changes.map(({ regime }) => regime)));
  const { id, title, note, on, assumptions } = { ...first.scenario, id: scenario.id };
  return {
    scenario: { id, title, ...(note === undefined ? {} : { note }), on, assumptions },
    known: engine.known,
    register: engine.register.hash,
    engine: first.engine,
    listStandings: engine.listStandings(on),
    versions: engine.versions.length,
    keyDays: first.keyDays,
    map: describeMap(map),
    reached: reachedByParty(engine, first),
    next: first.next,
    notForbidden: [...new Set(rehearsals.flatMap(({ notForbidden }) => notForbidden))].sort(),
    sources: restOn(rehearsals),
    portfolios: rehearsals.map(describePortfolio),
    regimes: Object.fromEntries([...regimes].sort().map((regime) => [regime, engine.regimeTitle(regime)])),
  };
}

/** What the changes of all portfolios rest on, each citation once. */
function restOn(rehearsals: readonly Rehearsal[]): z.output<typeof rehearsalSchema>['sources'] {
  const flags = new Map(rehearsals.flatMap(({ sources }) => sources.map((one) => [one.title, one])));
  return [...flags.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** One row a party: the regimes that reach it stand together. */
function reachedByParty(engine: Engine, { reached }: Rehearsal): z.output<typeof rehearsalSchema>['reached'] {
  const rows = new Map<string, z.output<typeof rehearsalSchema>['reached'][number]>();
  for (const { party, caption, result, regime, because, path, settle } of reached) {
    const key = `${party} ${result}`;
    const known = rows.get(key);
    const regimes = [...new Set([...(known?.regimes ?? []), engine.regimeTitle(regime)])];
    rows.set(
      key,
      known
        ? { ...known, regimes }
        : { party, caption, result, regimes, because, path, ...(settle === undefined ? {} : { settle }) },
    );
  }
  return [...rows.values()];
}

function describePortfolio(rehearsal: Rehearsal): z.output<typeof rehearsalSchema>['portfolios'][number] {
  const { portfolio, totals, before, after, changes, deadlines, substitutes, money } = rehearsal;
  const { changedAssets, changedDealings, devices, touched, byKind, payments } = totals;
  const groups = groupChanges(changes);
  return {
    ...portfolio,
    touched,
    changedAssets,
    changedDealings,
    devices,
    valuesByKind: byKind.map(({ kind, assets, values }) => ({
      kind,
      assets,
      values,
      reasons: valueByReason(changes.filter(({ assetKind }) => assetKind === kind)),
    })),
    before,
    after,
    groups: groups.slice(0, mostGroups).map(({ change, count, assets, values }) => {
      const { asset: _asset, site: _site, value: _value, ...shared } = change;
      return { ...shared, count, assets, values };
    }),
    groupCount: groups.length,
    deadlines,
    payments,
    money,
    questions: openQuestions(rehearsal),
    substitutes,
  };
}

function describeMap(map: ShockMap): z.output<typeof shockMapSchema> {
  const places = new Map(map.marks.map(({ id }, index) => [id, index]));
  const layout = (form: 'wide' | 'narrow') => {
    const { marks, labels, ...rest } = layoutShockMap(map, form);
    return {
      ...rest,
      marks: marks.map(({ x, y, radius, line }) => ({ x, y, radius, line })),
      labels: labels.map(({ mark, ...label }) => ({ ...label, mark: places.get(mark.id)! })),
      foremost: foremost(marks, 12).map(({ mark }) => places.get(mark.id)!),
    };
  };
  return {
    epicentre: map.epicentre,
    caption: map.caption,
    marks: map.marks.map(({ effect, href: _href, parent: _parent, ...mark }) => ({ ...mark, after: effect })),
    wide: layout('wide'),
    narrow: layout('narrow'),
  };
}
