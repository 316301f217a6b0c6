import { z } from 'zod';
import { type ListStanding, listStandings, openArchive } from '../../archive/index.ts';
import { clocks, dayText, list } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const heldVersionSchema = z
  .object({
    sha256: z.string(),
    published: dayText,
    publishedEvidence: z.string(),
    fetchedAt: z.string(),
    entries: z.number(),
    issues: z.number(),
    lost: z.number(),
    format: z.string(),
    completeness: z.enum(['whole', 'extract']),
    origin: z.string(),
    url: z.string().optional(),
  })
  .meta({ id: 'HeldVersion' });

const listSchema = z
  .object({
    source: z.string(),
    title: z.string(),
    publisher: z.string(),
    state: z.enum(['fresh', 'stale', 'not held']),
    currentOn: dayText.optional(),
    staleSince: dayText.optional(),
    freshnessDays: z.number(),
    live: heldVersionSchema.optional(),
    versions: list(heldVersionSchema).describe('Oldest first.'),
    warnings: list(z.string()),
    refused: z.number(),
    lastCheck: z
      .object({ checkedAt: z.string(), outcome: z.string(), message: z.string().optional() })
      .optional(),
  })
  .meta({ id: 'List' });

const listsSchema = z
  .object({
    today: dayText,
    known: dayText,
    register: z.string(),
    lists: list(listSchema),
    days: list(dayText).describe('Days on which some held version was published, oldest first.'),
  })
  .meta({ id: 'Lists' });

/** The state of every list: what is held, how old it is, what was refused, what is missing. */
export const listRoutes: Routes = (server, { engines }) => {
  server.get(
    '/v1/lists',
    {
      schema: {
        summary: 'Versions and freshness of all lists, and what is missing',
        tags: ['lists'],
        querystring: z.strictObject({ known: clocks.known }),
        response: { 200: listsSchema },
      },
    },
    async ({ query }) => {
      const engine = await engines.at(query.known);
      const archive = openArchive(engine.home);
      const chains = new Map(archive.chains(query.known).map((chain) => [chain.source, chain.versions]));
      const lists = listStandings(archive, query.known ?? engine.today, query.known).map((standing) => {
        const source = archive.source(standing.source);
        return {
          ...basis(standing),
          publisher: source?.publisher ?? '',
          freshnessDays: source?.freshnessDays ?? 0,
          versions: (chains.get(standing.source) ?? []).map(heldVersion),
        };
      });
      const days = lists.flatMap(({ versions }) => versions.map(({ published }) => published));
      return {
        today: engine.today,
        known: engine.known,
        register: engine.register.hash,
        lists,
        days: [...new Set(days)].sort(),
      };
    },
  );
};

function basis(standing: ListStanding) {
  const { source, title, state, currentOn, staleSince, warnings, live, refusals, lastCheck } = standing;
  return {
    source,
    title,
    state,
    warnings,
    refused: refusals.length,
    ...(currentOn === undefined ? {} : { currentOn }),
    ...(staleSince === undefined ? {} : { staleSince }),
    ...(live === undefined ? {} : { live: heldVersion(live) }),
    ...(lastCheck === undefined ? {} : { lastCheck }),
  };
}

function heldVersion(version: NonNullable<ListStanding['live']>): z.output<typeof heldVersionSchema> {
  const { sha256, published, publishedEvidence, fetchedAt, entries, issues, lost, format } = version;
  const { completeness, origin, url } = version;
  return {
    sha256,
    published,
    publishedEvidence,
    fetchedAt,
    entries,
    issues,
    lost,
    format,
    completeness,
    origin,
    ...(url === undefined ? {} : { url }),
  };
}
