import { z } from 'zod';
import { Fault } from '../../model/index.ts';
import type { Routes } from '../routes/route.ts';
import { checkAlgorithm } from './algorithms.ts';
import { memberTest } from './datasets.ts';
import { entityFilter, filterQuery, many } from './entity-filter.ts';
import { findLike } from './find.ts';
import { requireSchema } from './ftm-model.ts';

const mostQueries = 100;
const mostExcluded = 50;
/** What the own scale calls a match; other scales' thresholds mean other things. */
const usualThreshold = 0.7;

const exampleSchema = z.looseObject({
  id: z.string().nullish(),
  schema: z.string().default('LegalEntity'),
  properties: z.record(z.string(), z.unknown()),
});

/** Queries by example, many at once. */
export const matchRoutes: Routes = (server, { engine }) => {
  server.post(
    '/match/:dataset',
    {
      schema: {
        summary: 'Match examples in the form of FollowTheMoney, up to 100 at once',
        tags: ['compatible with OpenSanctions'],
        params: z.object({ dataset: z.string() }),
        querystring: z.looseObject({
          limit: z.coerce.number().int().min(1).max(500).default(5),
          threshold: z.coerce.number().min(0).max(1).default(usualThreshold),
          cutoff: z.coerce.number().min(0).max(1).optional(),
          algorithm: z.string().default('best'),
          exclude_entity_ids: many,
          ...filterQuery,
        }),
        body: z.looseObject({ queries: z.record(z.string(), z.unknown()) }),
      },
    },
    async ({ params, query, body }, reply) => {
      checkAlgorithm(query.algorithm);
      // yente passes over a query that is null.
      const queries = Object.entries(body.queries).filter(([, given]) => given !== null);
      if (queries.length === 0) throw new Fault('AS_USAGE', 'There are no queries.');
      if (queries.length > mostQueries)
        throw new Fault('AS_USAGE', `At most ${mostQueries} queries are answered at once.`);
      if (query.exclude_entity_ids.length > mostExcluded)
        throw new Fault('AS_USAGE', `At most ${mostExcluded} entities are left out.`);
      const ofDataset = memberTest(engine, params.dataset);
      const leftOut = new Set(query.exclude_entity_ids.map((id) => engine.register.resolve(id) ?? id));
      const options = {
        ...query,
        isMember: (id: string) => !leftOut.has(id) && ofDataset(id),
        fits: entityFilter(engine, query),
      };
      const answer = (given: unknown) => {
        const example = exampleSchema.safeParse(given);
        const refused = (detail: string) => ({
          status: 400,
          results: [],
          total: { value: 0, relation: 'eq' },
          query: given,
          detail,
        });
        if (!example.success) return refused(example.error.issues[0]?.message ?? 'not an example');
        try {
          if (example.data.schema !== undefined) requireSchema(example.data.schema);
          const { results, total } = findLike(engine, example.data, options);
          return { status: 200, results, total: { value: total, relation: 'eq' }, query: example.data };
        } catch (error) {
          if (error instanceof Fault) return refused(error.toString());
          throw error;
        }
      };
      const responses: Record<string, unknown> = {};
      for (const [name, given] of queries) {
        responses[name] = answer(given);
        // A hundred queries take a while; other requests get their turn between them.
        await new Promise((resolve) => setImmediate(resolve));
      }
      reply.header('x-batch-size', queries.length);
      return { responses, limit: query.limit };
    },
  );
};
