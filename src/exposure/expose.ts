import {
  type Actor,
  type Answer,
  type Asset,
  byText,
  type Day,
  type Finding,
  gravity,
  type Item,
  type Portfolio,
  type Question,
  type Touch,
} from '../model/index.ts';
import { createCircumstances, type FactNotice, whereOf } from './circumstances.ts';
import { dealingsOf, goodsDealingsOf, labelOf, stakeOf } from './dealings.ts';
import { goodsOf, kindsJudgedByCountry } from './goods.ts';
import { goodsTouch, type Knowledge, settlingCheck, touchesOf } from './touch.ts';

/** Answers a question of law in one state of the world. */
export type Ask = (question: Question) => Answer;

/** An asset that touches a party, with everything about it that does not depend on the law. */
export interface TouchedAsset {
  readonly asset: Asset;
  readonly touch: Touch;
  /** In the words of the law, the nearer statement before the more general one. */
  readonly facts: Readonly<Record<string, string | boolean>>;
  /** A device as the law's item. */
  readonly item?: Item;
  /** The cheapest check that would make sure of the touch. */
  readonly settle?: string;
}

/** Finds what assets touch, one by one. */
export interface Toucher {
  touch(asset: Asset): TouchedAsset[];
  /** What was stated of the portfolio and could not be used, so far. */
  notices(): readonly FactNotice[];
}

/** Prepares the finding of touches for the assets of a portfolio, of which sites and facts alone must be at hand. */
export function createToucher(portfolio: Pick<Portfolio, 'facts' | 'sites'>, knowledge: Knowledge): Toucher {
  const circumstances = createCircumstances(portfolio);
  return {
    touch(asset) {
      const facts = circumstances.of(asset);
      if (asset.kind !== 'device') {
        return touchesOf(asset, knowledge).map((touch) => {
          const settle = settlingCheck(asset, touch, undefined, knowledge);
          return { asset, touch, facts, ...(settle === undefined ? {} : { settle }) };
        });
      }
      const { item, notices } = goodsOf(asset);
      for (const notice of notices) circumstances.note(notice, whereOf(asset));
      const touches = touchesOf(asset, knowledge);
      if (touches.length === 0 && item.kind !== undefined && kindsJudgedByCountry.has(item.kind))
        return [{ asset, touch: goodsTouch(asset, item.kind), facts, item }];
      if (touches.length === 0) return [];
      const { settle } = knowledge.identify(asset);
      return touches.map((touch) => ({
        asset,
        touch,
        facts,
        item,
        ...(settle === undefined ? {} : { settle }),
      }));
    },
    notices: () => circumstances.notices(),
  };
}

/** Every asset of the portfolio that touches a known party. Independent of day, law and assumption: found once, asked often. */
export function touchPortfolio(portfolio: Portfolio, knowledge: Knowledge): TouchedAsset[] {
  const toucher = createToucher(portfolio, knowledge);
  return portfolio.assets.flatMap((asset) => toucher.touch(asset));
}

/** What portfolio, sites and assets state in words that the law does not know, or set aside; once each, with the first place. */
export function factNotices(portfolio: Portfolio): readonly FactNotice[] {
  const circumstances = createCircumstances(portfolio);
  for (const asset of portfolio.assets) {
    circumstances.of(asset);
    if (asset.kind !== 'device') continue;
    for (const notice of goodsOf(asset).notices) circumstances.note(notice, whereOf(asset));
  }
  return circumstances.notices();
}

/** A dealing with an asset, and the place of its question among the distinct ones. */
export interface AskedDealing {
  readonly id: string;
  readonly asset: Asset;
  readonly touch: Touch;
  readonly activity: string;
  readonly question: number;
  readonly settle?: string;
}

/** All dealings of a portfolio with the distinct questions behind them: many assets share one. */
export interface AskedPortfolio {
  readonly dealings: readonly AskedDealing[];
  readonly questions: readonly Omit<Question, 'on'>[];
}

/** Collects the dealings of touched assets and the distinct questions behind them, which are numbered as they come. */
export interface QuestionCollector {
  readonly questions: readonly Omit<Question, 'on'>[];
  dealings(touched: TouchedAsset): AskedDealing[];
}

export interface ExposeOptions {
  /** Ask also what a federal contractor has to represent and report. */
  readonly disclosures?: boolean;
}

export function createQuestionCollector(actor: Actor, options: ExposeOptions = {}): QuestionCollector {
  const questions: Omit<Question, 'on'>[] = [];
  const numbers = new Map<string, number>();
  // Facts and items are shared between assets of one kind and place: each gets a number once, and the questions of a
  // device are found by one short key.
  const sameText = new Map<string, number>();
  const sameObject = new WeakMap<object, number>();
  const numberOf = (value: object): number => {
    let number = sameObject.get(value);
    if (number === undefined) {
      const text = JSON.stringify(value);
      number = sameText.get(text) ?? sameText.size;
      sameText.set(text, number);
      sameObject.set(value, number);
    }
    return number;
  };
  const ofDevices = new Map<string, readonly { activity: string; question: number }[]>();

  const ask = ({ asset, touch, facts, item: known }: TouchedAsset) => {
    const dealings =
      touch.role === 'goods'
        ? goodsDealingsOf(known ?? {}, actor)
        : dealingsOf(asset, actor, { facts, ...options, ...(known === undefined ? {} : { item: known }) });
    const isMaker = touch.role === 'maker';
    return dealings.map(({ activity, item }) => {
      const key = `${activity} ${touch.party} ${isMaker} ${numberOf(facts)} ${numberOf(item)}`;
      let question = numbers.get(key);
      if (question === undefined) {
        question = questions.length;
        numbers.set(key, question);
        const goods: Item = isMaker ? { ...item, maker: touch.party } : item;
        questions.push({ actor, activity, counterparty: touch.party, item: goods, facts });
      }
      return { activity, question };
    });
  };
  return {
    questions,
    dealings(touched) {
      const { asset, touch, facts, item, settle } = touched;
      let asked: readonly { activity: string; question: number }[] | undefined;
      if (asset.kind === 'device' && item !== undefined) {
        const key = `${touch.party} ${touch.role} ${numberOf(facts)} ${numberOf(item)}`;
        asked = ofDevices.get(key);
        if (!asked) {
          asked = ask(touched);
          ofDevices.set(key, asked);
        }
      }
      return (asked ?? ask(touched)).map(({ activity, question }) => {
        const id = `${asset.id}/${touch.role}/${touch.party}/${activity}`;
        return { id, asset, touch, activity, question, ...(settle === undefined ? {} : { settle }) };
      });
    },
  };
}

/** What has to be asked of the law about the touched assets. */
export function questionsOf(
  portfolio: Pick<Portfolio, 'actor'>,
  touched: readonly TouchedAsset[],
  options: ExposeOptions = {},
): AskedPortfolio {
  const collector = createQuestionCollector(portfolio.actor, options);
  const dealings = touched.flatMap((one) => collector.dealings(one));
  return { dealings, questions: collector.questions };
}

/** The answers to the distinct questions on a day, in their order. */
export function answersOn(asked: AskedPortfolio, ask: Ask, on: Day): Answer[] {
  return asked.questions.map((question) => ask({ ...question, on }));
}

/** An asset as a line of a result names it: what it is, where it stands, how many it is, and the money in it. */
export function lineOf(
  asset: Asset,
): Pick<Finding, 'asset' | 'assetKind' | 'label' | 'site' | 'count' | 'value'> {
  const value = stakeOf(asset);
  return {
    asset: asset.id,
    assetKind: asset.kind,
    label: labelOf(asset),
    ...(asset.site === undefined ? {} : { site: asset.site }),
    count: asset.kind === 'device' ? asset.count : 1,
    ...(value === undefined ? {} : { value }),
  };
}

/** A dealing with its answer. */
export function findingOf({ id, asset, touch, activity, settle }: AskedDealing, answer: Answer): Finding {
  return {
    id,
    ...lineOf(asset),
    activity,
    effect: answer.effect,
    touch,
    ...(settle === undefined ? {} : { settle }),
    answer,
  };
}

/**
 * Findings of touched assets on a day, gravest first, then by asset and activity. Equal questions are asked once.
 * A touch that is only possible or probable never makes a finding certain: the touch carries its confidence along.
 */
export function expose(
  portfolio: Pick<Portfolio, 'actor'>,
  touched: readonly TouchedAsset[],
  ask: Ask,
  on: Day,
  options: ExposeOptions = {},
): Finding[] {
  const asked = questionsOf(portfolio, touched, options);
  const answers = answersOn(asked, ask, on);
  return asked.dealings
    .filter(({ touch, question }) => isFinding(touch, answers[question]!))
    .map((dealing) => findingOf(dealing, answers[dealing.question]!))
    .sort(byGravityThenAsset);
}

/** The order of findings everywhere: gravest first, then by asset and activity. */
export function byGravityThenAsset(a: Finding, b: Finding): number {
  return (
    gravity(b.effect) - gravity(a.effect) ||
    byText(a.asset, b.asset) ||
    byText(a.activity, b.activity) ||
    byText(a.id, b.id)
  );
}

/** Goods of an unknown maker are a finding only where a rule about the goods themselves speaks; else the maker is the question. */
export function isFinding(touch: Touch, answer: Answer): boolean {
  return touch.role !== 'goods' || answer.provisions.length > 0;
}
