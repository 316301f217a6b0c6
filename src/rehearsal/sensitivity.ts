import { type Ask, type AskedPortfolio, answersOn, stakeOf, type Unsettled } from '../exposure/index.ts';
import { type Answer, type Asset, type Assumption, type Day, type Money, sumMoney } from '../model/index.ts';
import type { ReachedParty, Sensitivity } from './rehearsal.ts';
import type { Scenario } from './scenario.ts';

interface SensitivityInput {
  readonly asked: AskedPortfolio;
  readonly scenario: Scenario;
  readonly days: readonly Day[];
  readonly world: (assumptions: readonly Assumption[]) => { readonly ask: Ask };
  readonly reached: readonly ReachedParty[];
  readonly unsettled: readonly Unsettled[];
}

/**
 * What moves the result most, largest first: each group of assumptions left out, each party whose ownership is
 * undetermined supposed caught, and the devices whose maker is not known. Counted in dealings whose effect differs on
 * some key day, and in the value of their assets.
 */
export function sensitivityOf(input: SensitivityInput): Sensitivity[] {
  const all = input.scenario.assumptions.map((one) => one.assumption);
  const base = answersByDay(input, input.world(all).ask);
  const rows: Sensitivity[] = [];
  for (const group of variations(input.scenario)) {
    const kept = input.scenario.assumptions
      .filter((one) => !group.members.includes(one))
      .map((one) => one.assumption);
    rows.push({
      what: group.words,
      group: group.name,
      ...difference(input.asked, base, answersByDay(input, input.world(kept).ask)),
    });
  }
  const from = input.scenario.on;
  for (const party of input.reached) {
    if (party.result !== 'undetermined') continue;
    const listing = input.scenario.assumptions
      .map(({ assumption }) => assumption)
      .find((assumption) => assumption.kind === 'listing' && assumption.regime === party.regime);
    if (listing?.kind !== 'listing') continue;
    const supposed: Assumption = { kind: 'listing', party: party.party, regime: listing.regime, from };
    const moved = difference(input.asked, base, answersByDay(input, input.world([...all, supposed]).ask));
    rows.push({
      what: `${party.caption} turns out to be caught: ${party.settle ?? 'its owners’ shares are not known exactly'}`,
      group: 'missing fact',
      ...moved,
    });
  }
  if (input.unsettled.length > 0) {
    const devices = input.unsettled.reduce((sum, device) => sum + device.count, 0);
    rows.push({
      what: `${devices} devices whose maker is not settled turn out to be covered`,
      group: 'missing fact',
      dealings: devices,
      values: [],
    });
  }
  return rows
    .filter((row) => row.dealings > 0)
    .sort((a, b) => b.dealings - a.dealings || (a.what < b.what ? -1 : 1));
}

interface Variation {
  readonly name: string;
  readonly words: string;
  readonly members: Scenario['assumptions'];
}

/** Allies are left out regime by regime, licences and all else one by one. */
function variations(scenario: Scenario): Variation[] {
  const groups = new Map<string, Variation>();
  for (const one of scenario.assumptions) {
    const isAlly = one.group === 'ally' && one.assumption.kind === 'listing';
    const key = isAlly && one.assumption.kind === 'listing' ? `ally ${one.assumption.regime}` : one.words;
    const known = groups.get(key);
    const words =
      isAlly && one.assumption.kind === 'listing'
        ? `${one.assumption.regime} does not follow`
        : `Without: ${one.words}`;
    groups.set(key, { name: one.group, words, members: [...(known?.members ?? []), one] });
  }
  return [...groups.values()];
}

/** The answers of each day in turn. */
function answersByDay({ asked, days }: SensitivityInput, ask: Ask): Answer[][] {
  return days.map((day) => answersOn(asked, ask, day));
}

function difference(
  asked: AskedPortfolio,
  base: readonly Answer[][],
  other: readonly Answer[][],
): { dealings: number; values: Money[] } {
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
