import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { type DutyGroup, duties, dutiesOf, expose, labelOf, unsettledDevices } from '../../exposure/index.ts';
import { type Asset, addDays, type Day, type Finding } from '../../model/index.ts';
import { daysOfContract } from '../../rehearsal/index.ts';
import type { HeldPortfolio } from '../held-portfolios.ts';
import type { TouchedPortfolio } from '../lists/touches.ts';
import { dayText, list } from '../schemas/pieces.ts';

/** Days ahead of which one is told. */
const ahead = 365;
const mostDays = 3;

export const needsSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    assets: z.number(),
    duties: list(z.object({ duty: z.enum(duties), assets: z.number() })),
    days: list(z.object({ day: dayText, what: z.string(), asset: z.string() })).describe(
      'The next days that its own contracts and payments set, of those that some rule bars.',
    ),
    changes: z.number().describe('Changed list entries that may touch it.'),
    unsettled: z.object({
      devices: z.number(),
      check: z.string().optional().describe('The check that settles most of them.'),
      settles: z.number(),
    }),
  })
  .meta({ id: 'PortfolioNeeds' });
type Needs = z.output<typeof needsSchema>;

const known = new WeakMap<HeldPortfolio, { readonly day: Day; readonly needs: Omit<Needs, 'changes'> }>();

/** What one portfolio needs. All but the changes depends on portfolio, engine and day alone, and is found once a day. */
export function describeNeeds(
  engine: Engine,
  id: string,
  held: HeldPortfolio,
  touches: ReadonlyMap<string, readonly TouchedPortfolio[]>,
): Needs {
  let found = known.get(held);
  if (found?.day !== engine.today) {
    found = { day: engine.today, needs: findNeeds(engine, id, held) };
    known.set(held, found);
  }
  const changes = [...touches.values()].filter((all) => all.some(({ portfolio }) => portfolio === id)).length;
  return { ...found.needs, changes };
}

function findNeeds(engine: Engine, id: string, { portfolio }: HeldPortfolio): Omit<Needs, 'changes'> {
  const { assets, title } = portfolio;
  const findings = expose(portfolio, engine.touched(portfolio), engine.world().ask, engine.today);
  const unsettled = unsettledDevices(assets, engine.knowledge(portfolio));
  const groups = dutiesOf(findings, unsettled, (party) => party);
  const checks = new Map<string, number>();
  for (const { question, count } of unsettled) checks.set(question, (checks.get(question) ?? 0) + count);
  const [check, settles] = [...checks].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  return {
    id,
    title,
    assets: assets.length,
    duties: groups.filter(({ duty }) => duty !== 'nothing').map(dutyCount),
    days: nextDays(assets, barredBy(findings), engine.today),
    unsettled: {
      devices: unsettled.reduce((sum, { count }) => sum + count, 0),
      ...(check === undefined ? {} : { check }),
      settles: settles ?? 0,
    },
  };
}

function dutyCount({ duty, assets }: DutyGroup): Needs['duties'][number] {
  return { duty, assets };
}

/** Things that a rule bars by a match that is more than possible. */
function barredBy(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(
        ({ effect, touch }) =>
          effect !== 'allowed' &&
          effect !== 'undetermined' &&
          (touch.confidence === 'certain' || touch.confidence === 'probable'),
      )
      .map(({ assetKind, asset }) => `${assetKind} ${asset}`),
  );
}

function nextDays(assets: readonly Asset[], barred: ReadonlySet<string>, today: Day): Needs['days'] {
  const last = addDays(today, ahead);
  return assets
    .filter(({ kind, id }) => barred.has(`${kind} ${id}`))
    .flatMap((asset) => daysOf(asset).map(([day, what]) => ({ day, what, asset: asset.id })))
    .filter(({ day }) => day >= today && day <= last)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.what < b.what ? -1 : 1))
    .slice(0, mostDays);
}

function daysOf(asset: Asset): [Day, string][] {
  if (asset.kind === 'contract') return daysOfContract(asset).map(([day, , what]) => [day, what]);
  if (asset.kind === 'payment' && asset.due) return [[asset.due, `Payment falls due: ${labelOf(asset)}`]];
  return [];
}
