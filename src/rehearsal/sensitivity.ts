import {
  type Ask,
  type AskedPortfolio,
  answersOn,
  type Knowledge,
  questionsOf,
  stakeOf,
  touchPortfolio,
  type Unsettled,
} from '../exposure/index.ts';
import {
  type Answer,
  type Asset,
  type Assumption,
  type Day,
  factKeys,
  type Money,
  type PartyId,
  type Portfolio,
  type Question,
  sumMoney,
} from '../model/index.ts';
import type { ReachedParty, Sensitivity } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';
import { isBarring } from './strictness.ts';

interface SupposedWorld {
  readonly ask: Ask;
  reached(on: Day): readonly ReachedParty[];
}

interface SensitivityInput {
  readonly portfolio: Portfolio;
  readonly knowledge: Knowledge;
  readonly asked: AskedPortfolio;
  readonly scenario: Scenario;
  readonly days: readonly Day[];
  readonly world: (assumptions: readonly Assumption[]) => SupposedWorld;
  readonly reached: readonly ReachedParty[];
  readonly unsettled: readonly Unsettled[];
}

/**
 * What moves the result most, largest first: each assumption left out, each party whose ownership is undetermined
 * supposed caught, each fact that the law asks for answered one way or the other, devices of unknown maker supposed to be
 * of the party in question, and possible matches supposed to be others. Each is really turned round and asked anew;
 * counted are the dealings whose effect differs on some key day, and the value of their assets.
 */
export function sensitivityOf(input: SensitivityInput): Sensitivity[] {
  const all = input.scenario.assumptions.map((one) => one.assumption);
  const world = input.world(all);
  const after = world.ask;
  const base = answersByDay(input, after);
  return [
    ...assumptionsLeftOut(input, base),
    ...ownershipSupposed(input, all, world, base),
    ...factsAnswered(input, after, base),
    ...makersSupposed(input, after),
    ...matchesDropped(input, base),
  ]
    .filter((row) => row.dealings > 0)
    .sort((a, b) => b.dealings - a.dealings || (a.what < b.what ? -1 : 1));
}

interface Variation {
  readonly name: string;
  readonly words: string;
  readonly members: Scenario['assumptions'];
}

function assumptionsLeftOut(input: SensitivityInput, base: readonly Answer[][]): Sensitivity[] {
  return variations(input.scenario).map(({ name, words, members }) => {
    const kept = input.scenario.assumptions
      .filter((one) => !members.includes(one))
      .map((one) => one.assumption);
    const other = answersByDay(input, input.world(kept).ask);
    return { what: words, group: name, ...difference(input.asked, base, other) };
  });
}

/** Allies are left out regime by regime, licences and all else one by one. */
function variations(scenario: Scenario): Variation[] {
  const groups = new Map<string, Variation>();
  for (const one of scenario.assumptions) {
    const ally =
      one.group === 'ally' && one.assumption.kind === 'listing' ? one.assumption.regime : undefined;
    const key = ally === undefined ? one.words : `ally ${ally}`;
    const known = groups.get(key);
    groups.set(key, {
      name: one.group,
      words: ally === undefined ? `Without: ${one.words}` : `${ally} does not follow`,
      members: [...(known?.members ?? []), one],
    });
  }
  return [...groups.values()];
}

function ownershipSupposed(
  input: SensitivityInput,
  all: readonly Assumption[],
  world: SupposedWorld,
  base: readonly Answer[][],
): Sensitivity[] {
  const rows: Sensitivity[] = [];
  for (const party of input.reached) {
    if (party.result !== 'undetermined') continue;
    const listing = all.find((one) => one.kind === 'listing' && one.regime === party.regime);
    if (listing?.kind !== 'listing') continue;
    const supposed: Assumption = {
      kind: 'listing',
      party: party.party,
      regime: listing.regime,
      from: listing.from,
    };
    const other = answersBeside(input, world, input.world([...all, supposed]), base, party.party);
    if (other === undefined) continue;
    rows.push({
      what: `${party.caption} turns out to be caught: ${party.settle ?? 'its owners’ shares are not known exactly'}`,
      group: 'missing fact',
      ...difference(input.asked, base, other),
    });
  }
  return rows;
}

/**
 * The answers in a world that differs by one listed party. Only questions about it, and about whom it reaches, can have
 * another answer; undefined where nobody asks about any of them.
 */
function answersBeside(
  { asked, days }: SensitivityInput,
  world: SupposedWorld,
  other: SupposedWorld,
  base: readonly Answer[][],
  listed: PartyId,
): Answer[][] | undefined {
  const about = new Set<string>([listed, ...days.flatMap((on) => reachedOtherwise(world, other, on))]);
  const where = asked.questions.map(
    ({ counterparty, item }) =>
      about.has(counterparty) || (item.maker !== undefined && about.has(item.maker)),
  );
  if (!where.includes(true)) return undefined;
  return days.map((on, day) =>
    base[day]!.map((answer, at) => (where[at] ? other.ask({ ...asked.questions[at]!, on }) : answer)),
  );
}

function reachedOtherwise(one: SupposedWorld, other: SupposedWorld, on: Day): PartyId[] {
  const keyOf = ({ party, regime, result }: ReachedParty) => `${party} ${regime} ${result}`;
  const [had, has] = [one.reached(on), other.reached(on)];
  const [before, after] = [new Set(had.map(keyOf)), new Set(has.map(keyOf))];
  return [
    ...had.filter((reached) => !after.has(keyOf(reached))),
    ...has.filter((reached) => !before.has(keyOf(reached))),
  ].map(({ party }) => party);
}

/** Every fact that some answer wants to know, answered with each value it can have; the answer that moves most counts. */
function factsAnswered(input: SensitivityInput, after: Ask, base: readonly Answer[][]): Sensitivity[] {
  const wanted = new Map<string, { question: string; where: Set<number> }>();
  for (const answers of base) {
    answers.forEach((answer, question) => {
      for (const unknown of answer.unknowns) {
        const known = wanted.get(unknown.fact);
        if (known) known.where.add(question);
        else wanted.set(unknown.fact, { question: unknown.question, where: new Set([question]) });
      }
    });
  }
  const rows: Sensitivity[] = [];
  for (const [fact, { question, where }] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let most: (Moved & { value: string }) | undefined;
    for (const value of valuesOf(fact)) {
      const other = input.days.map((on, day) =>
        base[day]!.map((answer, at) =>
          where.has(at) ? after(withFact(input.asked.questions[at]!, fact, value, on)) : answer,
        ),
      );
      const moved = difference(input.asked, base, other);
      if (moved.dealings > (most?.dealings ?? 0)) most = { ...moved, value };
    }
    if (most) {
      const { value, ...moved } = most;
      rows.push({ what: `${question} If the answer is “${value}”`, group: 'missing fact', ...moved });
    }
  }
  return rows;
}

function withFact(question: Omit<Question, 'on'>, fact: string, value: string, on: Day): Question {
  return { ...question, on, facts: { ...question.facts, [fact]: value } };
}

/** What can be answered to a question of fact; open questions (a share, a country, a text) cannot be tried out. */
function valuesOf(fact: string): readonly string[] {
  const word = factKeys.find(fact);
  if (word?.kind === 'yes or no') return ['yes', 'no'];
  return word?.kind === 'word' ? Object.keys(word.values ?? {}) : [];
}

/** The devices of unsettled maker, supposed to be made by the first party in question. */
function makersSupposed(input: SensitivityInput, after: Ask): Sensitivity[] {
  const party = input.scenario.assumptions
    .filter(({ group }) => group === 'designation')
    .map(({ assumption }) => ('party' in assumption ? assumption.party : undefined))
    .find((one) => one !== undefined);
  if (party === undefined || input.unsettled.length === 0) return [];
  const open = new Set(input.unsettled.map(({ asset }) => asset));
  const { portfolio, knowledge } = input;
  const devices = { ...portfolio, assets: portfolio.assets.filter((asset) => open.has(asset.id)) };
  const supposed = touchPortfolio(devices, madeBy(party, knowledge));
  const asked = questionsOf(portfolio, supposed);
  const answers = input.days.map((day) => answersOn(asked, after, day));
  const held = new Map(input.asked.dealings.map((dealing) => [dealing.id, dealing.question]));
  const now = input.days.map((day) => answersOn(input.asked, after, day));
  const assets = new Set<Asset>();
  let dealings = 0;
  for (const dealing of asked.dealings) {
    const known = held.get(dealing.id);
    const moved = answers.some((list, day) => {
      const { effect } = list[dealing.question]!;
      return known === undefined ? isBarring(effect) : effect !== now[day]![known]!.effect;
    });
    if (!moved) continue;
    dealings++;
    assets.add(dealing.asset);
  }
  const count = input.unsettled.reduce((sum, device) => sum + device.count, 0);
  return [
    {
      what: `${count} devices whose maker is not settled turn out to be made by ${knowledge.caption(party)}`,
      group: 'missing fact',
      dealings,
      values: sumMoney([...assets].flatMap((asset) => stakeOf(asset) ?? [])),
    },
  ];
}

function madeBy(party: PartyId, knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    identify: (device) => ({
      ...knowledge.identify(device),
      party,
      maker: knowledge.caption(party),
      confidence: 'possible',
      evidence: [],
    }),
  };
}

/** Assets that touch a party by a possible match only, supposed to touch another. */
function matchesDropped({ asked }: SensitivityInput, base: readonly Answer[][]): Sensitivity[] {
  const assets = new Set<Asset>();
  let dealings = 0;
  for (const { asset, touch, question } of asked.dealings) {
    if (touch.confidence !== 'possible') continue;
    if (!base.some((answers) => isBarring(answers[question]!.effect))) continue;
    dealings++;
    assets.add(asset);
  }
  if (dealings === 0) return [];
  return [
    {
      what: `${assets.size} possible matches turn out to be somebody else`,
      group: 'missing fact',
      dealings,
      values: sumMoney([...assets].flatMap((asset) => stakeOf(asset) ?? [])),
    },
  ];
}

/** The answers of each day in turn. */
function answersByDay({ asked, days }: SensitivityInput, ask: Ask): Answer[][] {
  return days.map((day) => answersOn(asked, ask, day));
}

interface Moved {
  readonly dealings: number;
  readonly values: readonly Money[];
}

function difference(
  asked: AskedPortfolio,
  base: readonly Answer[][],
  other: readonly (readonly Answer[])[],
): Moved {
  const moved = asked.questions.map((_, question) =>
    base.some((answers, day) => answers[question]!.effect !== other[day]![question]!.effect),
  );
  const assets = new Set<Asset>();
  let dealings = 0;
  for (const { asset, question } of asked.dealings) {
    if (!moved[question]) continue;
    dealings++;
    assets.add(asset);
  }
  return { dealings, values: sumMoney([...assets].flatMap((asset) => stakeOf(asset) ?? [])) };
}
