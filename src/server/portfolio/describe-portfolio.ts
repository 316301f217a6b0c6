import type { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import {
  type DutyGroup,
  dutiesOf,
  expose,
  labelOf,
  stakeOf,
  unsettledDevices,
} from '../../exposure/index.ts';
import { type Asset, type Day, Fault, type Finding } from '../../model/index.ts';
import { strictness } from '../../rehearsal/index.ts';
import type { HeldPortfolio } from '../held-portfolios.ts';
import type { assetSchema, portfolioSchema } from '../schemas/portfolio.ts';
import { type GravestEffect, gravestEffects, thingKey } from './gravest-effect.ts';
import { isRelabelled } from './relabelled.ts';

/** Issues that one answer carries; the count of all stands beside them. */
const mostIssues = 200;

/** Ids of assets that one line names; its count stands for all of them. */
const mostAssets = 100;

/** The findings of a portfolio on a day, in the world as it is. */
function findingsOn(engine: Engine, { portfolio }: HeldPortfolio, on: Day): Finding[] {
  return expose(portfolio, engine.touched(portfolio), engine.world().ask, on);
}

/** A portfolio as its page shows it: what was read, what has to be done, what each asset is. */
export function describePortfolio(
  engine: Engine,
  held: HeldPortfolio,
  on: Day,
): z.output<typeof portfolioSchema> {
  const { portfolio, issues, origin } = held;
  const { id, title, invented, actor, files, assets } = portfolio;
  const findings = findingsOn(engine, held, on);
  const gravest = gravestEffects(findings);
  return {
    id,
    title,
    invented,
    origin,
    actor,
    on,
    known: engine.known,
    register: engine.register.hash,
    listStandings: engine.listStandings(on),
    files,
    issues: issues.slice(0, mostIssues),
    sites: portfolio.sites.map(({ facts: _facts, ...site }) => {
      const here = assets.filter((asset) => asset.site === site.id);
      const found = here.flatMap((asset) => {
        const one = gravest.get(thingKey(asset.kind, asset.id));
        return one && one.effect !== 'allowed' ? [{ effect: one.effect, count: countOf(asset) }] : [];
      });
      const worst = found.map(({ effect }) => effect).sort((a, b) => strictness(b) - strictness(a))[0];
      return {
        ...site,
        assets: here.reduce((sum, asset) => sum + countOf(asset), 0),
        found: found.reduce((sum, { count }) => sum + count, 0),
        ...(worst === undefined ? {} : { effect: worst }),
      };
    }),
    duties: dutiesOf(
      findings,
      unsettledDevices(assets, engine.knowledge(portfolio)),
      (party) => engine.register.party(party)?.caption ?? party,
      mostAssets,
    ).flatMap((group) => dutyRows(group, engine)),
    inventory: assets.map((asset) =>
      inventoryRow(engine, held, asset, gravest.get(thingKey(asset.kind, asset.id))),
    ),
  };
}

/** One row for each line of a duty; what asks for nothing is left to the inventory. */
function dutyRows({ duty, lines }: DutyGroup, engine: Engine) {
  if (duty === 'nothing') return [];
  return lines.map((line) => ({
    duty,
    label: line.what,
    assetKind: line.assetKind,
    activity: line.activities.join(', '),
    effect: line.effect,
    ...(line.party === undefined ? {} : { party: line.party }),
    caption: line.partyName,
    confidence: line.confidence,
    assets: line.examples,
    count: line.count,
    values: line.values,
    because: line.because,
    citation: line.citation ?? '',
    regime: line.regime === undefined ? '' : engine.regimeTitle(line.regime),
    verified: line.verified ?? '',
    path: line.path,
    questions: line.settle === undefined ? [] : [line.settle],
  }));
}

function countOf(asset: Asset): number {
  return asset.kind === 'device' ? asset.count : 1;
}

function inventoryRow(
  engine: Engine,
  { portfolio }: HeldPortfolio,
  asset: Asset,
  gravest: GravestEffect | undefined,
) {
  const value = stakeOf(asset);
  const found = asset.kind === 'device' ? engine.knowledge(portfolio).identify(asset) : undefined;
  return {
    id: asset.id,
    kind: asset.kind === 'device' ? (asset.type ?? 'device') : asset.kind,
    label: labelOf(asset),
    count: countOf(asset),
    ...(asset.site === undefined ? {} : { site: asset.site }),
    ...(value === undefined ? {} : { value }),
    ...(found?.maker === undefined ? {} : { maker: found.maker }),
    ...(found?.party === undefined ? {} : { party: found.party }),
    ...(found === undefined ? {} : { confidence: found.confidence }),
    ...gravest,
    ...(found?.brand === undefined ? {} : { brand: found.brand }),
    relabelled: found !== undefined && isRelabelled(found),
    ...(found?.settle === undefined ? {} : { settle: found.settle }),
  };
}

/** One asset with all that is known of it. Throws `AS_FILE_MISSING` where the portfolio has none of this id. */
export function describeAsset(
  engine: Engine,
  held: HeldPortfolio,
  id: string,
  on: Day,
): z.output<typeof assetSchema> {
  const asset = held.portfolio.assets.find((one) => one.id === id);
  if (!asset) throw new Fault('AS_FILE_MISSING', `The portfolio has nothing with the id “${id}”.`);
  const found = asset.kind === 'device' ? engine.knowledge(held.portfolio).identify(asset) : undefined;
  return {
    id,
    kind: asset.kind,
    label: labelOf(asset),
    rows: asset.rows,
    ...(found?.brand === undefined ? {} : { brand: found.brand }),
    ...(found?.maker === undefined ? {} : { maker: found.maker }),
    ...(found === undefined ? {} : { confidence: found.confidence, score: found.score }),
    evidence: found?.evidence ?? [],
    conflicts: found?.conflicts ?? [],
    ...(found?.settle === undefined ? {} : { settle: found.settle }),
    findings: findingsOn(engine, held, on)
      .filter((finding) => finding.asset === id)
      .map(({ activity, effect, answer, touch }) => ({
        activity,
        effect,
        plain: answer.plain,
        citation: answer.provisions[0]?.citation ?? '',
        regime: answer.provisions[0] === undefined ? '' : engine.regimeTitle(answer.provisions[0].regime),
        explanation: touch.explanation,
        path: [...touch.path, ...(answer.provisions[0]?.path ?? [])],
      })),
  };
}
