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
import {
  type Answer,
  type Assumption,
  addDays,
  type Day,
  type Finding,
  type ListVersion,
  type PartyId,
  type Portfolio,
  type Provenance,
  type Regime,
} from '../model/index.ts';
import { type Compared, changesOf, compare } from './changes.ts';
import { deadlinesOf } from './deadlines.ts';
import { lawDaysOf } from './law-days.ts';
import { moneyOf } from './money.ts';
import type { Price } from './price-list.ts';
import type {
  Change,
  ReachedParty,
  Rehearsal,
  SharedCriteria,
  Substitute,
  Undetermined,
} from './rehearsal.ts';
import type { Scenario } from './scenario.ts';
import { sensitivityOf } from './sensitivity.ts';
import { strictness } from './strictness.ts';
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
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly parties: readonly { readonly party: PartyId; readonly provenance: Provenance }[];
  }[];
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
  const first = compared[0]!;
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
    before: sideOf(first.day, asked, first.before),
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
    substitutes: substitutesOf(input, before.ask, after.ask, last.day, new Set(designated)),
    next: nextInLine(input, designated, scenario.on),
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
    notForbidden: notForbiddenOf(last.after),
    sources: sourcesOf(input, changes),
    versions: input.versions,
    register: input.register,
    engine: input.engine,
  };
}

/**
 * The days on which the picture can change, ascending: the scenario's own, where assumptions begin and end, and where
 * the law's windows after an assumed listing do.
 */
export function keyDaysOf(scenario: Scenario, regimes: readonly Regime[] = []): { day: Day; what: string }[] {
  const what = new Map<Day, Set<string>>([[scenario.on, new Set(['the day rehearsed'])]]);
  const note = (day: Day, words: string) => {
    if (day < scenario.on) return;
    const known = what.get(day);
    if (known) known.add(words);
    else what.set(day, new Set([words]));
  };
  for (const { assumption, words } of scenario.assumptions) {
    if (assumption.from !== undefined) note(assumption.from, words);
    if ('until' in assumption && assumption.until !== undefined)
      note(
        addDays(assumption.until, 1),
        `${assumption.kind === 'licence' ? assumption.name : words} has ended`,
      );
  }
  const assumed = scenario.assumptions.map((one) => one.assumption);
  for (const { day, what: words } of lawDaysOf(assumed, regimes)) note(day, words);
  return [...what]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, words]) => ({ day, what: [...words].join('; ') }));
}

function windDown(scenario: Scenario): { until: Day } | undefined {
  const licences = scenario.assumptions.flatMap(({ assumption }) =>
    assumption.kind === 'licence' ? [assumption] : [],
  );
  const last = licences.sort((a, b) => (a.until < b.until ? 1 : -1))[0];
  return last && { until: last.until };
}

/** Parties that ownership reaches with the assumptions and not without them; certain where any day makes it so. */
function newlyReached(before: RehearsedWorld, after: RehearsedWorld, days: readonly Day[]): ReachedParty[] {
  const reached = new Map<string, ReachedParty>();
  for (const day of days) {
    const earlier = new Set(before.reached(day).map((one) => `${reachKey(one)} ${one.result}`));
    for (const one of after.reached(day)) {
      const key = reachKey(one);
      if (earlier.has(`${key} ${one.result}`)) continue;
      const known = reached.get(key);
      if (!known || (known.result === 'undetermined' && one.result === 'caught')) reached.set(key, one);
    }
  }
  return [...reached.values()].sort(byResult);
}

/** Parties that ownership reaches on the last key day without the assumptions and no longer with them. */
function newlyCleared(before: RehearsedWorld, after: RehearsedWorld, days: readonly Day[]): ReachedParty[] {
  const last = days.at(-1)!;
  const still = new Set(after.reached(last).map(reachKey));
  return before
    .reached(last)
    .filter((one) => !still.has(reachKey(one)))
    .sort(byResult);
}

function reachKey(one: ReachedParty): string {
  return `${one.party} ${one.regime}`;
}

function byResult(a: ReachedParty, b: ReachedParty): number {
  if (a.result !== b.result) return a.result === 'caught' ? -1 : 1;
  const [one, other] = [reachKey(a), reachKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
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

function substitutesOf(
  input: RehearsalInput,
  before: Ask,
  after: Ask,
  on: Day,
  designated: ReadonlySet<PartyId>,
): Substitute[] {
  if (!input.portfolio.assets.some((asset) => asset.kind === 'device')) return [];
  const buy = (ask: Ask, party: PartyId) =>
    ask({
      on,
      actor: input.portfolio.actor,
      activity: 'buy',
      counterparty: party,
      item: { kind: 'video surveillance equipment', maker: party },
      facts: input.portfolio.facts,
    }).effect;
  return input.alternatives
    .filter(({ party }) => !designated.has(party))
    .map(({ party, note }) => ({
      party,
      caption: input.knowledge.caption(party),
      before: buy(before, party),
      after: buy(after, party),
      listings: input.listedOn(party, on),
      note,
    }))
    .sort(
      (a, b) =>
        strictness(a.after) - strictness(b.after) ||
        a.listings.length - b.listings.length ||
        (a.party < b.party ? -1 : 1),
    );
}

/** Parties by the number of documented criteria that they share with the designated ones: a ranking of evidence, no prediction. */
function nextInLine(input: RehearsalInput, designated: readonly PartyId[], on: Day): SharedCriteria[] {
  const shared = new Map<PartyId, SharedCriteria['shared'][number][]>();
  for (const criterion of input.criteria) {
    if (!criterion.parties.some(({ party }) => designated.includes(party))) continue;
    for (const { party, provenance } of criterion.parties) {
      if (designated.includes(party)) continue;
      const row = {
        criterion: criterion.title,
        source: titlesOf(provenance.source, input.sourceTitle),
        verified: provenance.verified,
      };
      const known = shared.get(party);
      if (known) known.push(row);
      else shared.set(party, [row]);
    }
  }
  return [...shared]
    .map(([party, rows]) => ({
      party,
      caption: input.knowledge.caption(party),
      shared: rows,
      listings: input.listedOn(party, on),
    }))
    .sort((a, b) => b.shared.length - a.shared.length || (a.party < b.party ? -1 : 1));
}

function notForbiddenOf(answers: readonly Answer[]): string[] {
  return [...new Set(answers.flatMap((answer) => answer.notForbidden))].sort();
}

/** `S9, S14` as the titles that the codes stand for. */
function titlesOf(codes: string, titleOf: (code: string) => string): string {
  return codes
    .split(',')
    .map((code) => titleOf(code.trim()))
    .join('; ');
}

const flagOrder = ['invented', 'disputed', 'from memory', 'secondary', 'verified'];

/**
 * What the changes rest on: each citation once. The flag is that of the provision where the regimes are known, since an
 * assumed listing has none of its own; else the least sure that a change under it carries.
 */
function sourcesOf(input: RehearsalInput, changes: readonly Change[]): Rehearsal['sources'] {
  const flags = new Map<string, string>();
  const regimes = new Map<string, Regime>((input.regimes ?? []).map((regime) => [regime.id, regime]));
  const seen = new Set<string>();
  for (const { citation, regime, verified } of changes) {
    const key = `${regime}\n${citation}\n${verified}`;
    if (citation === '' || seen.has(key)) continue;
    seen.add(key);
    const provision = regimes.get(regime)?.provisions.find((one) => citation.startsWith(one.citation));
    const title = provision
      ? `${provision.citation} (${titlesOf(provision.source, input.sourceTitle)})`
      : citation;
    const flag = provision?.verified ?? verified;
    const known = flags.get(title);
    if (known === undefined || flagOrder.indexOf(flag) < flagOrder.indexOf(known)) flags.set(title, flag);
  }
  return [...flags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, flag]) => ({ title, verified: flag }));
}

/** The findings of a portfolio on a day without any assumption: what `expose` shows. */
export function findingsOf(portfolio: Portfolio, knowledge: Knowledge, ask: Ask, on: Day): Finding[] {
  return expose(portfolio, touchPortfolio(portfolio, knowledge), ask, on);
}
