import {
  type Answer,
  type Asset,
  type Day,
  type Finding,
  gravity,
  type Item,
  type PartyId,
  type Portfolio,
  type Question,
  type Touch,
} from '../model/index.ts';
import { dealingsOf, labelOf, stakeOf } from './dealings.ts';
import { type Knowledge, touchesOf } from './touch.ts';

/** Answers a question of law in one state of the world. */
export type Ask = (question: Question) => Answer;

/** An asset that touches a party, with everything about it that does not depend on the law. */
export interface TouchedAsset {
  readonly asset: Asset;
  readonly touch: Touch;
  readonly facts: Readonly<Record<string, string | boolean>>;
}

/** Every asset of the portfolio that touches a known party. Independent of day, law and assumption: found once, asked often. */
export function touchPortfolio(portfolio: Portfolio, knowledge: Knowledge): TouchedAsset[] {
  const siteFacts = new Map(portfolio.sites.map((site) => [site.id, site.facts]));
  const touched: TouchedAsset[] = [];
  for (const asset of portfolio.assets) {
    for (const touch of touchesOf(asset, knowledge)) {
      const own = asset.kind === 'device' ? asset.facts : {};
      const facts = { ...portfolio.facts, ...(asset.site ? siteFacts.get(asset.site) : {}), ...own };
      touched.push({
        asset,
        touch,
        facts: asset.kind === 'contract' && asset.federal ? { ...facts, federal: true } : facts,
      });
    }
  }
  return touched;
}

/** A dealing with an asset, and the place of its question among the distinct ones. */
export interface AskedDealing {
  readonly id: string;
  readonly asset: Asset;
  readonly touch: Touch;
  readonly activity: string;
  readonly question: number;
}

/** All dealings of a portfolio with the distinct questions behind them: many assets share one. */
export interface AskedPortfolio {
  readonly dealings: readonly AskedDealing[];
  readonly questions: readonly Omit<Question, 'on'>[];
}

/** What has to be asked of the law about the touched assets. */
export function questionsOf(portfolio: Portfolio, touched: readonly TouchedAsset[]): AskedPortfolio {
  const dealings: AskedDealing[] = [];
  const questions: Omit<Question, 'on'>[] = [];
  const numbers = new Map<string, number>();
  for (const { asset, touch, facts } of touched) {
    const circumstances = `${touch.party} ${touch.role === 'maker' ? 'maker' : ''} ${JSON.stringify(facts)}`;
    for (const { activity, item } of dealingsOf(asset, portfolio.actor)) {
      const key = `${activity} ${circumstances} ${item.kind ?? ''} ${item.description ?? ''}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = questions.length;
        numbers.set(key, number);
        const goods: Item = touch.role === 'maker' ? { ...item, maker: touch.party } : item;
        questions.push({ actor: portfolio.actor, activity, counterparty: touch.party, item: goods, facts });
      }
      const id = `${asset.id}/${touch.role}/${touch.party}/${activity}`;
      dealings.push({ id, asset, touch, activity, question: number });
    }
  }
  return { dealings, questions };
}

/** The answers to the distinct questions on a day, in their order. */
export function answersOn(asked: AskedPortfolio, ask: Ask, on: Day): Answer[] {
  return asked.questions.map((question) => ask({ ...question, on }));
}

/** A dealing with its answer. */
export function findingOf({ id, asset, touch, activity }: AskedDealing, answer: Answer): Finding {
  const value = stakeOf(asset);
  return {
    id,
    asset: asset.id,
    assetKind: asset.kind,
    label: labelOf(asset),
    ...(asset.site === undefined ? {} : { site: asset.site }),
    count: asset.kind === 'device' ? asset.count : 1,
    ...(value === undefined ? {} : { value }),
    activity,
    effect: answer.effect,
    touch,
    answer,
  };
}

/**
 * Findings of touched assets on a day, gravest first, then by asset and activity. Equal questions are asked once.
 * A touch that is only possible or probable never makes a finding certain: the touch carries its confidence along.
 */
export function expose(portfolio: Portfolio, touched: readonly TouchedAsset[], ask: Ask, on: Day): Finding[] {
  const asked = questionsOf(portfolio, touched);
  const answers = answersOn(asked, ask, on);
  return asked.dealings
    .map((dealing) => findingOf(dealing, answers[dealing.question]!))
    .sort(
      (a, b) =>
        gravity(b.effect) - gravity(a.effect) ||
        byText(a.asset, b.asset) ||
        byText(a.activity, b.activity) ||
        byText(a.id, b.id),
    );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Parties that the touched assets lead to, in order of id. */
export function partiesTouched(touched: readonly TouchedAsset[]): PartyId[] {
  return [...new Set(touched.map(({ touch }) => touch.party))].sort();
}
