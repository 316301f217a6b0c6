import { z } from 'zod';
import { Fault } from '../../model/index.ts';
import { parseStrictly } from '../json-body.ts';
import type { Routes } from '../routes/route.ts';
import { datasetTitle, memberTest } from './datasets.ts';
import { extendEntities, extendRoutes } from './extend.ts';
import { findLike } from './find.ts';
import { allSchemata, labelledSchema, propertiesOf } from './ftm-model.ts';
import { suggestRoutes } from './suggest.ts';

const querySchema = z.looseObject({
  query: z.string().default(''),
  type: z.union([z.string(), z.array(z.string())]).nullish(),
  limit: z.coerce.number().int().min(1).max(50).default(5),
  properties: z.array(z.looseObject({ pid: z.string(), v: z.unknown() })).default([]),
});
const queriesSchema = z.record(z.string(), querySchema);
type Queries = z.output<typeof queriesSchema>;
const paramsSchema = z.object({ dataset: z.string() });
const tags = ['compatible with OpenSanctions'];
const mostQueries = 100;
/** From here a hit is worth a look; OpenRefine takes over none without being told to. */
const leastScore = 0.5;

/** The reconciliation service that OpenRefine speaks with. */
export const reconcileRoutes: Routes = async (server, options) => {
  const { engine } = options;
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );

  server.get(
    '/reconcile/:dataset',
    {
      schema: {
        summary: 'What the reconciliation service offers; or answers, where “queries” or “extend” is given',
        tags,
        params: paramsSchema,
        querystring: z.looseObject({ queries: z.string().optional(), extend: z.string().optional() }),
      },
    },
    async ({ params, query, host, protocol }) => {
      if (query.extend) return extendEntities(engine, query.extend);
      if (query.queries) return answers(params.dataset, readQueries(query.queries));
      memberTest(engine, params.dataset);
      const base = `${protocol}://${host}`;
      const service = (path: string) => ({
        service_url: `${base}/reconcile/${encodeURIComponent(params.dataset)}`,
        service_path: path,
      });
      return {
        versions: ['0.2'],
        name: `${datasetTitle(engine, params.dataset)} (Aftershock)`,
        identifierSpace: `${base}/entities`,
        schemaSpace: 'https://followthemoney.tech/explorer/',
        view: { url: `${base}/party/{{id}}` },
        defaultTypes: allSchemata(),
        batchSize: 50,
        suggest: {
          entity: service('/suggest/entity'),
          type: service('/suggest/type'),
          property: service('/suggest/property'),
        },
        extend: {
          propose_properties: service('/extend/property'),
          property_settings: [
            {
              name: 'limit',
              label: 'Limit',
              type: 'number',
              default: 0,
              help_text: 'The most values of a row; 0 for all.',
            },
          ],
        },
      };
    },
  );

  server.post(
    '/reconcile/:dataset',
    {
      schema: {
        summary: 'Reconcile names, or extend rows; “queries” and “extend” are JSON in form fields',
        tags,
        params: paramsSchema,
        body: z.looseObject({ queries: z.string().optional(), extend: z.string().optional() }),
      },
    },
    async ({ params, body }, reply) => {
      if (body.extend) {
        const extended = extendEntities(engine, body.extend);
        reply.header('x-batch-size', Object.keys(extended.rows).length);
        return extended;
      }
      if (!body.queries)
        throw new Fault('AS_USAGE', 'The form has neither “queries” nor “extend”.', {
          remedy: 'Send one of the fields, with JSON in it.',
        });
      const queries = readQueries(body.queries);
      reply.header('x-batch-size', Object.keys(queries).length);
      return answers(params.dataset, queries);
    },
  );
  await suggestRoutes(server, options);
  await extendRoutes(server, options);

  async function answers(dataset: string, queries: Queries) {
    const isMember = memberTest(engine, dataset);
    const results: Record<string, unknown> = {};
    for (const [name, asked] of Object.entries(queries)) {
      results[name] = { result: asked.query.trim() === '' ? [] : found(asked, isMember) };
      // Other requests get their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return results;
  }

  function found(asked: Queries[string], isMember: (id: string) => boolean) {
    const known = new Set(propertiesOf().map(({ id }) => id));
    // `Person:birthDate` and `birthDate` are one; a column mapped to what nobody knows says nothing.
    const given = asked.properties
      .map(({ pid, v }) => [pid.split(':').at(-1)!, v] as const)
      .filter(([name]) => known.has(name));
    const properties = Object.fromEntries(
      [...Map.groupBy(given, ([name]) => name)].map(([name, values]) => [name, values.map(([, v]) => v)]),
    );
    const schema = typeof asked.type === 'string' ? asked.type : asked.type?.[0];
    const example = { schema: schema ?? 'Thing', properties: { ...properties, name: [asked.query] } };
    const options = { limit: asked.limit, threshold: leastScore, isMember };
    return findLike(engine, example, options).results.map(({ id, caption, schema, score, datasets }) => ({
      id,
      name: caption,
      description: datasets.map((one) => datasetTitle(engine, one)).join('; '),
      type: [labelledSchema(schema)],
      score: Math.round(score * 100),
      // A name alone never decides that two are one.
      match: false,
    }));
  }
};

function readQueries(text: string): Queries {
  const queries = queriesSchema.safeParse(parseStrictly(text, 'The field “queries”'));
  if (!queries.success) {
    const [issue] = queries.error.issues;
    throw new Fault('AS_USAGE', `queries.${issue?.path.join('.')}: ${issue?.message}`);
  }
  if (Object.keys(queries.data).length > mostQueries)
    throw new Fault('AS_USAGE', `At most ${mostQueries} queries are answered at once.`);
  return queries.data;
}
