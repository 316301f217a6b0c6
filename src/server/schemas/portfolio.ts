import { z } from 'zod';
import { duties } from '../../exposure/index.ts';
import {
  actorSchema,
  confidenceSchema,
  dayText,
  effectSchema,
  list,
  listStandingsSchema,
  pathStepSchema,
} from './pieces.ts';
import { moneySchema } from './rehearsal.ts';

const issueSchema = z.object({
  file: z.string().optional(),
  line: z.number().optional(),
  field: z.string().optional(),
  message: z.string(),
  lost: z.boolean(),
});
const fileSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  rows: z.number(),
  reader: z.string(),
  notices: list(z.string()),
});

export const portfolioListSchema = z
  .object({
    portfolios: list(
      z.object({
        id: z.string(),
        title: z.string(),
        invented: z.boolean(),
        origin: z.enum(['demo', 'own']),
        actor: actorSchema,
        assets: z.number(),
        sites: z.number(),
        kinds: z.record(z.string(), z.number()),
      }),
    ),
  })
  .meta({ id: 'PortfolioList' });

export const portfolioSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    invented: z.boolean(),
    origin: z.enum(['demo', 'own']),
    actor: actorSchema,
    on: dayText,
    known: dayText,
    register: z.string(),
    listStandings: listStandingsSchema,
    files: list(fileSchema),
    issues: list(issueSchema),
    sites: list(
      z.object({
        id: z.string(),
        name: z.string(),
        city: z.string().optional(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
        assets: z.number(),
        effect: effectSchema.optional(),
        found: z.number(),
      }),
    ),
    duties: list(
      z.object({
        duty: z.enum(duties.filter((duty) => duty !== 'nothing')),
        label: z.string(),
        assetKind: z.string(),
        activity: z.string(),
        effect: effectSchema,
        party: z.string().optional().describe('Left out where nobody can be named yet.'),
        caption: z.string(),
        confidence: confidenceSchema,
        assets: list(z.string()),
        count: z.number(),
        values: list(moneySchema),
        because: z.string(),
        citation: z.string(),
        regime: z.string(),
        verified: z.string(),
        path: list(pathStepSchema),
        questions: list(z.string()),
      }),
    ),
    inventory: list(
      z.object({
        id: z.string(),
        kind: z.string(),
        label: z.string(),
        site: z.string().optional(),
        count: z.number(),
        value: moneySchema.optional(),
        maker: z.string().optional(),
        party: z.string().optional(),
        confidence: confidenceSchema.optional(),
        effect: effectSchema.optional(),
        match: confidenceSchema.optional().describe('How sure the match behind the effect is.'),
        wouldBe: effectSchema
          .optional()
          .describe('What an undetermined asset would be, were its possible match the right one.'),
        brand: z.string().optional(),
        relabelled: z.boolean().describe('Sold under another name than its maker’s.'),
        settle: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Portfolio' });

export const assetSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    rows: list(z.object({ file: z.string(), line: z.number() })),
    brand: z.string().optional(),
    maker: z.string().optional(),
    confidence: confidenceSchema.optional(),
    score: z.number().optional(),
    evidence: list(
      z.object({
        signal: z.string(),
        value: z.string(),
        pointsTo: z.string(),
        weight: z.number(),
        for: z.boolean(),
        source: z.string(),
      }),
    ),
    conflicts: list(z.string()),
    settle: z.string().optional(),
    findings: list(
      z.object({
        activity: z.string(),
        effect: effectSchema,
        plain: z.string(),
        citation: z.string(),
        regime: z.string(),
        explanation: z.string(),
        path: list(pathStepSchema),
      }),
    ),
  })
  .meta({ id: 'Asset' });

export const givenFilesSchema = z
  .object({
    title: z.string().max(200).optional(),
    as: z.string().optional(),
    jurisdiction: z.string().optional(),
    files: z
      .array(z.object({ name: z.string().min(1).max(300), base64: z.string() }))
      .min(1)
      .max(50),
  })
  .meta({ id: 'GivenFiles' });

export const previewSchema = z
  .object({
    title: z.string(),
    actor: actorSchema,
    assets: z.number(),
    kinds: z.record(z.string(), z.number()),
    files: list(fileSchema),
    mappings: list(
      z.object({
        file: z.string(),
        kind: z.string(),
        profile: z.string().optional(),
        columns: z.record(z.string(), z.string()),
        dropped: list(z.string()),
      }),
    ),
    issues: list(issueSchema),
    lost: z.number(),
    unread: list(z.object({ file: z.string(), message: z.string(), remedy: z.string().optional() })),
    sample: list(
      z.object({ id: z.string(), kind: z.string(), label: z.string(), site: z.string().optional() }),
    ),
  })
  .meta({ id: 'PortfolioPreview' });
