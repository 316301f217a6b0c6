import {
  type Answer,
  type Asset,
  type Day,
  type Finding,
  gravity,
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

/**
 * Findings of touched assets on a day, gravest first, then by asset and activity. Equal questions are asked once.
 * A touch that is only possible or probable never makes a finding certain: the touch carries its confidence along.
 */
export function expose(portfolio: Portfolio, touched: readonly TouchedAsset[], ask: Ask, on: Day): Finding[] {
  const answers = new Map<string, Answer>();
  const findings: Finding[] = [];
  for (const { asset, touch, facts } of touched) {
    for (const dealing of dealingsOf(asset, portfolio.actor)) {
      const question: Question = {
        on,
        actor: portfolio.actor,
        activity: dealing.activity,
        counterparty: touch.party,
        item: touch.role === 'maker' ? { ...dealing.item, maker: touch.party } : dealing.item,
        facts,
      };
      const key = JSON.stringify([question.activity, question.counterparty, question.item, question.facts]);
      let answer = answers.get(key);
      if (!answer) {
        answer = ask(question);
        answers.set(key, answer);
      }
      const value = stakeOf(asset);
      findings.push({
        id: `${asset.id}/${touch.role}/${touch.party}/${dealing.activity}`,
        asset: asset.id,
        assetKind: asset.kind,
        label: labelOf(asset),
        ...(asset.site === undefined ? {} : { site: asset.site }),
        count: asset.kind === 'device' ? asset.count : 1,
        ...(value === undefined ? {} : { value }),
        activity: dealing.activity,
        effect: answer.effect,
        touch,
        answer,
      });
    }
  }
  return findings.sort(
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
