import { z } from 'zod';
import { Fault } from '../../model/index.ts';
import type { Routes } from '../routes/route.ts';
import { catalogOf, memberTest } from './datasets.ts';
import { adjacentOf, entityOf } from './entity.ts';
import { findLike } from './find.ts';
import { reconcileRoutes } from './reconcile.ts';
import { searchRoutes } from './search.ts';

const tags = ['compatible with OpenSanctions'];
const mostQueries = 100;
const dataset = z.object({ dataset: z.string() });
const one = z.object({ id: z.string() });
/** What the own scale calls a match; other scales' thresholds mean other things. */
const usualThreshold = 0.7;

const exampleSchema = z.looseObject({
  id: z.string().nullish(),
  schema: z.string().default('LegalEntity'),
  properties: z.record(z.string(), z.unknown()),
});

/** Addresses and shapes of yente, so that its clients work when their base address is changed. */
export const openSanctionsRoutes: Routes = async (server, options) => {
  const { engine } = options;

  server.post(
    '/match/:dataset',
    {
      schema: {
        summary: 'Match examples in the form of FollowTheMoney, up to 100 at once',
        tags,
        params: dataset,
        querystring: z.looseObject({
          limit: z.coerce.number().int().min(1).max(500).default(5),
          threshold: z.coerce.number().min(0).max(1).default(usualThreshold),
        }),
        body: z.looseObject({ queries: z.record(z.string(), z.unknown()) }),
      },
    },
    async ({ params, query, body }, reply) => {
      const queries = Object.entries(body.queries);
      if (queries.length > mostQueries)
        throw new Fault('AS_USAGE', `At most ${mostQueries} queries are answered at once.`);
      const isMember = memberTest(engine, params.dataset);
      const responses = queries.map(([name, given]) => {
        const example = exampleSchema.safeParse(given);
        const empty = { results: [], total: { value: 0, relation: 'eq' }, query: given };
        if (!example.success)
          return [name, { status: 400, ...empty, detail: example.error.issues[0]?.message }] as const;
        try {
          const found = findLike(engine, example.data, { ...query, isMember });
          const total = { value: found.total, relation: 'eq' };
          return [name, { status: 200, results: found.results, total, query: example.data }] as const;
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
          return [name, { status: 400, ...empty, detail: error.toString() }] as const;
        }
      });
      reply.header('x-batch-size', queries.length);
      return { responses: Object.fromEntries(responses), limit: query.limit };
    },
  );

  server.get(
    '/entities/:id',
    {
      schema: {
        summary: 'An entity by id',
        tags,
        params: one,
        querystring: z.looseObject({ nested: z.string().optional() }),
      },
    },
    async ({ params, query }, reply) => {
      const party = engine.register.party(params.id);
      if (!party) throw new Fault('AS_UNKNOWN_PARTY', `There is no entity “${params.id}”.`);
      if (party.id !== params.id) return reply.redirect(`/entities/${encodeURIComponent(party.id)}`, 308);
      const entity = entityOf(engine, party);
      if (query.nested === 'false') return entity;
      const nested = Object.fromEntries(adjacentOf(engine, party));
      return { ...entity, properties: { ...entity.properties, ...nested } };
    },
  );

  const adjacentQuery = z.looseObject({
    limit: z.coerce.number().int().min(0).max(500).default(10),
    offset: z.coerce.number().int().min(0).default(0),
  });
  const page = <Item>(items: readonly Item[], { limit, offset }: { limit: number; offset: number }) => ({
    results: items.slice(offset, offset + limit),
    total: { value: items.length, relation: 'eq' },
    limit,
    offset,
  });
  server.get(
    '/entities/:id/adjacent',
    { schema: { summary: 'What is linked with an entity', tags, params: one, querystring: adjacentQuery } },
    async ({ params, query }) => {
      const party = engine.register.party(params.id);
      if (!party) throw new Fault('AS_UNKNOWN_PARTY', `There is no entity “${params.id}”.`);
      const adjacent = [...adjacentOf(engine, party)].map(([name, items]) => [name, page(items, query)]);
      return { entity: entityOf(engine, party), adjacent: Object.fromEntries(adjacent) };
    },
  );
  server.get(
    '/entities/:id/adjacent/:property',
    {
      schema: {
        summary: 'What is linked with an entity by one property',
        tags,
        params: one.extend({ property: z.string() }),
        querystring: adjacentQuery,
      },
    },
    async ({ params, query }) => {
      const party = engine.register.party(params.id);
      if (!party) throw new Fault('AS_UNKNOWN_PARTY', `There is no entity “${params.id}”.`);
      return page(adjacentOf(engine, party).get(params.property) ?? [], query);
    },
  );

  for (const url of ['/catalog', '/manifest'])
    server.get(url, { schema: { summary: 'The lists held, as datasets', tags } }, async () =>
      catalogOf(engine),
    );
  server.get('/algorithms', { schema: { summary: 'How names are matched', tags } }, async () => ({
    algorithms: [
      {
        name: 'aftershock',
        description:
          'Names by words, sounds and scripts, moved by dates, countries and identifiers. The only one here; whichever is asked for, this one answers.',
        docs: { config: {}, features: {} },
      },
    ],
    default: 'aftershock',
    best: 'aftershock',
  }));
  await searchRoutes(server, options);
  await reconcileRoutes(server, options);
};
