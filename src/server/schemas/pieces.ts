import { z } from 'zod';
import { type Actor, actorOfWords, confidences, daySchema, effects } from '../../model/index.ts';

/** Pieces that several requests and answers are made of. */

/** A list that nobody changes, as the rest of the program has it. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly();
}

export const dayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ id: 'Day', description: 'A calendar day, such as 2022-06-01.' });

/** How sure it is that an asset is of a party. */
export const confidenceSchema = z.enum(confidences);

export const effectSchema = z.enum(effects).meta({ id: 'Effect' });

/** The two clocks. Absent: today, and all that is held. */
export const clocks = {
  on: daySchema
    .optional()
    .describe('The legal day the question is about; where absent that of “known”, else today.'),
  known: daySchema
    .optional()
    .describe('What had been published by then counts; all that is held where absent.'),
};

/** Who asks, in words of the vocabulary with commas between. */
export const actorQuery = {
  as: z.string().optional().describe('Roles, with commas between, such as “university, grant recipient”.'),
  jurisdiction: z
    .string()
    .optional()
    .describe('ISO codes with commas between; as the roles say, else “us”, where absent.'),
};

/** The actor of a query. Throws `AS_UNKNOWN_WORD` with near words. */
export function actorOf(query: {
  readonly as?: string | undefined;
  readonly jurisdiction?: string | undefined;
}): Actor {
  const words = (text: string | undefined) =>
    (text ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const asked = words(query.as);
  return actorOfWords(asked.length > 0 ? asked : ['us-person'], words(query.jurisdiction));
}

export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(20),
  after: z.coerce.number().int().min(0).default(0).describe('How many results to pass over.'),
};

export const provenanceSchema = z
  .object({ source: z.string(), verified: z.string(), note: z.string().optional() })
  .meta({ id: 'Provenance' });

export const pathStepSchema = z
  .object({
    from: z.string(),
    relation: z.string(),
    to: z.string(),
    share: z.string().optional(),
    source: z.string().optional(),
    verified: z.string().optional(),
  })
  .meta({ id: 'PathStep' });

export const actorSchema = z
  .object({ jurisdictions: list(z.string()), roles: list(z.string()) })
  .meta({ id: 'Actor' });

export const versionSchema = z
  .object({
    source: z.string(),
    title: z.string(),
    published: z.string(),
    entries: z.number(),
    sha256: z.string(),
  })
  .meta({ id: 'ListVersion' });

/** What is wrong with the lists that an answer rests on; empty where all is well. */
export const listStandingsSchema = z
  .object({
    asOf: dayText.describe('The day against which staleness is measured.'),
    stale: z.record(z.string(), z.number()).describe('Days since a list was last known to be current.'),
    standingIn: z
      .record(z.string(), dayText)
      .describe('Lists of which a later version was refused: the day of the version in use.'),
    missing: list(z.string()).describe('Lists that are not held, and so not searched.'),
    partial: list(z.string()).describe(
      'Lists of which only a part is held, or rows could not be read: who is not found may still be on them.',
    ),
  })
  .meta({ id: 'ListStandings' });

/** Somebody listed under the same or nearly the same name, kept apart. */
export const namesakeSchema = z
  .object({
    party: z.string(),
    caption: z.string(),
    score: z.number(),
    listedOn: list(z.string()),
  })
  .meta({ id: 'Namesake' });
