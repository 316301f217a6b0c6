import {
  type Ask,
  type AskedPortfolio,
  expose,
  type Knowledge,
  labelOf,
  questionsOf,
  stakeOf,
  type TouchedAsset,
  touchPortfolio,
  unsettledDevices,
} from '../exposure/index.ts';
import type { Assumption, Day, Finding, ListVersion, PartyId, Portfolio, Regime } from '../model/index.ts';
import { type Compared, changesOf, compare } from './changes.ts';
import { deadlinesOf } from './deadlines.ts';
import { keyDaysOf } from './key-days.ts';
import { moneyOf } from './money.ts';
import { newlyCleared, newlyReached } from './newly-reached.ts';
import { type Criterion, nextInLine } from './next-in-line.ts';
import type { Price } from './price-list.ts';
import type { ReachedParty, Rehearsal, Undetermined } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';
import { sensitivityOf } from './sensitivity.ts';
import { sourcesOf } from './sources-of-changes.ts';
import { substitutesOf } from './substitutes.ts';
import { sideOf, totalsOf } from './totals.ts';

/** A state of the world as the rehearsal needs it: it answers, and says whom ownership reaches. */
export interface RehearsedWorld {
  readonly ask: Ask;
  /** Unlisted parties that the listings reach by ownership, subsidiary or affiliate rules on a day. */
  reached(on: Day): readonly ReachedParty[];
}

/** Everything a rehearsal is made of; the same input gives the same bytes. */
export interface RehearsalInput {
  readonly portfolio: Portfolio;
  readonly scenario: Scenario;
  readonly knowledge: Knowledge;
  /** What of the portfolio touches whom: found once for a portfolio, whatever is rehearsed on it. */
  readonly touched: readonly TouchedAsset[];
  readonly world: (assumptions: readonly Assumption[]) => RehearsedWorld;
  /** Makers that could replace those in question, with a note on each. */
  readonly alternatives: readonly { readonly party: PartyId; readonly note: string }[];
  /** Documented criteria, with the parties that meet each. */
  readonly criteria: readonly Criterion[];
  /** Regimes on which a party is listed on a day. */
  readonly listedOn: (party: PartyId, on: Day) => readonly string[];
  readonly sourceTitle: (code: string) => string;
  /** Regimes as data, for the windows that run from an assumed listing. */
  readonly regimes?: readonly Regime[];
  /** What others published of the cost of replacing devices. */
  readonly prices?: readonly Price[];
  readonly versions: readonly ListVersion[];
  readonly known: Day;
  readonly register: string;
  readonly engine: string;
  /** Leaves out what moves the result most, which asks every question anew for each assumption. */
  readonly withoutSensitivity?: boolean;
}

/**
 * Rehearses: the portfolio's dealings in the world as it is and in the world under the scenario's assumptions, on the
 * scenario's day and on every later day on which an assumption begins or ends.
 */
export function rehearse(input: RehearsalInput): Rehearsal {
  const { portfolio, scenario, knowledge, touched } = input;
  const keyDays = keyDaysOf(scenario, input.regimes);
  const days = keyDays.map((key) => key.day);
  const before = input.world([]);
  const after = input.world(scenario.assumptions.map((one) => one.assumption));
  const asked = questionsOf(portfolio, touched);
  const compared = compare(asked, before.ask, after.ask, days);
  const changes = changesOf(asked, compared);
  const last = compared.at(-1)!;
  const reached = newlyReached(before, after, days);
  const cleared = newlyCleared(before, after, days);
  const unsettled = unsettledDevices(portfolio.assets, knowledge);
  const designated = scenario.assumptions.flatMap(({ assumption, group }) =>
    group === 'designation' && assumption.kind === 'listing' ? [assumption.party] : [],
  );
  return {
    portfolio: {
      id: portfolio.id,
      title: portfolio.title,
      invented: portfolio.invented,
      actor: portfolio.actor,
      assets: portfolio.assets.length,
      sites: portfolio.sites.map(({ id, name, city, latitude, longitude }) => ({
        id,
        name,
        ...(city === undefined ? {} : { city }),
        ...(latitude === undefined ? {} : { latitude }),
        ...(longitude === undefined ? {} : { longitude }),
      })),
    },
    scenario: {
      id: scenario.id,
      title: scenario.title,
      ...(scenario.note === undefined ? {} : { note: scenario.note }),
      on: scenario.on,
      assumptions: scenario.assumptions.map((one) => one.words),
    },
    known: input.known,
    keyDays,
    // On the same day as the side after, so that nothing but the assumptions tells them apart.
    before: sideOf(last.day, asked, last.before),
    after: sideOf(last.day, asked, last.after),
    changes,
    totals: totalsOf(
      portfolio,
      new Set(touched.map(({ asset }) => asset.id)).size,
      changes,
      scenario.on,
      windDown(scenario),
    ),
    money: moneyOf({
      portfolio,
      scenario,
      changes,
      asked,
      compared,
      before: before.ask,
      after: after.ask,
      prices: input.prices ?? [],
    }),
    reached,
    cleared,
    deadlines: deadlinesOf({ portfolio, scenario, changes, asked, compared }),
    undetermined: undeterminedOf(asked, compared),
    unsettled,
    substitutes: substitutesOf({
      portfolio,
      alternatives: input.alternatives,
      caption: knowledge.caption,
      listedOn: input.listedOn,
      before: before.ask,
      after: after.ask,
      on: last.day,
      designated: new Set(designated),
    }),
    next: nextInLine({
      criteria: input.criteria,
      designated,
      on: scenario.on,
      caption: knowledge.caption,
      listedOn: input.listedOn,
      sourceTitle: input.sourceTitle,
    }),
    sensitivity: input.withoutSensitivity
      ? []
      : sensitivityOf({
          portfolio,
          knowledge,
          asked,
          scenario,
          days,
          world: input.world,
          reached,
          unsettled,
        }),
    notForbidden: [...new Set(last.after.flatMap((answer) => answer.notForbidden))].sort(),
    sources: sourcesOf(changes, input.regimes ?? [], input.sourceTitle),
    versions: input.versions,
    register: input.register,
    engine: input.engine,
  };
}

function windDown(scenario: Scenario): { until: Day } | undefined {
  const licences = scenario.assumptions.flatMap(({ assumption }) =>
    assumption.kind === 'licence' ? [assumption] : [],
  );
  const last = licences.sort((a, b) => (a.until < b.until ? 1 : -1))[0];
  return last && { until: last.until };
}

/** Dealings that are undetermined on some key day under the assumptions, with all that would settle them. */
function undeterminedOf({ dealings }: AskedPortfolio, compared: readonly Compared[]): Undetermined[] {
  return dealings.flatMap(({ asset, activity, question }) => {
    const answer = compared
      .map(({ after }) => after[question]!)
      .findLast((one) => one.effect === 'undetermined');
    if (answer === undefined) return [];
    const value = stakeOf(asset);
    return [
      {
        asset: asset.id,
        label: labelOf(asset),
        activity,
        ...(value === undefined ? {} : { value }),
        unknowns: answer.unknowns,
      },
    ];
  });
}

/** The findings of a portfolio on a day without any assumption: what `expose` shows. */
export function findingsOf(portfolio: Portfolio, knowledge: Knowledge, ask: Ask, on: Day): Finding[] {
  return expose(portfolio, touchPortfolio(portfolio, knowledge), ask, on);
}
