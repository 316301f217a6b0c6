import { z } from 'zod';
import {
  actorSchema,
  confidenceSchema,
  dayText,
  effectSchema,
  list,
  listStandingsSchema,
  pathStepSchema,
} from './pieces.ts';

export const moneySchema = z.object({ minor: z.number(), currency: z.string() }).meta({ id: 'Money' });

const sideSchema = z
  .object({
    on: dayText,
    effects: list(
      z.object({
        effect: effectSchema,
        assets: z.number(),
        onlyPossible: z.number(),
        count: z.number(),
      }),
    ),
  })
  .meta({ id: 'RehearsalSide' });

const changeGroupSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    assetKind: z.string(),
    activity: z.string(),
    party: z.string(),
    confidence: confidenceSchema,
    before: effectSchema,
    after: effectSchema,
    policy: z.string().optional(),
    direction: z.enum(['stricter', 'freer', 'other reason']),
    from: dayText,
    later: list(z.object({ from: dayText, effect: effectSchema, because: z.string() })),
    because: z.string(),
    citation: z.string(),
    regime: z.string(),
    path: list(pathStepSchema),
    verified: z.string(),
    count: z.number(),
    assets: z.number(),
    values: list(moneySchema),
  })
  .meta({ id: 'ChangeGroup', description: 'Changed dealings that differ only in the asset.' });

const markSchema = z
  .object({
    id: z.string(),
    ring: z.enum(['listed', 'owned', 'branded', 'yours']),
    label: z.string(),
    kind: z.string().optional(),
    detail: z.string(),
    before: effectSchema,
    after: effectSchema,
    count: z.number(),
    values: list(moneySchema),
    because: z.string(),
    citation: z.string(),
    path: list(pathStepSchema),
  })
  .meta({ id: 'ShockMark' });

const layoutSchema = z
  .object({
    width: z.number(),
    height: z.number(),
    middle: z.object({ x: z.number(), y: z.number() }),
    core: z.number(),
    rings: list(z.object({ ring: z.string(), radius: z.number() })),
    marks: list(z.object({ x: z.number(), y: z.number(), radius: z.number(), line: z.string() })).describe(
      'In the order of the marks.',
    ),
    labels: list(
      z.object({
        mark: z.number(),
        text: z.string(),
        x: z.number(),
        y: z.number(),
        side: z.enum(['start', 'end']),
        leader: z.string(),
      }),
    ),
    foremost: list(z.number()).describe('Marks that are named first, by their place in the list.'),
  })
  .meta({ id: 'ShockLayout' });

export const shockMapSchema = z
  .object({
    epicentre: z.string(),
    caption: z.string(),
    marks: list(markSchema),
    wide: layoutSchema,
    narrow: layoutSchema,
  })
  .meta({ id: 'ShockMap' });

const reachedSchema = z
  .object({
    party: z.string(),
    caption: z.string(),
    result: z.enum(['caught', 'undetermined']),
    regimes: list(z.string()),
    because: z.string(),
    path: list(pathStepSchema),
    settle: z.string().optional(),
  })
  .meta({ id: 'ReachedParty' });

const costSchema = z
  .object({
    devices: z.number(),
    priced: z.number(),
    notKnown: z.number().describe('Devices for whose kind no price is known.'),
    low: list(moneySchema),
    high: list(moneySchema),
  })
  .meta({ id: 'CostRange', description: 'From the cheapest to the dearest price that fits each device.' });

const moneyViewSchema = z
  .object({
    payments: list(
      z.object({
        when: z.string(),
        treatment: z.string(),
        payments: z.number(),
        values: list(moneySchema),
        withoutValue: z.number(),
      }),
    ),
    holdings: list(
      z.object({
        security: z.string(),
        issuer: z.string(),
        values: list(moneySchema),
        quantity: z.string(),
        dailyVolume: z.string(),
        tradingDays: z.union([z.number(), z.literal('not known')]),
        confidence: confidenceSchema,
        saleAllowed: z.union([
          z.enum(['always', 'never', 'undetermined']),
          z.object({ from: dayText, until: dayText.optional() }),
        ]),
        enough: z.enum(['yes', 'no', 'not known']),
      }),
    ).describe('Securities held directly that the law restrains: days a sale takes, days the law gives.'),
    volumeShare: z.number().describe('Percent of a day’s volume taken to be saleable; an assumption.'),
    replacement: z.object({
      changed: costSchema,
      forced: costSchema,
      prices: list(
        z.object({
          id: z.string(),
          device: z.string(),
          low: moneySchema,
          high: moneySchema,
          says: z.string(),
          source: z.string(),
          verified: z.string(),
          asOf: z.string().optional(),
        }),
      ),
    }),
    assumptions: list(z.string()),
  })
  .meta({ id: 'MoneyView' });

const reasonsSchema = list(
  z.object({
    regime: z.string(),
    effect: effectSchema,
    assets: z.number(),
    values: list(moneySchema),
    valued: list(z.number()).describe('Assets behind each value, in the same order.'),
    withoutValue: z.number(),
  }),
).describe('Value by reason: each asset once, under its gravest change.');

const portfolioRehearsalSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    invented: z.boolean(),
    actor: actorSchema,
    assets: z.number(),
    touched: z.number(),
    changedAssets: z.number(),
    changedDealings: z.number(),
    devices: z.number(),
    valuesByKind: list(
      z.object({
        kind: z.enum(['device', 'vendor', 'contract', 'holding', 'payment']),
        assets: z.number(),
        values: list(moneySchema),
        reasons: reasonsSchema,
      }),
    ).describe(
      'Stated value of what changes, kind by kind: the spend with a vendor, a contract and its payments may be one money, so the kinds are not added up.',
    ),
    before: sideSchema,
    after: sideSchema,
    groups: list(changeGroupSchema),
    groupCount: z.number().describe('Groups in all; the first 400 are given, all of them are in the CSV.'),
    deadlines: list(
      z.object({
        day: dayText,
        what: z.string(),
        why: z.string(),
        asset: z.string().optional(),
        value: moneySchema.optional(),
        citation: z.string().optional(),
      }),
    ),
    payments: list(z.object({ when: z.string(), payments: z.number(), values: list(moneySchema) })),
    money: moneyViewSchema,
    questions: list(
      z.object({
        kind: z.enum(['missing fact', 'maker not settled']),
        question: z.string(),
        count: z.number(),
        about: list(z.string()),
      }),
    ),
    substitutes: list(
      z.object({
        party: z.string(),
        caption: z.string(),
        before: effectSchema,
        after: effectSchema,
        listings: list(z.string()),
        note: z.string(),
      }),
    ),
  })
  .meta({ id: 'PortfolioRehearsal' });

export const rehearsalSchema = z
  .object({
    scenario: z.object({
      id: z.string(),
      title: z.string(),
      note: z.string().optional(),
      on: dayText,
      assumptions: list(z.string()),
    }),
    known: dayText,
    register: z.string(),
    engine: z.string(),
    listStandings: listStandingsSchema,
    versions: z.number(),
    keyDays: list(z.object({ day: dayText, what: z.string() })),
    map: shockMapSchema,
    reached: list(reachedSchema),
    next: list(
      z.object({
        party: z.string(),
        caption: z.string(),
        shared: list(z.object({ criterion: z.string(), source: z.string(), verified: z.string() })),
        listings: list(z.string()),
      }),
    ),
    notForbidden: list(z.string()),
    sources: list(z.object({ title: z.string(), verified: z.string() })),
    portfolios: list(portfolioRehearsalSchema),
    regimes: z.record(z.string(), z.string()).describe('Short names of the regimes named.'),
  })
  .meta({ id: 'Rehearsal' });

export const sensitivitySchema = z
  .object({
    portfolios: list(
      z.object({
        id: z.string(),
        title: z.string(),
        rows: list(
          z.object({ what: z.string(), group: z.string(), dealings: z.number(), values: list(moneySchema) }),
        ),
      }),
    ),
  })
  .meta({ id: 'Sensitivity' });

export const scenariosSchema = z
  .object({
    scenarios: list(
      z.object({
        id: z.string(),
        title: z.string(),
        note: z.string().optional(),
        on: dayText,
        assumptions: list(z.string()),
        party: z.string().optional(),
        regime: z.string().optional(),
      }),
    ),
    portfolios: list(
      z.object({ id: z.string(), title: z.string(), invented: z.boolean(), assets: z.number() }),
    ),
    regimes: list(
      z.object({
        id: z.string(),
        short: z.string(),
        name: z.string(),
        jurisdiction: z.string(),
        family: z.string(),
      }),
    ).describe('Regimes on which a party can be supposed listed.'),
    precedents: list(
      z.object({
        id: z.string(),
        title: z.string(),
        days: z.number(),
        covers: z.string(),
        conditions: z.string(),
        citation: z.string(),
        verified: z.string(),
      }),
    ),
  })
  .meta({ id: 'Scenarios' });
