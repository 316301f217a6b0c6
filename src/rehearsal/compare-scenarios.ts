import { type Day, type Effect, type Money, sumMoney } from '../model/index.ts';
import type { Rehearsal, Side, Totals } from './rehearsal.ts';
import { isBarring, strictness } from './strictness.ts';

/** What one scenario does to one portfolio, in the figures by which scenarios are compared. */
export interface ScenarioColumn {
  readonly scenario: string;
  readonly title: string;
  readonly on: Day;
  /** The last day on which the scenario changes anything; `after` is told for it. */
  readonly until: Day;
  /** Value stands kind by kind: kinds may be the same money. */
  readonly changed: {
    readonly assets: number;
    readonly devices: number;
    readonly byKind: Totals['byKind'];
  };
  /** Assets with which some dealing is stricter than in the world as it is, and such with which one is freer. */
  readonly stricter: number;
  readonly freer: number;
  /** Assets by their gravest effect once the scenario has run, changed or not. */
  readonly after: Side['effects'];
  /** Assets with which something cannot go on once the scenario has run. */
  readonly barred: { readonly assets: number; readonly onlyPossible: number };
  readonly caught: number;
  readonly undetermined: number;
  readonly payments: readonly {
    readonly treatment: string;
    readonly payments: number;
    readonly values: readonly Money[];
  }[];
  readonly firstDeadline?: { readonly day: Day; readonly what: string };
  /** Against the scenario before it in the row: assets with which some dealing is stricter than there, or freer. */
  readonly against?: {
    readonly with: string;
    readonly stricter: readonly string[];
    readonly freer: readonly string[];
  };
}

export interface ScenarioComparison {
  readonly portfolio: { readonly id: string; readonly title: string };
  readonly columns: readonly ScenarioColumn[];
}

/**
 * Rehearsals of several scenarios side by side, one comparison for each portfolio, scenarios in the order given. Pure: nothing
 * is asked anew.
 */
export function compareScenarios(rehearsals: readonly Rehearsal[]): ScenarioComparison[] {
  const byPortfolio = Map.groupBy(rehearsals, (rehearsal) => rehearsal.portfolio.id);
  return [...byPortfolio.values()].map((row) => ({
    portfolio: { id: row[0]!.portfolio.id, title: row[0]!.portfolio.title },
    columns: row.map((rehearsal, at) => columnOf(rehearsal, row[at - 1])),
  }));
}

function columnOf(rehearsal: Rehearsal, previous: Rehearsal | undefined): ScenarioColumn {
  const { scenario, totals, after } = rehearsal;
  const barred = after.effects.filter(({ effect }) => isBarring(effect));
  const [first] = rehearsal.deadlines;
  const today = moved(new Map(), effectsOf(rehearsal));
  const treatments = Map.groupBy(rehearsal.money.payments, ({ treatment }) => treatment);
  return {
    scenario: scenario.id,
    title: scenario.title,
    on: scenario.on,
    until: after.on,
    changed: { assets: totals.changedAssets, devices: totals.devices, byKind: totals.byKind },
    stricter: today.stricter.length,
    freer: today.freer.length,
    after: after.effects,
    barred: {
      assets: barred.reduce((sum, { assets }) => sum + assets, 0),
      onlyPossible: barred.reduce((sum, { onlyPossible }) => sum + onlyPossible, 0),
    },
    caught: new Set(rehearsal.reached.filter(({ result }) => result === 'caught').map(({ party }) => party))
      .size,
    undetermined: rehearsal.undetermined.length,
    payments: [...treatments].map(([treatment, groups]) => ({
      treatment,
      payments: groups.reduce((sum, group) => sum + group.payments, 0),
      values: sumMoney(groups.flatMap((group) => group.values)),
    })),
    ...(first === undefined ? {} : { firstDeadline: { day: first.day, what: first.what } }),
    ...(previous === undefined ? {} : { against: difference(previous, rehearsal) }),
  };
}

function difference(one: Rehearsal, other: Rehearsal): NonNullable<ScenarioColumn['against']> {
  return { with: one.scenario.id, ...moved(effectsOf(one), effectsOf(other)) };
}

interface DealingEffect {
  readonly asset: string;
  /** In the world as it is. */
  readonly before: Effect;
  /** Once the scenario has run. */
  readonly last: Effect;
}

/** What each dealing that a scenario changes has become in the end. */
function effectsOf({ changes }: Rehearsal): Map<string, DealingEffect> {
  return new Map(
    changes.map(({ id, asset, before, after, later }) => [
      id,
      { asset, before, last: later.at(-1)?.effect ?? after },
    ]),
  );
}

/** Assets by whether some dealing with them is stricter or freer in the second; what one leaves alone is as before. */
function moved(one: ReadonlyMap<string, DealingEffect>, other: ReadonlyMap<string, DealingEffect>) {
  const stricter = new Set<string>();
  const freer = new Set<string>();
  for (const id of new Set([...one.keys(), ...other.keys()])) {
    const [had, has] = [one.get(id), other.get(id)];
    const step = strictness(has?.last ?? had!.before) - strictness(had?.last ?? has!.before);
    if (step !== 0) (step > 0 ? stricter : freer).add((had ?? has)!.asset);
  }
  return { stricter: [...stricter].sort(), freer: [...freer].sort() };
}
