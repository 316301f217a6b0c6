import { z } from 'zod';
import { countryOfPlace } from '../../report/index.ts';
import { list, provenanceSchema } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const worldSchema = z
  .object({
    observations: list(
      z.object({
        id: z.string(),
        claim: z.string(),
        value: z.string(),
        unit: z.string(),
        subject: z.string(),
        place: z.string(),
        /** Where the place lies, by its name on the map; absent where it is no single country. */
        country: z.string().optional(),
        asOf: z.string(),
        whoSays: z.string(),
        system: z.string(),
        caution: z.string().optional(),
        provenance: provenanceSchema,
      }),
    ),
    story: list(
      z.object({
        id: z.string(),
        day: z.string(),
        dayText: z.string(),
        status: z.string(),
        text: z.string(),
        regimes: list(z.string()),
        provenance: provenanceSchema,
      }),
    ),
    sources: z.record(z.string(), z.string()),
  })
  .meta({ id: 'World' });

/** What others published of the world, as they published it, and the events of the casebook about one party. */
export const worldRoutes: Routes = (server, { engine }) => {
  server.get(
    '/v1/world',
    {
      schema: {
        summary: 'Published observations by place with unit, source and day; the dated story of a party',
        tags: ['world'],
        querystring: z.strictObject({
          party: z.string().default('hikvision'),
          from: z
            .string()
            .regex(/^\d{4}/)
            .default('2017'),
        }),
        response: { 200: worldSchema },
      },
    },
    async ({ query }) => {
      const { observations, events, sources } = engine.casebook;
      const party = engine.resolve(query.party);
      const story = events
        .filter(({ subjects, day }) => subjects.includes(party) && day.earliest >= query.from)
        .sort((a, b) => (a.day.earliest < b.day.earliest ? -1 : a.day.earliest > b.day.earliest ? 1 : 0));
      return {
        observations: observations.map((one) => {
          const country = countryOfPlace(one.place);
          return country === undefined ? one : { ...one, country };
        }),
        story: story.map(({ id, day, status, text, regimes, provenance }) => ({
          id,
          day: day.earliest,
          dayText: day.text,
          status,
          text,
          regimes: regimes.map(engine.regimeTitle),
          provenance,
        })),
        sources,
      };
    },
  );
};
