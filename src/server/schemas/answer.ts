import { z } from 'zod';
import { questionInputSchema } from '../../law/index.ts';
import {
  dayText,
  effectSchema,
  list,
  listStandingsSchema,
  namesakeSchema,
  pathStepSchema,
} from './pieces.ts';

const appliedSchema = z
  .object({
    regime: z.string(),
    provision: z.string(),
    effect: effectSchema,
    policy: z.string().optional(),
    listing: z.string(),
    path: list(pathStepSchema),
    citation: z.string(),
    from: z.string().optional(),
    until: z.string().optional(),
    because: z.string(),
    verified: z.string(),
    wouldBe: effectSchema.optional(),
    assumed: z.boolean().optional(),
  })
  .meta({ id: 'AppliedProvision' });

/** The answer of the law, with what it takes to replay it. */
export const answerSchema = z
  .object({
    effect: effectSchema,
    policy: z.string().optional(),
    plain: z.string(),
    provisions: list(appliedSchema),
    considered: list(z.object({ regime: z.string(), provision: z.string(), because: z.string() })),
    unknowns: list(z.object({ fact: z.string(), question: z.string(), wouldChange: z.string() })),
    notForbidden: list(z.string()),
    notices: list(z.string()).optional(),
    namesakes: list(namesakeSchema)
      .optional()
      .describe('Who else is listed under this name or one like it. The answer is about none of them.'),
    on: dayText,
    known: dayText,
    register: z.string(),
    engine: z.string(),
    listStandings: listStandingsSchema,
    counterparty: z.object({ id: z.string(), caption: z.string() }).optional(),
    regimes: z.record(z.string(), z.string()).describe('Short names of the regimes named.'),
  })
  .meta({ id: 'Answer' });

/** A question as `ask --jsonl` has it. Words may be in any spelling of the vocabulary. */
export const questionSchema = questionInputSchema
  .extend({
    id: z.union([z.string(), z.number()]).optional(),
    on: dayText.optional(),
    known: dayText.optional(),
    counterparty: z.string().nullish(),
    assume: z.array(z.unknown()).optional(),
  })
  .meta({ id: 'Question' });
export type AskedQuestion = z.output<typeof questionSchema>;
