import { z } from 'zod';
import { listingStates } from '../../model/index.ts';
import { dayText, list, listStandingsSchema } from './pieces.ts';

/** What is screened: names, one a line, or a file of any of the known kinds. */
export const screenRequestSchema = z
  .strictObject({
    names: z.array(z.string()).max(200_000).optional(),
    file: z.object({ name: z.string().min(1).max(300), base64: z.string() }).optional(),
    threshold: z.number().min(0.3).max(1).optional(),
    limit: z.number().int().min(1).max(50).optional(),
    on: dayText.optional(),
    known: dayText.optional(),
  })
  .meta({ id: 'ScreenRequest' });

const screenedRowSchema = z
  .object({
    row: z.number(),
    name: z.string(),
    status: z.enum(['hit', 'clear', 'error']).describe('“clear” says that nothing was found, no more.'),
    hits: z.number(),
    more: z.boolean().optional().describe('Others match too, less well, whom the limit left out.'),
    best: z
      .object({
        party: z.string(),
        caption: z.string(),
        score: z.number(),
        strength: z.number(),
        matched: z.string(),
        kind: z.string(),
        listed: list(z.string()).describe('Short names of the regimes in force on the day.'),
      })
      .optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'ScreenedRow' });

export type ScreenedRow = z.output<typeof screenedRowSchema>;

/** What every answer of a screening rests on. */
const basis = {
  on: dayText,
  known: dayText,
  register: z.string(),
  listStandings: listStandingsSchema,
};

export const screenedRowsSchema = z.object({
  ...basis,
  rows: list(screenedRowSchema),
  next: z.number().optional().describe('The value of “after” for the next page.'),
});

export const screenedSchema = z
  .object({
    ...basis,
    threshold: z.number(),
    notices: list(z.string()).describe('How a file was read where that is not sure.'),
    rows: list(screenedRowSchema),
    hits: z.number(),
    errors: z.number(),
  })
  .meta({ id: 'Screened' });

const pieceSchema = z.looseObject({ code: z.string() }).meta({ id: 'MatchPiece' });

export const screenDetailSchema = z
  .object({
    name: z.string(),
    status: z.enum(['hit', 'clear', 'error']),
    more: z.boolean().optional().describe('Others match too, less well, whom the limit left out.'),
    error: z.string().optional(),
    ...basis,
    results: list(
      z.object({
        party: z.string(),
        caption: z.string(),
        schema: z.string(),
        score: z.number(),
        similarity: z.number(),
        strength: z.number(),
        match: z.boolean(),
        matched: z.object({ query: z.string(), name: z.string(), kind: z.string() }),
        explanation: z.string(),
        pieces: list(pieceSchema),
        listings: list(
          z.object({
            regime: z.string(),
            short: z.string(),
            from: z.string().optional(),
            seen: z
              .string()
              .optional()
              .describe('The first version that has it, where the list gives no day'),
            absent: z.string().optional().describe('The last whole version before that, which lacked it'),
            until: z.string().optional(),
            state: z.enum(listingStates),
            citation: z.string(),
          }),
        ),
        related: list(z.string()),
      }),
    ),
  })
  .meta({ id: 'ScreenDetail' });
